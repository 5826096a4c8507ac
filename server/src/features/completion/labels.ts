import { CompletionItemKind } from 'vscode-languageserver-types';
import { derive, derive2 } from '../../base/derive.ts';
import type { Path } from '../../model/resource.ts';
import type { Assumptions } from '../../policy/assumptions.ts';
import type { Labels, NamespaceInfo } from '../../policy/endpoint.ts';
import { count } from '../../policy/print.ts';
import { isNode } from '../../policy/resolve.ts';
import type { NamespaceInventory, World } from '../../workspace/world.ts';
import { stringText } from '../../yaml/scalar.ts';
import type { Choice } from './choice.ts';
import { inventoriesFor, valueAt } from './selectors.ts';
import type { Source } from './source.ts';
import type { Spot } from './spot.ts';

/** The label keys and values that pods and namespaces of the workspace have, at the place of a selector for them. */
export const labels: Source = (spot, { world }) => {
  const place = placeOf(spot);
  if (place === null) return [];
  const carried = carriedAt(place, spot, world);
  return place.key === null
    ? keyChoices(carried, spot)
    : valueChoices(carried.get(place.key)?.values ?? new Map(), spot);
};

/** A place in a selector where the key of a label is written, or a value of the given key. */
interface Place {
  readonly of: 'pods' | 'namespaces';
  /** The object whose selector it is: the spec, a peer, or `pods` of a subject or peer. */
  readonly owner: Path;
  readonly key: string | null;
}

/** What the selectors select; the last is a selector itself in the policies of administrators. */
const KINDS = {
  podSelector: 'pods',
  namespaceSelector: 'namespaces',
  namespaces: 'namespaces',
} as const;

function placeOf({ path, on, body }: Spot): Place | null {
  if (path[0] !== 'spec') return null;
  const at = path.findIndex((step) => typeof step === 'string' && Object.hasOwn(KINDS, step));
  const [list, index, field] = path.slice(at + 1);
  if (at < 0) return null;
  const owner = path.slice(0, at);
  // Of a peer that cannot be read it is not known whose pods it speaks of.
  if (body === null && owner.length > 1 && path[at] === 'podSelector') return null;
  const place = { of: KINDS[path[at] as keyof typeof KINDS], owner };
  const depth = path.length - at - 1;
  if (list === 'matchLabels' && depth === 2)
    return { ...place, key: on === 'key' ? null : String(index) };
  if (list !== 'matchExpressions' || on === 'key') return null;
  if (field === 'key' && depth === 3) return { ...place, key: null };
  if (field !== 'values' || depth !== 4) return null;
  const key = valueAt(body, [...path.slice(0, at + 3), 'key']);
  return typeof key === 'string' ? { ...place, key } : null;
}

/** How many workloads or namespaces carry a label, and the name of one of them. */
interface Carriers {
  readonly count: number;
  readonly one: string;
}

/** Who carries the labels of a key: any of them, and each value. */
interface CarriedKey {
  readonly any: Carriers;
  readonly values: ReadonlyMap<string, Carriers>;
}

type Carried = ReadonlyMap<string, CarriedKey>;

function carriedAt({ of, owner }: Place, spot: Spot, world: World): Carried {
  if (of === 'namespaces') return byNamespaces(world.namespaces());
  const { assumptions } = world.settings;
  const all = inventoriesFor(owner, spot, world).map((each) => byPods(each, assumptions));
  return all.length === 1 ? all[0]! : merged(all);
}

const byNamespaces = derive((namespaces: readonly NamespaceInfo[]): Carried =>
  gathered(namespaces.map(({ key, labels }) => [key, labels])),
);

/** Pods on the host network are not there for selectors. */
const byPods = derive2(({ pods }: NamespaceInventory, assumptions: Assumptions): Carried =>
  gathered(
    pods
      .filter((pod) => !isNode(pod, assumptions))
      .map(({ owner, labels }) => [`${owner.kind}/${owner.name}`, labels]),
  ),
);

function gathered(all: readonly (readonly [carrier: string, labels: Labels])[]): Carried {
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
        any: carriersIn(new Set([...values.values()].flatMap((set) => [...set]))),
        values: new Map([...values].map(([value, set]) => [value, carriersIn(set)])),
      },
    ]),
  );
}

const carriersIn = (names: ReadonlySet<string>): Carriers => {
  const [first] = names;
  return { count: names.size, one: first!.slice(first!.lastIndexOf('/') + 1) };
};

/** The sum over several namespaces, which share no workload. */
function merged(all: readonly Carried[]): Carried {
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

const NONE: Carriers = { count: 0, one: '' };

const added = (a: Carriers, { count, one }: Carriers): Carriers => ({
  count: a.count + count,
  one,
});

/** What a map holds under a key; where it holds nothing, what `make` gives from now on. */
function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function keyChoices(carried: Carried, { on, present, word, quote, path }: Spot): Choice[] {
  return [...carried].flatMap(([key, { any, values }]): Choice[] => {
    if (on === 'key' && present.includes(key)) return [];
    const text = stringText(key, quote);
    const begins = on === 'key' && !word.isKey;
    const known = [...values.keys()].slice(0, 10).map((value) => `\`${value}\``);
    return [
      {
        label: key,
        text: begins ? `${text}: ` : text,
        kind: CompletionItemKind.Property,
        detail: carriersText(any, path),
        documentation: `Values: ${known.join(', ')}${values.size > known.length ? ', …' : ''}`,
        retrigger: begins,
        weight: any.count,
      },
    ];
  });
}

const valueChoices = (
  values: ReadonlyMap<string, Carriers>,
  { present, quote, path }: Spot,
): Choice[] =>
  [...values]
    .filter(([value]) => !present.includes(value))
    .map(([value, carriers]) => ({
      label: value === '' ? '""' : value,
      text: stringText(value, quote),
      kind: CompletionItemKind.Value,
      detail: carriersText(carriers, path),
      weight: carriers.count,
    }));

/** "3 workloads", or the name of the only one. */
function carriersText({ count: carriers, one }: Carriers, path: Path): string {
  const isOfNamespaces = path.includes('namespaceSelector') || path.includes('namespaces');
  const noun = isOfNamespaces ? 'namespace' : 'workload';
  return carriers === 1 ? `${noun} ${one}` : count(carriers, noun);
}
