import type { CalicoEntity, CalicoPolicy, CalicoPort, CalicoRule } from '../../../model/calico.ts';
import type {
  LabelSelector,
  NetworkPolicyPeer,
  NetworkPolicyPort,
} from '../../../model/networkPolicy.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Direction } from '../../../policy/ir.ts';
import { directionsOf } from '../../../policy/lower/calico.ts';
import { portOf, protocolOf } from '../../../policy/lower/calicoPorts.ts';
import { saidBy } from '../../../policy/lower/calicoSelectors.ts';
import { blocksOf } from './blocks.ts';
import { madeOfKeys, type Conversion, type Made } from './conversion.ts';
import { namespaceSelectorOf, podSelectorOf, type Rewritten } from './calicoSelector.ts';
import { rulesOf, type Unit } from './kubernetesRules.ts';
import { calicoObstacleIn, type AroundCalico } from './calicoObstacles.ts';

/**
 * The `spec` of the NetworkPolicy of Kubernetes that means what one of Calico does, which has to do nothing but allow
 * pods or addresses, at a place where moving it to the order of Kubernetes' policies changes nothing. Rules that differ
 * in their ports or in their peers alone become one.
 */
export function fromCalico(resource: Resource<CalicoPolicy>, around: AroundCalico): Conversion {
  const { body } = resource;
  const { spec } = body;
  const reason = calicoObstacleIn(spec, around);
  if (reason !== null) return { reason };
  const directions = directionsOf(spec, body.apiVersion);
  const [ingress, egress] = (['ingress', 'egress'] as const).map((direction) =>
    spec[direction] === undefined ? null : listOf(resource, spec[direction], direction),
  );
  const value = {
    podSelector: representable(podSelectorOf(saidBy(spec.selector))),
    policyTypes: [
      ...(directions.includes('ingress') ? ['Ingress'] : []),
      ...(directions.includes('egress') ? ['Egress'] : []),
    ],
    ...(ingress && { ingress: ingress.value }),
    ...(egress && { egress: egress.value }),
  };
  return {
    spec: value,
    origins: [
      ...madeOfKeys(resource, spec, value, {
        order: 'podSelector',
        selector: 'podSelector',
        types: 'policyTypes',
        ingress: 'ingress',
        egress: 'egress',
      }),
      ...(ingress?.origins ?? []),
      ...(egress?.origins ?? []),
    ],
  };
}

/** What was found to have no obstacle. */
const representable = (rewritten: Rewritten): LabelSelector => rewritten as LabelSelector;

function listOf(
  resource: Resource,
  rules: readonly CalicoRule[],
  direction: Direction,
): Made<readonly object[]> {
  return rulesOf(
    rules.map((rule) => unitOf(resource, rule, direction)),
    direction,
  );
}

function unitOf(resource: Resource, rule: CalicoRule, direction: Direction): Unit {
  const { source = {}, destination = {} } = rule;
  const peers = peersOf(resource, direction === 'ingress' ? source : destination);
  const ports = portsOf(resource, rule);
  return {
    peers: peers?.value ?? null,
    ports: ports?.value ?? null,
    spans: [resource.source.of(rule)],
    origins: [...(peers?.origins ?? []), ...(ports?.origins ?? [])],
  };
}

function peersOf(
  { source }: Resource,
  entity: CalicoEntity,
): Made<readonly NetworkPolicyPeer[]> | null {
  const { nets = [], notNets = [], selector = '', namespaceSelector = '' } = entity;
  if (nets.length + notNets.length > 0) {
    const placed = blocksOf(nets, notNets).map(({ index, block: ipBlock }) => ({
      peer: { ipBlock },
      from: nets.length > 0 ? source.value(nets, index) : source.of(notNets),
    }));
    return {
      value: placed.map(({ peer }) => peer),
      origins: placed.map(({ peer, from }) => ({ of: peer, from })),
    };
  }
  if (selector.trim() === '' && namespaceSelector.trim() === '') return null;
  const podSelector = representable(podSelectorOf(saidBy(selector)));
  const peer =
    namespaceSelector.trim() === ''
      ? { podSelector }
      : {
          namespaceSelector: representable(namespaceSelectorOf(saidBy(namespaceSelector))),
          ...(Object.keys(podSelector).length > 0 && { podSelector }),
        };
  return { value: [peer], origins: [{ of: peer, from: source.of(entity) }] };
}

function portsOf(
  { source }: Resource,
  { protocol: given, destination = {} }: CalicoRule,
): Made<readonly NetworkPolicyPort[]> | null {
  if (given === undefined) return null;
  const protocol = protocolOf(given);
  const { ports = [] } = destination;
  if (ports.length === 0) return { value: [{ protocol }], origins: [] };
  const entries = ports.map((port) => ({ protocol, ...entryOf(port) }));
  return {
    value: entries,
    origins: entries.map((entry, index) => ({ of: entry, from: source.value(ports, index) })),
  };
}

function entryOf(port: CalicoPort): Pick<NetworkPolicyPort, 'port' | 'endPort'> {
  const range = portOf(port);
  if (typeof range === 'string') return { port: range };
  const [first, last] = range;
  return { port: first, ...(last !== first && { endPort: last }) };
}
