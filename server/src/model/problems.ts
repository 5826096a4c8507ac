import { closest, distance } from 'fastest-levenshtein';
import type { Edit } from '../base/edits.ts';
import type { Span } from '../base/span.ts';
import { schemaAt, schemaOf, type Schema, type SchemaName } from '../schema/at.ts';
import { shapeErrors, type ShapeError } from '../schema/validate.ts';
import type { Fix } from './finding.ts';
import type { Problem } from './resource.ts';
import type { Path, Source } from './source.ts';

/** The mistakes of shape in one object, each at its key or value and once. */
export const shapeProblems = (name: SchemaName, body: object, source: Source): Problem[] =>
  shapeErrors(name, body).map((error) => problemOf(schemaOf(name), body, source, error));

function problemOf(schema: Schema, body: object, source: Source, error: ShapeError): Problem {
  const value = at(body, error.path);
  switch (error.kind) {
    case 'unknown-field':
      return unknownField(schema, source, value as object, error.path, error.name);
    case 'missing-field':
      return {
        code: 'missing-field',
        field: fieldText([...error.path, error.name]),
        span: keySpan(body, source, error.path),
        confidence: 'proven',
        message: `${ownerText(error.path)} needs \`${error.name}\`, and the API server refuses it without.`,
      };
    case 'wrong-type':
      return wrongType(body, source, value, error.path, error.expected);
  }
}

function unknownField(
  schema: Schema,
  source: Source,
  object: object,
  path: Path,
  name: string,
): Problem {
  const known = Object.keys(schemaAt(schema, path)?.node.properties ?? {});
  const home = homeOf(schema, path, name);
  const near = nearMiss(
    name,
    known.filter((candidate) => !(candidate in object)),
  );
  const owner = ownerText(path);
  const advice =
    near !== null
      ? `Did you mean \`${near}\`?`
      : home !== null
        ? `\`${name}\` belongs ${home}.`
        : `Known here: ${known.map((field) => `\`${field}\``).join(', ')}.`;
  const fixes: Fix[] =
    near === null || source.shared(object)
      ? []
      : [
          {
            title: `Change to \`${near}\``,
            safe: true,
            edits: () => [{ span: source.key(object, name), text: near }],
          },
        ];
  return {
    code: 'unknown-field',
    field: fieldText([...path, name]),
    span: source.key(object, name),
    confidence: 'proven',
    message: `\`${name}\` is not a field of ${owner}: kubectl refuses it, and a client that does not check drops it silently. ${advice}`,
    fixes,
  };
}

/** Where a field stands that is known one or two levels further up, as in `ports` inside a peer. */
function homeOf(schema: Schema, path: Path, name: string): string | null {
  for (let length = path.length - 1; length >= 0; length--) {
    const above = schemaAt(schema, path.slice(0, length))?.node.properties;
    if (above?.[name] === undefined) continue;
    const neighbour = path[length];
    return typeof neighbour === 'string' ? `one level up, beside \`${neighbour}\`` : null;
  }
  return null;
}

const plain = (text: string): string => text.toLowerCase().replace(/[-_]/g, '');

/** The candidate that differs from `name` only by case or a few letters; null where none is that close. */
export function nearMiss(name: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0) return null;
  const same = candidates.find((candidate) => plain(candidate) === plain(name));
  if (same !== undefined) return same;
  const best = closest(
    name.toLowerCase(),
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  const found = candidates.find((candidate) => candidate.toLowerCase() === best)!;
  return distance(name.toLowerCase(), best) <= Math.max(1, Math.floor(name.length / 4))
    ? found
    : null;
}

function wrongType(
  body: object,
  source: Source,
  value: unknown,
  path: Path,
  expected: readonly string[],
): Problem {
  const parent = at(body, path.slice(0, -1)) as object | undefined;
  const step = path.at(-1);
  const span =
    parent === undefined || step === undefined ? source.of(body) : source.value(parent, step);
  const scalar = typeof value !== 'object';
  const quotable =
    expected.length === 1 &&
    expected[0] === 'string' &&
    scalar &&
    parent !== undefined &&
    !source.shared(parent);
  const fixes: Fix[] = quotable
    ? [{ title: 'Put it in quotes, so that it is a string', safe: true, edits: () => quoted(span) }]
    : [];
  const words = expected.map((type) => TYPES[type] ?? type).join(' or ');
  const found = scalar ? `${typeWord(value)} \`${shown(value)}\`` : typeWord(value);
  const reason = quotable ? ', because YAML reads it so without quotes' : '';
  return {
    code: 'wrong-type',
    field: fieldText(path),
    span,
    confidence: 'proven',
    message: `\`${fieldName(path)}\` must be ${words}, but is ${found}${reason}: the API server refuses the whole object.`,
    fixes,
  };
}

/** Two insertions, so that whatever stands there stays as it is. */
const quoted = ({ start, end }: Span): readonly Edit[] => [
  { span: { start, end: start }, text: '"' },
  { span: { start: end, end }, text: '"' },
];

const TYPES: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'a string',
  integer: 'a whole number',
  boolean: 'true or false',
};

const shown = (scalar: unknown): string =>
  typeof scalar === 'string' ? scalar : JSON.stringify(scalar);

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

/** A path in Kubernetes' own notation: `spec.ingress[0].from[1].ipBlock.cidr`. */
export const fieldText = (path: Path): string =>
  path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`,
    '',
  );

const fieldName = (path: Path): string => {
  const trailing = path.reduce<number>(
    (start, step, index) => (typeof step === 'string' ? index : start),
    0,
  );
  return fieldText(path.slice(trailing));
};

/** What an object at a path is called in a sentence. */
function ownerText(path: Path): string {
  const step = path.at(-1);
  if (step === undefined) return 'the policy';
  const list = path.at(-2);
  if (typeof step !== 'number')
    return step === 'spec' || step === 'metadata' ? `\`${step}\`` : `this \`${step}\``;
  const items: Readonly<Record<string, string>> = {
    ingress: 'an ingress rule',
    egress: 'an egress rule',
    from: 'a peer',
    to: 'a peer',
    ports: 'a ports entry',
    matchExpressions: 'a match expression',
  };
  return items[String(list)] ?? `an item of \`${String(list)}\``;
}

function keySpan(body: object, source: Source, path: Path): Span {
  const parent = at(body, path.slice(0, -1));
  const step = path.at(-1);
  if (step === undefined || typeof parent !== 'object' || parent === null)
    return firstKey(body, source);
  return typeof step === 'string'
    ? source.key(parent, step)
    : firstKey(at(body, path) as object, source);
}

/** The first key of a mapping: the shortest mark that tells which list item is meant. */
function firstKey(object: object, source: Source): Span {
  const [first] = Object.keys(object);
  return first === undefined ? source.of(object) : source.key(object, first);
}

const at = (body: object, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | undefined)?.[step],
    body,
  );
