import type { IPBlock } from '../../../model/networkPolicy.ts';
import { contains, parseBlock } from '../../../policy/cidr.ts';

/** A block of `nets`, by its place there. */
export interface PlacedBlock {
  readonly index: number;
  readonly block: IPBlock;
}

/**
 * What is in `nets`, or anywhere in the family of `notNets` where there are none, and not in `notNets`, as blocks with
 * exceptions; a block of which nothing is left is left out. All are of one family, as Calico wants it.
 */
export function blocksOf(
  nets: readonly string[],
  notNets: readonly string[],
): readonly PlacedBlock[] {
  const everywhere = parseBlock(notNets[0] ?? '')?.family === 'IPv6' ? '::/0' : '0.0.0.0/0';
  const wanted = nets.length > 0 ? nets : [everywhere];
  return wanted.flatMap((cidr, index) => {
    const block = parseBlock(cidr)!;
    if (notNets.some((cut) => contains(parseBlock(cut)!, block))) return [];
    const except = notNets.filter((cut) => contains(block, parseBlock(cut)!));
    return [{ index, block: { cidr, ...(except.length > 0 && { except }) } }];
  });
}
