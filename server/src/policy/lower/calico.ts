import { intervals, subtract, type Interval, type Intervals } from '../../base/intervals.ts';
import type { Span } from '../../base/span.ts';
import type {
  CalicoEntity,
  CalicoHttp,
  CalicoPolicy,
  CalicoPort,
  CalicoProtocol,
  CalicoRule,
} from '../../model/calico.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import type { Resource } from '../../model/resource.ts';
import { parseBlock, type Family } from '../cidr.ts';
import type {
  Direction,
  HttpMatch,
  HttpPath,
  IrPolicy,
  IrRule,
  Namespaces,
  Peer,
  PodPeer,
  PortTerm,
  Verdict,
} from '../ir.ts';
import { both, type Expression } from '../selector/calico/expression.ts';
import { selectorOf } from '../selector/calico/selectorOf.ts';
import { EVERYTHING } from '../selector/selector.ts';
import {
  areLegible,
  endpointsOf,
  entityExpression,
  isGlobal,
  saidBy,
  subjectAccounts,
  subjectExpression,
} from './calicoSelectors.ts';
import { isMeaningless, meaningless, type Meaningless } from './meaningless.ts';

/**
 * A NetworkPolicy or GlobalNetworkPolicy of Calico as IR, for pods: what it says of host endpoints is not part of it.
 * Total: an opaque resource becomes a policy that may decide anything, and what has no meaning makes its rule unsure.
 */
export function lowerCalicoPolicy(
  resource: Resource<CalicoPolicy>,
  { namespace, uri }: { readonly namespace: NamespaceKey | null; readonly uri: string },
): IrPolicy {
  const { body, source } = resource;
  const metadata = (body as Partial<CalicoPolicy>).metadata ?? {};
  const at = metadata.name === undefined ? source.of(body) : source.value(metadata, 'name');
  const common = {
    apiVersion: body.apiVersion,
    kind: resource.kind.name,
    name: metadata.name ?? metadata.generateName ?? '',
    namespace,
    place: { uri, chunk: resource.chunk, span: at },
  };
  const everyPod = pods(scopeOf(namespace), null);
  if (resource.opaque !== null)
    return {
      ...common,
      tier: null,
      priority: null,
      subject: everyPod,
      isolates: { ingress: true, egress: true },
      rules: ACTIONS.flatMap(([, verdict], index) =>
        (['ingress', 'egress'] as const).map((direction): IrRule => ({
          direction,
          index,
          name: null,
          verdict,
          peers: 'everyone',
          ports: 'all',
          unsure: resource.opaque,
          span: at,
        })),
      ),
      unsure: resource.opaque,
    };
  const { spec = {} } = body as Partial<CalicoPolicy>;
  const legible = areLegible(spec.selector, spec.namespaceSelector, spec.serviceAccountSelector);
  const directions = directionsOf(spec, body.apiVersion);
  const other = directions.length === 0 ? null : otherTypesOf(spec, body.apiVersion);
  const isolates = (direction: Direction): boolean =>
    directions.includes(direction) || other?.includes(direction) === true;
  const rules = (direction: Direction): IrRule[] =>
    directions.includes(direction)
      ? (spec[direction] ?? []).flatMap((rule, index) =>
          lowerRule(resource, namespace, direction, rule, index),
        )
      : [];
  return {
    ...common,
    tier: spec.tier === undefined || spec.tier === '' ? DEFAULT_TIER : spec.tier,
    priority: spec.order ?? null,
    subject: legible ? subjectOf(spec, namespace) : everyPod,
    ...(namespace === null && { endpoints: selectorOf(subjectExpression(spec, null)) }),
    isolates: { ingress: isolates('ingress'), egress: isolates('egress') },
    rules: [...rules('ingress'), ...rules('egress')],
    unsure: !legible
      ? 'a selector of it cannot be read'
      : other === null
        ? null
        : 'it lists no types, and how Calico is installed decides what its empty section means',
  };
}

/** The tier of policies that name none. */
export const DEFAULT_TIER = 'default';

