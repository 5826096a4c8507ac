import { KUBERNETES_NAME } from './vocabulary.ts';
import { addressText, cidrsOf } from './cidr.ts';
import { groupNamed } from './cilium/groups.ts';
import { isForEveryRequest } from './cilium/http.ts';
import type { Endpoint, HostEndpoint, NamespaceInfo } from './endpoint.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import { namespaceName } from '../model/namespace.ts';
import { icmpText, isIcmp } from './icmp.ts';
import type {
  HeaderPattern,
  HttpMatch,
  HttpPattern,
  IrPolicy,
  IrRule,
  Namespaces,
  Peer,
  PodPeer,
  PortTerm,
  ServicesPeer,
  SetPeer,
} from './ir.ts';
import { exchanged, setsMeant } from './peers.ts';
import { isEverything, type Selector } from './selector/selector.ts';

/** Words as code, joined as a list: "`a`", "`a` and `b`", "`a`, `b` and `c`". */
export const codeList = (words: readonly string[]): string => list(words.map(code));

/** A word as code. */
export const code = (word: string): string => `\`${word}\``;

/** Phrases joined by commas and a last "and" (or another word). */
export const list = (phrases: readonly string[], word = 'and'): string =>
  phrases.length < 2
    ? phrases.join('')
    : `${phrases.slice(0, -1).join(', ')} ${word} ${phrases.at(-1)!}`;

/** At most three phrases of a list: "a, b and 4 others" where there are more. */
export const listFew = (phrases: readonly string[], others = 'others'): string =>
  list(phrases.length <= 3 ? phrases : [...phrases.slice(0, 2), `${phrases.length - 2} ${others}`]);

/** A count with its noun: "1 pod", "3 pods". */
export const count = (number: number, noun: string, plural = `${noun}s`): string =>
  `${number} ${number === 1 ? noun : plural}`;

/** A namespace in a sentence. */
export const namespaceText = (namespace: NamespaceInfo | NamespaceKey): string => {
  const name = typeof namespace === 'string' ? namespaceName(namespace) : namespace.name;
  return name === null ? 'the unnamed namespace' : `namespace \`${name}\``;
};

/** `shop/web`, or `web` in an unnamed namespace. */
export const qualified = (namespace: NamespaceKey | null, name: string): string => {
  const known = namespace === null ? null : namespaceName(namespace);
  return known === null ? name : `${known}/${name}`;
};

/** An end of a connection as a name: `shop/web`, `10.0.0.0/8`. */
export function endpointName(end: Endpoint): string {
  if (end.kind === 'pods') return qualified(end.namespace.key, end.name);
  if (end.name !== undefined) return end.name.replace(/\.$/, '');
  if (end.first === end.last) return addressText(end.family, end.first);
  const cidrs = cidrsOf([end]);
  return cidrs.length === 1
    ? cidrs[0]!
    : `${addressText(end.family, end.first)}-${addressText(end.family, end.last)}`;
}

/** An end of a connection in a sentence, as code. */
export const endpointText = (end: Endpoint): string => `\`${endpointName(end)}\``;

/** A host in a sentence. */
export const hostText = ({ name }: Pick<HostEndpoint, 'name'>): string =>
  `HostEndpoint ${code(name)}`;

/**
 * A policy in a sentence: "`shop/allow-web`"; one of the whole cluster, and one of Cilium's, which may be called as a
 * NetworkPolicy beside it is, with its kind: "ClusterNetworkPolicy `guard`".
 */
export const policyText = ({ kind, name, namespace }: IrPolicy): string => {
  const text = code(namespace === null ? name : qualified(namespace, name));
  return namespace === null || kind.startsWith('Cilium') ? `${kind} ${text}` : text;
};

/** The conditions of a selector as kubectl writes them: `app=web,tier in (a,b),!canary`; null where it has none. */
export function selectorText(selector: Selector): string | null {
  if (isEverything(selector)) return null;
  return conditionText(selector, false);
}

function conditionText(selector: Selector, inner: boolean): string {
  switch (selector.op) {
    case 'all':
    case 'any': {
      if (selector.of.length === 0) return selector.op === 'all' ? 'anything' : 'nothing';
      if (selector.of.length === 1) return conditionText(selector.of[0]!, inner);
      const parts = selector.of.map((part) => conditionText(part, true));
      const text = parts.join(selector.op === 'all' ? ',' : ' or ');
      return inner && selector.op === 'any' ? `(${text})` : text;
    }
    case 'in':
      return selector.values.length === 1
        ? `${selector.key}=${selector.values[0]!}`
        : `${selector.key} in (${selector.values.join(',')})`;
    case 'exists':
      return selector.key;
    case 'text':
      return `${selector.key} ${PLACES[selector.where]} "${selector.text}"`;
    case 'not':
      return negatedText(selector.of);
  }
}

