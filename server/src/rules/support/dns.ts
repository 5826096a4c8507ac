import { derive, derive2 } from '../../base/derive.ts';
import type { Place } from '../../model/finding.ts';
import type { Endpoint, Labels, NamespaceInfo, PodEndpoint } from '../../policy/endpoint.ts';
import type { IrRule, Peer, PodPeer, PortTerm } from '../../policy/ir.ts';
import {
  isWholeFamily,
  overlaps,
  parseAddress,
  parseBlock,
  type Block,
} from '../../policy/cidr.ts';
import { setsMeant } from '../../policy/peers.ts';
import { least, matches, type Selector, type Truth } from '../../policy/selector/selector.ts';
import { KUBERNETES_NAME, labelsOfNamespace, NAMESPACE_NAME } from '../../policy/vocabulary.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Service, World } from '../../workspace/world.ts';

/** Over which protocols names can be resolved. Resolvers ask over UDP, and again over TCP where an answer is large. */
export interface Dns {
  readonly UDP: boolean;
  readonly TCP: boolean;
}

/** Pods that answer DNS: the namespace they are in, their labels, and the ports they listen on. */
export interface Resolver {
  /** The name of its Service. */
  readonly name: string;
  readonly namespace: string;
  /** The labels by which its Service selects them. */
  readonly selector: Labels;
  readonly labels: Labels;
  /** Whether they have no other labels. */
  readonly complete: boolean;
  readonly ports: readonly number[];
}

/** A resolver where it runs. */
interface PlacedResolver extends Resolver {
  readonly home: NamespaceInfo;
  /** Whether it stands in for one that the workspace does not show. */
  readonly assumed: boolean;
}

/** What decides which rules let DNS out. The same object for as long as it is the same. */
interface Surroundings {
  readonly resolvers: readonly PlacedResolver[];
  /** The ports that resolvers listen on. */
  readonly ports: readonly number[];
  /** The addresses that resolvers answer at. */
  readonly addresses: readonly Block[];
  /** Whether blocks of addresses are for pods, too. */
  readonly blocksMatchPods: boolean;
}

/** The resolvers of the usual clusters: kube-dns and CoreDNS under one label, and OpenShift's, whose pods listen on 5353. */
const usual: readonly [Resolver, Resolver] = [
  resolver('kube-dns', 'kube-system', { 'k8s-app': 'kube-dns' }, 53),
  resolver(
    'dns-default',
    'openshift-dns',
    { 'dns.operator.openshift.io/daemonset-dns': 'default' },
    5353,
  ),
];

function resolver(name: string, namespace: string, labels: Labels, port: number): Resolver {
  return { name, namespace, selector: labels, labels, complete: false, ports: [port] };
}

/** Where NodeLocal DNSCache listens on every node (Kubernetes documentation, "Using NodeLocal DNSCache"). */
const nodeLocal = parseAddress('169.254.20.10')!;

/** What CoreDNS and OpenShift call the ports of their pods. */
const PORT_NAMES: Readonly<Record<string, 'UDP' | 'TCP'>> = { dns: 'UDP', 'dns-tcp': 'TCP' };

/** What egress rules together do for DNS; remembered by their list. */
export const dnsOf = (rules: readonly IrRule[], world: World): Dns =>
  dnsOfRules(surroundingsIn(world), rules);

const dnsOfRules = derive2((around: Surroundings, rules: readonly IrRule[]): Dns => {
  const all = rules.map(dnsOfRule(around));
  return { UDP: all.some(({ UDP }) => UDP), TCP: all.some(({ TCP }) => TCP) };
});

const dnsOfRule = derive((around: Surroundings) =>
  derive((rule: IrRule): Dns => ({
    UDP: allowsDns(rule, 'UDP', around),
    TCP: allowsDns(rule, 'TCP', around),
  })),
);

/**
 * Whether a rule lets DNS queries out over a protocol. A rule that names a DNS port means DNS whoever its peers are,
 * unless they are known to listen elsewhere; a rule for every port does only where its peers include a resolver.
 */
