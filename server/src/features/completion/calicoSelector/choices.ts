import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Standing } from '../../../policy/selector/calico/standing.ts';
import { isImplied } from '../../../policy/vocabulary.ts';
import { carriersText, valuesText, type Carried, type CarriedKey } from '../carried.ts';
import type { SelectorSpot } from './spot.ts';

/** Something that can be written in a selector: what stands before the cursor afterwards, and what behind it. */
export interface SelectorChoice {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly kind: CompletionItemKind;
  /** What is typed to find it, where that is not its label. */
  readonly filter?: string;
  readonly detail?: string;
  readonly documentation?: string;
  readonly retrigger: boolean;
  /** Choices are shown by falling weight, then by label. */
  readonly weight: number;
}

/** What can be written at a place of a selector, where things carry some labels. */
export function choicesAt(spot: SelectorSpot, carried: Carried): readonly SelectorChoice[] {
  const { standing } = spot;
  switch (standing.expected) {
    case 'operand':
      return [...keyChoices(carried, spacedBehind(spot)), ...functionChoices(spot)];
    case 'label':
      return keyChoices(carried, standing.closed ? '' : ')');
    case 'operator':
      return operatorChoices(spot);
    case 'value':
      return valueChoices(standing, carried.get(standing.label), spot);
    case 'set':
      return spot.bare ? [] : [word('{…}', '{', { after: '}', retrigger: true })];
    case 'comma':
      return spot.bare ? [] : [word(',', ', ', { retrigger: true, weight: 1 }), word('}', '}')];
    case 'connective':
      return [
        ...connectiveChoices(spot),
        ...(standing.open ? [word(')', ')', { weight: -1 })] : []),
      ];
    case 'parenthesis':
      return [word(')', ')')];
  }
}

const word = (
  label: string,
  before: string,
  more: Partial<SelectorChoice> = {},
): SelectorChoice => ({
  label,
  before,
  after: '',
  kind: CompletionItemKind.Operator,
  retrigger: false,
  weight: 0,
  ...more,
});

/** A blank behind a word, where none stands there. */
const spacedBehind = ({ text, standing: { place } }: SelectorSpot): string =>
  /^[ \t]/.test(text.slice(place.end)) ? '' : ' ';

/** What no key or value of a label has would end the text of the selector, or its quotes. */
const PLAIN = /^[\w./-]*$/;

function keyChoices(carried: Carried, behind: string): readonly SelectorChoice[] {
  return [...carried].flatMap(([key, { any, values }]) =>
    PLAIN.test(key)
      ? [
          word(key, key + behind, {
            kind: CompletionItemKind.Property,
            detail: carriersText(any),
            documentation: valuesText(values),
            retrigger: behind === ' ',
            // What Calico gives all pods comes after what their manifests say.
            weight: any.count - (isImplied(key) ? IMPLIED : 0),
          }),
        ]
      : [],
  );
}

const IMPLIED = 1_000_000;

const LAST = -2 * IMPLIED;

function functionChoices({
  text,
  standing,
  surroundings,
}: SelectorSpot): readonly SelectorChoice[] {
  const { place } = standing;
  const isCalled = text[place.end] === '(';
  const isAlone = (text.slice(0, place.start) + text.slice(place.end)).trim() === '';
  const { selects, own } = surroundings.field;
  const call = (name: string, more: Partial<SelectorChoice>): SelectorChoice =>
    word(`${name}()`, isCalled ? name : `${name}()`, {
      kind: CompletionItemKind.Function,
      weight: LAST,
      ...more,
    });
  return [
    word('has(…)', isCalled ? 'has' : 'has(', {
      kind: CompletionItemKind.Function,
      after: isCalled ? '' : ')',
      filter: 'has',
      detail: 'the label is there, whatever its value',
      retrigger: !isCalled,
      weight: LAST + 1,
    }),
    call('all', { detail: 'whatever there is' }),
    // Only there it has a meaning, and only by itself (libcalico-go, validation of rules).
    ...(selects === 'namespaces' && !own && isAlone
      ? [call('global', { detail: 'what lives in no namespace' })]
      : []),
  ];
}

const OPERATORS = [
  ['==', 'the label has the value'],
  ['!=', 'the label has another value, or is not there'],
  ['in', 'the label has one of the values'],
  ['not in', 'the label has none of the values, or is not there'],
  ['contains', 'the value of the label contains the text'],
  ['starts with', 'the value of the label starts with the text'],
  ['ends with', 'the value of the label ends with the text'],
] as const;

function operatorChoices(spot: SelectorSpot): readonly SelectorChoice[] {
  return OPERATORS.flatMap(([operator, detail], index) => {
    const takesSet = operator.endsWith('in');
    if (takesSet && spot.bare) return [];
    return [
      word(operator, spacedBefore(spot) + (takesSet ? `${operator} {` : `${operator} `), {
        after: takesSet ? '}' : '',
        detail,
        retrigger: true,
        weight: -index,
      }),
    ];
  });
}

/** A blank before a word, where none stands there. */
const spacedBefore = ({ text, standing: { place } }: SelectorSpot): string =>
  place.start === 0 || /[ \t(]$/.test(text.slice(0, place.start)) ? '' : ' ';

function valueChoices(
  standing: Extract<Standing, { expected: 'value' }>,
  known: CarriedKey | undefined,
  spot: SelectorSpot,
): readonly SelectorChoice[] {
  const { quote, closed, others } = standing;
  const [opening, closing] =
    quote === null ? [quoteFor(spot), quoteFor(spot)] : ['', closed ? '' : quote];
  return [...(known?.values ?? [])].flatMap(([value, carriers]) =>
    PLAIN.test(value) && !others.includes(value)
      ? [
          word(value === '' ? '""' : value, opening + value + closing, {
            kind: CompletionItemKind.Value,
            detail: carriersText(carriers),
            weight: carriers.count,
          }),
        ]
      : [],
  );
}

/** The quote that needs no escape in the text, and that it has already. */
function quoteFor({ style, text }: SelectorSpot): '"' | "'" {
  if (style === '"') return "'";
  return style !== "'" && text.includes("'") && !text.includes('"') ? "'" : '"';
}

const connectiveChoices = (spot: SelectorSpot): readonly SelectorChoice[] =>
  (
    [
      ['&&', 'and', 'both must hold'],
      ['||', 'or', 'one is enough'],
    ] as const
  ).map(([connective, meant, detail], index) =>
    word(connective, `${spacedBefore(spot)}${connective} `, {
      ...(spot.standing.typed !== '' && { filter: meant }),
      detail,
      retrigger: true,
      weight: 1 - index,
    }),
  );
