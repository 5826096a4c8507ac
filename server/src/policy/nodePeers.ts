import { derive } from '../base/derive.ts';
import { inBlocks, type ParsedBlock } from './addresses.ts';
import { parseAddress } from './cidr.ts';
import type { Endpoint } from './endpoint.ts';
import type { Node, NodePeer } from './ir.ts';
import { NO, unknown, type Match } from './match.ts';
import { count } from './print.ts';
import { matches } from './selector/selector.ts';

/**
 * A node is met at any address of its status, and so are the pods on its network (Network Policy API reference,
 * `nodes`).
 */
export function matchesNodes(peer: NodePeer, end: Endpoint): Match {
  if (end.kind === 'pods' && !end.hostNetwork) return NO;
  if (peer.known === null) return unknown('the nodes of the cluster are not known here');
  const address = end.kind === 'external' ? end : parseAddress(end.hostAddress ?? '');
  if (address === null) return unknown('the node that the pod runs on is not known here');
  const met = inBlocks(nodeBlocks(peer), [address], 'only a part of the addresses');
  const unplaced = unplacedNodes(peer);
  return met.truth === 'yes' || unplaced.length === 0
    ? met
    : unknown(...met.why, `the addresses of ${nodesText(unplaced)} are not known here`);
}

const nodesMeant = derive(({ nodes, known }: NodePeer): readonly Node[] =>
  (known ?? []).filter(({ labels }) => matches(nodes, labels) === 'yes'),
);

const nodesText = (names: readonly string[]): string =>
  names.length === 1 ? `node \`${names[0]!}\`` : count(names.length, 'node');

/** The nodes of which no address is known, as in a manifest without its status. */
const unplacedNodes = derive((peer: NodePeer): readonly string[] =>
  nodesMeant(peer)
    .filter(({ addresses }) => addresses.every((text) => parseAddress(text) === null))
    .map(({ name }) => name),
);

/** The addresses of the nodes that a peer speaks of, as far as they are known. */
export const nodeBlocks = derive((peer: NodePeer): readonly ParsedBlock[] =>
  nodesMeant(peer)
    .flatMap(({ addresses }) => addresses)
    .flatMap((text) => {
      const block = parseAddress(text);
      return block === null ? [] : [{ text, block, except: [] }];
    }),
);
