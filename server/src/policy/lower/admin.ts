import { EVERY_NAMESPACE } from '../peers.ts';
import type { Span } from '../../base/span.ts';
import type {
  AdminPeer,
  AdminPolicy,
  AdminPort,
  AdminRule,
  AdminSubject,
  ClusterProtocol,
  NamespacedPods,
} from '../../model/adminPolicy.ts';
import type { LabelSelector } from '../../model/networkPolicy.ts';
import type { Resource } from '../../model/resource.ts';
import { parseBlock } from '../cidr.ts';
import type {
  Direction,
  IrPolicy,
  IrRule,
  Namespaces,
  Peer,
  PodPeer,
  PortTerm,
  Verdict,
} from '../ir.ts';
import { selectorOf } from '../selector/k8s.ts';
import { EVERYTHING, type Selector } from '../selector/selector.ts';
import { isMeaningless, meaningless, type Meaningless } from './meaningless.ts';

/**
 * An AdminNetworkPolicy, BaselineAdminNetworkPolicy or ClusterNetworkPolicy as IR. It isolates nothing: what none of its
 * rules matches is the next policy's (Network Policy API, "API overview"). Total: an opaque resource becomes a policy
 * that may decide anything for any pod, first of all its tier; what has no meaning makes its rule unsure.
 */
export function lowerAdminPolicy(resource: Resource<AdminPolicy>, uri: string): IrPolicy {
  const { body, source } = resource;
  const metadata = (body as Partial<AdminPolicy>).metadata ?? {};
  const at = metadata.name === undefined ? source.of(body) : source.value(metadata, 'name');
  const common = {
    apiVersion: body.apiVersion,
    kind: resource.kind.name,
    name: metadata.name ?? metadata.generateName ?? '',
    namespace: null,
    isolates: { ingress: false, egress: false },
    place: { uri, chunk: resource.chunk, span: at },
  };
  if (resource.opaque !== null)
    return {
      ...common,
      tier: null,
      priority: null,
      subject: ANY_POD,
      rules: anyRules(at, resource.opaque),
      unsure: resource.opaque,
    };
  const { spec } = body;
  const subject = lowerSubject(spec.subject);
  const rules = (direction: Direction): IrRule[] =>
    (spec[direction] ?? []).flatMap((rule, index) => lowerRule(resource, direction, rule, index));
  return {
    ...common,
    tier: spec.tier ?? null,
    priority: spec.priority ?? null,
    subject: isMeaningless(subject) ? ANY_POD : subject,
    rules: [...rules('ingress'), ...rules('egress')],
    unsure: isMeaningless(subject) ? subject.unsure : null,
  };
}

/** Pods on the host network are never selected by administrators (Network Policy API reference, subjects and peers). */
const podsWith = (namespaces: Namespaces, pods: Selector): PodPeer => ({
  kind: 'pods',
  namespaces,
  pods,
  withoutHosts: true,
});

const ANY_POD = podsWith(EVERY_NAMESPACE, EVERYTHING);

const VERDICTS: Readonly<Record<string, Verdict>> = {
  Allow: 'allow',
  Accept: 'allow',
  Deny: 'deny',
  Pass: 'pass',
};

/** Rules that may decide anything about everything. */
const anyRules = (span: Span, unsure: string): IrRule[] =>
  (['ingress', 'egress'] as const).flatMap((direction) =>
    (['allow', 'deny', 'pass'] as const).map((verdict, index) => ({
      direction,
      index,
      name: null,
      verdict,
      peers: 'everyone',
      ports: 'all',
      unsure,
      span,
    })),
  );

/** All pods of the namespaces, or some of them (Network Policy API reference, AdminNetworkPolicySubject). */
function lowerSubject({ namespaces, pods }: AdminSubject): PodPeer | Meaningless {
  return namespaces !== undefined
    ? podsOf(namespaces, {})
    : pods !== undefined
      ? lowerPods(pods)
      : meaningless('its subject names neither namespaces nor pods');
}

const lowerPods = ({
  namespaceSelector = {},
  podSelector,
}: NamespacedPods): PodPeer | Meaningless => podsOf(namespaceSelector, podSelector);

function podsOf(namespaces: LabelSelector, pods: LabelSelector): PodPeer | Meaningless {
  const [inNamespaces, withLabels] = [selectorOf(namespaces), selectorOf(pods)];
  return inNamespaces === null || withLabels === null
    ? meaningless('a selector has an operator that does not exist, or values that do not suit it')
    : podsWith({ kind: 'matching', selector: inNamespaces }, withLabels);
}

