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

/** That a key of a new mapping is made of one of the old, with what that holds; none where the old is not there. */
export function madeOfKey(
  { source }: Resource,
  old: object,
  name: string,
  made: object,
  step: string,
): readonly Origin[] {
  if (!source.has(old, name)) return [];
  const [key, value] = [source.key(old, name), source.value(old, name)];
  return [{ of: made, step, from: { start: key.start, end: Math.max(key.end, value.end) } }];
}