/** The directions that a policy speaks of for pods: one for packets before they are tracked or translated is for host endpoints alone. */
export const directionsOf = (
  spec: CalicoPolicy['spec'],
  apiVersion: string,
): readonly Direction[] =>
  spec.doNotTrack === true || spec.preDNAT === true ? [] : typesOf(spec, apiVersion);

/**
 * The directions that a policy speaks of. Where it lists none, those that it has rules of, and ingress where it has none;
 * written as it is stored, past the API server, it is taken for both (Calico's api/pkg/defaults; felix, policy sorter).
 */
export function typesOf(spec: CalicoPolicy['spec'], apiVersion: string): readonly Direction[] {
  const { types = [], ingress = [], egress = [] } = spec;
  if (types.length > 0)
    return (['ingress', 'egress'] as const).filter((direction) =>
      types.some((type) => type.toLowerCase() === direction),
    );
  if (apiVersion.startsWith('crd.')) return ['ingress', 'egress'];
  if (egress.length === 0) return ['ingress'];
  return ingress.length === 0 ? ['egress'] : ['ingress', 'egress'];
}

/**
 * What a policy that lists no types speaks of where Calico's kinds are plain custom resources: the directions of the
 * sections that are there, empty ones too (api/admission). Null where that is the same.
 */
export function otherTypesOf(
  spec: CalicoPolicy['spec'],
  apiVersion: string,
): readonly Direction[] | null {
  if ((spec.types ?? []).length > 0 || apiVersion.startsWith('crd.')) return null;
  const present = (['ingress', 'egress'] as const).filter((direction) => spec[direction]);
  const counted = typesOf(spec, apiVersion);
  return present.every((direction) => counted.includes(direction)) ? null : present;
}

const EVERY_NAMESPACE: Namespaces = { kind: 'matching', selector: EVERYTHING };

const scopeOf = (namespace: NamespaceKey | null): Namespaces =>
  namespace === null ? EVERY_NAMESPACE : { kind: 'own', namespace };

const matching = (expression: Expression): Namespaces => ({
  kind: 'matching',
  selector: selectorOf(expression),
  vocabulary: 'calico',
});

/** Pods on the network of their node are no endpoints of Calico's (workload endpoints). */
const pods = (namespaces: Namespaces, labels: Expression | null): PodPeer => ({
  kind: 'pods',
  namespaces,
  pods: labels === null ? EVERYTHING : selectorOf(labels),
  vocabulary: 'calico',
  withoutHosts: true,
});

/** The pods that a policy of a namespace, or of the whole cluster, selects; its selectors must be legible. */
export function subjectOf(spec: CalicoPolicy['spec'], namespace: NamespaceKey | null): PodPeer {
  const accounts = subjectAccounts(spec, namespace);
  const labels = saidBy(spec.selector);
  return pods(
    namespace === null ? matching(saidBy(spec.namespaceSelector)) : scopeOf(namespace),
    accounts === undefined ? labels : both(labels, accounts),
  );
}

const ACTIONS: readonly (readonly [action: string, verdict: Verdict])[] = [
  ['Allow', 'allow'],
  ['Deny', 'deny'],
  ['Pass', 'pass'],
];

/** A rule that only logs decides nothing, and the next has the word. */
function lowerRule(
  resource: Resource,
  namespace: NamespaceKey | null,
  direction: Direction,
  rule: CalicoRule,
  index: number,
): IrRule[] {
  if (rule.action === 'Log') return [];
  const matched = matchOfRule(resource, namespace, direction, rule, index);
  if (matched === null) return [];
  const known = ACTIONS.filter(([action]) => action === rule.action);
  const unsure =
    matched.unsure ??
    (known.length === 0 ? meaningless(`\`${rule.action}\` is no action`).unsure : null);
  return (known.length === 0 ? ACTIONS : known).map(([, verdict]) => ({
    ...matched,
    verdict,
    unsure,
  }));
}

/**
 * What a rule speaks of, whatever it does with it, and whether or not its direction is in force; null where it exists
 * for no family of addresses.
 */
