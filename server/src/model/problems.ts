import { closest, distance } from 'fastest-levenshtein';
import type { Span } from '../base/span.ts';
import {
  propertyOf,
  schemaAt,
  schemaOf,
  type Schema,
  type SchemaName,
  type SchemaNode,
} from '../schema/at.ts';
import { shapeErrors, type ShapeError } from '../schema/validate.ts';
import { counterpart } from './counterparts.ts';
import { labelSelectorText } from './labelSelectorText.ts';
import { quoteScalar, renameKey, setKey, setScalar } from './edit.ts';
import type { Editable } from './layout.ts';
import { moveKey } from './restructure.ts';
import type { Fix } from './finding.ts';
import { leftWithout } from './lost.ts';
import { misplaced, type Remedy } from './misplaced.ts';
import type { Problem } from './resource.ts';
import { valueAt, type Path, type Source } from './source.ts';

/** The mistakes of shape in one object, each at its key or value and once. */
export const shapeProblems = (name: SchemaName, body: object, text: Editable): Problem[] =>
  shapeErrors(name, body).map((error) => problemOf(schemaOf(name), body, text, error));

function problemOf(schema: Schema, body: object, text: Editable, error: ShapeError): Problem {
  const value = valueAt(body, error.path);
  switch (error.kind) {
    case 'unknown-field':
      return unknownField(schema, body, text, error.path, error.name);
    case 'missing-field':
      return {
        code: 'missing-field',
        ...fieldAt([...error.path, error.name]),
        span: keySpan(body, text.source, error.path),
        confidence: 'proven',
        message: `${capital(ownerText(error.path, body))} needs \`${error.name}\`, and the API server refuses it without.`,
        ...(isMeant(schema, body, text, error.path, error.name) && { implied: true as const }),
      };
    case 'wrong-type':
      return wrongType(schema, body, text, value, error.path, error.expected);
  }
}

/** A text that begins with a capital letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether an unknown key of the object, which is reported, was meant to be the field. */
function isMeant(schema: Schema, body: object, text: Editable, path: Path, field: string): boolean {
  const known = Object.keys(schemaAt(schema, path)?.node.properties ?? {});
  return Object.keys(valueAt(body, path) as object).some(
    (name) =>
      !known.includes(name) &&
      [
        misplaced(schema, body, text, path, name)?.instead,
        SIDES[name],
        nearMiss(name, known),
      ].includes(field),
  );
}

function unknownField(
  schema: Schema,
  body: object,
  text: Editable,
  path: Path,
  name: string,
): Problem {
  const object = valueAt(body, path) as object;
  const node = schemaAt(schema, path)?.node ?? {};
  const known = Object.keys(node.properties ?? {});
  const { advice, fixes, span } = misplaced(schema, body, text, path, name) ??
    foreign(text, node, object, path, name) ??
    misspelt(text, object, name, known) ??
    otherSide(text, path, object, name, known) ??
    strayed(schema, text, body, path, name) ?? {
      advice: `Known here: ${known.map((field) => `\`${field}\``).join(', ')}.`,
      fixes: [],
    };
  const left = leftWithout(schema, body, path, name);
  return {
    code: 'unknown-field',
    ...fieldAt([...path, name]),
    span: span ?? text.source.key(object, name),
    confidence: 'proven',
    message: `\`${name}\` is not a field of ${ownerText(path, body)}: kubectl refuses it, and a client that does not check drops it silently${left === null ? '' : `, which leaves ${left}`}. ${advice}`,
    fixes,
  };
}

/** A word of Kubernetes in an object of Calico, or the other way round. */
const foreign = (
  text: Editable,
  node: SchemaNode,
  object: object,
  path: Path,
  name: string,
): Remedy | null =>
  counterpart({ text, node, object: object as Readonly<Record<string, unknown>>, path, name });

/** A key that is close to a field that is still free. */
function misspelt(
  text: Editable,
  object: object,
  name: string,
  known: readonly string[],
): Remedy | null {
  const near = nearMiss(
    name,
    known.filter((field) => !Object.hasOwn(object, field)),
  );
  return near === null
    ? null
    : {
        advice: `Did you mean \`${near}\`?`,
        fixes: renaming(text, object, name, near, true),
      };
}

/** The peers of the other direction. */
function otherSide(
  text: Editable,
  path: Path,
  object: object,
  name: string,
  known: readonly string[],
): Remedy | null {
  const side = SIDES[name];
  if (side === undefined || !known.includes(side)) return null;
  return {
    advice: `${capital(ownerText(path))} names its peers in \`${side}\`.`,
    fixes: Object.hasOwn(object, side) ? [] : renaming(text, object, name, side, false),
  };
}

/** Ingress has its peers in `from`, egress in `to`; whether the key or the section is wrong only the author knows. */
const SIDES: Readonly<Record<string, string>> = { from: 'to', to: 'from' };

const renaming = (
  text: Editable,
  object: object,
  name: string,
  near: string,
  safe: boolean,
): Fix[] =>
  text.source.shared(object)
    ? []
    : [
        {
          title: `Change to \`${near}\``,
          safe,
          edits: () => renameKey(text, object, name, near),
        },
      ];

/** A field of an object further up. */
function strayed(
  schema: Schema,
  text: Editable,
  body: object,
  path: Path,
  name: string,
): Remedy | null {
  const home = homeOf(schema, path, name);
  return (
    home && {
      advice: `\`${name}\` belongs to ${ownerText(home.path, body)}, beside \`${home.neighbour}\`.`,
      fixes: moving(text, body, valueAt(body, path) as object, name, home),
    }
  );
}

