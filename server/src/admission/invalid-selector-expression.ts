import type { Edit } from '../base/edits.ts';
import { span } from '../base/span.ts';
import { editText, partSpan, placedText, type PlacedText } from '../model/characters.ts';
import type { Fix } from '../model/finding.ts';
import { CALICO_RULED } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import type { Fault, FaultKind } from '../policy/selector/calico/fault.ts';
import { parse } from '../policy/selector/calico/parse.ts';
import { calicoSelectorsIn } from './calicoSelectors.ts';
import type { SelectorText } from '../model/calicoSelectors.ts';
import { ignoredBy, refusedBy } from './calicoWalk.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { valuePlace } from './walk.ts';

/** Texts that are no selectors of Calico. */
export default admissionRule(
  {
    code: 'invalid-selector-expression',
    title: 'A selector of Calico that cannot be read',
    category: 'refused',
    severity: 'error',
    docs: `Calico's selectors are texts such as \`app == 'web' && has(role)\`: values in quotes, \`==\`, \`!=\`, \`in {…}\`, \`not in
{…}\`, \`contains\`, \`starts with\` and \`ends with\`, joined by \`&&\` and \`||\`, negated by \`!\`; on one line, so that blocks of
YAML begin with \`>-\`. Calico refuses the whole policy otherwise. Where nothing checks it Felix ignores all of it; but a
\`serviceAccountSelector\` of a policy, or the \`namespaceSelector\` of a GlobalNetworkPolicy, it only leaves out, and the
policy applies to more pods.`,
    since: '0.1.0',
    fixable: true,
  },
  CALICO_RULED,
  function* (policy) {
    const selectors = calicoSelectorsIn(policy);
    for (const selector of selectors) yield* faultsOf(policy, selector);
  },
);

function* faultsOf(policy: Resource, selector: SelectorText): Generator<Refusal> {
  const { object, key, text } = selector;
  const { faults } = parse(text);
  if (faults.length === 0) return;
  const placed = placedText(policy, object, key, text);
  // Line ends are one mistake, and that of the block, wherever they are in it.
  const isLineEnd = ({ kind, span: { start, end } }: Fault): boolean =>
    kind === 'blank' && /[\r\n]/.test(text.slice(start, end));
  const blanks = faults.filter(isLineEnd);
  const others = faults.filter((fault) => !isLineEnd(fault));
  const consequence = consequenceOf(policy, selector);
  const told = [
    ...(blanks.length > 0 ? [inOneLine(policy, selector, placed, blanks)] : []),
    ...others.map((fault) => partOf(policy, selector, placed, fault)),
  ];
  for (const [index, { message, ...rest }] of told.entries())
    yield {
      ...valuePlace(policy, object, key),
      confidence: 'proven',
      ...rest,
      // The consequence of all faults of a text is one.
      message: index === 0 ? `${message} ${consequence}` : message,
    };
}

type Told = Pick<Refusal, 'span' | 'message' | 'fixes'>;

/** What becomes of a policy with a selector that cannot be read; Felix leaves two of them out of what it joins. */
function consequenceOf(policy: Resource, { key, own }: SelectorText): string {
  const left = own && key !== 'selector';
  const so = left
    ? `${refusedBy(policy)}; stored unchecked, Felix leaves this condition out and applies the policy to more pods`
    : ignoredBy(policy);
  return `${so.replace(/^so /, '')}.`;
}

/** Whoever makes a mistake of these kinds can only have meant what the repair says. */
const CERTAIN: ReadonlySet<FaultKind> = new Set(['brackets', 'quotes', 'operator']);

function partOf(
  policy: Resource,
  { object, key, text }: SelectorText,
  placed: PlacedText,
  { kind, message, span: place, fix }: Fault,
): Told {
  const visible = place.end > place.start ? place : lastBefore(text, place.start);
  const word = text.slice(place.start, place.end);
  const joins = kind === 'connective' && /^(?:&|\||and|or)$/i.test(word);
  return {
    span: partSpan(placed, visible),
    message,
    fixes:
      fix === null
        ? []
        : [fixOf(policy, object, key, placed, fix.title, CERTAIN.has(kind) || joins, fix.edits)],
  };
}

/** What is missing at the very end is shown at the last character. */
const lastBefore = (text: string, at: number): Fault['span'] => {
  const end = text.slice(0, at).trimEnd().length;
  return span(Math.max(0, end - 1), Math.max(end, Math.min(1, text.length)));
};

const fixOf = (
  policy: Resource,
  object: object,
  key: string,
  placed: PlacedText,
  title: string,
  safe: boolean,
  edits: readonly Edit[],
): Fix => ({ title, safe, edits: () => editText(policy, object, key, placed, edits) });

/** A line end in a block is that of its header, which keeps it; else it is somewhere in quotes. */
function inOneLine(
  policy: Resource,
  { object, key }: SelectorText,
  placed: PlacedText,
  blanks: readonly Fault[],
): Told {
  const { style, value } = placed;
  const isBlock = style === '|' || style === '>';
  if (!isBlock)
    return {
      span: partSpan(placed, blanks[0]!.span),
      message: blanks[0]!.message,
      fixes: [
        fixOf(
          policy,
          object,
          key,
          placed,
          'Write it on one line',
          true,
          blanks.flatMap(({ fix }) => fix?.edits ?? []),
        ),
      ],
    };
  const { start } = placed.span;
  const header = /^\S+/.exec(policy.chunk.text.slice(start))![0];
  const place = span(start, start + header.length);
  // Lines that are indented further, and blank ones, keep their line ends when they are folded.
  const folds = !/\n[ \t\n]/.test(value.trimEnd()) && !policy.source.shared(object);
  return {
    span: place,
    message: `\`${header}\` keeps the line end${value.trimEnd().includes('\n') ? 's' : ''}, and a selector is one line: between conditions there are only blanks.`,
    fixes: folds
      ? [
          {
            title: 'Write `>-`, which makes it one line',
            safe: true,
            edits: () => [{ span: place, text: '>-' }],
          },
        ]
      : [],
  };
}
