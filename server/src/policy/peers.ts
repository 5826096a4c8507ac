import type { ComposedPeer, IrRule, Peer } from './ir.ts';

/** A peer that is made of no others. */
export type SimplePeer = Exclude<Peer, ComposedPeer>;

/** The peers that a peer is made of, whichever way they are put together; of a simple one itself. */
export function partsOf(peer: Peer): readonly SimplePeer[] {
  switch (peer.kind) {
    case 'all':
    case 'any':
      return peer.of.flatMap(partsOf);
    case 'not':
      return partsOf(peer.of);
    default:
      return [peer];
  }
}

/** Every simple peer that a rule asks for, on either side. */
export const partsIn = ({ peers, own }: Pick<IrRule, 'peers' | 'own'>): readonly SimplePeer[] => [
  ...(peers === 'everyone' ? [] : peers.flatMap(partsOf)),
  ...(own === undefined ? [] : partsOf(own)),
];

/** A peer with each simple one that it is made of in another's place. */
export function exchanged(peer: Peer, by: (part: SimplePeer) => SimplePeer): Peer {
  switch (peer.kind) {
    case 'all':
    case 'any':
      return { ...peer, of: peer.of.map((part) => exchanged(part, by)) };
    case 'not':
      return { ...peer, of: exchanged(peer.of, by) };
    default:
      return by(peer);
  }
}
