import { derive } from '../../base/derive.ts';
import { netsOf } from '../addresses.ts';
import type { Assumptions } from '../assumptions.ts';
import { contains, parseAddress, type Block } from '../cidr.ts';
import type { PodEndpoint } from '../endpoint.ts';
import type { KnownNodes, NodeChoice, PodPeer } from '../ir.ts';
import { NO, YES, unknown, type Match } from '../match.ts';
import { isEverything, matches } from '../selector/selector.ts';

/** Whether a pod on the network of its node is part of a node that policies are for. */
export function isGuarded(
  choice: NodeChoice,
  { hostAddress, addresses }: PodEndpoint,
  { hostFirewall }: Assumptions,
): Match {
  if (hostFirewall === 'off') return NO;
  if (hostFirewall === 'unknown')
    return unknown('policies hold for nodes only where Cilium runs its host firewall');
  if (isEverything(choice.nodes)) return YES;
  const at = [hostAddress ?? [], addresses].flat().flatMap((text) => parseAddress(text) ?? []);
  const { described } = choice.known;
  if (described === null || at.length === 0)
    return unknown('the node that the pod runs on is not known here');
  const own = described.filter((node) =>
    netsOf(node.addresses).some(({ block }) => at.some((address) => contains(block, address))),
  );
  if (own.length === 0) return unknown('the node that the pod runs on is not known here');
  return own.every(({ labels }) => matches(choice.nodes, labels) === 'yes')
    ? YES
    : own.some(({ labels }) => matches(choice.nodes, labels) === 'yes')
      ? unknown('several nodes have the address of the pod')
      : NO;
}

/** The addresses of the nodes that a policy may be for, as far as they are known; none where it is for pods. */
export const blocksOfNodes = ({ onlyHosts }: PodPeer): readonly Block[] =>
  onlyHosts === undefined
    ? []
    : netsOf([
        ...(onlyHosts.known.described ?? []).flatMap(({ labels, addresses }) =>
          matches(onlyHosts.nodes, labels) === 'no' ? [] : addresses,
        ),
        ...onlyHosts.known.others,
      ]).map(({ block }) => block);

/** The addresses of all nodes that are known. */
export const addressesOfNodes = derive(({ described, others }: KnownNodes): readonly string[] => [
  ...(described ?? []).flatMap(({ addresses }) => addresses),
  ...others,
]);

/** No node. */
export const NO_NODES: KnownNodes = { described: null, others: [] };
