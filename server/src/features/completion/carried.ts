import type { Labels } from '../../policy/endpoint.ts';
import { count } from '../../policy/print.ts';

/** How many things carry a label, what they are called, and the name of one of them. */
export interface Carriers {
  readonly noun: string;
  readonly count: number;
  readonly one: string;
}

/** Who carries the labels of a key: any of them, and each value. */
export interface CarriedKey {
  readonly any: Carriers;
  readonly values: ReadonlyMap<string, Carriers>;
}

/** Who carries which labels, by key. */
export type Carried = ReadonlyMap<string, CarriedKey>;

/** The labels that things of one kind carry; of a carrier that stands there several times, with whatever labels, once. */
export function gathered(
  noun: string,
  all: readonly (readonly [carrier: string, labels: Labels])[],
): Carried {
  const sets = new Map<string, Map<string, Set<string>>>();
  for (const [carrier, labels] of all)
    for (const [key, value] of Object.entries(labels)) {
      const values = entry(sets, key, () => new Map<string, Set<string>>());
      entry(values, value, () => new Set<string>()).add(carrier);
    }
  return new Map(
    [...sets].map(([key, values]) => [
      key,
      {
        any: carriersIn(noun, new Set([...values.values()].flatMap((set) => [...set]))),
        values: new Map([...values].map(([value, set]) => [value, carriersIn(noun, set)])),
      },
    ]),
  );
}

function carriersIn(noun: string, names: ReadonlySet<string>): Carriers {
  const [first] = names;
  return { noun, count: names.size, one: first!.slice(first!.lastIndexOf('/') + 1) };
}

/** The sum of several that share no carrier. */
export function merged(all: readonly Carried[]): Carried {
  if (all.length === 1) return all[0]!;
  const sum = new Map<string, { any: Carriers; readonly values: Map<string, Carriers> }>();
  for (const carried of all)
    for (const [key, { any, values }] of carried) {
      const total = entry(sum, key, () => ({ any: NONE, values: new Map<string, Carriers>() }));
      total.any = added(total.any, any);
      for (const [value, more] of values)
        total.values.set(value, added(total.values.get(value) ?? NONE, more));
    }
  return sum;
}

const NONE: Carriers = { noun: '', count: 0, one: '' };

const added = (a: Carriers, b: Carriers): Carriers => ({
  noun: a.noun === b.noun || a.count === 0 ? b.noun : 'object',
  count: a.count + b.count,
  one: b.one,
});

/** What a map holds under a key; where it holds nothing, what `make` gives from now on. */
function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

/** "3 workloads", or the name of the only one. */
export const carriersText = ({ noun, count: carriers, one }: Carriers): string =>
  carriers === 1 ? `${noun} ${one}` : count(carriers, noun);

/** The values of a key, the first ten of them. */
export function valuesText(values: CarriedKey['values']): string {
  const known = [...values.keys()].slice(0, 10).map((value) => `\`${value}\``);
  return `Values: ${known.join(', ')}${values.size > known.length ? ', …' : ''}`;
}
