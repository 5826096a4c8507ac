import { derive, derive2 } from '../base/derive.ts';
import {
  addressesIn,
  isNodeInBlocks,
  podAddressesIn,
  inBlocks,
  matchesAddresses,
  netsOf,
  parsedBlocks,
  type ParsedBlock,
} from './addresses.ts';
import type { Assumptions } from './assumptions.ts';
import { parseAddress, type Block } from './cidr.ts';
import {
  isNode,
  type Endpoint,
  type HostEndpoint,
  type NamespaceInfo,
  type PodEndpoint,
  type Subject,
} from './endpoint.ts';
import type {
  EntityPeer,
  IrPolicy,
  IrRule,
  NamePeer,
  Namespaces,
  Node,
  NodePeer,
  Peer,
  PodPeer,
  ServicePeer,
  ServicesPeer,
  SetPeer,
} from './ir.ts';
import { addressesOfNodes, blocksOfNodes, isGuarded } from './cilium/nodes.ts';
import { matchesName } from './fqdn.ts';
import { hostPortsAt } from './hostPorts.ts';
import { NO, YES, both, either, negated, unknown, type Match } from './match.ts';
import { partsIn, setsMeant, type SimplePeer } from './peers.ts';
import { portsAt, type PortMatch } from './ports.ts';
import {
  code,
  codeList,
  count,
  hostText,
  list,
  namespaceText,
  servicesText,
  setsText,
} from './print.ts';
import { isAbsent, isEverything, keysOf, matches, type Selector } from './selector/selector.ts';
import { labelsOfNamespace, labelsOfPod, openLabels, type Seen } from './vocabulary.ts';

/** Whether a subject or peer selects a pod. */
export function matchesPods(peer: PodPeer, pod: PodEndpoint, assumptions: Assumptions): Match {
  if (peer.onlyHosts) return pod.hostNetwork ? isGuarded(peer.onlyHosts, pod, assumptions) : NO;
  const isOut = peer.withoutHosts ? pod.hostNetwork : isNode(pod, assumptions);
  if (isOut) return NO;
  const seen = labelsOfPod(pod, peer.pods, peer.vocabulary, assumptions);
  const labelled = matches(peer.pods, seen.labels, seen.complete);
  if (labelled === 'no') return NO;
  const inside = matchesNamespace(peer.namespaces, pod.namespace, assumptions);
  return labelled === 'yes' || inside.truth === 'no'
    ? inside
    : unknown(...inside.why, givenLater(peer.pods, seen));
}

