import type { Span } from '../../../base/span.ts';
import type {
  CiliumCidrRule,
  CiliumItem,
  CiliumPort,
  CiliumPortRule,
} from '../../../model/cilium.ts';
import type {
  EgressRule,
  IngressRule,
  LabelSelector,
  NetworkPolicy,
  NetworkPolicyPeer,
  NetworkPolicyPort,
} from '../../../model/networkPolicy.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Assumptions } from '../../../policy/assumptions.ts';
import type { Direction } from '../../../policy/ir.ts';
import { effectivePolicyTypes } from '../../../policy/lower/k8s.ts';
import { selectorOf } from '../../../policy/selector/k8s.ts';
import { matches } from '../../../policy/selector/selector.ts';
import {
  CILIUM_LABELS,
  isImpliedBy,
  KUBERNETES_NAME,
  NAMESPACE_KEY,
} from '../../../policy/vocabulary.ts';
import { madeOfKeys, type Conversion, type Made } from './conversion.ts';
import { inLists, labelsAskedIn, masked } from './kubernetesParts.ts';
import { isItsOwn, selectsNoHosts } from './obstacles.ts';

/** An entry of `toPorts` takes so many ports (`maxItems` of its definition). */
const MOST_PORTS = 40;

/**
 * The `spec` of the CiliumNetworkPolicy that means what a NetworkPolicy does where Cilium enforces: all policies of both
 * kinds stand beside each other, so that nothing depends on a place (Cilium documentation, "Network Policy"). An item
 * takes pods or blocks of addresses, so that a rule for both becomes two. An item without anything matches nothing, where
 * a rule without anything matches everything; and it is what isolates pods in a direction without rules.
 */
export function toCilium(resource: Resource<NetworkPolicy>, assumptions: Assumptions): Conversion {
  const { body } = resource;
  const { spec } = body;
  const reason = obstacleIn(spec, assumptions);
  if (reason !== null) return { reason };
  const types = effectivePolicyTypes(spec);
  const lists = (['ingress', 'egress'] as const)
    .filter((direction) => types[direction])
    .map((direction) => ({
      direction,
      list: itemsOf(resource, spec[direction] ?? [], direction),
    }));
  const value = {
    endpointSelector: spec.podSelector ?? {},
    ...Object.fromEntries(lists.map(({ direction, list }) => [direction, list.value])),
  };
  return {
    spec: value,
    origins: [
      ...madeOfKeys(resource, spec, value, {
        podSelector: 'endpointSelector',
        policyTypes: lists[0]!.direction,
        ingress: 'ingress',
        egress: 'egress',
      }),
      ...lists.flatMap(({ list }) => list.origins),
    ],
  };
}

function obstacleIn(spec: NetworkPolicy['spec'], { hostNetworkPods }: Assumptions): string | null {
  if (hostNetworkPods === 'ordinary') return selectsNoHosts('cilium');
  const types = effectivePolicyTypes(spec);
  for (const direction of ['ingress', 'egress'] as const)
    if (!types[direction] && (spec[direction] ?? []).length > 0)
      return `its \`policyTypes\` leave out \`${direction}\`, of which it has rules that Cilium may count all the same`;
  const own = labelsAskedIn(spec).ofPods.find(
    (label) => isImpliedBy('cilium', label) || label.startsWith(CILIUM_LABELS.ofNamespace),
  );
  return own === undefined ? null : isItsOwn('cilium', own);
}

/** The items of a direction that is isolated; without any it is isolated by one that matches nothing. */
function itemsOf(
  resource: Resource<NetworkPolicy>,
  rules: readonly (IngressRule & EgressRule)[],
  direction: Direction,
): Made<readonly CiliumItem[]> {
  if (rules.length === 0) return { value: [{}], origins: [] };
  const made = rules.map((rule) => itemsOfRule(resource, rule, direction));
  return {
    value: made.flatMap(({ value }) => value),
    origins: made.flatMap(({ origins }) => origins),
  };
}

function itemsOfRule(
  resource: Resource<NetworkPolicy>,
  rule: IngressRule & EgressRule,
  direction: Direction,
): Made<readonly CiliumItem[]> {
  const { source } = resource;
  const toPorts = portsOf(resource, rule.ports ?? []);
  const ends = endsOf(resource, rule[direction === 'ingress' ? 'from' : 'to'] ?? [], direction);
  const isBare = toPorts.value.length === 0;
  const value = ends.map(({ value: end }): CiliumItem => ({
    // Nothing at all would match nothing.
    ...(isBare && Object.keys(end).length === 0
      ? { [`${SIDES[direction]}Entities`]: ['all'] }
      : end),
    ...(!isBare && { toPorts: toPorts.value }),
  }));
  return {
    value,
    origins: [
      { of: value[0]!, from: source.of(rule) },
      ...ends.flatMap(({ origins }) => origins),
      ...toPorts.origins,
    ],
  };
}

