import type { LabelSelector } from '../../model/networkPolicy.ts';
import { stringsOf } from '../../model/untyped.ts';
import type { Path } from '../../model/resource.ts';
import { isNode, type NamespaceInfo, type PodEndpoint } from '../../policy/endpoint.ts';
import type { Namespaces } from '../../policy/ir.ts';
import { matchesNamespace } from '../../policy/resolve.ts';
import { selectorOf } from '../../policy/selector/k8s.ts';
import { EVERYTHING, matches, type Selector } from '../../policy/selector/selector.ts';
import type { NamespaceInventory, World } from '../../workspace/world.ts';
import type { Spot } from './spot.ts';

/** The value at the end of a path in something decoded; undefined where there is none. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    value,
  );

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A half-typed selector: the conditions of it that can be read. */
export const selectorIn = (value: unknown): Selector =>
  selectorOf(labelSelectorIn(value)) ?? EVERYTHING;

/** The same, as it is written. */
export const labelSelectorIn = (value: unknown): LabelSelector => ({
  matchLabels: stringsOf(valueAt(value, ['matchLabels'])),
  matchExpressions: listOf(valueAt(value, ['matchExpressions'])).flatMap((each) => {
    const [key, operator, values] = ['key', 'operator', 'values'].map((name) =>
      valueAt(each, [name]),
    );
    return typeof key === 'string' && typeof operator === 'string'
      ? [{ key, operator, values: listOf(values).filter((one) => typeof one === 'string') }]
      : [];
  }),
});

/** The namespaces that the object at `owner` speaks of, those included that may be among them. */
function namespacesOf(owner: Path, spot: Spot, world: World): readonly NamespaceInfo[] {
  const object = valueAt(spot.body, owner);
  const selector = valueAt(object, ['namespaceSelector']) ?? valueAt(object, ['namespaces']);
  // Where administrators name no namespaces, all are meant.
  if (typeof selector !== 'object' && owner.at(-1) !== 'pods')
    return [world.inventory(spot.namespace).info];
  const namespaces: Namespaces = { kind: 'matching', selector: selectorIn(selector) };
  return world
    .namespaces()
    .filter(
      (info) => matchesNamespace(namespaces, info, world.settings.assumptions).truth !== 'no',
    );
}

/** What runs in the namespaces in which a `podSelector` of the object at `owner` looks for pods. */
export const inventoriesFor = (
  owner: Path,
  spot: Spot,
  world: World,
): readonly NamespaceInventory[] =>
  namespacesOf(owner, spot, world).map(({ key }) => world.inventory(key));

/** The pods that the selectors of the object at `owner` select: the spec, a peer, or `pods` of a subject or peer. */
export const podsFor = (owner: Path, spot: Spot, world: World): readonly PodEndpoint[] => {
  const selector = selectorIn(valueAt(spot.body, [...owner, 'podSelector']));
  return inventoriesFor(owner, spot, world).flatMap(({ pods }) =>
    pods.filter(
      (pod) => !isNode(pod, world.settings.assumptions) && matches(selector, pod.labels) === 'yes',
    ),
  );
};