/** The labels that only the cluster could tell. It names no pod, as it is said of all pods of a class. */
function givenLater(selector: Selector, { labels, complete }: Seen): string {
  const keys = [...keysOf(selector)].filter(
    (key) => !Object.hasOwn(labels, key) && !isAbsent(key, complete),
  );
  return `pods get the label ${list(
    [...new Set(keys)].map((key) => `\`${key}\``),
    'or',
  )} only in the cluster`;
}

/**
 * Whether a namespace is among those a peer speaks of. Two keys are two namespaces; of an unnamed one, or one that
 * no manifest declares, labels may exist that are not known here.
 */
export function matchesNamespace(
  namespaces: Namespaces,
  namespace: NamespaceInfo,
  assumptions: Assumptions,
): Match {
  if (namespaces.kind === 'own') return namespaces.namespace === namespace.key ? YES : NO;
  if (isEverything(namespaces.selector)) return YES;
  const bare =
    assumptions.undeclaredNamespaces === 'bare' &&
    namespace.name !== null &&
    namespace.place === null;
  const truth = matches(
    namespaces.selector,
    labelsOfNamespace(namespace, namespaces.vocabulary),
    namespace.complete || bare,
  );
  if (truth !== 'unknown') return truth === 'yes' ? YES : NO;
  return unknown(
    namespace.name === null
      ? `these manifests do not say which namespace ${namespaceText(namespace)} is`
      : `the labels of ${namespaceText(namespace)} are not all known here`,
  );
}

/** Whether any of a rule's peers is `end`. */
export function matchesPeers(
  peers: IrRule['peers'],
  end: Endpoint,
  assumptions: Assumptions,
): Match {
  if (peers === 'everyone') return YES;
  const addresses =
    end.kind === 'external' || isNodeInBlocks(end, assumptions)
      ? addressesIn(peers)
      : podAddressesIn(peers);
  return either([
    ...peers.map((peer) => matchesPeer(peer, end, assumptions)),
    addresses.length === 0 ? NO : matchesAddresses(addresses, end, assumptions),
  ]);
}

/** Whether a peer is `end`; blocks of addresses are looked at all together, so not here. */
function matchesPeer(peer: Peer, end: Endpoint, assumptions: Assumptions): Match {
  switch (peer.kind) {
    case 'pods':
      return either([
        end.kind === 'pods' ? matchesPods(peer, end, assumptions) : NO,
        peer.orUnlabelled && (end.kind === 'external' || end.hostNetwork) ? UNLABELLED : NO,
      ]);
    case 'nodes':
      return matchesNodes(peer, end);
    case 'names':
      return matchesNames(peer, end);
    case 'addresses':
      return NO;
    case 'entities':
      return matchesEntities(peer, end, assumptions);
    case 'sets':
      return peer.vocabulary === 'cilium'
        ? matchesGroups(peer, end, assumptions)
        : matchesSets(peer, end, assumptions);
    case 'service':
      return matchesService(peer, end, assumptions);
    case 'services':
      return matchesServices(peer, end, assumptions);
    case 'all':
      return both(peer.of.map((part) => matchesPeers([part], end, assumptions)));
    case 'any':
      return matchesPeers(peer.of, end, assumptions);
    case 'not':
      return negated(matchesPeers([peer.of], end, assumptions));
  }
}

/**
 * What has no labels of pods is none of a namespace that is left out. Since its release 1.19 Cilium asks for the local
 * cluster besides, unless told otherwise, and that label only pods are sure to have (cilium/cilium, pull request 46996).
 */
const UNLABELLED = unknown(
  'a selector that only leaves namespaces out may be for nodes and the world, too, and surely is before Cilium 1.19',
);

/** A set is met at its addresses, whoever has them; those of a host no pod has that is not on its network. */
function matchesSets(peer: SetPeer, end: Endpoint, assumptions: Assumptions): Match {
  const meant = setBlocks(peer);
  return either(
    meant.map(({ blocks, why, ofHost }) => {
      const isOut = ofHost && end.kind === 'pods' && !end.hostNetwork;
      const met = blocks.length === 0 || isOut ? NO : matchesAddresses(blocks, end, assumptions);
      return met.truth === 'no' || why.length === 0 ? met : unknown(...met.why, ...why);
    }),
  );
}

/** A group holds what is neither a pod nor a node. One that is not among the manifests may be in the cluster. */
function matchesGroups(peer: SetPeer, end: Endpoint, assumptions: Assumptions): Match {
  if (end.kind === 'pods' && !isNodeInBlocks(end, assumptions)) return NO;
  return setsMeant(peer).length === 0
    ? unknown(`the addresses of ${setsText(peer)} are not known here`)
    : matchesSets(peer, end, assumptions);
}

/** The addresses of the sets that a peer may speak of, with what would have to be known of each. */
const setBlocks = derive((peer: SetPeer) => {
  const except = netsOf(peer.outside ?? []).map(({ block }) => block);
  return setsMeant(peer).map(({ set: { kind, name, nets, unsure }, truth }) => {
    const open =
      truth === 'yes' || unsure !== null
        ? []
        : [`the labels of ${code(name)} are not all known here`];
    return {
      blocks: netsOf(nets).map((net) => ({ ...net, except })),
      why: unsure === null ? open : [...open, unsure],
      ofHost: kind === 'HostEndpoint',
    };
  });
});

function matchesService(
  { known, namespace, name }: ServicePeer,
  end: Endpoint,
  assumptions: Assumptions,
): Match {
  if (known !== null) {
    if (end.kind === 'external') return NO;
    // A Service leads to pods on the network of their node as to any.
    const seen = end.hostNetwork ? { ...end, hostNetwork: false } : end;
    return matchesPods(known.pods, seen, assumptions);
  }
  return unknown(
    `what stands behind the Service ${code(name)} in ${namespaceText(namespace)} is not known here`,
  );
}

/** The pods behind Services, as labels find them; those on the network of their node are the node. */
function matchesServices(peer: ServicesPeer, end: Endpoint, assumptions: Assumptions): Match {
  if (peer.known === null)
    return unknown(`what stands behind ${servicesText(peer)} is not known here`);
  return end.kind === 'external'
    ? NO
    : either(peer.known.map((pods) => matchesPods(pods, end, assumptions)));
}

/**
 * What Cilium has a word for: the nodes with the pods on their network, all pods, or what is outside (Cilium documentation,
 * "Entities based"). Where a pod is seen from is not known, so neither is which node is its own.
 */
function matchesEntities(peer: EntityPeer, end: Endpoint, { apiServer }: Assumptions): Match {
  const { entities } = peer;
  const has = (...some: EntityPeer['entities']): boolean =>
    some.some((entity) => entities.includes(entity));
  const [isCluster, allNodes] = [has('cluster', 'cluster-mesh'), has('host') && has('remote-node')];
  if (end.kind === 'pods') {
    if (isCluster) return YES;
    if (!end.hostNetwork) return NO;
    if (allNodes) return YES;
    return has('host', 'remote-node', 'kube-apiserver')
      ? unknown(`the node that the pod runs on is not known here`)
      : NO;
  }
  const node = isNodeAt(peer, end);
  const world = has('world', end.family === 'IPv4' ? 'world-ipv4' : 'world-ipv6');
  return either([
    // What is nowhere described as a node counts as outside.
    ...(world ? [negated(isKnownNodeAt(peer, end))] : []),
    ...(isCluster || allNodes ? [node] : []),
    ...(has('host') !== has('remote-node') && node.truth !== 'no'
      ? [unknown('which node a pod runs on is not known here')]
      : []),
    ...(isCluster || has('kube-apiserver') ? [isApiServer(end, apiServer)] : []),
    ...(has('cluster-mesh') ? [unknown('the pods of other clusters are not known here')] : []),
  ]);
}

const isApiServer = (end: Block, blocks: Assumptions['apiServer']): Match =>
  blocks === null
    ? unknown('the addresses of the API server are known to the cluster only')
    : inBlocks(netsOf(blocks), [end], 'only a part of the addresses');

/** Whether addresses are those of nodes. */
function isNodeAt(peer: EntityPeer, end: Block): Match {
  const met = isKnownNodeAt(peer, end);
  return met.truth === 'yes' || peer.known.described !== null
    ? met
    : unknown('the nodes of the cluster are not known here');
}

const isKnownNodeAt = (peer: EntityPeer, end: Block): Match =>
  inBlocks(entityBlocks(peer), [end], 'only a part of the addresses');

const entityBlocks = derive(({ known }: EntityPeer): readonly ParsedBlock[] =>
  netsOf(addressesOfNodes(known)),
);

/**
 * A node is met at any address of its status, and so are the pods on its network (Network Policy API reference,
 * `nodes`).
 */
function matchesNodes(peer: NodePeer, end: Endpoint): Match {
  if (end.kind === 'pods' && !end.hostNetwork) return NO;
  if (peer.known === null) return unknown('the nodes of the cluster are not known here');
  const address = end.kind === 'external' ? end : parseAddress(end.hostAddress ?? '');
  if (address === null) return unknown('the node that the pod runs on is not known here');
  const met = inBlocks(nodeBlocks(peer), [address], 'only a part of the addresses');
  const unplaced = unplacedNodes(peer);
  return met.truth === 'yes' || unplaced.length === 0
    ? met
    : unknown(...met.why, `the addresses of ${nodesText(unplaced)} are not known here`);
}

const nodesMeant = derive(({ nodes, known }: NodePeer): readonly Node[] =>
  (known ?? []).filter(({ labels }) => matches(nodes, labels) === 'yes'),
);

const nodesText = (names: readonly string[]): string =>
  names.length === 1 ? `node \`${names[0]!}\`` : count(names.length, 'node');