function allowsDns(rule: IrRule, protocol: 'UDP' | 'TCP', around: Surroundings): boolean {
  if (rule.direction !== 'egress') return false;
  const { peers } = rule;
  if (rule.ports === 'all')
    return (
      peers === 'everyone' ||
      peers.flatMap(alternatives).some((peer) => isResolver(peer, around, 'surely'))
    );
  const ports = dnsPortsIn(rule.ports, protocol, around);
  if (ports.length === 0) return false;
  if (peers === 'everyone') return true;
  const listed = rule.ports.some((term) => namesDnsPort(term, protocol));
  return peers
    .flatMap(alternatives)
    .some(
      (peer) =>
        elsewhere(peer, ports, around) === null &&
        isResolver(peer, around, listed ? 'perhaps' : 'surely'),
    );
}

/** The peers of which a peer is any; network sets of which none is meant are nobody. */
const alternatives = (peer: Peer): readonly Peer[] =>
  peer.kind === 'any'
    ? peer.of.flatMap(alternatives)
    : peer.kind === 'sets' && setsMeant(peer).length === 0
      ? []
      : [peer];

/** The DNS ports that the terms hold. */
const dnsPortsIn = (terms: readonly PortTerm[], protocol: string, around: Surroundings): number[] =>
  around.ports.filter((port) => terms.some((term) => holdsPort(term, protocol, port)));

/** Whether a term holds a DNS port. A name counts as the ports it usually stands for. */
const holdsPort = (term: 'all' | PortTerm, protocol: string, port: number): boolean =>
  term === 'all'
    ? true
    : term.kind === 'except'
      ? holdsPort(term.of, protocol, port) &&
        !term.without.some((one) => holdsPort(one, protocol, port))
      : term.kind === 'numbers'
        ? term.protocol === protocol && term.first <= port && port <= term.last
        : PORT_NAMES[term.name] === protocol;

/** Whether a term is for a DNS port and little else, rather than for a range that happens to hold it. */
const namesDnsPort = (term: PortTerm, protocol: string): boolean =>
  term.kind === 'numbers'
    ? term.protocol === protocol && term.first === term.last
    : term.kind === 'named' && PORT_NAMES[term.name] === protocol;

function isResolver(peer: Peer, around: Surroundings, how: 'surely' | 'perhaps'): boolean {
  if (peer.kind === 'addresses')
    return how === 'perhaps' || peer.blocks.some((block) => reaches(block, around));
  if (how === 'perhaps' && peer.kind !== 'names') return true;
  if (peer.kind !== 'pods') return false;
  return around.resolvers.some((resolver) => {
    const truth = selects(peer, resolver);
    return truth === 'yes' || (truth === 'unknown' && names(peer, resolver));
  });
}

/** Whether a peer means a resolver, though labels that nobody knows here decide whether it finds it. */
function names({ namespaces, pods }: PodPeer, { namespace, labels }: Resolver): boolean {
  const known = new Set([namespace, ...Object.values(labels), 'coredns', 'dns']);
  const spoken = [pods, ...(namespaces.kind === 'matching' ? [namespaces.selector] : [])];
  return spoken.flatMap(valuesIn).some((value) => known.has(value));
}

const valuesIn = (selector: Selector): readonly string[] => {
  switch (selector.op) {
    case 'all':
    case 'any':
      return selector.of.flatMap(valuesIn);
    case 'in':
      return selector.values;
    case 'text':
      return [selector.text];
    default:
      return [];
  }
};

/** Whether a block of addresses, without its exceptions, holds a resolver or every pod. */
function reaches(
  { cidr, except }: { readonly cidr: string; readonly except: readonly string[] },
  around: Surroundings,
): boolean {
  const block = parseBlock(cidr);
  if (block === null) return false;
  if (isWholeFamily(block) && except.length === 0) return around.blocksMatchPods;
  const cuts = except.map(parseBlock).filter((cut): cut is Block => cut !== null);
  return around.addresses.some(
    (address) => overlaps(block, address) && !cuts.some((cut) => overlaps(cut, address)),
  );
}

