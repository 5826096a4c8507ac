import type { Span } from '../../../base/span.ts';
import type { CalicoEntity, CalicoPort, CalicoRule } from '../../../model/calico.ts';
import type {
  EgressRule,
  IngressRule,
  LabelSelector,
  NetworkPolicy,
  NetworkPolicyPeer,
  NetworkPolicyPort,
} from '../../../model/networkPolicy.ts';
import type { Resource, Source } from '../../../model/resource.ts';
import type { Origin } from '../../../model/rewrite.ts';
import type { Assumptions } from '../../../policy/assumptions.ts';
import { KUBERNETES_ORDER } from '../../../policy/calicoTiers.ts';
import { parseBlock, type Family } from '../../../policy/cidr.ts';
import type { AddressSet, Direction } from '../../../policy/ir.ts';
import { entityExpression } from '../../../policy/lower/calicoSelectors.ts';
import { effectivePolicyTypes } from '../../../policy/lower/k8s.ts';
import { truthOf } from '../../../policy/peers.ts';
import { both, type Expression } from '../../../policy/selector/calico/expression.ts';
import { renamed } from '../../../policy/selector/calico/rewrite.ts';
import { selectorOf } from '../../../policy/selector/calico/selectorOf.ts';
import { written } from '../../../policy/selector/calico/written.ts';
import { matches } from '../../../policy/selector/selector.ts';
import {
  KUBERNETES_NAME,
  isImpliedBy,
  NAMESPACE_NAME,
  ORCHESTRATOR,
} from '../../../policy/vocabulary.ts';
import { expressionOf } from '../../../policy/selector/calico/ofLabels.ts';
import { madeOfKeys, type Conversion, type Made } from './conversion.ts';
import { inLists, labelsAskedIn, masked } from './kubernetesParts.ts';
import { isItsOwn, selectsNoHosts } from './obstacles.ts';

/** What decides how a policy is written for Calico besides the policy itself. */
export interface Around {
  readonly namespace: string;
  /** The network sets that selectors of Calico's may mean, too. */
  readonly sets: readonly AddressSet[];
  readonly assumptions: Assumptions;
}

/** Lists of ports are cut at the length that Calico takes (`maxItems` of its definitions). */
const MOST_PORTS = 50;

/**
 * The `spec` of the NetworkPolicy of Calico that means what one of Kubernetes does, as Calico itself converts them
 * (libcalico-go, conversion of network policies): an Allow for each peer and protocol, and the directions that are
 * isolated. It always has the order 1000, at which Calico keeps the policies of Kubernetes: without an order it would
 * come behind all others of its tier, and a Deny that somebody adds between would win. Conditions are added where
 * Calico's selectors mean more than pods: network sets, and hosts, of which negations of labels are true.
 */
export function toCalico(resource: Resource<NetworkPolicy>, around: Around): Conversion {
  const { body } = resource;
  const { spec } = body;
  const reason = obstacleIn(spec, around);
  if (reason !== null) return { reason };
  const types = effectivePolicyTypes(spec);
  const ingress = listOf(resource, spec.ingress, 'ingress', around);
  const egress = listOf(resource, spec.egress, 'egress', around);
  const value = {
    order: KUBERNETES_ORDER,
    selector: written(expressionOf(spec.podSelector ?? {})),
    types: [...(types.ingress ? ['Ingress'] : []), ...(types.egress ? ['Egress'] : [])],
    ...(ingress !== null && { ingress: ingress.value }),
    ...(egress !== null && { egress: egress.value }),
  };
  return {
    spec: value,
    origins: [
      ...madeOfKeys(resource, spec, value, {
        podSelector: 'selector',
        policyTypes: 'types',
        ingress: 'ingress',
        egress: 'egress',
      }),
      ...(ingress?.origins ?? []),
      ...(egress?.origins ?? []),
    ],
  };
}

/** What Calico's selectors would not find as Kubernetes does. */
function obstacleIn(spec: NetworkPolicy['spec'], { assumptions }: Around): string | null {
  if (assumptions.hostNetworkPods === 'ordinary') return selectsNoHosts('calico');
  const { ofPods, ofNamespaces } = labelsAskedIn(spec);
  const own =
    ofPods.find((label) => isImpliedBy('calico', label)) ??
    ofNamespaces.find((label) => label === NAMESPACE_NAME);
  return own === undefined ? null : isItsOwn('calico', own);
}

/** The rules of a direction; null where the policy does not have the list. */
function listOf(
  resource: Resource<NetworkPolicy>,
  rules: readonly (IngressRule & EgressRule)[] | undefined,
  direction: Direction,
  around: Around,
): Made<readonly CalicoRule[]> | null {
  if (rules === undefined) return null;
  const made = rules.map((rule) => rulesOf(resource, rule, direction, around));
  return {
    value: made.flatMap(({ value }) => value),
    origins: made.flatMap(({ origins }) => origins),
  };
}

/** A rule for each peer and protocol. What comments say of a peer or port stands where that comes first. */
function rulesOf(
  resource: Resource<NetworkPolicy>,
  rule: IngressRule & EgressRule,
  direction: Direction,
  around: Around,
): Made<readonly CalicoRule[]> {
  const { source } = resource;
  const ends = endsOf(resource, rule[direction === 'ingress' ? 'from' : 'to'] ?? [], around);
  const protocols = protocolsOf(resource, rule.ports ?? []);
  const made = ends.map(({ entity }) =>
    protocols.map((protocol) => ruleOf(direction, entity, protocol)),
  );
  return {
    value: made.flat(),
    origins: [
      { of: made[0]![0]!, from: source.of(rule) },
      ...ends.flatMap(({ from, origins }, index) => [
        ...(from === null ? [] : [{ of: made[index]![0]!, from }]),
        ...origins,
      ]),
      ...protocols.flatMap(({ from, origins }, index) => [
        ...(from === null ? [] : [{ of: made[0]![index]!, from }]),
        ...origins,
      ]),
    ],
  };
}

