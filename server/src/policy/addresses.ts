import { derive } from '../base/derive.ts';
import type { Assumptions } from './assumptions.ts';
import { isWholeFamily, overlaps, parseAddress, parseBlock, pieces, type Block } from './cidr.ts';
import type { Endpoint, PodEndpoint } from './endpoint.ts';
import type { AddressPeer, Peer } from './ir.ts';
import { NO, YES, unknown, type Match } from './match.ts';
import { codeList } from './print.ts';

/** A block of addresses and its exceptions, and how it is written. */
export interface ParsedBlock {
  readonly text: string;
  readonly block: Block;
  readonly except: readonly Block[];
}

/** The blocks of all peers that are addresses, and nothing else. */
export const addressesIn = derive((peers: readonly Peer[]): readonly ParsedBlock[] =>
  peers.flatMap((peer) => (peer.kind === 'addresses' ? parsedBlocks(peer) : [])),
);

/** Of the blocks those in which pods count. */
export const podAddressesIn = derive((peers: readonly Peer[]): readonly ParsedBlock[] =>
  peers.flatMap((peer) =>
    peer.kind === 'addresses' && peer.outside === undefined ? parsedBlocks(peer) : [],
  ),
);

/** The blocks of a peer; what is no CIDR is left out, and so are nodes where only what is outside is meant. */
export const parsedBlocks = derive((peer: AddressPeer): readonly ParsedBlock[] =>
  peer.blocks.flatMap(({ cidr, except }) => {
    const block = parseBlock(cidr);
    const nodes = netsOf(peer.outside ?? []);
    const cuts = [
      ...except.map(parseBlock).filter((cut) => cut !== null),
      ...nodes.map((node) => node.block),
    ];
    return block === null ? [] : [{ text: cidr, block, except: cuts }];
  }),
);

/** CIDRs and single addresses, host bits and all (Calico reference, "Network set": `nets` takes both). */
export const netsOf = (nets: readonly string[]): readonly ParsedBlock[] =>
  nets.flatMap((text) => {
    const block = parseBlock(text) ?? parseAddress(text);
    return block === null ? [] : [{ text, block, except: [] }];
  });

/** Whether a pod is on the network of a node that Cilium's blocks are for, too. */
export const isNodeInBlocks = (
  { hostNetwork }: PodEndpoint,
  { cidrsMatchNodes }: Assumptions,
): boolean => hostNetwork && cidrsMatchNodes;

/** Whether the addresses of `end` lie in the blocks, as far as they are known. */
export function matchesAddresses(
  blocks: readonly ParsedBlock[],
  end: Endpoint,
  assumptions: Assumptions,
): Match {
  if (end.kind === 'external') return inBlocks(blocks, [end], 'only a part of the addresses');
  if (!assumptions.ipBlocksMatchPods && !isNodeInBlocks(end, assumptions)) return NO;
  const node = end.hostNetwork;
  const known = end.addresses.length > 0 ? end.addresses : node ? [end.hostAddress ?? ''] : [];
  const addresses = known
    .map(parseAddress)
    .filter((address) => address !== null && assumptions.ipFamilies.includes(address.family));
  if (addresses.length > 0)
    return inBlocks(blocks, addresses as Block[], 'only some of the pod addresses');
  const pool = node ? [] : poolOf(assumptions);
  if (pool.length > 0)
    return inBlocks(blocks, pool, 'only some of the addresses that pods can have');
  return blocks.some(
    ({ block, except }) =>
      block.family === assumptions.ipFamilies[0] && isWholeFamily(block) && except.length === 0,
  )
    ? YES
    : blocks.some(({ block }) => assumptions.ipFamilies.includes(block.family))
      ? unknown(`the pod addresses are not known here, and may lie in ${texts(blocks)}`)
      : NO;
}

const poolOf = derive((assumptions: Assumptions): readonly Block[] =>
  assumptions.podCIDRs
    .map(parseBlock)
    .filter((block): block is Block => block !== null)
    .filter(({ family }) => assumptions.ipFamilies.includes(family)),
);

/** Whether some addresses lie in the blocks; `some` says of which it is unknown where only a part does. */
export function inBlocks(
  blocks: readonly ParsedBlock[],
  addresses: readonly Block[],
  some: string,
): Match {
  const borders = blocks.flatMap(({ block, except }) => [block, ...except]);
  const found = new Set(
    addresses.flatMap((address) => pieces(address, borders)).map((piece) => isIn(blocks, piece)),
  );
  if (!found.has(true)) return NO;
  return found.has(false) ? unknown(`${some} lie in ${texts(blocks)}`) : YES;
}

const isIn = (blocks: readonly ParsedBlock[], piece: Block): boolean =>
  blocks.some(
    ({ block, except }) => overlaps(block, piece) && !except.some((cut) => overlaps(cut, piece)),
  );

const texts = (blocks: readonly ParsedBlock[]): string => codeList(blocks.map(({ text }) => text));