const surroundingsIn = (world: World): Surroundings =>
  surroundings(resolversIn(world), world.settings);

const surroundings = derive2(
  (resolvers: readonly PlacedResolver[], settings: Settings): Surroundings => ({
    resolvers,
    ports: [...new Set([53, 5353, ...resolvers.flatMap(({ ports }) => ports)])],
    addresses: [
      nodeLocal,
      ...settings.dnsResolvers.flatMap((text) => parseBlock(text) ?? parseAddress(text) ?? []),
    ],
    blocksMatchPods: settings.assumptions.ipBlocksMatchPods,
  }),
);

/** The resolvers that the workspace shows, in their absence the usual ones, and those of the settings. */
const resolversIn = (world: World): readonly PlacedResolver[] =>
  [
    ...usual.map((one) => {
      const { info, pods, services } = world.inventory(one.namespace);
      const found = foundIn(info)(pods, services);
      return found.length > 0 ? found : standIn(one, info);
    }),
    ...namedIn(world.settings).map((one) => placed(one, world.inventory(one.namespace).info)),
  ].reduce(joined);

const joined = derive2(
  (some: readonly PlacedResolver[], more: readonly PlacedResolver[]): readonly PlacedResolver[] => [
    ...some,
    ...more,
  ],
);

const standIn = derive2((one: Resolver, home: NamespaceInfo): readonly PlacedResolver[] => [
  { ...one, home, assumed: true },
]);

const placed = derive2((one: Resolver, home: NamespaceInfo): readonly PlacedResolver[] => [
  { ...one, home, assumed: false },
]);

/** The resolvers that settings name, written `namespace/key=value`. */
const namedIn = derive(({ dnsResolvers }: Settings): readonly Resolver[] =>
  dnsResolvers.flatMap((text) => {
    const match = /^([a-z0-9-]+)\/([^=]+)=(.*)$/.exec(text);
    return match === null ? [] : [resolver(match[3]!, match[1]!, { [match[2]!]: match[3]! }, 53)];
  }),
);

/** The resolver to allow where none is: one that the workspace shows or the settings name, else kube-dns. */
export function usualResolver(world: World): Resolver {
  return resolversIn(world).find(({ assumed }) => !assumed) ?? usual[0];
}

/** An end that answers DNS, and the ports that it listens on. */
export interface DnsEnd {
  readonly end: Endpoint;
  readonly ports: readonly number[];
}

/**
 * Every end that may answer the DNS queries of a pod: the resolvers, those on every node, and those of the settings.
 * @param place of what asks, as resolvers that no manifest shows have none
 */
export const dnsEnds = (world: World, place: Place): readonly DnsEnd[] =>
  endsIn(surroundingsIn(world))(place);

const endsIn = derive(({ resolvers, addresses }: Surroundings) =>
  derive((place: Place): readonly DnsEnd[] => [
    ...resolvers.map((resolver) => ({ ports: resolver.ports, end: podOf(resolver, place) })),
    ...addresses.map((address) => ({
      ports: [53],
      end: { kind: 'external', ...address } as const,
    })),
  ]),
);

const podOf = (
  { name, labels, complete, ports, home }: PlacedResolver,
  place: Place,
): PodEndpoint => ({
  kind: 'pods',
  namespace: home,
  owner: { name, kind: 'Deployment' },
  name,
  labels,
  complete,
  ports: ports.flatMap((number) =>
    Object.entries(PORT_NAMES).map(([port, protocol]) => ({ name: port, number, protocol })),
  ),
  addresses: [],
  hostNetwork: false,
  hostAddress: null,
  dnsPolicy: null,
  place,
});

/** The pods of a namespace that are behind a Service for UDP 53, on the ports to which it leads. */
const foundIn = derive((home: NamespaceInfo) =>
  derive2((pods: readonly PodEndpoint[], services: readonly Service[]): readonly PlacedResolver[] =>
    services.flatMap((service) => pods.flatMap((pod) => behind(service, pod, home))),
  ),
);

