import type { Span } from '../../base/span.ts';
import type { Resource } from '../../model/resource.ts';

/** A key of an object, or the index of an entry of a list. */
type Step = readonly [object: object, step: string | number];

/**
 * Where something is said that holds for one use of what is written: in its place, or at the alias that stands for it.
 * @param steps how the place is reached from the list that is spoken of, the outermost first
 */
export function placeOfUse({ source }: Resource, steps: readonly Step[], place: Span): Span {
  const values = steps.map(([object, step]) => source.value(object, step));
  return values.find((value, at) => !holds(value, values[at + 1] ?? place)) ?? place;
}

const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
