import {
  addressText,
  cidrsOf,
  mergeBlocks,
  overlaps,
  pieces,
  wholeFamily,
  type Block,
} from '../../policy/cidr.ts';
import { codeList, count } from '../../policy/print.ts';

/** How many CIDRs are listed before the rest is counted. */
const MOST_CIDRS = 3;

/** Addresses in words: "`10.0.0.0/8` except `10.1.0.0/16`", or "every address outside the cluster" for all there are. */
export function addressesText(blocks: readonly Block[], families: readonly string[]): string {
  const merged = mergeBlocks(blocks);
  const whole = merged.filter(({ first, last, family }) => {
    const all = wholeFamily(family);
    return first === all.first && last === all.last;
  });
  if (whole.length === families.length) return 'every address outside the cluster';
  return (['IPv4', 'IPv6'] as const)
    .map((family) => merged.filter((block) => block.family === family))
    .filter((own) => own.length > 0)
    .map(familyText)
    .join(' and ');
}

/** Either the CIDRs themselves or the smallest that holds all, with what it holds beyond them, whichever is shorter. */
function familyText(blocks: readonly Block[]): string {
  const plain = cidrsOf(blocks);
  const outer = enclosing(blocks);
  const cut = cidrsOf(
    pieces(outer, blocks).filter((piece) => !blocks.some((block) => overlaps(block, piece))),
  );
  return cut.length + 1 < plain.length
    ? `${codeList(cidrsOf([outer]))} except ${listed(cut)}`
    : listed(plain);
}

const listed = (cidrs: readonly string[]): string =>
  cidrs.length <= MOST_CIDRS + 1
    ? codeList(cidrs)
    : `${cidrs
        .slice(0, MOST_CIDRS)
        .map((cidr) => `\`${cidr}\``)
        .join(', ')} and ${count(cidrs.length - MOST_CIDRS, 'more block')}`;

/** The smallest CIDR that holds all of the blocks, which are of one family and in order. */
function enclosing(blocks: readonly Block[]): Block {
  const { family, first } = blocks[0]!;
  const { last } = blocks.at(-1)!;
  let bits = 0n;
  while (first >> bits !== last >> bits) bits++;
  return { family, first: (first >> bits) << bits, last: (((last >> bits) + 1n) << bits) - 1n };
}

/** How many addresses, with thousands apart: "16,777,216". */
export const addressCount = ({ first, last }: Pick<Block, 'first' | 'last'>): string =>
  (last - first + 1n).toString().replace(/\B(?=(?:\d{3})+$)/g, ',');

/** First and last address of a block: "10.0.0.0 to 10.255.255.255". */
export const boundsText = ({ family, first, last }: Block): string =>
  `${addressText(family, first)} to ${addressText(family, last)}`;