function behind(
  { name, namespace, selector, ports }: Service,
  { labels, ports: open }: PodEndpoint,
  home: NamespaceInfo,
): readonly PlacedResolver[] {
  if (selector === null) return [];
  if (!Object.entries(selector).every(([key, value]) => labels[key] === value)) return [];
  const listens = ports
    .filter(({ port, protocol }) => port === 53 && protocol === 'UDP')
    .flatMap(({ target }) =>
      typeof target === 'number'
        ? [target]
        : open.filter(({ name: own }) => own === target).map(({ number }) => number),
    );
  return listens.length === 0
    ? []
    : [{ name, namespace, selector, labels, complete: true, ports: listens, home, assumed: false }];
}

/** Whether a peer selects a resolver's pods; labels that are not known here stay unknown. */
function selects({ namespaces, pods }: PodPeer, resolver: PlacedResolver): Truth {
  const meant = matches(pods, resolver.labels, resolver.complete);
  if (namespaces.kind === 'own') return namespaces.namespace === resolver.namespace ? meant : 'no';
  const labels = labelsOfNamespace(resolver.home, namespaces.vocabulary);
  return least([matches(namespaces.selector, labels, resolver.home.complete), meant]);
}

/** The resolver that a peer is for by the name of its namespace, if it listens on none of the ports; else null. */
function elsewhere(peer: Peer, ports: readonly number[], around: Surroundings): Resolver | null {
  if (peer.kind !== 'pods' || peer.namespaces.kind === 'own') return null;
  const { selector } = peer.namespaces;
  const named = (name: string): Truth =>
    matches(selector, { [KUBERNETES_NAME]: name, [NAMESPACE_NAME]: name });
  const meant = around.resolvers.filter(
    ({ namespace, labels, complete }) =>
      named(namespace) === 'yes' &&
      named('') === 'no' &&
      matches(peer.pods, labels, complete) !== 'no',
  );
  return meant.some((one) => one.ports.some((port) => ports.includes(port)))
    ? null
    : (meant[0] ?? null);
}

/** The resolver that some rule allows on the port of its Service, 53, while its pods listen on another; else null. */
export function misported(rules: readonly IrRule[], world: World): Resolver | null {
  const around = surroundingsIn(world);
  for (const { direction, peers, ports } of rules) {
    if (direction !== 'egress' || peers === 'everyone' || ports === 'all') continue;
    if (!ports.some((term) => namesDnsPort(term, 'UDP') || namesDnsPort(term, 'TCP'))) continue;
    const allowed = ['UDP', 'TCP'].flatMap((protocol) => dnsPortsIn(ports, protocol, around));
    if (!allowed.includes(53)) continue;
    for (const peer of peers) {
      const resolver = elsewhere(peer, allowed, around);
      if (resolver !== null) return resolver;
    }
  }
  return null;
}

/** Whether the rules are for nothing but blocks of addresses and the API server: pods that may well need no names. */
export const needsNoNames = (rules: readonly IrRule[]): boolean =>
  rules.every(
    ({ peers, ports }) =>
      isApiServer(ports) ||
      (peers !== 'everyone' && peers.every((peer) => peer.kind === 'addresses')),
  );

/** Whether ports are the API server's: pods find it by the address in `KUBERNETES_SERVICE_HOST`. */
const isApiServer = (ports: IrRule['ports']): boolean =>
  ports !== 'all' &&
  ports.every((term) => term.kind === 'numbers' && term.first === 6443 && term.last === 6443);

/** The egress rule that lets DNS out to a resolver, as it is written into a policy. */
export const dnsRuleFor = ({ namespace, selector, ports }: Resolver) => ({
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
      podSelector: { matchLabels: selector },
    },
  ],
  ports: ports.flatMap((port) => [
    { protocol: 'UDP', port },
    { protocol: 'TCP', port },
  ]),
});

/** An egress rule that lets DNS out. */
export type DnsRule = ReturnType<typeof dnsRuleFor>;

/** The egress rule that lets DNS out to kube-dns or CoreDNS. */
export const dnsRule = dnsRuleFor(usual[0]);