/** The nodes of which no address is known, as in a manifest without its status. */
const unplacedNodes = derive((peer: NodePeer): readonly string[] =>
  nodesMeant(peer)
    .filter(({ addresses }) => addresses.every((text) => parseAddress(text) === null))
    .map(({ name }) => name),
);

const nodeBlocks = derive((peer: NodePeer): readonly ParsedBlock[] =>
  nodesMeant(peer)
    .flatMap(({ addresses }) => addresses)
    .flatMap((text) => {
      const block = parseAddress(text);
      return block === null ? [] : [{ text, block, except: [] }];
    }),
);

/** What DNS answers is known to nobody here. Names inside the cluster are those of its pods, all others are outside. */
function matchesNames({ names, vocabulary }: NamePeer, end: Endpoint): Match {
  if (vocabulary === 'cilium') return matchesOutside(names, end);
  const possible = names.filter((name) => isOfCluster(name) === (end.kind === 'pods'));
  return possible.length === 0
    ? NO
    : unknown(`the addresses of ${codeList(possible)} are known to DNS only`);
}

/** The names that Cilium sees asked for are never those of pods to it, whatever DNS answers. */
function matchesOutside(names: readonly string[], end: Endpoint): Match {
  if (end.kind === 'pods') return NO;
  const { name } = end;
  if (name === undefined)
    return unknown(`it holds only for addresses that DNS gave for ${list(names.map(code), 'or')}`);
  return names.some((pattern) => matchesName(pattern, name)) ? YES : NO;
}