/** Moving is certain only where the right place is still free and the move can be written down. */
function moving(text: Editable, body: object, object: object, name: string, home: Home): Fix[] {
  const target = valueAt(body, home.path) as object;
  if (Object.hasOwn(target, name) || moveKey(text, object, name, target).length === 0) return [];
  return [
    {
      title: `Move \`${name}\` to ${ownerText(home.path, body)}`,
      safe: true,
      edits: () => moveKey(text, object, name, target),
    },
  ];
}

/** The object further up in which a misplaced field is at home, and the field of it that leads to where it stands. */
interface Home {
  readonly path: Path;
  readonly neighbour: string;
}

function homeOf(schema: Schema, path: Path, name: string): Home | null {
  for (let length = path.length - 1; length >= 0; length--) {
    const above = schemaAt(schema, path.slice(0, length));
    if (above === null || propertyOf(above.node, name) === undefined) continue;
    const neighbour = path[length];
    return typeof neighbour === 'string' ? { path: path.slice(0, length), neighbour } : null;
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
  if (distance(name.toLowerCase(), best) <= Math.max(1, Math.floor(name.length / 4))) return found;
  return candidates.find((candidate) => isTransposed(name, candidate)) ?? null;
}

/** Whether two neighbouring characters changed places, which is one slip of the fingers, but two edits. */
function isTransposed(name: string, other: string): boolean {
  const [a, b] = [name.toLowerCase(), other.toLowerCase()];
  const turnedAt = (at: number): string =>
    a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2);
  return (
    a.length >= LEAST_TRANSPOSED &&
    Array.from({ length: a.length - 1 }, (_, at) => turnedAt(at)).includes(b)
  );
}

/** The shortest word in which two that changed places say more than that the words are made of the same letters. */
const LEAST_TRANSPOSED = 4;

function wrongType(
  schema: Schema,
  body: object,
  text: Editable,
  value: unknown,
  path: Path,
  expected: readonly string[],
): Problem {
  const { source } = text;
  const parent = valueAt(body, path.slice(0, -1)) as object | undefined;
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
  // In quotes it would be a string, but none of the few that are taken there.
  const taken = schemaAt(schema, path)?.node.enum;
  const number =
    (expected.includes('integer') || expected.includes('number')) &&
    typeof value === 'string' &&
    /^\d{1,9}$/.test(value);
  // Only Calico has texts where Kubernetes has label selectors.
  const selector = expected.join() === 'string' ? labelSelectorText(value) : null;
  const advice =
    selector !== null
      ? ` Calico selects by a text: \`${selector}\`.`
      : expected.join() === 'integer,string' && Object.hasOwn(Object(value), 'port')
        ? ' Calico writes the port alone, and `protocol` beside `source` and `destination`.'
        : '';
  const fixes: Fix[] =
    number && parent !== undefined && !source.shared(parent)
      ? [
          {
            title: `Write ${Number(value)} without quotes, so that it is a number`,
            safe: true,
            edits: () => setScalar(text, parent, step!, Number(value)),
          },
        ]
      : quotable && taken === undefined
        ? [
            {
              title: 'Put it in quotes, so that it is a string',
              safe: true,
              edits: () => quoteScalar(text, parent, step!),
            },
          ]
        : selector !== null && typeof step === 'string' && parent !== undefined
          ? [
              {
                title: `Write \`${step}: ${selector}\` (same meaning)`,
                safe: true,
                edits: () => setKey(text, parent, step, selector),
              },
            ]
          : [];
  const types = expected.map((type) => TYPES[type] ?? type).join(' or ');
  const { start, end } = span;
  const written = text.chunk.text.slice(start, end).replace(/^(["'])(.*)\1$/, '$2');
  const found =
    value === null ? 'empty' : scalar ? `${typeWord(value)} \`${written}\`` : typeWord(value);
  const reason = quotable ? ', because YAML reads it so without quotes' : '';
  return {
    code: 'wrong-type',
    ...fieldAt(path),
    span,
    confidence: 'proven',
    message: `\`${nameAsWritten(text, parent, path)}\` must be ${types}, but is ${found}${reason}: the API server refuses the whole object.${advice}`,
    fixes,
  };
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

/** A path as steps, and in Kubernetes' own notation. */
export const fieldAt = (path: Path): Pick<Problem, 'field' | 'path'> => ({
  field: fieldText(path),
  path,
});

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

/** What an object at a path is called in a sentence; the whole of `body` by its kind, unless that is a policy. */
export function ownerText(path: Path, body: object = {}): string {
  const step = path.at(-1);
  if (step === undefined) {
    const { kind } = body as { readonly kind?: unknown };
    return typeof kind !== 'string' || kind.endsWith('Policy') ? 'the policy' : `the ${kind}`;
  }
  const list = path.at(-2);
  if (typeof step !== 'number')
    return step === 'spec' || step === 'metadata' ? `\`${step}\`` : `this \`${step}\``;
  const items: Readonly<Record<string, string>> = {
    ingress: 'an ingress rule',
    egress: 'an egress rule',
    from: 'a peer',
    to: 'a peer',
    ports: 'a ports entry',
    protocols: 'a protocols entry',
    matchExpressions: 'a match expression',
    ownerReferences: 'an owner reference',
  };
  return items[String(list)] ?? `an item of \`${String(list)}\``;
}

function keySpan(body: object, source: Source, path: Path): Span {
  const parent = valueAt(body, path.slice(0, -1));
  const step = path.at(-1);
  if (step === undefined || typeof parent !== 'object' || parent === null)
    return firstKey(body, source);
  return typeof step === 'string'
    ? source.key(parent, step)
    : firstKey(valueAt(body, path) as object, source);
}

/** The first key of a mapping: the shortest mark that tells which list item is meant. */
function firstKey(object: object, source: Source): Span {
  const [first] = Object.keys(object);
  return first === undefined ? source.of(object) : source.key(object, first);
}