export function matchOfRule(
  { source }: Resource,
  namespace: NamespaceKey | null,
  direction: Direction,
  rule: CalicoRule,
  index: number,
): Omit<IrRule, 'verdict'> | null {
  const span = source.of(rule);
  const [near, far] =
    direction === 'ingress' ? [rule.destination, rule.source] : [rule.source, rule.destination];
  const families = familiesOf(rule);
  if (families.length === 0) return null;
  const peer = lowerEntity(far ?? {}, namespace, families, span);
  const own = lowerEntity(near ?? {}, namespace, FAMILIES, span);
  const ports = lowerPorts(rule, span);
  const unsure =
    [peer, own, ports].find((part) => typeof part === 'object' && isMeaningless(part)) ??
    uncertain(rule);
  return {
    direction,
    index,
    name: null,
    peers: typeof peer === 'string' || isMeaningless(peer) ? 'everyone' : [peer],
    ports: typeof ports === 'string' || isMeaningless(ports) ? 'all' : ports,
    ...(typeof own !== 'string' && !isMeaningless(own) && { own }),
    ...(rule.http !== undefined && { http: lowerHttp(rule.http) }),
    unsure: unsure?.unsure ?? null,
    span,
  };
}

const FAMILIES: readonly Family[] = ['IPv4', 'IPv6'];

/**
 * The IP families that a rule exists for: a list of nets, wanted or not, that has none of a family leaves out all of
 * that family (felix, filtering of nets by IP version).
 */
function familiesOf({ ipVersion, source = {}, destination = {} }: CalicoRule): readonly Family[] {
  const lists = [source.nets, source.notNets, destination.nets, destination.notNets];
  return FAMILIES.filter(
    (family) =>
      (ipVersion === undefined || family === `IPv${ipVersion}`) &&
      lists.every(
        (list = []) =>
          list.length === 0 || list.some((text) => (parseBlock(text)?.family ?? family) === family),
      ),
  );
}

/** What of a packet a rule asks for besides its ends and the port that it goes to. */
function uncertain({ source, icmp, notICMP }: CalicoRule): Meaningless | null {
  if ((source?.ports ?? source?.notPorts) !== undefined)
    return meaningless('it depends on the port that a connection comes from');
  if (icmp?.type !== undefined || notICMP?.type !== undefined)
    return meaningless('it depends on the type of the ICMP message');
  return null;
}

function lowerEntity(
  entity: CalicoEntity,
  namespace: NamespaceKey | null,
  families: readonly Family[],
  span: Span,
): Peer | 'everyone' | Meaningless {
  const { selector, notSelector, namespaceSelector, serviceAccounts, nets, notNets } = entity;
  if (!areLegible(selector, notSelector, namespaceSelector, serviceAccounts?.selector))
    return meaningless('a selector of it cannot be read');
  const bad = [...(nets ?? []), ...(notNets ?? [])].find((text) => parseBlock(text) === null);
  if (bad !== undefined) return meaningless(`\`${bad}\` is not a CIDR`);
  const parts: Peer[] = [];
  const chosen = entityExpression(entity, namespace);
  if (chosen !== null) parts.push(selected(entity, chosen, namespace, span));
  if (notSelector !== undefined && notSelector.trim() !== '') {
    const left = saidBy(notSelector);
    const of = [
      { ...pods(EVERY_NAMESPACE, left), span },
      { kind: 'sets' as const, sets: selectorOf(left), known: [], span },
    ];
    parts.push({ kind: 'not', of: { kind: 'any', of, span }, span });
  }
  if (nets !== undefined && nets.length > 0) parts.push(addresses(nets, span));
  if (notNets !== undefined && notNets.length > 0)
    parts.push({ kind: 'not', of: addresses(notNets, span), span });
  // What wants some addresses of a family wants that family.
  if (families.length === 1 && (nets ?? []).length === 0)
    parts.push(addresses([families[0] === 'IPv4' ? '0.0.0.0/0' : '::/0'], span));
  const { name = '', namespace: of } = entity.services ?? {};
  if (entity.services !== undefined)
    parts.push({ kind: 'service', namespace: of ?? '', name, known: null, span });
  return parts.length === 0
    ? 'everyone'
    : parts.length === 1
      ? parts[0]!
      : { kind: 'all', of: parts, span };
}

