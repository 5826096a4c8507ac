import type { Span } from '../base/span.ts';
import { schemaAt } from '../schema/at.ts';
import { quoteScalar, setKey, setScalar } from './edit.ts';
import { fieldAt, fieldName } from './fieldText.ts';
import type { Fix } from './finding.ts';
import { labelSelectorText } from './labelSelectorText.ts';
import type { Editable } from './layout.ts';
import type { Problem } from './resource.ts';
import { valueAt, type Path } from './source.ts';
import type { Judged } from './unknownKey.ts';

/** A value of another type than its field, and where it stands. */
interface Misfit {
  readonly text: Editable;
  readonly value: unknown;
  readonly expected: readonly string[];
  /** What holds it, undefined for the whole object. */
  readonly parent: object | undefined;
  readonly step: string | number | undefined;
  readonly span: Span;
}

/** A value at a path that is of none of the expected types. */
export function wrongType(
  { text, body, root }: Judged,
  path: Path,
  expected: readonly string[],
): Problem {
  const value = valueAt(body, path);
  const parent = valueAt(body, path.slice(0, -1)) as object | undefined;
  const step = path.at(-1);
  const span =
    parent === undefined || step === undefined
      ? text.source.of(body)
      : text.source.value(parent, step);
  const misfit: Misfit = { text, value, expected, parent, step, span };
  const types = expected.map((type) => TYPES[type] ?? type).join(' or ');
  const reason = isQuotable(misfit) ? ', because YAML reads it so without quotes' : '';
  // In quotes it would be a string, but none of the few that are taken there.
  const isFree = schemaAt(root, path)?.node.enum === undefined;
  return {
    code: 'wrong-type',
    ...fieldAt(path),
    span,
    confidence: 'proven',
    message: `\`${nameAsWritten(text, parent, path)}\` must be ${types}, but is ${foundText(misfit)}${reason}: the API server refuses the whole object.${adviceFor(misfit)}`,
    fixes: fixesFor(misfit, isFree),
  };
}

/** Whether quotes would make it a string, which alone is expected. */
const isQuotable = ({ text, value, expected, parent }: Misfit): boolean =>
  expected.join() === 'string' &&
  typeof value !== 'object' &&
  parent !== undefined &&
  !text.source.shared(parent);

/** Only Calico has texts where Kubernetes has label selectors. */
const selectorIn = ({ value, expected }: Misfit): string | null =>
  expected.join() === 'string' ? labelSelectorText(value) : null;

function adviceFor(misfit: Misfit): string {
  const { value, expected } = misfit;
  const selector = selectorIn(misfit);
  if (selector !== null) return ` Calico selects by a text: \`${selector}\`.`;
  return expected.join() === 'integer,string' && Object.hasOwn(Object(value), 'port')
    ? ' Calico writes the port alone, and `protocol` beside `source` and `destination`.'
    : '';
}

function fixesFor(misfit: Misfit, isFree: boolean): readonly Fix[] {
  const { text, value, expected, parent, step } = misfit;
  if (parent === undefined || step === undefined) return [];
  const isNumber =
    (expected.includes('integer') || expected.includes('number')) &&
    typeof value === 'string' &&
    /^\d{1,9}$/.test(value);
  if (isNumber && !text.source.shared(parent))
    return [
      {
        title: `Write ${Number(value)} without quotes, so that it is a number`,
        safe: true,
        edits: () => setScalar(text, parent, step, Number(value)),
      },
    ];
  if (isQuotable(misfit) && isFree)
    return [
      {
        title: 'Put it in quotes, so that it is a string',
        safe: true,
        edits: () => quoteScalar(text, parent, step),
      },
    ];
  const selector = selectorIn(misfit);
  return selector === null || typeof step !== 'string'
    ? []
    : [
        {
          title: `Write \`${step}: ${selector}\` (same meaning)`,
          safe: true,
          edits: () => setKey(text, parent, step, selector),
        },
      ];
}

/** What is there, as it is written. */
function foundText({ text, value, span: { start, end } }: Misfit): string {
  if (value === null) return 'empty';
  if (typeof value === 'object') return typeWord(value);
  const written = text.chunk.text.slice(start, end).replace(/^(["'])(.*)\1$/, '$2');
  return `${typeWord(value)} \`${written}\``;
}

/** A key that YAML reads as a boolean or number is named as it is written: `on`, not `true`. */
function nameAsWritten(
  { source, chunk }: Editable,
  parent: object | undefined,
  path: Path,
): string {
  const step = path.at(-1);
  if (parent === undefined || typeof step !== 'string') return fieldName(path);
  const { start, end } = source.key(parent, step);
  const written = chunk.text.slice(start, end);
  return /^[\w./-]+$/.test(written) ? written : step;
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'a string',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

const typeWord = (value: unknown): string =>
  Array.isArray(value)
    ? 'a list'
    : typeof value === 'object'
      ? 'a mapping'
      : typeof value === 'string'
        ? 'the string'
        : typeof value === 'boolean'
          ? 'the boolean'
          : 'the number';