const SIDES = { ingress: 'from', egress: 'to' } as const;

/** The peers of a rule: those that are pods, and those that are blocks, as no item takes both. */
function endsOf(
  { source }: Resource,
  peers: readonly NetworkPolicyPeer[],
  direction: Direction,
): readonly Made<CiliumItem>[] {
  if (peers.length === 0) return [{ value: {}, origins: [] }];
  const [pods, blocks] = [true, false].map((isPods) =>
    peers.filter(({ ipBlock }) => (ipBlock === undefined) === isPods),
  ) as [NetworkPolicyPeer[], NetworkPolicyPeer[]];
  const side = SIDES[direction];
  const span = (peer: NetworkPolicyPeer): Span => source.of(peer);
  const selectors = pods.map(endpointsOf);
  const rules = blocks.map(({ ipBlock }): CiliumCidrRule => {
    const except = (ipBlock!.except ?? []).map(masked);
    return { cidr: masked(ipBlock!.cidr), ...(except.length > 0 && { except }) };
  });
  const isPlain = rules.every(({ except }) => except === undefined);
  const cidrs = rules.map(({ cidr }) => cidr!);
  const endpoints: Made<CiliumItem> = {
    value: { [`${side}Endpoints`]: selectors },
    origins: pods.map((peer, index) => ({ of: selectors, step: index, from: span(peer) })),
  };
  const addresses: Made<CiliumItem> = {
    value: isPlain ? { [`${side}CIDR`]: cidrs } : { [`${side}CIDRSet`]: rules },
    origins: blocks.map((peer, index) => ({
      of: isPlain ? cidrs : rules,
      step: index,
      from: span(peer),
    })),
  };
  return [...(pods.length > 0 ? [endpoints] : []), ...(blocks.length > 0 ? [addresses] : [])];
}

/** Conditions on namespaces stand among those on pods, under keys of their own; without any the own namespace is meant. */
function endpointsOf({ podSelector = {}, namespaceSelector }: NetworkPolicyPeer): LabelSelector {
  if (namespaceSelector === undefined) return podSelector;
  const { matchLabels = {}, matchExpressions = [] } = namespaceSelector;
  const isOpen = matches(selectorOf(namespaceSelector)!, {}) !== 'no';
  return joined(
    {
      matchLabels: Object.fromEntries(
        Object.entries(matchLabels).map(([key, value]) => [namespaceKey(key), value]),
      ),
      matchExpressions: [
        // What is true of anything else is true of more than pods.
        ...(isOpen ? [{ key: NAMESPACE_KEY, operator: 'Exists' }] : []),
        ...matchExpressions.map((one) => ({ ...one, key: namespaceKey(one.key) })),
      ],
    },
    podSelector,
  );
}

const namespaceKey = (key: string): string =>
  key === KUBERNETES_NAME ? NAMESPACE_KEY : `k8s:${CILIUM_LABELS.ofNamespace}${key}`;

/** All conditions of both; their keys are not the same. */
function joined(a: LabelSelector, b: LabelSelector): LabelSelector {
  const matchLabels = { ...a.matchLabels, ...b.matchLabels };
  const matchExpressions = [...(a.matchExpressions ?? []), ...(b.matchExpressions ?? [])];
  return {
    ...(Object.keys(matchLabels).length > 0 && { matchLabels }),
    ...(matchExpressions.length > 0 && { matchExpressions }),
  };
}

/** Ports as texts, in entries of which any may match; 0 is every port of a protocol. */
function portsOf(
  { source }: Resource,
  entries: readonly NetworkPolicyPort[],
): Made<readonly CiliumPortRule[]> {
  const ports = entries.map(portOf);
  return {
    value: inLists(ports, MOST_PORTS).map((list) => ({ ports: list })),
    origins: entries.map((entry, index) => ({ of: ports[index]!, from: source.of(entry) })),
  };
}

const portOf = ({ protocol = 'TCP', port = 0, endPort }: NetworkPolicyPort): CiliumPort => ({
  port: String(port),
  ...(endPort !== undefined && endPort !== port && { endPort }),
  protocol,
});
