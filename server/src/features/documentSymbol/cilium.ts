import { SymbolKind } from 'vscode-languageserver-types';
import type { Resource } from '../../model/resource.ts';
import { list as items, mapping, mappings, textOf, type Mapping } from '../../model/untyped.ts';
import { lowerEndpoints } from '../../policy/lower/ciliumSelectors.ts';
import { isMeaningless } from '../../policy/lower/meaningless.ts';
import { count, list, namespacesText, selectorText } from '../../policy/print.ts';
import { labelSelectorIn } from '../completion/selectors.ts';
import type { Entry } from '../feature.ts';
import { entry, keyAndValue, within } from './entry.ts';
import { selectorWords } from './words.ts';

/*
 * Cilium's policies in the outline. They may be half-typed: what is not of its type is left out.
 */

/** How many words of a list are told before they are counted. */
const MOST_WORDS = 3;

const few = (words: readonly string[], noun: string, plural?: string): string =>
  words.length <= MOST_WORDS ? list(words) : count(words.length, noun, plural);

/** What lies below one of Cilium's policies: its selector and items, or its rules with theirs. */
export function ciliumEntries(resource: Resource): readonly Entry[] {
  const { source } = resource;
  const { spec, specs } = resource.body as { readonly spec?: unknown; readonly specs?: unknown };
  const rules = mappings(specs).map((rule, index) => {
    const span = source.of(rule);
    return entry(resource, `rule ${index + 1}`, subjectWords(rule), SymbolKind.Namespace, {
      span,
      selection: { start: span.start, end: span.start },
      children: within(span, ruleEntries(resource, rule)),
    });
  });
  return within(source.of(resource.body), [
    ...ruleEntries(resource, mapping(spec) ?? {}),
    ...rules,
  ]);
}

const SELECTORS = ['endpointSelector', 'nodeSelector'] as const;

/** Whom a rule is for, in words. */
function subjectWords(rule: Mapping): string {
  const [pods, nodes] = SELECTORS.map((key) => mapping(rule[key]));
  if (pods) return selectorWords(pods) ?? 'all pods';
  return nodes ? `nodes ${selectorWords(nodes) ?? ''}`.trimEnd() : '';
}

function ruleEntries(resource: Resource, rule: Mapping): readonly Entry[] {
  const { source } = resource;
  return [
    ...SELECTORS.flatMap((key) => {
      const selector = mapping(rule[key]);
      if (selector === null) return [];
      const all = key === 'nodeSelector' ? 'every node' : 'all pods';
      return [
        entry(resource, key, selectorWords(selector) ?? all, SymbolKind.Key, {
          span: keyAndValue(resource, rule, key),
          selection: source.key(rule, key),
        }),
      ];
    }),
    ...SECTIONS.flatMap(({ section, words, side }) =>
      mappings(rule[section]).map((item) => itemEntry(resource, item, { words, side })),
    ),
  ];
}

const SECTIONS = [
  { section: 'ingress', words: 'ingress', side: 'from' },
  { section: 'ingressDeny', words: 'Deny ingress', side: 'from' },
  { section: 'egress', words: 'egress', side: 'to' },
  { section: 'egressDeny', words: 'Deny egress', side: 'to' },
] as const;

/** An item with its peers: "Deny ingress from world", "egress to api.example.com on TCP 443". */
function itemEntry(
  resource: Resource,
  item: Mapping,
  { words, side }: Pick<(typeof SECTIONS)[number], 'words' | 'side'>,
): Entry {
  const { source, kind } = resource;
  const span = source.of(item);
  const name =
    Object.keys(item).length === 0
      ? `${words}: an empty item, for nobody`
      : `${words} ${side} ${peersWords(item, side, kind.namespaced)}${portsWords(item)}`;
  const peers = PEERS.flatMap((key) =>
    mappings(item[`${side}${key}`]).map((peer) => ({
      peer,
      text: peerWords(key, peer, kind.namespaced),
    })),
  );
  return entry(resource, name, '', SymbolKind.Method, {
    span,
    selection: { start: span.start, end: span.start },
    children: within(
      span,
      peers.map(({ peer, text }) => {
        const place = source.of(peer);
        return entry(resource, text, '', SymbolKind.Field, {
          span: place,
          selection: { start: place.start, end: place.start },
        });
      }),
    ),
  });
}

