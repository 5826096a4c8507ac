import type { YAMLMap, YAMLSeq } from 'yaml';
import { touches, type Span } from '../base/span.ts';
import { spanOf } from '../yaml/place.ts';
import { partsOf, pathOf, valueSpanOf, type Entry, type Parts } from './entries.ts';

/** The steps from the root of an object down to one of its parts: keys of mappings, indices of sequences. */
export type Path = readonly (string | number)[];

/**
 * Where the parts of a decoded object stand in its document. Objects and arrays of the body are looked up by
 * identity, so a rule holds no paths: `source.key(port, 'endPort')`.
 */
export interface Source {
  /** The key `name` of `object`; where the key is missing, the place of `object` itself as `of` gives it. */
  key(object: object, name: string): Span;
  /** The value under a key or index; where it is missing or null, the key's span. */
  value(object: object, step: string | number): Span;
  /** Whether the mapping has the key, be it with a null. */
  has(object: object, name: string): boolean;
  /** The keys of a mapping in the order of the text, those with nulls included. */
  keys(object: object): readonly string[];
  /** The whole node: for a mapping or sequence from its first key or item to the end of its last value. */
  of(object: object): Span;
  /** The innermost key or value at an offset of the document; null outside of all. */
  at(offset: number): Part | null;
  /** The steps from the body down to `object`. */
  path(object: object): Path;
  /** Whether an alias or merge key brings `object` elsewhere too, so that an edit there would change other places. */
  shared(object: object): boolean;
  /** The YAML node of `object`, for edits; null for what the text does not hold, such as the object of a null item. */
  node(object: object): YAMLMap | YAMLSeq | null;
}

/** A key or value of a decoded object. */
export interface Part {
  readonly object: object;
  readonly step: string | number;
  readonly on: 'key' | 'value';
  readonly span: Span;
}

/** What stands at the end of a path below a body; undefined where the path leads nowhere. */
export const valueAt = (body: object, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | undefined)?.[step],
    body,
  );

/** The part with the shortest span that touches the offset. */
function partAt(entries: ReadonlyMap<object, Entry>, offset: number): Part | null {
  let found: Part | null = null;
  const consider = (part: Part): void => {
    if (!touches(part.span, offset)) return;
    if (found === null || length(part.span) < length(found.span)) found = part;
  };
  for (const [object, entry] of entries) {
    if (entry.borrowed) continue;
    for (const [step, part] of partsOf(entry)) {
      const value = valueSpanOf(part);
      if (value !== null) consider({ object, step, on: 'value', span: value });
      if (part.key !== null) consider({ object, step, on: 'key', span: spanOf(part.key) });
    }
  }
  return found;
}

const length = ({ start, end }: Span): number => end - start;

/** The places of all that was decoded, of which the body comes first. */
export function sourceOf(entries: ReadonlyMap<object, Entry>): Source {
  const [root] = entries.values();
  // What the text does not hold, such as the spec of a policy without one, stands for the whole.
  const spanIn = (object: object): Span => {
    const { node = null, span = null } = entries.get(object) ?? root ?? {};
    return span ?? spanOf(node);
  };
  const partsIn = (object: object): Parts => partsOf(entries.get(object));
  return {
    of: spanIn,
    has: (object, name) => partsIn(object).has(name),
    keys: (object) => [...partsIn(object).keys()].map(String),
    key: (object, name) => {
      const key = partsIn(object).get(name)?.key;
      return key ? spanOf(key) : spanIn(object);
    },
    value: (object, step) => {
      const part = partsIn(object).get(step);
      return (part && (valueSpanOf(part) ?? (part.key && spanOf(part.key)))) ?? spanIn(object);
    },
    at: (offset) => partAt(entries, offset),
    path: (object) => pathOf(entries, object),
    shared: (object) => {
      const entry = entries.get(object);
      return entry !== undefined && (entry.borrowed || entry.lent);
    },
    node: (object) => entries.get(object)?.node ?? null,
  };
}
