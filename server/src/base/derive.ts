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

/** Numbers values by their identity, in the order in which they are met. */
export function numbering(): (value: object) => number {
  let next = 0;
  return derive(() => next++);
}

/** One value for all that `spell` spells alike: the first of them, for as long as any of them lives. */
export function shared<A extends object>(spell: (value: A) => string): (value: A) => A {
  const known = new Map<string, WeakRef<A>>();
  const gone = new FinalizationRegistry<string>((spelling) => {
    if (known.get(spelling)?.deref() === undefined) known.delete(spelling);
  });
  return derive((value) => {
    const spelling = spell(value);
    const first = known.get(spelling)?.deref();
    if (first !== undefined) return first;
    known.set(spelling, new WeakRef(value));
    gone.register(value, spelling);
    return value;
  });
}

/** `next`, or `previous` itself when both hold the same members in the same order, so that what derives from it lives on. */
export const keep = <T>(previous: readonly T[], next: readonly T[]): readonly T[] =>
  previous.length === next.length && previous.every((member, index) => member === next[index])
    ? previous
    : next;