function lowerRule(
  { source }: Resource,
  direction: Direction,
  rule: AdminRule,
  index: number,
): IrRule[] {
  const lowered = (rule[direction === 'ingress' ? 'from' : 'to'] ?? []).map((peer) =>
    lowerPeer(peer, source.of(peer)),
  );
  const entries: readonly (PortTerm | Meaningless)[] = [
    ...(rule.ports ?? []).map((port) => lowerPort(port, source.of(port))),
    ...(rule.protocols ?? []).map((protocol) => lowerProtocol(protocol, source.of(protocol))),
  ];
  const verdict = VERDICTS[rule.action];
  const common = { direction, index, name: rule.name ?? null, span: source.of(rule) };
  if (lowered.includes(UNKNOWN_PEER)) {
    // A reader that does not know a peer's field fails closed (Network Policy API reference, AdminNetworkPolicyEgressPeer).
    return verdict === 'allow'
      ? []
      : [{ ...common, verdict: 'deny', peers: 'everyone', ports: 'all', unsure: null }];
  }
  const [badPeer, badPort] = [lowered.find(isMeaningless), entries.find(isMeaningless)];
  const unsure =
    (badPeer ?? badPort)?.unsure ??
    (verdict === undefined ? `\`${rule.action}\` is no action` : null);
  const doubted = {
    ...common,
    peers: badPeer === undefined ? (lowered as Peer[]) : ('everyone' as const),
    ports:
      badPort !== undefined || entries.length === 0 ? ('all' as const) : (entries as PortTerm[]),
    unsure,
  };
  return verdict === undefined
    ? (['allow', 'deny', 'pass'] as const).map((possible) => ({ ...doubted, verdict: possible }))
    : [{ ...doubted, verdict }];
}

/** What a peer becomes of which no field is known. */
const UNKNOWN_PEER = meaningless('a peer names nothing that is known');

function lowerPeer(peer: AdminPeer, span: Span): Peer | Meaningless {
  const { namespaces, pods, networks, nodes, domainNames } = peer;
  if (namespaces !== undefined || pods !== undefined) {
    const selected = lowerSubject(peer);
    return isMeaningless(selected) ? selected : { ...selected, span };
  }
  if (networks !== undefined) {
    const bad = networks.find((text) => parseBlock(text) === null);
    return bad === undefined
      ? { kind: 'addresses', blocks: networks.map((cidr) => ({ cidr, except: [] })), span }
      : meaningless(`\`${bad}\` is not a CIDR`);
  }
  if (nodes !== undefined) {
    const selector = selectorOf(nodes);
    return selector === null
      ? meaningless('a selector has an operator that does not exist, or values that do not suit it')
      : { kind: 'nodes', nodes: selector, known: null, span };
  }
  return domainNames === undefined ? UNKNOWN_PEER : { kind: 'names', names: domainNames, span };
}

/** The protocol is TCP unless given (Network Policy API reference, Port). */
function lowerPort(entry: AdminPort, span: Span): PortTerm | Meaningless {
  const { portNumber, portRange, namedPort } = entry;
  if (portNumber !== undefined)
    return numbers(portNumber.protocol ?? 'TCP', portNumber.port, portNumber.port, span);
  if (portRange !== undefined)
    return numbers(portRange.protocol ?? 'TCP', portRange.start, portRange.end, span);
  return named(namedPort, span);
}

function lowerProtocol(entry: ClusterProtocol, span: Span): PortTerm | Meaningless {
  const [protocol, ports] =
    (['tcp', 'udp', 'sctp'] as const)
      .map((name) => [name.toUpperCase(), entry[name]] as const)
      .find(([, found]) => found !== undefined) ?? [];
  if (protocol === undefined) return named(entry.destinationNamedPort, span);
  const { number, range } = ports?.destinationPort ?? {};
  if (number !== undefined) return numbers(protocol, number, number, span);
  return range === undefined
    ? meaningless(`\`${protocol.toLowerCase()}\` names no port`)
    : numbers(protocol, range.start, range.end, span);
}

/** A name stands for the container ports of that name, whatever their protocol (facts of the API: it has none itself). */
const named = (name: string | undefined, span: Span): PortTerm | Meaningless =>
  name === undefined
    ? meaningless('a ports entry names no port')
    : { kind: 'named', protocol: null, name, span };

const numbers = (
  protocol: string,
  first: number,
  last: number,
  span: Span,
): PortTerm | Meaningless =>
  first > last
    ? meaningless('a port range ends before it starts')
    : { kind: 'numbers', protocol, first, last, span };