const PLACES = { start: 'starts with', end: 'ends with', anywhere: 'contains' } as const;

function negatedText(selector: Selector): string {
  if (selector.op === 'exists') return `!${selector.key}`;
  if (selector.op !== 'in') return `not (${conditionText(selector, false)})`;
  return selector.values.length === 1
    ? `${selector.key}!=${selector.values[0]!}`
    : `${selector.key} notin (${selector.values.join(',')})`;
}

/** Pods of a subject or peer in words: "pods `app=web` in namespaces `team=shop`". */
export function podsText({ pods, namespaces }: PodPeer): string {
  const labels = selectorText(pods);
  const which = labels === null ? 'all pods' : `pods \`${labels}\``;
  return `${which} ${namespacesText(namespaces)}`;
}

/** The namespaces of a peer in words, with their preposition. */
export function namespacesText(namespaces: Namespaces): string {
  if (namespaces.kind === 'own') return `in ${namespaceText(namespaces.namespace)}`;
  const name = singleName(namespaces.selector);
  if (name !== null) return `in namespace \`${name}\``;
  const labels = selectorText(namespaces.selector);
  return labels === null ? 'in every namespace' : `in namespaces \`${labels}\``;
}

/** The name that a selector of namespaces asks for, if that is all it asks. */
function singleName(selector: Selector): string | null {
  if (selector.op === 'all' && selector.of.length === 1) return singleName(selector.of[0]!);
  return selector.op === 'in' && selector.key === KUBERNETES_NAME && selector.values.length === 1
    ? selector.values[0]!
    : null;
}

/** One peer in words: pods, nodes, names, addresses with their exceptions, sets, Services, or what they make together. */
export function peerText(peer: Peer): string {
  switch (peer.kind) {
    case 'pods':
      return podsText(peer);
    case 'nodes': {
      const labels = selectorText(peer.nodes);
      return labels === null ? 'every node' : `nodes \`${labels}\``;
    }
    case 'names':
      return list(peer.names.map(code), 'or');
    case 'entities':
      return peer.entities.length === 0 ? 'nobody' : entitiesText(peer.entities);
    case 'sets':
      return setsText(peer);
    case 'service':
      return `the pods behind the Service ${code(peer.name)} ${peer.namespace === '' ? 'of no namespace' : `in ${namespaceText(peer.namespace)}`}`;
    case 'services':
      return `the pods behind ${servicesText(peer)}`;
    case 'all':
      return allText(peer.of);
    case 'any':
      return list(peer.of.filter(isSomething).map(peerText), 'or');
    case 'not':
      return `anyone but ${peerText(peer.of)}`;
    case 'addresses': {
      const blocks = peer.blocks.map(({ cidr, except }) =>
        except.length === 0 ? code(cidr) : `${code(cidr)} except ${codeList(except)}`,
      );
      return `addresses in ${list(blocks, 'or')}`;
    }
  }
}

/** How many sets are named before the rest is counted. */
const MOST_SETS = 3;

/**
 * Network sets of Calico, or CIDR groups of Cilium, by their names; by what is asked of them where none that has it is
 * known.
 */
export function setsText(peer: SetPeer): string {
  const names = setsMeant(peer).map(({ set }) => code(set.name));
  if (names.length > 0) {
    const more = names.length - MOST_SETS;
    const shown = names.slice(0, more === 1 ? MOST_SETS + 1 : MOST_SETS);
    return `the addresses of ${list(more > 1 ? [...shown, `${more} more`] : shown)}`;
  }
  const labels = selectorText(peer.sets);
  if (peer.vocabulary === 'cilium') {
    const name = peer.sets.op === 'exists' ? groupNamed(peer.sets.key) : null;
    if (name !== null) return `CIDR group ${code(name)}`;
    return labels === null ? 'every CIDR group' : `CIDR groups ${code(labels)}`;
  }
  return labels === null ? 'every network set' : `network sets \`${labels}\``;
}

/** What is all of some peers, those that it is not at the end. */
function allText(peers: readonly Peer[]): string {
  const wanted = peers.filter(({ kind }) => kind !== 'not').map(peerText);
  const left = peers.flatMap((peer) => (peer.kind === 'not' ? peerText(peer.of) : []));
  const who = wanted.length === 0 ? 'anyone' : wanted.join(' that are also ');
  return left.length === 0 ? who : `${who} but ${list(left, 'or')}`;
}

/** Of sets besides pods only those need words that there are. */
const isSomething = (peer: Peer): boolean =>
  peer.kind !== 'sets' || peer.vocabulary === 'cilium' || setsMeant(peer).length > 0;