/** The lists of peers whose entries are mappings, without the side before their names. */
const PEERS = ['Endpoints', 'CIDRSet', 'Nodes', 'Services', 'FQDNs', 'Groups'] as const;

function peersWords(item: Mapping, side: 'from' | 'to', isNamespaced: boolean): string {
  const plain = ['Entities', 'CIDR'].flatMap((key) =>
    items(item[`${side}${key}`]).flatMap((each) => textOf(each) ?? []),
  );
  const peers = PEERS.flatMap((key) =>
    mappings(item[`${side}${key}`]).map((peer) => peerWords(key, peer, isNamespaced)),
  );
  const all = [...plain, ...peers];
  const isNamed = [...PEERS, 'Entities', 'CIDR'].some((key) => `${side}${key}` in item);
  if (all.length === 0) return isNamed ? 'nobody' : side === 'from' ? 'everyone' : 'everything';
  return few(all, 'peer');
}

/** One peer in words. */
function peerWords(key: (typeof PEERS)[number], peer: Mapping, isNamespaced: boolean): string {
  switch (key) {
    case 'Endpoints':
      return endpointsWords(peer, isNamespaced);
    case 'Nodes':
      return `nodes ${selectorWords(peer) ?? ''}`.trimEnd();
    case 'CIDRSet': {
      const group = textOf(peer['cidrGroupRef']);
      const except = items(peer['except']).length;
      const who = group === null ? (textOf(peer['cidr']) ?? 'CIDR groups') : `CIDR group ${group}`;
      return except === 0 ? who : `${who} except ${count(except, 'block')}`;
    }
    case 'FQDNs':
      return textOf(peer['matchName']) ?? textOf(peer['matchPattern']) ?? 'a DNS name';
    case 'Services': {
      const name = textOf(mapping(peer['k8sService'])?.['serviceName']);
      return name === null ? 'Services' : `Service ${name}`;
    }
    case 'Groups':
      return 'a group of AWS';
  }
}

/** Pods by their labels, and by their namespaces where these are named; what is no pod by its entity. */
function endpointsWords(peer: Mapping, isNamespaced: boolean): string {
  const found = lowerEndpoints(labelSelectorIn(peer), isNamespaced ? '' : null);
  if (isMeaningless(found)) return 'pods …';
  if (found.kind === 'entity') return found.entity ?? 'reserved labels';
  const where =
    found.namespaces.kind === 'own'
      ? ''
      : ` ${namespacesText(found.namespaces).replaceAll('`', '')}`;
  const labels = selectorText(found.pods);
  return `${labels === null ? 'all pods' : `pods ${labels}`}${where}`;
}

/** The ports of an item and what is judged there: " on TCP 80 (HTTP)"; nothing where it is for every port. */
function portsWords({ toPorts, icmps }: Mapping): string {
  const rules = mappings(toPorts);
  const ports = rules.flatMap((rule) => mappings(rule['ports'])).map(portWords);
  const kinds = rules.flatMap((rule) => Object.keys(mapping(rule['rules']) ?? {}));
  const judged = kinds.length === 0 ? '' : ` (${[...new Set(kinds)].join(', ').toUpperCase()})`;
  const messages = mappings(icmps).flatMap(({ fields }) => mappings(fields)).length;
  if (messages > 0) return ' by ICMP';
  return ports.length === 0 ? '' : ` on ${few(ports, 'port')}${judged}`;
}

function portWords({ port, endPort, protocol }: Mapping): string {
  const name = textOf(protocol);
  const number = typeof port === 'number' ? String(port) : textOf(port);
  const range = typeof endPort === 'number' ? `${number}-${endPort}` : number;
  return [name === 'ANY' ? null : name, range].filter((word) => word !== null).join(' ');
}
