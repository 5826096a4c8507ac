import { derive } from '../base/derive.ts';
import type { AddressSet, ComposedPeer, IrRule, Namespaces, Peer, SetPeer } from './ir.ts';
import { EVERYTHING, keysOf, matches, type Selector, type Truth } from './selector/selector.ts';
import { INHERITED, ORCHESTRATOR, openLabels } from './vocabulary.ts';

/** All namespaces that there are. */
export const EVERY_NAMESPACE: Namespaces = { kind: 'matching', selector: EVERYTHING };

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

/** Whether a selector finds a network set, as far as its labels are known: whatever they are, it is no pod. */
export const truthOf = ({ labels, inherits, unsure }: AddressSet, sets: Selector): Truth =>
  unsure === null && inherits === 'of profiles'
    ? matches(sets, labels, openLabels(sets))
    : matches(sets, labels, {
        but: [...keysOf(sets)].filter((key) =>
          unsure === null
            ? inherits === 'of its namespace' && key.startsWith(INHERITED.namespace)
            : key !== ORCHESTRATOR,
        ),
      });

/** The sets that a peer surely or perhaps means, as a set may inherit labels that are not known. */
export const setsMeant = derive(
  ({
    sets,
    known,
  }: SetPeer): readonly { readonly set: AddressSet; readonly truth: 'yes' | 'unknown' }[] =>
    known.flatMap((set) => {
      const truth = truthOf(set, sets);
      return truth === 'no' ? [] : [{ set, truth }];
    }),
);
