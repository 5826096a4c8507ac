/** A change of a value: the way down to one of its parts, step by step by number, and what is put there. */
export type Change = readonly [steps: readonly number[], replacement: unknown];

/** A value with other things in the place of some of its parts; a step counts on from the last key to the first. */
export const mutated = (given: unknown, changes: readonly Change[]): unknown =>
  changes.reduce<unknown>(
    (value, [steps, replacement]) => replaced(value, steps, replacement),
    given,
  );

function replaced(given: unknown, steps: readonly number[], replacement: unknown): unknown {
  const [step, ...rest] = steps;
  if (typeof given !== 'object' || given === null || step === undefined) return replacement;
  const keys = Object.keys(given);
  if (keys.length === 0) return replacement;
  const key = keys[step % keys.length]!;
  const inner = replaced((given as Record<string, unknown>)[key], rest, replacement);
  return Array.isArray(given)
    ? given.map((item: unknown, index) => (String(index) === key ? inner : item))
    : { ...given, [key]: inner };
}
