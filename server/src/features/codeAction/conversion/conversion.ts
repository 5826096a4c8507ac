import type { Span } from '../../../base/span.ts';
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

/** A key and its value, both made of a key of the old mapping with what that holds. */
export const pairSpan = (key: Span, value: Span): Span => ({
  start: key.start,
  end: Math.max(key.end, value.end),
});