function ruleOf(
  direction: Direction,
  far: CalicoEntity,
  { protocol, ports }: Protocol,
): CalicoRule {
  const near = ports.length === 0 ? {} : { ports };
  const [source, destination] = direction === 'ingress' ? [far, near] : [{}, { ...far, ...near }];
  return {
    action: 'Allow',
    ...(protocol !== null && { protocol }),
    ...(!isEmpty(source) && { source }),
    ...(!isEmpty(destination) && { destination }),
  };
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

/** One end of the traffic that rules are for, and the peer that it is made of; null for everyone. */
interface End {
  readonly entity: CalicoEntity;
  readonly from: Span | null;
  readonly origins: readonly Origin[];
}

/** Peers as ends. Blocks of addresses of one family share an end, as long as they have no exceptions. */
function endsOf(
  { source }: Resource,
  peers: readonly NetworkPolicyPeer[],
  around: Around,
): readonly End[] {
  if (peers.length === 0) return [{ entity: {}, from: null, origins: [] }];
  const plain = (family: Family): readonly NetworkPolicyPeer[] =>
    peers.filter(
      ({ ipBlock }) =>
        ipBlock !== undefined &&
        (ipBlock.except ?? []).length === 0 &&
        parseBlock(ipBlock.cidr)!.family === family,
    );
  const shared = [plain('IPv4'), plain('IPv6')];
  return peers.flatMap((peer): readonly End[] => {
    const from = source.of(peer);
    const together = shared.find((each) => each.includes(peer));
    if (together !== undefined)
      return together[0] === peer ? [{ ...netsOf(together, source), from }] : [];
    const { ipBlock } = peer;
    const entity =
      ipBlock === undefined
        ? podsOf(peer, around)
        : { nets: [masked(ipBlock.cidr)], notNets: distinct((ipBlock.except ?? []).map(masked)) };
    return [{ entity, from, origins: [] }];
  });
}

function netsOf(
  peers: readonly NetworkPolicyPeer[],
  source: Source,
): Pick<End, 'entity' | 'origins'> {
  const nets = distinct(peers.map(({ ipBlock }) => masked(ipBlock!.cidr)));
  return {
    entity: { nets },
    origins: peers.slice(1).map((peer) => ({
      of: nets,
      step: nets.indexOf(masked(peer.ipBlock!.cidr)),
      from: source.of(peer),
    })),
  };
}

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

const PODS_ALONE: Expression = {
  kind: 'compare',
  label: ORCHESTRATOR,
  operator: '==',
  value: 'k8s',
};

/** Pods of the policy's own namespace where the peer names none. */
function podsOf(
  { podSelector = {}, namespaceSelector }: NetworkPolicyPeer,
  { namespace, sets }: Around,
): CalicoEntity {
  const pods = expressionOf(podSelector);
  const within =
    namespaceSelector === undefined
      ? {}
      : { namespaceSelector: written(namespacesOf(namespaceSelector)) };
  const entity =
    namespaceSelector !== undefined && pods.kind === 'all'
      ? within
      : { ...within, selector: written(pods) };
  const chosen = selectorOf(entityExpression(entity, namespace)!);
  if (!sets.some((set) => truthOf(set, chosen) !== 'no')) return entity;
  const alone = pods.kind === 'all' ? PODS_ALONE : both(PODS_ALONE, ...conditionsOf(pods));
  return { ...within, selector: written(alone) };
}

const conditionsOf = (expression: Expression): readonly Expression[] =>
  expression.kind === 'and' ? expression.of : [expression];

/** What lives in no namespace has no label of one, so that negations are true of it. */
function namespacesOf(selector: LabelSelector): Expression {
  const asked = renamed(expressionOf(selector), (label) =>
    label === KUBERNETES_NAME ? NAMESPACE_NAME : label,
  );
  if (asked.kind === 'all' || matches(selectorOf(asked), {}) === 'no') return asked;
  return both({ kind: 'has', label: NAMESPACE_NAME }, ...conditionsOf(asked));
}

/** The ports of one protocol, all of them where there are none; without a protocol, everything. */
interface Protocol {
  readonly protocol: string | null;
  readonly ports: readonly CalicoPort[];
  readonly from: Span | null;
  readonly origins: readonly Origin[];
}

/** Ports by protocol, in lists that Calico takes. */
function protocolsOf(
  { source }: Resource,
  entries: readonly NetworkPolicyPort[],
): readonly Protocol[] {
  if (entries.length === 0) return [{ protocol: null, ports: [], from: null, origins: [] }];
  return distinct(entries.map(protocolOf)).flatMap((protocol): readonly Protocol[] => {
    const own = entries.filter((entry) => protocolOf(entry) === protocol);
    const whole = own.find(({ port }) => port === undefined);
    if (whole !== undefined) return [{ protocol, ports: [], from: source.of(whole), origins: [] }];
    const all = distinct(own.map(portOf));
    return inLists(all, MOST_PORTS).map((ports): Protocol => ({
      protocol,
      ports,
      from: null,
      origins: own.flatMap((entry) => {
        const step = ports.indexOf(portOf(entry));
        return step < 0 ? [] : [{ of: ports, step, from: source.of(entry) }];
      }),
    }));
  });
}

const protocolOf = ({ protocol = 'TCP' }: NetworkPolicyPort): string => protocol;

const portOf = ({ port, endPort }: NetworkPolicyPort): CalicoPort =>
  endPort === undefined || endPort === port ? port! : `${port!}:${endPort}`;
