import { derive } from '../../base/derive.ts';
import { inBlocks, netsOf, type ParsedBlock } from '../addresses.ts';
import type { Assumptions } from '../assumptions.ts';
import type { Block } from '../cidr.ts';
import type { Endpoint } from '../endpoint.ts';
import type { EntityPeer } from '../ir.ts';
import { addressesOfNodes } from './nodes.ts';
import { matches } from '../selector/selector.ts';
import { NO, YES, either, negated, unknown, type Match } from '../match.ts';

/**
 * What Cilium has a word for: the nodes with the pods on their network, all pods, or what is outside (Cilium documentation,
 * "Entities based"). Where a pod is seen from is not known, so neither is which node is its own.
 */
export function matchesEntities(
  peer: EntityPeer,
  end: Endpoint,
  { apiServer }: Assumptions,
): Match {
  if (isApart(peer, end)) return NO;
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
  if (met.truth === 'yes') return met;
  const { described } = peer.known;
  if (described === null) return unknown('the nodes of the cluster are not known here');
  return described.some(({ addresses }) => netsOf(addresses).length === 0)
    ? unknown('the addresses of some nodes are not known here')
    : met;
}

/** Whether an end is surely on a node that has not the labels that are asked for. */
function isApart(peer: EntityPeer, end: Endpoint): boolean {
  const apart = blocksApart(peer);
  if (apart.length === 0) return false;
  const at =
    end.kind === 'external'
      ? [end]
      : netsOf([end.hostAddress ?? [], end.addresses].flat()).map(({ block }) => block);
  return at.length > 0 && at.every((block) => inBlocks(apart, [block], '').truth === 'yes');
}

/** The addresses of the nodes that have not the labels that are asked for, and that no other node has. */
const blocksApart = derive(({ labelled, known }: EntityPeer): readonly ParsedBlock[] => {
  if (labelled === undefined) return [];
  const [meant, others] = [true, false].map((isMeant) =>
    (known.described ?? [])
      .filter(({ labels }) => (matches(labelled, labels) !== 'no') === isMeant)
      .flatMap(({ addresses }) => addresses),
  );
  return netsOf(others!.filter((address) => !meant!.includes(address)));
});

const isKnownNodeAt = (peer: EntityPeer, end: Block): Match =>
  inBlocks(entityBlocks(peer), [end], 'only a part of the addresses');

/** The addresses of the nodes that there are, as far as they are known. */
export const entityBlocks = derive(({ known }: EntityPeer): readonly ParsedBlock[] =>
  netsOf(addressesOfNodes(known)),
);
