import { parseBlock } from '../../policy/cidr.ts';
import { comprises } from '../../policy/cilium/entities.ts';
import { canonicalName, matchesName } from '../../policy/fqdn.ts';
import type { Entity } from '../../policy/cilium/entities.ts';
import type { EntityPeer, Peer, PodPeer, ServicesPeer } from '../../policy/ir.ts';
import { neverMatches } from '../../policy/selector/implies.ts';
import { keysOf } from '../../policy/selector/selector.ts';
import { CILIUM_LABELS } from '../../policy/vocabulary.ts';

/*
 * Which peers of Cilium's policies are whatever others are, by their text alone.
 */

/** Whether some entities are all that a peer is: pods are of the cluster; addresses, names and groups of them are outside. */
export function coversByEntities({ entities }: EntityPeer, narrow: Peer): boolean {
  const has = (...some: readonly Entity[]): boolean =>
    some.some((entity) => entities.some((one) => comprises(one, entity)));
  switch (narrow.kind) {
    case 'entities':
      return narrow.entities.every((entity) => has(entity));
    case 'pods':
      return (
        narrow.vocabulary === 'cilium' &&
        narrow.orUnlabelled === undefined &&
        (has('cluster-mesh') || (has('cluster') && !asksForCluster(narrow)))
      );
    case 'addresses':
      return (
        narrow.outside !== undefined &&
        narrow.blocks.every(({ cidr }) => {
          const block = parseBlock(cidr);
          return block !== null && has(block.family === 'IPv4' ? 'world-ipv4' : 'world-ipv6');
        })
      );
    case 'names':
    case 'sets':
      return narrow.vocabulary === 'cilium' && has('world');
    default:
      return false;
  }
}

/**
 * Whether a selector says which cluster its pods are of, which may be another one of a mesh (Cilium documentation,
 * "Cluster Mesh").
 */
export const asksForCluster = ({ pods }: PodPeer): boolean =>
  [...keysOf(pods)].includes(CILIUM_LABELS.cluster);

/** Whether a peer is for nobody by its text alone, as the entity `none` and a selector that contradicts itself are. */
export const isNobody = (peer: Peer): boolean =>
  peer.kind === 'entities'
    ? peer.entities.length === 0
    : peer.kind === 'pods' && neverMatches(peer.pods);

/** Whether a pattern of Cilium's is for every name that another one is for; of two patterns only where they are the same. */
export const coversPattern = (wide: string, narrow: string): boolean =>
  canonicalName(wide) === canonicalName(narrow) ||
  /^\*+$/.test(wide) ||
  matchesName(wide, canonicalName(narrow));

/** Whether the Services of one peer are all that another asks for. */
export const coversServices = (wide: ServicesPeer, narrow: ServicesPeer): boolean =>
  (wide.namespace === null || wide.namespace === narrow.namespace) &&
  JSON.stringify(wide.asked) === JSON.stringify(narrow.asked);
