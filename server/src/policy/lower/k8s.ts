import type { Span } from '../../base/span.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import type {
  EgressRule,
  IngressRule,
  LabelSelector,
  NetworkPolicy,
  NetworkPolicyPeer,
  NetworkPolicyPort,
} from '../../model/networkPolicy.ts';
import type { Resource } from '../../model/resource.ts';
import { parseBlock } from '../cidr.ts';
import type { Direction, IrPolicy, IrRule, Namespaces, Peer, PortTerm } from '../ir.ts';
import { selectorOf } from '../selector/k8s.ts';
import { EVERYTHING, type Selector } from '../selector/selector.ts';
import { isMeaningless, meaningless, type Meaningless } from './meaningless.ts';

/** Where a policy lives. */
export interface Home {
  readonly namespace: NamespaceKey;
  readonly uri: string;
}

/**
 * A NetworkPolicy as IR. Total: an opaque resource becomes a policy that may isolate and allow anything in its
 * namespace, and what no API server would store (a CIDR that is none, an unknown operator) makes its rule unsure.
 */
export function lowerNetworkPolicy(resource: Resource<NetworkPolicy>, home: Home): IrPolicy {
  const { body, source } = resource;
  const metadata = (body as Partial<NetworkPolicy>).metadata ?? {};
  const at = metadata.name === undefined ? source.of(body) : source.value(metadata, 'name');
  const own: Namespaces = { kind: 'own', namespace: home.namespace };
  const common = {
    apiVersion: body.apiVersion,
    kind: 'NetworkPolicy',
    name: metadata.name ?? metadata.generateName ?? '',
    namespace: home.namespace,
    tier: null,
    priority: null,
    place: { uri: home.uri, chunk: resource.chunk, span: at },
  };
  if (resource.opaque !== null)
    return { ...common, ...anything(own, at, resource.opaque), unsure: resource.opaque };

  const { spec } = body;
  const types = effectivePolicyTypes(spec);
  const pods = selectorOf(spec.podSelector ?? {});
  const rules = (['ingress', 'egress'] as const).flatMap((direction) =>
    (spec[direction] ?? []).map((rule, index) => lowerRule(resource, own, direction, rule, index)),
  );
  const unlisted = rules.filter(({ direction }) => !types[direction]);
  return {
    ...common,
    subject: { kind: 'pods', namespaces: own, pods: pods ?? EVERYTHING },
    isolates: types,
    rules: rules.filter(({ direction }) => types[direction]),
    ...(unlisted.length > 0 && { unlisted }),
    unsure:
      pods === null
        ? 'its podSelector has an operator that does not exist, or values that do not suit it'
        : null,
  };
}

/**
 * The directions that a policy isolates. Without `policyTypes`, ingress always and egress if there is an egress rule
 * (Kubernetes API reference, NetworkPolicySpec.policyTypes).
 */
export const effectivePolicyTypes = (spec: NetworkPolicy['spec']): Record<Direction, boolean> =>
  spec.policyTypes === undefined || spec.policyTypes.length === 0
    ? { ingress: true, egress: (spec.egress ?? []).length > 0 }
    : {
        ingress: spec.policyTypes.includes('Ingress'),
        egress: spec.policyTypes.includes('Egress'),
      };

/** The widest policy there is: whatever stands in a template lies within it. */
function anything(
  own: Namespaces,
  span: Span,
  unsure: string,
): Pick<IrPolicy, 'subject' | 'isolates' | 'rules'> {
  const rule = (direction: Direction): IrRule => ({
    direction,
    index: 0,
    name: null,
    verdict: 'allow',
    peers: 'everyone',
    ports: 'all',
    unsure,
    span,
  });
  return {
    subject: { kind: 'pods', namespaces: own, pods: EVERYTHING },
    isolates: { ingress: true, egress: true },
    rules: [rule('ingress'), rule('egress')],
  };
}

function lowerRule(
  { source }: Resource,
  own: Namespaces,
  direction: Direction,
  rule: IngressRule & EgressRule,
  index: number,
): IrRule {
  const peers = (rule[direction === 'ingress' ? 'from' : 'to'] ?? []).map((peer) =>
    lowerPeer(own, peer, source.of(peer)),
  );
  const ports = (rule.ports ?? []).map((port) => lowerPort(port, source.of(port)));
  const [badPeer, badPort] = [peers.find(isMeaningless), ports.find(isMeaningless)];
  return {
    direction,
    index,
    name: null,
    verdict: 'allow',
    peers: badPeer !== undefined || peers.length === 0 ? 'everyone' : (peers as Peer[]),
    ports: badPort !== undefined || ports.length === 0 ? 'all' : (ports as PortTerm[]),
    unsure: (badPeer ?? badPort)?.unsure ?? null,
    span: source.of(rule),
  };
}

/** Where only pods are selected, those of the policy's own namespace (Kubernetes API reference, NetworkPolicyPeer). */
function lowerPeer(own: Namespaces, peer: NetworkPolicyPeer, span: Span): Peer | Meaningless {
  const { podSelector, namespaceSelector, ipBlock } = peer;
  if (ipBlock !== undefined) {
    if (podSelector !== undefined || namespaceSelector !== undefined)
      return meaningless('a peer joins ipBlock with a selector, which is not allowed');
    const bad = [ipBlock.cidr, ...(ipBlock.except ?? [])].find((text) => parseBlock(text) === null);
    if (bad !== undefined) return meaningless(`\`${bad}\` is not a CIDR`);
    const block = { cidr: ipBlock.cidr, except: ipBlock.except ?? [] };
    return { kind: 'addresses', blocks: [block], span };
  }
  if (podSelector === undefined && namespaceSelector === undefined)
    return meaningless('a peer names neither pods, namespaces nor addresses');
  const pods = lowerSelector(podSelector);
  const namespaces = lowerSelector(namespaceSelector);
  if (pods === null || namespaces === null)
    return meaningless(
      'a selector has an operator that does not exist, or values that do not suit it',
    );
  return {
    kind: 'pods',
    namespaces: namespaceSelector === undefined ? own : { kind: 'matching', selector: namespaces },
    pods,
    span,
  };
}

const lowerSelector = (selector: LabelSelector | undefined): Selector | null =>
  selector === undefined ? EVERYTHING : selectorOf(selector);

/** The protocol is TCP unless given; without a port, all of its ports (Kubernetes API reference, NetworkPolicyPort). */
function lowerPort(entry: NetworkPolicyPort, span: Span): PortTerm | Meaningless {
  const { protocol = 'TCP', port, endPort } = entry;
  if (endPort !== undefined && (typeof port !== 'number' || endPort < port))
    return meaningless('a port range ends without a start, or before it');
  if (typeof port === 'string') return { kind: 'named', protocol, name: port, span };
  return port === undefined
    ? { kind: 'numbers', protocol, first: 0, last: 65535, span }
    : { kind: 'numbers', protocol, first: port, last: endPort ?? port, span };
}
