import { derive, derive2 } from '../../base/derive.ts';
import type { Place } from '../../model/finding.ts';
import type { Endpoint, PodEndpoint } from '../../policy/endpoint.ts';
import type { Entity } from '../../policy/cilium/entities.ts';
import type { IrRule, Peer, PodPeer, PortTerm, ServicesPeer } from '../../policy/ir.ts';
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
import type { World } from '../../workspace/world.ts';
import {
  bypassedIn,
  PORT_NAMES,
  resolversIn,
  type PlacedResolver,
  type Resolver,
} from './resolvers.ts';

/** Over which protocols names can be resolved. Resolvers ask over UDP, and again over TCP where an answer is large. */
export interface Dns {
  readonly UDP: boolean;
  readonly TCP: boolean;
}

/** What decides which rules let DNS out. The same object for as long as it is the same. */
interface Surroundings {
  readonly resolvers: readonly PlacedResolver[];
  /** Those that queries no longer reach, as Cilium leads them to others. */
  readonly bypassed: readonly PlacedResolver[];
  /** The ports that resolvers listen on. */
  readonly ports: readonly number[];
  /** The addresses that resolvers answer at. */
  readonly addresses: readonly Block[];
  /** Whether blocks of addresses are for pods, too. */
  readonly blocksMatchPods: boolean;
}

/** Where NodeLocal DNSCache listens on every node (Kubernetes documentation, "Using NodeLocal DNSCache"). */
const nodeLocal = parseAddress('169.254.20.10')!;

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
        !isBypassed(peer, around) &&
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
  if (peer.kind === 'entities') return peer.entities.some(answersDns);
  if (peer.kind === 'services') return isBehind(peer, around);
  if (peer.kind !== 'pods') return false;
  return around.resolvers.some((resolver) => {
    const truth = selects(peer, resolver);
    return truth === 'yes' || (truth === 'unknown' && names(peer, resolver));
  });
}

/** Whether a peer is for resolvers of which queries reach none, as Cilium leads them to pods that it is not for. */
const isBypassed = (peer: Peer, { bypassed, resolvers }: Surroundings): boolean =>
  peer.kind === 'pods' &&
  bypassed.some((one) => selects(peer, one) === 'yes') &&
  resolvers.every((one) => selects(peer, one) === 'no');

/** Whether a rule is for nobody but resolvers that queries no longer reach, as Cilium leads them to others. */
export const isAstray = (rule: IrRule, world: World): boolean =>
  isAstrayIn(surroundingsIn(world), rule);

/** Those of some rules that are not; remembered by their list. */
export const notAstray = (rules: readonly IrRule[], world: World): readonly IrRule[] =>
  notAstrayIn(surroundingsIn(world), rules);

const notAstrayIn = derive2((around: Surroundings, rules: readonly IrRule[]) =>
  around.bypassed.length === 0 ? rules : rules.filter((rule) => !isAstrayIn(around, rule)),
);

function isAstrayIn(around: Surroundings, { peers }: IrRule): boolean {
  if (peers === 'everyone' || around.bypassed.length === 0) return false;
  const all = peers.flatMap(alternatives);
  return all.length > 0 && all.every((peer) => isBypassed(peer, around));
}

/** Whether the pods of the cluster are among what Cilium has a word for. */
const holdsPods = (entity: Entity): boolean => entity === 'cluster' || entity === 'cluster-mesh';

/** Whether something there may answer DNS: pods do, and on the node NodeLocal DNSCache. */
const answersDns = (entity: Entity): boolean => holdsPods(entity) || entity === 'host';

/** Whether some Services that a peer speaks of are a resolver's, by its name or by the pods behind them. */
const isBehind = ({ asked, namespace, known }: ServicesPeer, around: Surroundings): boolean =>
  around.resolvers.some(
    (resolver) =>
      (namespace === null || namespace === resolver.namespace) &&
      ((known ?? []).some((pods) => selects(pods, resolver) === 'yes') ||
        ('name' in asked && asked.name === (resolver.redirect?.service ?? resolver.name))),
  );

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
  surroundings(resolversIn(world), bypassedIn(world))(world.settings);

const surroundings = derive2(
  (resolvers: readonly PlacedResolver[], bypassed: readonly PlacedResolver[]) =>
    derive((settings: Settings): Surroundings => ({
      resolvers,
      bypassed,
      ports: [...new Set([53, 5353, ...resolvers.flatMap(({ ports }) => ports)])],
      addresses: [
        nodeLocal,
        ...settings.dnsResolvers.flatMap((text) => parseBlock(text) ?? parseAddress(text) ?? []),
      ],
      blocksMatchPods: settings.assumptions.ipBlocksMatchPods,
    })),
);

/** An end that answers DNS, and the ports that it listens on. */
export interface DnsEnd {
  readonly end: Endpoint;
  readonly ports: readonly number[];
  /** Whether it is an address of every node. */
  readonly onNode: boolean;
}

/**
 * Every end that may answer the DNS queries of a pod: the resolvers, those on every node, and those of the settings.
 * @param place of what asks, as resolvers that no manifest shows have none
 */
export const dnsEnds = (world: World, place: Place): readonly DnsEnd[] =>
  endsIn(surroundingsIn(world))(place);

/** A resolver as an end that may answer queries; `place` as above. */
export const dnsEndOf = (resolver: PlacedResolver, place: Place): DnsEnd => ({
  ports: resolver.ports,
  end: podOf(resolver, place),
  onNode: false,
});

const endsIn = derive(({ resolvers, addresses }: Surroundings) =>
  derive((place: Place): readonly DnsEnd[] => [
    ...resolvers.map((resolver) => dnsEndOf(resolver, place)),
    ...addresses.map((address) => ({
      ports: [53],
      end: { kind: 'external', ...address } as const,
      onNode: address === nodeLocal,
    })),
  ]),
);

/** Those that are not on every node, which to Cilium is no address but the node. */
export const besideNodes = derive((ends: readonly DnsEnd[]): readonly DnsEnd[] =>
  ends.filter(({ onNode }) => !onNode),
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

/** Whether a peer selects a resolver's pods; labels that are not known here stay unknown. */
export function selects({ namespaces, pods }: PodPeer, resolver: PlacedResolver): Truth {
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

/**
 * Whether the rules are for nothing but blocks of addresses, nodes and the API server: pods that may well need no names.
 */
export const needsNoNames = (rules: readonly IrRule[]): boolean =>
  rules.every(
    ({ peers, ports }) =>
      isApiServer(ports) || (peers !== 'everyone' && peers.every(isFoundByAddress)),
  );

const isFoundByAddress = (peer: Peer): boolean =>
  peer.kind === 'addresses' ||
  (peer.kind === 'sets' && peer.vocabulary === 'cilium') ||
  (peer.kind === 'entities' &&
    !peer.entities.some((entity) => holdsPods(entity) || entity.startsWith('world')));

/** Whether ports are the API server's: pods find it by the address in `KUBERNETES_SERVICE_HOST`. */
const isApiServer = (ports: IrRule['ports']): boolean =>
  ports !== 'all' &&
  ports.every((term) => term.kind === 'numbers' && term.first === 6443 && term.last === 6443);
