import type { Span } from '../../../base/span.ts';
import type { CiliumItem, CiliumPolicy, CiliumPort } from '../../../model/cilium.ts';
import type {
  IPBlock,
  NetworkPolicyPeer,
  NetworkPolicyPort,
} from '../../../model/networkPolicy.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Assumptions } from '../../../policy/assumptions.ts';
import type { Direction } from '../../../policy/ir.ts';
import { readCiliumPort } from '../../../policy/ciliumPort.ts';
import { ciliumObstacleIn, isForNobody, sectionsOf } from './ciliumObstacles.ts';
import { peerOf, subjectOf } from './ciliumSelector.ts';
import { madeOfKeys, type Conversion, type Made } from './conversion.ts';
import { rulesOf, type Unit } from './kubernetesRules.ts';

/**
 * The `spec` of the NetworkPolicy that means what a CiliumNetworkPolicy does where Cilium enforces, which has to do
 * nothing but allow pods, blocks of addresses or everybody on ports. Its direction is isolated where the policy speaks of
 * it at all; items that match nothing are left out.
 */
export function fromCilium(resource: Resource<CiliumPolicy>, assumptions: Assumptions): Conversion {
  const { body } = resource;
  const reason = ciliumObstacleIn(body, assumptions);
  if (reason !== null) return { reason };
  const spec = body.spec!;
  const lists = sectionsOf(spec).map(({ direction, items }) => ({
    direction,
    list: rulesOf(
      items.filter((item) => !isForNobody(item)).map((item) => unitOf(resource, item, direction)),
      direction,
    ),
  }));
  const value = {
    podSelector: subjectOf(spec.endpointSelector ?? {}),
    policyTypes: lists.map(({ direction }) => (direction === 'ingress' ? 'Ingress' : 'Egress')),
    ...Object.fromEntries(
      lists
        .filter(({ list }) => list.value.length > 0)
        .map(({ direction, list }) => [direction, list.value]),
    ),
  };
  const keyOf = (direction: Direction): string => (direction in value ? direction : 'policyTypes');
  return {
    spec: value,
    origins: [
      ...madeOfKeys(resource, spec, value, {
        endpointSelector: 'podSelector',
        enableDefaultDeny: 'policyTypes',
        ingress: keyOf('ingress'),
        egress: keyOf('egress'),
      }),
      ...lists.flatMap(({ list }) => list.origins),
    ],
  };
}

function unitOf(resource: Resource, item: CiliumItem, direction: Direction): Unit {
  const peers = peersOf(resource, item, direction);
  const ports = portsOf(resource, item);
  return {
    peers: peers?.value ?? null,
    ports: ports?.value ?? null,
    spans: [resource.source.of(item)],
    origins: [...(peers?.origins ?? []), ...(ports?.origins ?? [])],
  };
}

const block = (ipBlock: IPBlock): NetworkPolicyPeer => ({ ipBlock });

/** The peers of an item; null where it is for everybody. */
function peersOf(
  { source }: Resource,
  item: CiliumItem,
  direction: Direction,
): Made<readonly NetworkPolicyPeer[]> | null {
  const [endpoints = [], cidrs = [], sets = []] =
    direction === 'ingress'
      ? [item.fromEndpoints, item.fromCIDR, item.fromCIDRSet]
      : [item.toEndpoints, item.toCIDR, item.toCIDRSet];
  const placed: readonly (readonly [peer: NetworkPolicyPeer, from: Span])[] = [
    ...endpoints.map((selector) => [peerOf(selector), source.of(selector)] as const),
    ...cidrs.map((cidr, index) => [block({ cidr }), source.value(cidrs, index)] as const),
    ...sets.map(
      (set) =>
        [
          block({
            cidr: set.cidr!,
            ...((set.except ?? []).length > 0 && { except: set.except }),
          }),
          source.of(set),
        ] as const,
    ),
  ];
  if (placed.length === 0) return null;
  return {
    value: placed.map(([peer]) => peer),
    origins: placed.map(([of, from]) => ({ of, from })),
  };
}

/** The ports of an item; null where it is for all of them. */
function portsOf(
  { source }: Resource,
  { toPorts = [] }: CiliumItem,
): Made<readonly NetworkPolicyPort[]> | null {
  if (toPorts.length === 0) return null;
  const made = toPorts
    .flatMap(({ ports = [] }) => ports)
    .map((port) => ({ entries: entriesOf(port), from: source.of(port) }));
  return {
    value: made.flatMap(({ entries }) => entries),
    origins: made.map(({ entries, from }) => ({ of: entries[0]!, from })),
  };
}

const WITH_PORTS = ['TCP', 'UDP', 'SCTP'];

/** An entry for each protocol that is meant. */
function entriesOf({ port = '', endPort = 0, protocol = 'ANY' }: CiliumPort): NetworkPolicyPort[] {
  const read = readCiliumPort(port);
  const asked =
    read.kind === 'name'
      ? { port: read.name }
      : read.kind === 'number' && read.port > 0
        ? { port: read.port, ...(endPort > read.port && { endPort }) }
        : {};
  const protocols = protocol === 'ANY' || protocol === '' ? WITH_PORTS : [protocol];
  return protocols.map((one) => ({ protocol: one, ...asked }));
}