/** Whom one end of a rule speaks of by itself; null where that is everyone, or cannot be read. */
export function endOf(
  entity: CalicoEntity,
  namespace: NamespaceKey | null,
  span: Span,
): Peer | null {
  const peer = lowerEntity(entity, namespace, FAMILIES, span);
  return typeof peer === 'string' || isMeaningless(peer) ? null : peer;
}

/** Pods and network sets; what lives in no namespace is no pod. */
function selected(
  entity: CalicoEntity,
  chosen: Expression,
  namespace: NamespaceKey | null,
  span: Span,
): Peer {
  const sets = { kind: 'sets' as const, sets: selectorOf(chosen), known: [], span };
  if (isGlobal(entity.namespaceSelector)) return sets;
  const { namespaceSelector } = entity;
  const within =
    namespaceSelector === undefined || namespaceSelector.trim() === ''
      ? scopeOf(namespace)
      : matching(saidBy(namespaceSelector));
  return {
    kind: 'any',
    of: [{ ...pods(within, endpointsOf(entity) ?? null), span }, sets],
    span,
  };
}

const addresses = (cidrs: readonly string[], span: Span): Peer => ({
  kind: 'addresses',
  blocks: cidrs.map((cidr) => ({ cidr, except: [] })),
  span,
});

/** Protocols that rules may write by number (IANA, "Protocol Numbers"). */
const NUMBERS: Readonly<Record<string, string>> = {
  1: 'ICMP',
  6: 'TCP',
  17: 'UDP',
  58: 'ICMPv6',
  132: 'SCTP',
  136: 'UDPLite',
};

/** The name of a protocol that may be written by number. */
export const protocolOf = (protocol: CalicoProtocol): string =>
  NUMBERS[String(protocol)] ?? String(protocol);

const EVERY_PORT: Interval = [0, 65535];

/** The ports that a connection goes to; a rule may ask for those that it comes from besides. */
function lowerPorts(rule: CalicoRule, span: Span): 'all' | readonly PortTerm[] | Meaningless {
  const { ports, notPorts = [] } = rule.destination ?? {};
  const protocol = rule.protocol === undefined ? null : protocolOf(rule.protocol);
  if (rule.notProtocol !== undefined)
    return meaningless(`it speaks of every protocol but ${protocolOf(rule.notProtocol)}`);
  if (protocol === null && ports === undefined && notPorts.length === 0) return 'all';
  const wanted = (ports ?? []).map(portOf);
  const unwanted = notPorts.map(portOf);
  if (unwanted.some(isName)) return meaningless('it leaves out a port by its name');
  const named = wanted.filter(isName);
  if (named.length > 0 && unwanted.length > 0)
    return meaningless('it joins the name of a port with ports that are left out');
  const numbers = subtract(
    intervals(ports === undefined || ports.length === 0 ? [EVERY_PORT] : wanted.filter(isRange)),
    intervals(unwanted.filter(isRange)),
  );
  if (protocol === null && numbers.length > 0)
    return meaningless('it has numbers of ports, but no protocol');
  return [
    ...named.map((name): PortTerm => ({ kind: 'named', protocol, name, span })),
    ...(protocol === null ? [] : terms(protocol, numbers, span)),
  ];
}

const terms = (protocol: string, numbers: Intervals, span: Span): PortTerm[] =>
  numbers.map(([first, last]) => ({ kind: 'numbers', protocol, first, last, span }));

/** A port as the range of its numbers, or its name. */
export function portOf(port: CalicoPort): Interval | string {
  const [, first, last = first] = /^(\d+)(?::(\d+))?$/.exec(String(port)) ?? [];
  return first === undefined ? String(port) : [Number(first), Number(last)];
}

const isName = (port: Interval | string): port is string => typeof port === 'string';
const isRange = (port: Interval | string): port is Interval => typeof port !== 'string';

const lowerHttp = ({ methods = [], paths = [] }: CalicoHttp): HttpMatch => ({
  methods,
  paths: paths.flatMap(({ exact, prefix }): readonly HttpPath[] => [
    ...(exact === undefined ? [] : [{ kind: 'exact' as const, path: exact }]),
    ...(prefix === undefined ? [] : [{ kind: 'prefix' as const, path: prefix }]),
  ]),
});
