import type { Labels } from '../../policy/endpoint.ts';
import type { IrRule, Peer, PodPeer, PortTerm } from '../../policy/ir.ts';
import {
  isWholeFamily,
  overlaps,
  parseAddress,
  parseBlock,
  type Block,
} from '../../policy/cidr.ts';
import { least, matches, type Truth } from '../../policy/selector/selector.ts';
import type { World } from '../../workspace/world.ts';

/** Over which protocols names can be resolved. Resolvers ask over UDP, and again over TCP where an answer is large. */
export interface Dns {
  readonly UDP: boolean;
  readonly TCP: boolean;
}

/** No way to resolve names. */
export const NO_DNS: Dns = { UDP: false, TCP: false };

/** Pods that answer DNS: the namespace they are in, labels they surely have, and the port they listen on. */
interface Resolver {
  readonly namespace: string;
  readonly labels: Labels;
  readonly port: number;
}

/** The resolvers of the usual clusters: kube-dns and CoreDNS under one label, and OpenShift's, whose pods listen on 5353. */
const usual: readonly Resolver[] = [
  { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, port: 53 },
  {
    namespace: 'openshift-dns',
    labels: { 'dns.operator.openshift.io/daemonset-dns': 'default' },
    port: 5353,
  },
];

/** Where NodeLocal DNSCache listens on every node (Kubernetes documentation, "Using NodeLocal DNSCache"). */
const nodeLocal = parseAddress('169.254.20.10')!;

/** What CoreDNS and OpenShift call the ports of their pods. */
const PORT_NAMES: Readonly<Record<string, 'UDP' | 'TCP'>> = { dns: 'UDP', 'dns-tcp': 'TCP' };

/** What egress rules together do for DNS. */
export const dnsOf = (rules: readonly IrRule[], world: World): Dns => ({
  UDP: rules.some((rule) => allowsDns(rule, 'UDP', world)),
  TCP: rules.some((rule) => allowsDns(rule, 'TCP', world)),
});

/**
 * Whether a rule lets DNS queries out over a protocol. A rule that names a DNS port means DNS whoever its peers are,
 * unless they are known to listen elsewhere; a rule for every port does only where its peers include a resolver.
 */
function allowsDns(rule: IrRule, protocol: 'UDP' | 'TCP', world: World): boolean {
  if (rule.direction !== 'egress') return false;
  const { peers } = rule;
  if (rule.ports === 'all')
    return peers === 'everyone' || peers.some((peer) => isResolver(peer, world, 'surely'));
  const ports = dnsPortsIn(rule.ports, protocol);
  if (ports.length === 0) return false;
  if (peers === 'everyone') return true;
  const listed = rule.ports.some((term) => namesDnsPort(term, protocol));
  return peers.some(
    (peer) =>
      !listensElsewhere(peer, ports) && isResolver(peer, world, listed ? 'perhaps' : 'surely'),
  );
}

/** The DNS ports that the terms hold. A name counts as the ports it usually stands for. */
const dnsPortsIn = (terms: readonly PortTerm[], protocol: string): number[] =>
  [53, 5353].filter((port) =>
    terms.some((term) =>
      term.kind === 'numbers'
        ? term.protocol === protocol && term.first <= port && port <= term.last
        : PORT_NAMES[term.name] === protocol,
    ),
  );

/** Whether a term is for a DNS port and little else, rather than for a range that happens to hold it. */
const namesDnsPort = (term: PortTerm, protocol: string): boolean =>
  term.kind === 'numbers'
    ? term.protocol === protocol && term.first === term.last
    : PORT_NAMES[term.name] === protocol;

function isResolver(peer: Peer, world: World, how: 'surely' | 'perhaps'): boolean {
  if (peer.kind === 'addresses')
    return how === 'perhaps' || peer.blocks.some((block) => reaches(block, world));
  if (how === 'perhaps') return true;
  return resolversIn(world).some((resolver) => selects(peer, resolver, world) === 'yes');
}

/** Whether a block of addresses, without its exceptions, holds a resolver or every pod. */
function reaches(
  { cidr, except }: { readonly cidr: string; readonly except: readonly string[] },
  world: World,
): boolean {
  const block = parseBlock(cidr);
  if (block === null) return false;
  if (isWholeFamily(block) && except.length === 0)
    return world.settings.assumptions.ipBlocksMatchPods;
  const cuts = except.map(parseBlock).filter((cut): cut is Block => cut !== null);
  return addressesIn(world).some(
    (address) => overlaps(block, address) && !cuts.some((cut) => overlaps(cut, address)),
  );
}

const addressesIn = ({ settings }: World): Block[] => [
  nodeLocal,
  ...settings.dnsResolvers.flatMap((text) => parseBlock(text) ?? parseAddress(text) ?? []),
];

/** The usual resolvers and those of the settings, which are written `namespace/key=value`. */
const resolversIn = ({ settings }: World): readonly Resolver[] => [
  ...usual,
  ...settings.dnsResolvers.flatMap((text) => {
    const match = /^([a-z0-9-]+)\/([^=]+)=(.*)$/.exec(text);
    return match === null
      ? []
      : [{ namespace: match[1]!, labels: { [match[2]!]: match[3]! }, port: 53 }];
  }),
];

/** Whether a peer selects a resolver's pods; labels that are not known here stay unknown. */
function selects({ namespaces, pods }: PodPeer, resolver: Resolver, world: World): Truth {
  if (namespaces.kind === 'own')
    return namespaces.namespace === resolver.namespace
      ? matches(pods, resolver.labels, false)
      : 'no';
  const { labels, complete } = world.inventory(resolver.namespace).info;
  return least([
    matches(namespaces.selector, labels, complete),
    matches(pods, resolver.labels, false),
  ]);
}

/** Whether a peer is by name a resolver that listens on none of the ports. */
function listensElsewhere(peer: Peer, ports: readonly number[]): boolean {
  if (peer.kind !== 'pods' || peer.namespaces.kind === 'own') return false;
  const { selector } = peer.namespaces;
  const named = usual.find(
    ({ namespace }) =>
      matches(selector, { 'kubernetes.io/metadata.name': namespace }) === 'yes' &&
      matches(selector, { 'kubernetes.io/metadata.name': '' }) === 'no',
  );
  return named !== undefined && !ports.includes(named.port);
}

/** Whether every peer of the rules is a block of addresses: such pods may well need no names. */
export const onlyAddresses = (rules: readonly IrRule[]): boolean =>
  rules.every(
    ({ peers }) => peers !== 'everyone' && peers.every((peer) => peer.kind === 'addresses'),
  );

/** The egress rule that lets DNS out, as it is written into a policy. */
export const dnsRule = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    },
  ],
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
} as const;
