import type { Resource } from '../../../model/resource.ts';
import type { Origin } from '../../../model/rewrite.ts';

/** The `spec` that another kind has for the same, and what its parts are made of; or why there is none, as a clause. */
export type Conversion =
  | { readonly spec: object; readonly origins: readonly Origin[] }
  | { readonly reason: string };

/** A part of a new `spec`, with what it and all within it is made of. */
export interface Made<Value> {
  readonly value: Value;
  readonly origins: readonly Origin[];
}

/**
 * That keys of a new mapping are made of those of the old, with what these hold.
 * @param pairs the new key by the old; none is said of an old one that is not there
 */
export const madeOfKeys = (
  { source }: Resource,
  old: object,
  made: object,
  pairs: Readonly<Record<string, string>>,
): readonly Origin[] =>
  Object.entries(pairs)
    .filter(([name]) => source.has(old, name))
    .map(([name, step]) => {
      const [key, value] = [source.key(old, name), source.value(old, name)];
      return { of: made, step, from: { start: key.start, end: Math.max(key.end, value.end) } };
    });
