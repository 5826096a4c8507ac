import { derive } from '../base/derive.ts';
import { isNodeInBlocks, matchesAddresses, netsOf } from './addresses.ts';
import type { Assumptions } from './assumptions.ts';
import type { Endpoint } from './endpoint.ts';
import type { SetPeer } from './ir.ts';
import { NO, either, unknown, type Match } from './match.ts';
import { setsMeant } from './peers.ts';
import { code, setsText } from './print.ts';

/** A set is met at its addresses, whoever has them; those of a host no pod has that is not on its network. */
export function matchesSets(peer: SetPeer, end: Endpoint, assumptions: Assumptions): Match {
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
export function matchesGroups(peer: SetPeer, end: Endpoint, assumptions: Assumptions): Match {
  if (end.kind === 'pods' && !isNodeInBlocks(end, assumptions)) return NO;
  return setsMeant(peer).length === 0
    ? unknown(`the addresses of ${setsText(peer)} are not known here`)
    : matchesSets(peer, end, assumptions);
}

/** The addresses of the sets that a peer may speak of, with what would have to be known of each. */
export const setBlocks = derive((peer: SetPeer) => {
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
