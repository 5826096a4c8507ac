/**
 * Remembers `compute` by the identity of its argument, for as long as that argument lives.
 * Arguments are immutable, so a remembered result is never stale and nothing needs invalidating.
 */
export function derive<A extends object, R>(compute: (input: A) => R): (input: A) => R {
  const memory = new WeakMap<A, { readonly result: R }>();
  return (input) => {
    let hit = memory.get(input);
    if (hit === undefined) {
      hit = { result: compute(input) };
      memory.set(input, hit);
    }
    return hit.result;
  };
}

/** As `derive`, for a result that depends on two immutable values. */
export function derive2<A extends object, B extends object, R>(
  compute: (first: A, second: B) => R,
): (first: A, second: B) => R {
  const bySecond = derive((first: A) => derive((second: B) => compute(first, second)));
  return (first, second) => bySecond(first)(second);
}

/** `next`, or `previous` itself when both hold the same members in the same order, so that what derives from it lives on. */
export const keep = <T>(previous: readonly T[], next: readonly T[]): readonly T[] =>
  previous.length === next.length && previous.every((member, index) => member === next[index])
    ? previous
    : next;
