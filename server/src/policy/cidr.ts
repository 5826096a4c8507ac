import { normalizeCidr, parseCidr } from 'cidr-tools';
import type { ExternalEndpoint } from './endpoint.ts';

/** An IP family. */
export type Family = ExternalEndpoint['family'];

/** Addresses of one family from `first` to `last`, both included. */
export interface Block {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
}

const BITS = { IPv4: 32, IPv6: 128 } as const;

/** All addresses of one family. */
export const wholeFamily = (family: Family): Block => ({
  family,
  first: 0n,
  last: (1n << BigInt(BITS[family])) - 1n,
});

/**
 * The addresses of a CIDR text, or null where it is none. Reads what Go's lenient parser reads, as API servers before
 * 1.36 do: leading zeros are decimal, host bits are masked away, IPv4-mapped IPv6 counts as IPv4.
 */
export function parseBlock(text: string): Block | null {
  const slash = text.indexOf('/');
  const digits = text.slice(slash + 1);
  if (slash < 0 || !/^\d{1,9}$/.test(digits)) return null;
  return blockOf(text.slice(0, slash), Number(digits));
}

/** The block of one address, or null where the text is none; read as leniently as a CIDR. */
export const parseAddress = (text: string): Block | null => blockOf(text, null);

function blockOf(address: string, prefix: number | null): Block | null {
  const plain = plainIPv4(address) ?? plainIPv6(address);
  if (plain === null) return null;
  const family = plain.includes(':') ? 'IPv6' : 'IPv4';
  const length = prefix ?? BITS[family];
  if (length > BITS[family]) return null;
  const { start, end } = parseCidr(`${plain}/${length}`);
  const mapped = family === 'IPv6' && length >= 96 && start >> 32n === 0xffffn;
  return mapped
    ? { family: 'IPv4', first: start & 0xffffffffn, last: end & 0xffffffffn }
    : { family, first: start, last: end };
}

function plainIPv4(text: string): string | null {
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(text)) return null;
  const octets = text.split('.').map(Number);
  return octets.every((octet) => octet <= 255) ? octets.join('.') : null;
}

function plainIPv6(text: string): string | null {
  if (!text.includes(':')) return null;
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const tail = groups.at(-1)!;
  const last = plainIPv4(tail.at(-1) ?? '');
  if (last !== null) {
    const [a, b, c, d] = last.split('.').map(Number) as [number, number, number, number];
    tail.splice(-1, 1, ((a << 8) | b).toString(16), ((c << 8) | d).toString(16));
  }
  const all = groups.flat();
  if (!all.every((group) => /^0*[0-9a-f]{1,4}$/i.test(group))) return null;
  if (halves.length === 2 ? all.length > 7 : all.length !== 8) return null;
  return groups
    .map((half) => half.map((group) => group.replace(/^0+(?=.)/, '')).join(':'))
    .join('::');
}

/** Whether every address of one CIDR text is in another; no where one of them is none. */
export function holdsBlock(wide: string, narrow: string): boolean {
  const [outer, inner] = [parseBlock(wide), parseBlock(narrow)];
  return outer !== null && inner !== null && contains(outer, inner);
}

/** Whether every address of `inner` is in `outer`. */
export const contains = (outer: Block, inner: Block): boolean =>
  outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;

/** Whether the blocks share an address. */
export const overlaps = (a: Block, b: Block): boolean =>
  a.family === b.family && a.first <= b.last && b.first <= a.last;

/** Whether the block is a whole family, as `0.0.0.0/0` and `::/0` are. */
export const isWholeFamily = (block: Block): boolean => contains(block, wholeFamily(block.family));

/** The block cut at the borders of `borders`, in ascending order: no piece lies in one of them partly. */
export function pieces(block: Block, borders: readonly Block[]): Block[] {
  const starts = new Set([block.first]);
  for (const border of borders) {
    if (!overlaps(border, block)) continue;
    if (border.first > block.first) starts.add(border.first);
    if (border.last < block.last) starts.add(border.last + 1n);
  }
  const sorted = [...starts].sort((a, b) => (a < b ? -1 : 1));
  return sorted.map((first, index) => ({
    family: block.family,
    first,
    last: index + 1 < sorted.length ? sorted[index + 1]! - 1n : block.last,
  }));
}

/** The whole of the given families as external ends that none of `blocks` tells apart. */
export const externalEndpoints = (
  families: readonly Family[],
  blocks: readonly Block[],
): ExternalEndpoint[] =>
  families.flatMap((family) =>
    pieces(wholeFamily(family), blocks).map((piece) => ({ kind: 'external' as const, ...piece })),
  );

/** Blocks in ascending order, IPv4 first, with those that touch or overlap made one. */
export function mergeBlocks(blocks: readonly Block[]): Block[] {
  const sorted = [...blocks].sort(
    (a, b) =>
      a.family.localeCompare(b.family) || (a.first < b.first ? -1 : a.first > b.first ? 1 : 0),
  );
  const merged: Block[] = [];
  for (const block of sorted) {
    const previous = merged.at(-1);
    if (
      previous !== undefined &&
      previous.family === block.family &&
      block.first <= previous.last + 1n
    )
      merged[merged.length - 1] = {
        ...previous,
        last: block.last > previous.last ? block.last : previous.last,
      };
    else merged.push(block);
  }
  return merged;
}

/** The fewest CIDRs that hold exactly the addresses of `blocks`, in ascending order, IPv4 first. */
export const cidrsOf = (blocks: readonly Block[]): string[] =>
  mergeBlocks(blocks).flatMap((block) => [...aligned(block)]);

function* aligned({ family, first, last }: Block): Generator<string> {
  const bits = BITS[family];
  for (let start = first; start <= last;) {
    let free = 0;
    while (
      free < bits &&
      (start >> BigInt(free)) % 2n === 0n &&
      start + (2n << BigInt(free)) - 1n <= last
    )
      free++;
    yield `${addressText(family, start)}/${bits - free}`;
    start += 1n << BigInt(free);
  }
}

/** An address in its usual spelling; IPv6 shortened as RFC 5952 has it. */
export function addressText(family: Family, address: bigint): string {
  const [parts, size] = family === 'IPv4' ? [4, 8n] : [8, 16n];
  const fields = Array.from(
    { length: parts },
    (_, index) => (address >> (BigInt(parts - 1 - index) * size)) & ((1n << size) - 1n),
  );
  return family === 'IPv4'
    ? fields.join('.')
    : normalizeCidr(fields.map((field) => field.toString(16)).join(':'));
}