/** Which of the pods that a policy selects a rule speaks of, in words; no network set is one of them. */
export const ownText = (own: Peer): string =>
  peerText(exchanged(own, (part) => (part.kind === 'sets' ? { ...part, known: [] } : part)));

const entitiesText = (entities: readonly string[]): string =>
  `${entities.length === 1 ? 'entity' : 'entities'} ${list(entities.map(code), 'or')}`;

/** Services in words: "the Service `web` in namespace `shop`". */
export const servicesText = ({ namespace, asked }: ServicesPeer): string => {
  const where = namespace === null ? 'of every namespace' : `in ${namespaceText(namespace)}`;
  if ('name' in asked) return `the Service ${code(asked.name)} ${where}`;
  const labels = selectorText(asked.labels);
  return labels === null ? `every Service ${where}` : `the Services ${code(labels)} ${where}`;
};

/** All peers of a rule in words: "anyone", or the peers joined by "or". */
export const peersText = (peers: IrRule['peers']): string =>
  peers === 'everyone' ? 'anyone' : list(peers.map(peerText), 'or');

/**
 * What a rule matches, in words: "TCP 23 to all pods in every namespace", and where it says so for which of the pods that
 * its policy selects, and for which requests: "TCP 80 from anyone, to pods `app=web` in namespace `shop` alone, for GET
 * requests".
 */
export function matchText({
  direction,
  peers,
  ports,
  own,
  http,
  requests,
  queries,
}: Pick<
  IrRule,
  'direction' | 'peers' | 'ports' | 'own' | 'http' | 'requests' | 'queries'
>): string {
  const [far, near] = direction === 'egress' ? ['to', 'from'] : ['from', 'to'];
  return [
    `${portsText(ports)} ${far} ${peersText(peers)}`,
    ...(own === undefined ? [] : [`${near} ${ownText(own)} alone`]),
    ...(http === undefined ? [] : [`for ${requestsText(http)}`]),
    ...(requests === undefined ? [] : [`for ${patternsText(requests)}`]),
    ...(queries === undefined ? [] : [`for DNS queries for ${list(queries.map(code), 'or')}`]),
  ].join(', ');
}

/** Requests of HTTP in words: "GET and POST requests of `/` or of `/api` and below". */
export function requestsText({ methods, paths }: HttpMatch): string {
  const some = methods.length === 0 || methods.includes('*') ? 'HTTP' : list(methods);
  const where = paths.map(({ kind, path }) =>
    kind === 'exact' ? `of ${code(path)}` : `of ${code(path)} and below`,
  );
  return [`${some} requests`, ...(where.length === 0 ? [] : [list(where, 'or')])].join(' ');
}

/** The requests that patterns are for, in words: "HTTP requests that match `GET /public`". */
export const patternsText = (patterns: readonly HttpPattern[]): string =>
  patterns.some(isForEveryRequest)
    ? 'HTTP requests'
    : `HTTP requests that match ${list([...new Set(patterns.map(patternText))], 'or')}`;

const headerText = ({ name, value }: HeaderPattern): string =>
  code(value === null ? name : `${name}: ${value}`);

function patternText({ method, path, host, headers }: HttpPattern): string {
  const line = [method, `${host ?? ''}${path ?? ''}`].filter(
    (part) => part !== null && part !== '',
  );
  const wanted =
    headers.length === 0
      ? ''
      : `${headers.length === 1 ? 'the header' : 'the headers'} ${list(headers.map(headerText))}`;
  return [line.length === 0 ? '' : code(line.join(' ')), wanted]
    .filter((part) => part !== '')
    .join(' with ');
}

/** The ports of a rule in words: "every port", "TCP 80 and 443", "port `http` (TCP)". */
export const portsText = (ports: IrRule['ports']): string =>
  ports === 'all' ? 'every port' : list(ports.map(portText), 'and');

const WITH_PORTS: ReadonlySet<string> = new Set(['TCP', 'UDP', 'SCTP', 'UDPLite']);

function portText(term: PortTerm): string {
  if (term.kind === 'named')
    return `port \`${term.name}\`${term.protocol === null ? '' : ` (${term.protocol})`}`;
  if (term.kind === 'except')
    return `${term.of === 'all' ? 'everything' : portText(term.of)} but ${list(term.without.map(leftOut), 'and')}`;
  const { protocol, first, last } = term;
  if (isIcmp(protocol)) return icmpText(protocol, [[first, last]]);
  if (first <= 1 && last === 65535)
    return WITH_PORTS.has(protocol) ? `every ${protocol} port` : protocol;
  return first === last ? `${protocol} ${first}` : `${protocol} ${Math.max(1, first)}-${last}`;
}

/** A protocol is left out whole, whether it has ports or not. */
const leftOut = (term: PortTerm): string =>
  term.kind === 'numbers' && term.first === 0 && term.last === 65535
    ? term.protocol
    : portText(term);
