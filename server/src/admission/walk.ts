import { derive } from '../base/derive.ts';
import type { Span } from '../base/span.ts';
import type {
  EgressRule,
  IngressRule,
  IPBlock,
  LabelSelector,
  LabelSelectorRequirement,
  NetworkPolicy,
  NetworkPolicyPeer,
  NetworkPolicyPort,
} from '../model/networkPolicy.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';

/*
 * The parts of a policy, as far as they can be judged: what is of the wrong type, or filled in by a template, is left
 * out here, so that one such value hides no mistake in the others.
 */

/** Whether a field or item can be judged: it is of its type, and no template fills it in. */
export const isLegible = (
  { illegible }: Resource,
  object: object,
  step: string | number,
): boolean => illegible?.get(object)?.has(step) !== true;

/** The value of a field; undefined where it is absent or cannot be judged. */
export const fieldIn = <Owner extends object, Key extends keyof Owner & string>(
  resource: Resource,
  object: Owner,
  key: Key,
): Owner[Key] | undefined => (isLegible(resource, object, key) ? object[key] : undefined);

/** The keys and values of a mapping, or the indices and items of a list, that can be judged. */
export const entriesIn = <Value>(
  resource: Resource,
  object: Readonly<Record<string, Value>> | undefined,
): [string, Value][] =>
  Object.entries(object ?? {}).filter(([key]) => isLegible(resource, object!, key));

/** The items of a list that can be judged, each with its index; a field where it has no place may be anything. */
export const itemsIn = <Item>(
  resource: Resource,
  list: readonly Item[] | undefined,
): [number, Item][] =>
  Array.isArray(list)
    ? [...(list as readonly Item[]).entries()].filter(([index]) => isLegible(resource, list, index))
    : [];

/** Whether every field of an object can be judged, and every item of its lists: what it lacks is then lacking. */
export const isWhole = ({ illegible }: Resource, object: object): boolean =>
  [object, ...Object.values(object).filter(Array.isArray)].every(
    (part) => illegible?.has(part) !== true,
  );

const itemsOf = <Item>(resource: Resource, list: readonly Item[] | undefined): Item[] =>
  itemsIn(resource, list).map(([, item]) => item);

/** The spec; one without anything where it cannot be judged. */
export const specOf = (policy: Resource<NetworkPolicy>): NetworkPolicy['spec'] =>
  fieldIn(policy, policy.body, 'spec') ?? {};

/** The rules of both directions in the order of the API; remembered, as nearly every check asks for them. */
export const rulesIn = derive(
  (policy: Resource<NetworkPolicy>): readonly (IngressRule & EgressRule)[] =>
    (['ingress', 'egress'] as const).flatMap((direction) =>
      itemsOf<IngressRule & EgressRule>(policy, fieldIn(policy, specOf(policy), direction)),
    ),
);

/** All peers of all rules; remembered likewise. */
export const peersIn = derive((policy: Resource<NetworkPolicy>): readonly NetworkPolicyPeer[] =>
  rulesIn(policy).flatMap((rule) =>
    (['from', 'to'] as const).flatMap((side) => itemsOf(policy, fieldIn(policy, rule, side))),
  ),
);

/** All port entries of all rules. */
export const portsIn = (policy: Resource<NetworkPolicy>): NetworkPolicyPort[] =>
  rulesIn(policy)
    .flatMap((rule) => itemsOf(policy, fieldIn(policy, rule, 'ports')))
    .filter((port) => isWhole(policy, port));

/** All blocks of addresses. */
export const blocksIn = (policy: Resource<NetworkPolicy>): IPBlock[] =>
  peersIn(policy)
    .flatMap((peer) => fieldIn(policy, peer, 'ipBlock') ?? [])
    .filter((block) => isWhole(policy, block));

/** All label selectors: the subject's and the peers'. */
export const selectorsIn = derive((policy: Resource<NetworkPolicy>): readonly LabelSelector[] => [
  ...[fieldIn(policy, specOf(policy), 'podSelector') ?? []].flat(),
  ...peersIn(policy).flatMap((peer) =>
    (['podSelector', 'namespaceSelector'] as const).flatMap(
      (key) => fieldIn(policy, peer, key) ?? [],
    ),
  ),
]);

/** The match expressions of a selector. */
export const expressionsIn = (
  policy: Resource,
  selector: LabelSelector,
): LabelSelectorRequirement[] =>
  itemsOf(policy, fieldIn(policy, selector, 'matchExpressions')).filter((expression) =>
    isWhole(policy, expression),
  );

/** Where a key or item of an object of the policy stands, and its path in Kubernetes' own notation. */
export const valuePlace = (
  { source }: Resource,
  object: object,
  step: string | number,
): { readonly span: Span; readonly field: string } => ({
  span: source.value(object, step),
  field: fieldText([...source.path(object), step]),
});

/** Where an item of a list stands; one of nothing at all is only a dash. */
export function itemSpan({ source, chunk }: Resource, item: object): Span {
  const { start, end } = source.of(item);
  const dash = start === end ? chunk.text.lastIndexOf('-', start) : start;
  return dash < 0 ? { start, end } : { start: dash, end: Math.max(end, dash + 1) };
}
