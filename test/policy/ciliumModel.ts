import {
  allHold,
  askedOfPeers,
  has,
  is,
  isEntity,
  NAMESPACE,
  OF_NAMESPACE,
  ofExpressions,
  ofKeys,
  ofLabels,
  ofLocalCluster,
  requirementsOf,
  SOME_NAMESPACE,
  type Identity,
  type ModelSelector,
  type Setup,
} from './ciliumIdentities.ts';

/*
 * A second opinion on what Cilium's policies mean, written from its documentation and deliberately naive: ends are sets of
 * labels with sources, as Cilium's identities are, and one connection is asked for at a time. It shares nothing with the
 * engine. What manifests leave open is part of the identities and the setup that it is asked about.
 */

/** One connection, or the first message of one: of ICMP the port is the type. */
export interface Flow {
  readonly protocol: string;
  readonly port: number;
}

interface PortEntry {
  readonly port?: string | number;
  readonly endPort?: number;
  readonly protocol?: string;
}

interface Block {
  readonly cidr: string;
  readonly except?: readonly string[];
}

/** An item of Cilium's in either direction, its lists of peers without `from` or `to`. */
export interface ModelItem {
  readonly endpoints?: readonly ModelSelector[];
  readonly entities?: readonly string[];
  readonly cidr?: readonly string[];
  readonly cidrSet?: readonly Block[];
  readonly toPorts?: readonly { readonly ports?: readonly PortEntry[] }[];
  readonly icmps?: readonly {
    readonly fields?: readonly { readonly family?: string; readonly type: number }[];
  }[];
}

/** A rule of Cilium's, and the namespace of its policy; null where that is one of the whole cluster. */
export interface CiliumModelRule {
  readonly kind: 'cilium';
  readonly namespace: string | null;
  readonly selector: ModelSelector;
  readonly allowed: Readonly<Record<Direction, readonly ModelItem[]>>;
  readonly denied: Readonly<Record<Direction, readonly ModelItem[]>>;
  readonly defaultDeny: Readonly<Partial<Record<Direction, boolean>>>;
}

/** A NetworkPolicy that is for both directions. */
export interface KubernetesModelPolicy {
  readonly kind: 'kubernetes';
  readonly namespace: string;
  readonly selector: ModelSelector;
  readonly rules: Readonly<Record<Direction, readonly KubernetesModelRule[]>>;
}

/** A rule of a NetworkPolicy. */
export interface KubernetesModelRule {
  readonly peers?: readonly {
    readonly podSelector?: ModelSelector;
    readonly namespaceSelector?: ModelSelector;
    readonly ipBlock?: Block;
  }[];
  readonly ports?: readonly PortEntry[];
}

type ModelRule = CiliumModelRule | KubernetesModelPolicy;

/** The side of a connection that is asked. */
export type Direction = 'ingress' | 'egress';

/** The bits of an address as text; those of IPv6 are written with one `::`. */
function bitsOf(address: string): string {
  if (!address.includes(':'))
    return address
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('');
  const [head = [], tail = []] = address
    .split('::')
    .map((half) => half.split(':').filter((part) => part !== ''));
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...zeros, ...tail]
    .map((part) => Number.parseInt(part, 16).toString(2).padStart(16, '0'))
    .join('');
}

function isWithin(address: string, cidr: string): boolean {
  const [net = '', length = ''] = cidr.split('/');
  return (
    net.includes(':') === address.includes(':') &&
    bitsOf(address).startsWith(bitsOf(net).slice(0, Number(length)))
  );
}

/** A block is for what is outside of the cluster alone. */
const isInBlock = ({ cidr, except = [] }: Block, { address }: Identity): boolean =>
  address !== null && isWithin(address, cidr) && !except.some((hole) => isWithin(address, hole));

/** Whether an item is for a peer; null where it says nothing of peers. */
function isForPeer(
  { endpoints, entities, cidr, cidrSet }: ModelItem,
  end: Identity,
  namespace: string | null,
  setup: Setup,
): boolean | null {
  const lists = [endpoints, entities, cidr, cidrSet].filter((list) => list !== undefined);
  if (lists.length === 0) return null;
  if (lists.some((list) => list.length === 0)) return false;
  return (
    (endpoints ?? []).some((one) => allHold(askedOfPeers(one, namespace, setup), end)) ||
    (entities ?? []).some((name) => isEntity(name, end, setup)) ||
    (cidr ?? []).some((one) => isInBlock({ cidr: one }, end)) ||
    (cidrSet ?? []).some((one) => isInBlock(one, end))
  );
}

const WITH_PORTS = new Set(['TCP', 'UDP', 'SCTP']);

function isPort(
  { port = '', endPort = 0, protocol: asked = 'ANY' }: PortEntry,
  { protocol, port: at }: Flow,
  { pod }: Identity,
): boolean {
  const isProtocol = WITH_PORTS.has(protocol) && (asked === 'ANY' || asked === protocol);
  if (!isProtocol) return false;
  const text = String(port);
  if (!/^\d+$/.test(text)) {
    const name = text.toLowerCase();
    return (pod?.ports ?? []).some(
      (one) => one.name === name && one.number === at && one.protocol === protocol,
    );
  }
  const first = Number.parseInt(text, text.startsWith('0') ? 8 : 10);
  return first === 0 || (at >= first && at <= Math.max(first, endPort));
}

