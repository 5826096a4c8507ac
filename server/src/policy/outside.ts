import { compare } from '../base/order.ts';
import { cidrsOf, mergeBlocks, type Block } from './cidr.ts';
import type { ExternalEndpoint } from './endpoint.ts';
import type { Party } from './party.ts';

/** A part of the outside, and what is told of it. */
export interface Outside<Told> {
  readonly party: Party;
  readonly told: Told;
  /** Sorts parts by their addresses, IPv4 first. */
  readonly rank: string;
}

/** Sorts parts of the outside. */
export const byAddress = (a: Outside<unknown>, b: Outside<unknown>): number =>
  compare(a.rank, b.rank);

const rankOf = (blocks: readonly Block[]): string =>
  mergeBlocks(blocks)
    .flatMap(({ family, first, last }) => [family, hex(first), hex(last)])
    .join(' ');

const hex = (address: bigint): string => address.toString(16).padStart(32, '0');

/** The outside in parts of which equal things are told, as their keys say, per family and in the order of addresses. */
export function merged<Told>(
  ends: readonly ExternalEndpoint[],
  tell: (end: ExternalEndpoint) => Iterable<readonly [key: string, told: Told]>,
): Outside<Told>[] {
  const groups = new Map<string, { readonly blocks: Block[]; readonly told: Told }>();
  for (const end of ends)
    for (const [key, told] of tell(end)) {
      const group = groups.get(`${end.family} ${key}`);
      if (group === undefined) groups.set(`${end.family} ${key}`, { blocks: [end], told });
      else group.blocks.push(end);
    }
  return [...groups.values()]
    .map(({ blocks, told }): Outside<Told> => ({
      party: { kind: 'external', cidrs: cidrsOf(blocks) },
      told,
      rank: rankOf(blocks),
    }))
    .sort(byAddress);
}
