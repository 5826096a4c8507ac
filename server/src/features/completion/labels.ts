import { CompletionItemKind } from 'vscode-languageserver-types';
import { derive, derive2 } from '../../base/derive.ts';
import type { Path } from '../../model/resource.ts';
import type { Assumptions } from '../../policy/assumptions.ts';
import { isNode, type NamespaceInfo } from '../../policy/endpoint.ts';
import type { NamespaceInventory, World } from '../../workspace/world.ts';
import { stringText } from '../../yaml/scalar.ts';
import {
  carriersText,
  gathered,
  merged,
  valuesText,
  type Carried,
  type Carriers,
} from './carried.ts';
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

function carriedAt({ of, owner }: Place, spot: Spot, world: World): Carried {
  if (of === 'namespaces') return byNamespaces(world.namespaces());
  const { assumptions } = world.settings;
  const all = inventoriesFor(owner, spot, world).map((each) => byPods(each, assumptions));
  return merged(all);
}

/** The labels of namespaces. */
export const byNamespaces = derive((namespaces: readonly NamespaceInfo[]): Carried =>
  gathered(
    'namespace',
    namespaces.map(({ key, labels }) => [key, labels]),
  ),
);

/** The labels of pods; those on the host network are not there for selectors. */
export const byPods = derive2(({ pods }: NamespaceInventory, assumptions: Assumptions): Carried =>
  gathered(
    'workload',
    pods
      .filter((pod) => !isNode(pod, assumptions))
      .map(({ owner, labels }) => [`${owner.kind}/${owner.name}`, labels]),
  ),
);

function keyChoices(carried: Carried, { on, present, word, quote }: Spot): Choice[] {
  return [...carried].flatMap(([key, { any, values }]): Choice[] => {
    if (on === 'key' && present.includes(key)) return [];
    const text = stringText(key, quote);
    const begins = on === 'key' && !word.isKey;
    return [
      {
        label: key,
        text: begins ? `${text}: ` : text,
        kind: CompletionItemKind.Property,
        detail: carriersText(any),
        documentation: valuesText(values),
        retrigger: begins,
        weight: any.count,
      },
    ];
  });
}

/** The values of one key. */
export const valueChoices = (
  values: ReadonlyMap<string, Carriers>,
  { present, quote }: Spot,
): Choice[] =>
  [...values]
    .filter(([value]) => !present.includes(value))
    .map(([value, carriers]) => ({
      label: value === '' ? '""' : value,
      text: stringText(value, quote),
      kind: CompletionItemKind.Value,
      detail: carriersText(carriers),
      weight: carriers.count,
    }));
