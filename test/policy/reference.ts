import { BlockList, isIPv6 } from 'node:net';

/*
 * What becomes of one packet, read straight from the Kubernetes documentation of NetworkPolicy and from nothing of
 * netpol's: raw objects in, one answer out, addresses by Node's own arithmetic. It knows everything about the cluster,
 * so it has no doubts.
 */

type Labels = Readonly<Record<string, string>>;
type Nullable<T> = T | null | undefined;

/** A label selector as manifests hold it. */
export interface RawSelector {
  readonly matchLabels?: Nullable<Labels>;
  readonly matchExpressions?: Nullable<
    readonly {
      readonly key: string;
      readonly operator: string;
      readonly values?: Nullable<readonly string[]>;
    }[]
  >;
}

/** A peer as manifests hold it. */
export interface RawPeer {
  readonly podSelector?: Nullable<RawSelector>;
  readonly namespaceSelector?: Nullable<RawSelector>;
  readonly ipBlock?: Nullable<{
    readonly cidr: string;
    readonly except?: Nullable<readonly string[]>;
  }>;
}

/** A rule of either direction as manifests hold it. */
export interface RawRule {
  readonly from?: Nullable<readonly RawPeer[]>;
  readonly to?: Nullable<readonly RawPeer[]>;
  readonly ports?: Nullable<
    readonly {
      readonly protocol?: Nullable<string>;
      readonly port?: Nullable<number | string>;
      readonly endPort?: Nullable<number>;
    }[]
  >;
}

/** A NetworkPolicy as manifests hold it. */
export interface RawPolicy {
  readonly apiVersion: 'networking.k8s.io/v1';
  readonly kind: 'NetworkPolicy';
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: {
    readonly podSelector?: Nullable<RawSelector>;
    readonly policyTypes?: Nullable<readonly string[]>;
    readonly ingress?: Nullable<readonly Nullable<RawRule>[]>;
    readonly egress?: Nullable<readonly Nullable<RawRule>[]>;
  };
}

/** A pod, with all that is to be known of it. */
export interface KnownPod {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  readonly ports: readonly {
    readonly name: string;
    readonly number: number;
    readonly protocol: string;
  }[];
  readonly address: string;
  readonly node: string;
  readonly hostNetwork: boolean;
}

/** A cluster that is known completely; namespaces by name, with their labels. */
export interface KnownCluster {
  readonly namespaces: Readonly<Record<string, Labels>>;
  readonly policies: readonly RawPolicy[];
}

/** An end of a packet: a pod, or an address that no pod has. */
export type KnownEnd = KnownPod | string;

/** One packet. */
export interface Packet {
  readonly from: KnownEnd;
  readonly to: KnownEnd;
  readonly protocol: string;
  readonly port: number;
}

/** Whether the packet arrives: both the source's egress and the destination's ingress must allow it. */
export const arrives = (packet: Packet, cluster: KnownCluster): boolean =>
  packet.from === packet.to ||
  (lets('Egress', packet.from, packet.to, packet, cluster) &&
    lets('Ingress', packet.to, packet.from, packet, cluster));

function lets(
  direction: 'Ingress' | 'Egress',
  subject: KnownEnd,
  peer: KnownEnd,
  packet: Packet,
  cluster: KnownCluster,
): boolean {
  if (typeof subject === 'string' || subject.hostNetwork) return true;
  if (direction === 'Ingress' && addressOf(peer) === subject.node) return true;
  const governing = cluster.policies.filter(
    ({ metadata, spec }) =>
      metadata.namespace === subject.namespace &&
      selects(spec.podSelector ?? {}, subject.labels) &&
      typesOf(spec).includes(direction),
  );
  if (governing.length === 0) return true;
  return governing.some(({ metadata, spec }) =>
    (spec[direction === 'Ingress' ? 'ingress' : 'egress'] ?? []).some((given) => {
      const rule = given ?? {};
      const peers = (direction === 'Ingress' ? rule.from : rule.to) ?? [];
      return (
        (peers.length === 0 ||
          peers.some((one) => isPeer(one, peer, metadata.namespace, cluster))) &&
        onPorts(rule, packet)
      );
    }),
  );
}

const addressOf = (end: KnownEnd): string => (typeof end === 'string' ? end : end.address);

function typesOf({ policyTypes, egress }: RawPolicy['spec']): readonly string[] {
  if ((policyTypes ?? []).length > 0) return policyTypes!;
  return (egress ?? []).length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
}

function selects({ matchLabels, matchExpressions }: RawSelector, labels: Labels): boolean {
  const equal = Object.entries(matchLabels ?? {}).every(([key, value]) => labels[key] === value);
  return (
    equal &&
    (matchExpressions ?? []).every(({ key, operator, values }) => {
      const value = labels[key];
      const listed = value !== undefined && (values ?? []).includes(value);
      if (operator === 'In') return listed;
      if (operator === 'NotIn') return !listed;
      return (value !== undefined) === (operator === 'Exists');
    })
  );
}

function isPeer(
  { podSelector, namespaceSelector, ipBlock }: RawPeer,
  end: KnownEnd,
  home: string,
  { namespaces }: KnownCluster,
): boolean {
  if (ipBlock)
    return (
      isIn(addressOf(end), ipBlock.cidr) &&
      !(ipBlock.except ?? []).some((cidr) => isIn(addressOf(end), cidr))
    );
  if (typeof end === 'string' || end.hostNetwork) return false;
  const labels = { ...namespaces[end.namespace], 'kubernetes.io/metadata.name': end.namespace };
  const inNamespace = namespaceSelector
    ? selects(namespaceSelector, labels)
    : end.namespace === home;
  return inNamespace && selects(podSelector ?? {}, end.labels);
}

/** Whether an address lies in a block. */
export function isIn(address: string, cidr: string): boolean {
  const [network, prefix] = cidr.split('/');
  if (isIPv6(network!) !== isIPv6(address)) return false;
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  let list = blocks.get(cidr);
  if (list === undefined) {
    list = new BlockList();
    list.addSubnet(network!, Number(prefix), family);
    blocks.set(cidr, list);
  }
  return list.check(address, family);
}

const blocks = new Map<string, BlockList>();

function onPorts({ ports }: RawRule, { to, protocol, port: wanted }: Packet): boolean {
  if ((ports ?? []).length === 0) return true;
  return ports!.some((entry) => {
    if ((entry.protocol ?? 'TCP') !== protocol) return false;
    const { port, endPort } = entry;
    if (port === undefined || port === null) return true;
    if (typeof port === 'number') return port <= wanted && wanted <= (endPort ?? port);
    return (
      typeof to !== 'string' &&
      !to.hostNetwork &&
      to.ports.some(
        ({ name, number, protocol: own }) => name === port && own === protocol && number === wanted,
      )
    );
  });
}
