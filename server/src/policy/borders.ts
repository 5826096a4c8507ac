import { parsedBlocks, type ParsedBlock } from './addresses.ts';
import type { Block } from './cidr.ts';
import { entityBlocks } from './cilium/entityPeers.ts';
import { blocksOfNodes } from './cilium/nodes.ts';
import type { IrPolicy, PodPeer } from './ir.ts';
import { nodeBlocks } from './nodePeers.ts';
import { partsIn, type SimplePeer } from './peers.ts';
import { setBlocks } from './setPeers.ts';

/**
 * All blocks of the policies' subjects and peers, exceptions, nodes and sets included: the borders at which their rules
 * change.
 */
export const blocksInUse = (
  policies: readonly (Pick<IrPolicy, 'rules'> & { readonly subject?: PodPeer })[],
): Block[] =>
  policies.flatMap(({ subject, rules }) => [
    ...(subject === undefined ? [] : blocksOfNodes(subject)),
    ...rules
      .flatMap((rule) => partsIn(rule).flatMap(blocksOf))
      .flatMap(({ block, except }) => [block, ...except]),
  ]);

const blocksOf = (part: SimplePeer): readonly ParsedBlock[] =>
  part.kind === 'addresses'
    ? parsedBlocks(part)
    : part.kind === 'nodes'
      ? nodeBlocks(part)
      : part.kind === 'sets'
        ? setBlocks(part).flatMap(({ blocks }) => blocks)
        : part.kind === 'entities'
          ? entityBlocks(part)
          : [];