/** Whether a name is one that the cluster's own DNS answers for (Kubernetes documentation, "DNS for Services and Pods"). */
const isOfCluster = (name: string): boolean =>
  /\.(?:svc|pod)(?:\.|$)|\.cluster\.local\.?$/.test(name);

/** All blocks of the policies' subjects and peers, exceptions, nodes and sets included: the borders at which their rules change. */
export const blocksInUse = (
  policies: readonly (Pick<IrPolicy, 'rules'> & { readonly subject?: PodPeer })[],
): Block[] =>
  policies.flatMap(({ subject, rules }) => [
    ...(subject === undefined ? [] : blocksOfNodes(subject)),
    ...rules
      .flatMap((rule) => partsIn(rule).flatMap(blocksOf))
      .flatMap(({ block, except }) => [block, ...except]),
  ]);

const blocksOf = (part: SimplePeer): readonly ParsedBlock[] =>
  part.kind === 'addresses'
    ? parsedBlocks(part)
    : part.kind === 'nodes'
      ? nodeBlocks(part)
      : part.kind === 'sets'
        ? setBlocks(part).flatMap(({ blocks }) => blocks)
        : part.kind === 'entities'
          ? entityBlocks(part)
          : [];

/** Whether a policy is for a host: by the labels of that and of its profiles, as it lives in no namespace. */
export function selectsHost({ hosts, subject }: IrPolicy, host: HostEndpoint): Match {
  if (hosts === undefined) return NO;
  const truth = matches(subject.pods, host.labels, host.complete || openLabels(subject.pods));
  return truth === 'unknown'
    ? unknown(`the labels of ${hostText(host)} are not all known here`)
    : truth === 'yes'
      ? YES
      : NO;
}

/** How the evaluator asks what policies and rules match; a walk over many pairs hands in one that remembers. */
export interface Resolver {
  /** Whether the policy's subject is the pod. */
  readonly selects: (policy: IrPolicy, subject: Subject) => Match;
  /** Whether any of the rule's peers is the other end. */
  readonly meets: (rule: IrRule, end: Endpoint) => Match;
  /** Whether the rule speaks of the subject, of those that its policy selects. */
  readonly owns: (rule: IrRule, subject: Subject) => Match;
  /** The connections that the rule's ports stand for at the destination. */
  readonly ports: (rule: IrRule, destination: Endpoint | Subject) => readonly PortMatch[];
}

/** Answers each question anew; one for each set of assumptions, so that the evaluator can remember who governs whom. */
export const resolverOf = derive((assumptions: Assumptions): Resolver => ({
  selects: (policy, subject) =>
    subject.kind === 'host'
      ? selectsHost(policy, subject)
      : matchesPods(policy.subject, subject, assumptions),
  meets: (rule, end) => matchesPeers(rule.peers, end, assumptions),
  owns: ({ own }, subject) => {
    if (own === undefined) return YES;
    const end = subject.kind === 'host' ? subject.at : subject;
    return end === undefined
      ? unknown('it depends on the address at which the host is met')
      : matchesPeers([own], end, assumptions);
  },
  ports: (rule, destination) =>
    portsAt(rule.ports, destination, assumptions, hostPortsAt(rule, destination)),
}));

/** Answers each question about rules once, for as long as it lives itself. */
export function rememberingResolver(assumptions: Assumptions): Resolver {
  const { selects, meets, owns, ports } = resolverOf(assumptions);
  return { selects, meets: derive2(meets), owns, ports: derive2(ports) };
}
