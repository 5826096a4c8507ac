/** What was frozen already, with all that it holds. */
const frozen = new WeakSet();

/**
 * Freezes a value and all that it holds, what maps hold included, so that whoever changes it throws. What is no plain
 * object, array or map (a function, a node of the YAML library) is left alone.
 */
export function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || frozen.has(value)) return;
  frozen.add(value);
  if (value instanceof Map) {
    for (const [key, member] of value) {
      deepFreeze(key);
      deepFreeze(member);
    }
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null && !Array.isArray(value)) return;
  Object.freeze(value);
  for (const member of Object.values(value)) deepFreeze(member);
}
