import type { Span } from '../../base/span.ts';
import {
  givenName,
  type CiliumCidrRule,
  type CiliumItem,
  type CiliumName,
  type CiliumService,
} from '../../model/cilium.ts';
import type { LabelSelector } from '../../model/networkPolicy.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import type { Resource } from '../../model/resource.ts';
import { parseBlock } from '../cidr.ts';
import { groupLabel } from '../cilium/groups.ts';
import { isEntity, type Entity } from '../cilium/entities.ts';
import { NO_NODES } from '../cilium/nodes.ts';
import type { Direction, Peer } from '../ir.ts';
import { selectorOf } from '../selector/k8s.ts';
import { labelsOfNodes, lowerEndpoints } from './ciliumSelectors.ts';
import { isMeaningless, meaningless, type Meaningless } from './meaningless.ts';

/** Who an item speaks of, as far as that is known; `unsure` says what is not, and the peers are then the most there can be. */
export interface Peers {
  readonly peers: 'everyone' | readonly Peer[];
  /** Whether the item has a list of peers, so that without ports it is for all of them. */
  readonly given: boolean;
  readonly unsure: string | null;
}

/** Where a policy stands that a part is lowered of. */
export interface Ground {
  readonly source: Resource['source'];
  readonly namespace: NamespaceKey | null;
  readonly direction: Direction;
  readonly isDeny: boolean;
}

/**
 * An item's lists of peers under one name each, whichever its direction is. One that denies has no names of DNS: its schema
 * does not know them, and the API server drops them.
 */
function listsOf(item: CiliumItem, { direction, isDeny }: Ground) {
  const isIngress = direction === 'ingress';
  return {
    endpoints: isIngress ? item.fromEndpoints : item.toEndpoints,
    cidrs: isIngress ? item.fromCIDR : item.toCIDR,
    cidrSets: isIngress ? item.fromCIDRSet : item.toCIDRSet,
    entities: isIngress ? item.fromEntities : item.toEntities,
    nodes: isIngress ? item.fromNodes : item.toNodes,
    groups: isIngress ? item.fromGroups : item.toGroups,
    services: isIngress ? undefined : item.toServices,
    names: isIngress || isDeny ? undefined : item.toFQDNs,
  };
}

/**
 * Who an item speaks of: any of its peers; everyone where it has no list, and nobody where one is empty (pkg/policy/api,
 * the selectors of an item). Some lists are not looked at for that, and what they leave is not said anywhere.
 */
export function lowerPeers(item: CiliumItem, ground: Ground): Peers {
  const { endpoints, cidrs, cidrSets, entities, nodes, groups, services, names } = listsOf(
    item,
    ground,
  );
  const span = ground.source.of(item);
  const strict = [endpoints, cidrs, cidrSets, entities, nodes];
  const lax = [groups, services, names];
  const lists = [...strict, ...lax].filter((list) => list !== undefined);
  if (lists.length === 0) return { peers: 'everyone', given: false, unsure: null };
  if (strict.some((list) => list?.length === 0)) return { peers: [], given: true, unsure: null };
  if (lax.some((list) => list?.length === 0))
    return {
      peers: 'everyone',
      given: lists.some((list) => list.length > 0),
      unsure: 'an empty list of peers may stand for nobody or for everyone',
    };
  const parts: readonly (Peer | 'everyone' | Meaningless | Doubted)[] = [
    ...(endpoints ?? []).map((selector) => endpointsPeer(selector, ground)),
    ...(cidrs ?? []).map((cidr) => blockPeer({ cidr }, span)),
    ...(cidrSets ?? []).flatMap((rule) => cidrPeer(rule, ground.source.of(rule))),
    ...(entities === undefined ? [] : [entitiesPeer(entities, span)]),
    ...(nodes ?? []).map((selector) => nodesPeer(selector, ground)),
    ...(groups ?? []).map(() => groupPeer(span)),
    ...(services ?? []).map((service) => servicePeer(service, ground)),
    ...(names === undefined ? [] : [namesPeer(names, span)]),
  ];
  const bad = parts.filter((part) => typeof part === 'object').find(isMeaningless);
  const doubted = parts.filter((part) => typeof part === 'object').find(isDoubted);
  const peers = parts.map((part) =>
    typeof part === 'object' && isDoubted(part) ? part.peer : part,
  );
  const unsure = lists.length > 1 ? 'it joins lists of peers that cannot be combined' : null;
  return {
    peers: bad !== undefined || peers.includes('everyone') ? 'everyone' : (peers as Peer[]),
    given: true,
    unsure: bad?.unsure ?? doubted?.doubt ?? unsure,
  };
}

/** A peer that is at most this. */
interface Doubted {
  readonly peer: Peer;
  readonly doubt: string;
}

const isDoubted = (part: object): part is Doubted => 'doubt' in part;

function endpointsPeer(
  selector: LabelSelector,
  { source, namespace }: Ground,
): Peer | Meaningless | Doubted {
  const found = lowerEndpoints(selector, namespace);
  const span = source.of(selector);
  if (isMeaningless(found)) return found;
  if (found.kind === 'pods') return { ...found, span };
  const peer = entityPeer(found.entity === null ? [] : [found.entity], span);
  return found.doubt === null ? peer : { peer, doubt: found.doubt };
}