/** Whether an item is for a connection to an end; null where it says nothing of ports and messages. */
function isForFlow(
  { toPorts = [], icmps = [] }: ModelItem,
  flow: Flow,
  destination: Identity,
): boolean | null {
  if (toPorts.length + icmps.length === 0) return null;
  return (
    toPorts.some(({ ports = [] }) => ports.some((entry) => isPort(entry, flow, destination))) ||
    icmps.some(({ fields = [] }) =>
      fields.some(
        ({ family = 'IPv4', type }) =>
          flow.protocol === (family === 'IPv4' ? 'ICMP' : 'ICMPv6') && flow.port === type,
      ),
    )
  );
}

/** One side of a connection. */
interface Scene {
  readonly subject: Identity;
  readonly peer: Identity;
  readonly direction: Direction;
  readonly flow: Flow;
  readonly setup: Setup;
}

/** What one rule says of one side of a connection. */
interface Word {
  readonly isolates: boolean;
  readonly allows: boolean;
  readonly denies: boolean;
}

/** The word of a rule of Cilium's; null where it is not for the subject. */
function wordOfCilium(
  { namespace, selector, allowed, denied, defaultDeny }: CiliumModelRule,
  { subject, peer, direction, flow, setup }: Scene,
): Word | null {
  const written =
    namespace === null
      ? requirementsOf(selector)
      : [
          // Cilium writes its own in the place of a namespace that labels name with their source.
          ...ofLabels(selector).filter(({ source, key }) => source !== 'k8s' || key !== NAMESPACE),
          ...ofExpressions(selector),
          is(NAMESPACE, namespace),
        ];
  if (!allHold(written, subject)) return null;
  const destination = direction === 'ingress' ? subject : peer;
  const isMet = (item: ModelItem): boolean => {
    const who = isForPeer(item, peer, namespace, setup);
    const what = isForFlow(item, flow, destination);
    return (who !== null || what !== null) && (who ?? true) && (what ?? true);
  };
  const [allows, denies] = [allowed[direction], denied[direction]];
  return {
    isolates: allows.length + denies.length > 0 && defaultDeny[direction] !== false,
    allows: allows.some(isMet),
    denies: denies.some(isMet),
  };
}

/** The word of a NetworkPolicy; null where it is not for the subject. */
function wordOfKubernetes(
  { namespace, selector, rules }: KubernetesModelPolicy,
  { subject, peer, direction, flow, setup }: Scene,
): Word | null {
  if (!allHold([...ofKeys('', selector), is(NAMESPACE, namespace)], subject)) return null;
  const destination = direction === 'ingress' ? subject : peer;
  const allows = rules[direction].some(
    ({ peers = [], ports = [] }) =>
      (peers.length === 0 ||
        peers.some(({ podSelector = {}, namespaceSelector, ipBlock }) => {
          if (ipBlock !== undefined) return isInBlock(ipBlock, peer);
          const where =
            namespaceSelector === undefined
              ? [is(NAMESPACE, namespace)]
              : requirementsOf(namespaceSelector).length === 0
                ? [SOME_NAMESPACE]
                : ofKeys(OF_NAMESPACE, namespaceSelector);
          return allHold([...ofKeys('', podSelector), ...where, ...ofLocalCluster(setup)], peer);
        })) &&
      (ports.length === 0 ||
        ports.some((port) =>
          isPort({ port: 0, ...port, protocol: port.protocol ?? 'TCP' }, flow, destination),
        )),
  );
  return { isolates: true, allows, denies: false };
}

/** Whether one side lets a connection pass: what is denied is, then what is allowed, then it depends on isolation. */
function isLetBy(rules: readonly ModelRule[], scene: Scene): boolean {
  const { setup, subject, peer, direction } = scene;
  if (subject.pod === null || setup.mode === 'never') return true;
  const words = rules
    .map((rule) =>
      rule.kind === 'cilium' ? wordOfCilium(rule, scene) : wordOfKubernetes(rule, scene),
    )
    .filter((word) => word !== null);
  if (words.some(({ denies }) => denies)) return false;
  if (words.some(({ allows }) => allows)) return true;
  // The node of a pod reaches it.
  if (direction === 'ingress' && has(peer, 'host')) return true;
  return setup.mode === 'default' && !words.some(({ isolates }) => isolates);
}

/** Whether a connection is let through, by the source's side and by the destination's. */
export const isLet = (
  rules: readonly ModelRule[],
  [source, destination]: readonly [source: Identity, destination: Identity],
  flow: Flow,
  setup: Setup,
): boolean =>
  isLetBy(rules, { subject: source, peer: destination, direction: 'egress', flow, setup }) &&
  isLetBy(rules, { subject: destination, peer: source, direction: 'ingress', flow, setup });
