import { CompletionItemKind } from 'vscode-languageserver-types';
import { derive, derive2 } from '../../base/derive.ts';
import type { Path } from '../../model/resource.ts';
import type { Assumptions } from '../../policy/assumptions.ts';
import type { Labels, NamespaceInfo } from '../../policy/endpoint.ts';
import { count } from '../../policy/print.ts';
import { isNode } from '../../policy/resolve.ts';
import type { NamespaceInventory, World } from '../../workspace/world.ts';
import { stringText, type Choice } from './choice.ts';
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
    : valueChoices(carried.get(place.key) ?? new Map(), spot);
};

/** A place in a selector where the key of a label is written, or a value of the given key. */
interface Place {
  readonly of: 'pods' | 'namespaces';
  /** The object whose selector it is: the spec or a peer. */
  readonly owner: Path;
  readonly key: string | null;
}

const KINDS = { podSelector: 'pods', namespaceSelector: 'namespaces' } as const;

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

/** Who carries a label: names of workloads or namespaces by value, by key. */
type Carried = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

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
      .map(({ owner, namespace, labels }) => [
        `${namespace.key}/${owner.kind}/${owner.name}`,
        labels,
      ]),
  ),
);

function gathered(all: readonly (readonly [carrier: string, labels: Labels])[]): Carried {
  const carried = new Map<string, Map<string, Set<string>>>();
  for (const [carrier, labels] of all)
    for (const [key, value] of Object.entries(labels)) add(carried, key, value, [carrier]);
  return carried;
}

function merged(all: readonly Carried[]): Carried {
  const sum = new Map<string, Map<string, Set<string>>>();
  for (const carried of all)
    for (const [key, values] of carried)
      for (const [value, carriers] of values) add(sum, key, value, carriers);
  return sum;
}

function add(
  carried: Map<string, Map<string, Set<string>>>,
  key: string,
  value: string,
  carriers: Iterable<string>,
): void {
  let values = carried.get(key);
  if (values === undefined) carried.set(key, (values = new Map()));
  let set = values.get(value);
  if (set === undefined) values.set(value, (set = new Set()));
  for (const carrier of carriers) set.add(carrier);
}

function keyChoices(carried: Carried, { on, present, word, quote, path }: Spot): Choice[] {
  return [...carried].flatMap(([key, values]): Choice[] => {
    if (on === 'key' && present.includes(key)) return [];
    const carriers = new Set([...values.values()].flatMap((each) => [...each]));
    const text = stringText(key, quote);
    return [
      {
        label: key,
        text: on === 'key' && !word.isKey ? `${text}: ` : text,
        kind: CompletionItemKind.Property,
        detail: carriersText(carriers, path),
        documentation: `Values: ${[...values.keys()].slice(0, 10).map(code).join(', ')}${values.size > 10 ? ', …' : ''}`,
        retrigger: on === 'key' && !word.isKey,
        weight: carriers.size,
      },
    ];
  });
}

const valueChoices = (
  values: ReadonlyMap<string, ReadonlySet<string>>,
  { present, quote, path }: Spot,
): Choice[] =>
  [...values]
    .filter(([value]) => !present.includes(value))
    .map(([value, carriers]) => ({
      label: value === '' ? '""' : value,
      text: stringText(value, quote),
      kind: CompletionItemKind.Value,
      detail: carriersText(carriers, path),
      weight: carriers.size,
    }));

const code = (text: string): string => `\`${text}\``;

/** "3 workloads", or the name of the only one. */
function carriersText(carriers: ReadonlySet<string>, path: Path): string {
  const [first] = carriers;
  if (path.includes('namespaceSelector'))
    return carriers.size === 1 ? `namespace ${first!}` : count(carriers.size, 'namespace');
  return carriers.size === 1
    ? `workload ${first!.slice(first!.lastIndexOf('/') + 1)}`
    : count(carriers.size, 'workload');
}