const entityPeer = (entities: readonly Entity[], span: Span): Peer => ({
  kind: 'entities',
  entities,
  known: NO_NODES,
  span,
});

/** `all` is everyone there can be, `none` nobody. */
function entitiesPeer(names: readonly string[], span: Span): Peer | 'everyone' | Meaningless {
  if (names.includes('all')) return 'everyone';
  const bad = names.find((name) => name !== 'none' && !isEntity(name));
  return bad === undefined
    ? entityPeer(names.filter(isEntity), span)
    : meaningless(`\`${bad}\` is no entity`);
}

/** Blocks are for what Cilium knows by no labels: neither pods nor nodes (Cilium documentation, "IP/CIDR based"). */
function blockPeer(
  { cidr, except = [] }: { readonly cidr: string; readonly except?: readonly string[] },
  span: Span,
): Peer | Meaningless {
  const bad = [cidr, ...except].find((text) => parseBlock(text) === null);
  return bad === undefined
    ? { kind: 'addresses', blocks: [{ cidr, except }], outside: [], span }
    : meaningless(`\`${bad}\` is not a CIDR`);
}

function cidrPeer(
  { cidr, cidrGroupRef, cidrGroupSelector, except = [] }: CiliumCidrRule,
  span: Span,
): Peer | Meaningless {
  if (cidr !== undefined) return blockPeer({ cidr, except }, span);
  const sets =
    cidrGroupRef !== undefined
      ? ({ op: 'exists', key: groupLabel(cidrGroupRef) } as const)
      : cidrGroupSelector !== undefined
        ? selectorOf(ofGroups(cidrGroupSelector))
        : null;
  if (sets === null) return meaningless('an entry names neither a block nor groups of blocks');
  const group: Peer = { kind: 'sets', sets, known: [], vocabulary: 'cilium', span };
  if (except.length === 0) return group;
  const bad = except.find((text) => parseBlock(text) === null);
  if (bad !== undefined) return meaningless(`\`${bad}\` is not a CIDR`);
  const blocks = except.map((text) => ({ cidr: text, except: [] }));
  const left: Peer = { kind: 'addresses', blocks, outside: [], span };
  return { kind: 'all', of: [group, { kind: 'not', of: left, span }], span };
}

const bare = (key: string): string => key.replace(/^(?:cidrgroup|any):/, '');

/** Labels of groups have a source of their own, which keys need not name. */
function ofGroups({ matchLabels = {}, matchExpressions = [] }: LabelSelector): LabelSelector {
  return {
    matchLabels: Object.fromEntries(
      Object.entries(matchLabels).map(([key, value]) => [bare(key), value]),
    ),
    matchExpressions: matchExpressions.map((one) => ({ ...one, key: bare(one.key) })),
  };
}

/** Nodes by their labels: never that of the pod itself, which is not known (pkg/policy/api, selectors of nodes). */
const nodesPeer = (selector: LabelSelector, { source }: Ground): Doubted => ({
  peer: {
    kind: 'entities',
    entities: ['host', 'remote-node'],
    known: NO_NODES,
    labelled: labelsOfNodes(selector),
    span: source.of(selector),
  },
  doubt: 'which node is the pod’s own, and which labels Cilium keeps of others, is not known here',
});

const groupPeer = (span: Span): Doubted => ({
  peer: entityPeer(['world'], span),
  doubt: 'the addresses of a cloud provider’s groups are known to the provider only',
});

/** Names stand for addresses outside of the cluster that DNS has given to pods (Cilium documentation, "DNS based"). */
function namesPeer(names: readonly CiliumName[], span: Span): Peer | Meaningless {
  const texts = names.map(givenName);
  return texts.some((text) => text === undefined)
    ? meaningless('an entry of `toFQDNs` gives no name')
    : { kind: 'names', names: texts as string[], vocabulary: 'cilium', span };
}

/**
 * The pods of Services. Labels win over a name, and a Service without a name is none (pkg/k8s, service selection). A deny
 * takes Services, but does not look for what stands behind them.
 */
function servicePeer(
  { k8sService, k8sServiceSelector }: CiliumService,
  { source, isDeny }: Ground,
): Peer | Meaningless {
  if (isDeny)
    return meaningless('what stands behind a Service is not looked for where traffic is denied');
  const entry = { k8sService, k8sServiceSelector };
  const namespace = (k8sServiceSelector ?? k8sService)?.namespace ?? '';
  const span = source.of(k8sServiceSelector ?? k8sService ?? entry);
  const common = {
    kind: 'services' as const,
    namespace: namespace === '' ? null : namespace,
    known: null,
    span,
  };
  if (k8sServiceSelector !== undefined) {
    const labels = selectorOf(k8sServiceSelector.selector);
    return labels === null
      ? meaningless('a selector of Services has an operator that does not exist')
      : { ...common, asked: { labels } };
  }
  const { serviceName = '' } = k8sService ?? {};
  return { ...common, asked: { name: serviceName } };
}
