import type { AddressSet, Peer } from '../../../policy/ir.ts';
import { exchanged, partsOf, setsMeant } from '../../../policy/peers.ts';
import { codeList, count } from '../../../policy/print.ts';
import { amountText, workloadNames, workloadsOf } from '../names.ts';
import { doubtLines } from '../selected.ts';
import type { Scene } from '../scene.ts';
import { metBy } from '../selection.ts';

/** The pods and network sets of this workspace that a peer speaks of, addresses apart; none where it speaks of no labels. */
export function foundLines(peer: Peer, scene: Scene): readonly string[] {
  const chosen = withoutAddresses(peer);
  if (chosen === null) return [];
  const selection = metBy(withoutSets(chosen), scene.world);
  const { pods } = selection;
  const sets = partsOf(chosen).flatMap((part) =>
    part.kind === 'sets' ? setsMeant(part).map(({ set }) => set) : [],
  );
  return [
    pods.length === 0
      ? '**No pod** that this workspace describes.'
      : `**${amountText(pods)}**: ${workloadNames(workloadsOf(pods), scene)}`,
    ...doubtLines(selection, scene),
    ...(sets.length === 0 ? [] : [addressesOf(sets)]),
  ];
}

/** The sets that are met at their addresses, and how many blocks that are; a host without addresses is never met. */
function addressesOf(sets: readonly AddressSet[]): string {
  const blocks = sets.reduce((sum, { nets }) => sum + nets.length, 0);
  const names = codeList(sets.map(({ name }) => name));
  return blocks === 0
    ? `And ${names}, but no address of ${sets.length === 1 ? 'it' : 'them'} is given, so none is matched.`
    : `And the addresses of ${names}: ${count(blocks, 'block')}.`;
}

/** A peer without its conditions on addresses; null where nothing is left. */
function withoutAddresses(peer: Peer): Peer | null {
  if (partsOf(peer).every(({ kind }) => kind === 'addresses')) return null;
  if (peer.kind !== 'all') return peer;
  const of = peer.of.flatMap((part) => withoutAddresses(part) ?? []);
  return { ...peer, of };
}

/** Sets are told by their names, so that pods whose addresses are not known are no doubt for them. */
const withoutSets = (peer: Peer): Peer =>
  exchanged(peer, (part) => (part.kind === 'sets' ? { ...part, known: [] } : part));
