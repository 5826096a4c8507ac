import { overlaps, isWholeFamily, parseBlock } from '../../policy/cidr.ts';
import type {
  AddressPeer,
  IrPolicy,
  IrRule,
  Namespaces,
  Peer,
  PodPeer,
  PortTerm,
} from '../../policy/ir.ts';
import type { SimplePeer } from '../../policy/peers.ts';
import { areApart } from '../../policy/selector/implies.ts';
import { isEverything } from '../../policy/selector/selector.ts';
import { coversPeer } from './covers.ts';
import { comparable, podEndpoints, subjectEndpoints } from './endpoints.ts';

/*
 * Whether two parts of policies can speak of the same connection in some cluster, decided from their text alone.
 */

/** Whether some pod could be of both. */
export const podsCanMeet = (a: PodPeer, b: PodPeer): boolean =>
  (a.vocabulary ?? b.vocabulary) === undefined
    ? namespacesCanMeet(a.namespaces, b.namespaces) && !areApart(a.pods, b.pods)
    : !areApart(podEndpoints(a), podEndpoints(b));

/** Whether two policies could select the same pod or host. */
export const subjectsCanMeet = (a: IrPolicy, b: IrPolicy): boolean =>
  !areApart(subjectEndpoints(a), subjectEndpoints(b));

const namespacesCanMeet = (a: Namespaces, b: Namespaces): boolean =>
  a.kind === 'own'
    ? b.kind !== 'own' || a.namespace === b.namespace
    : b.kind === 'own' || !areApart(a.selector, b.selector);

/** Whether two rules could match the same connection. */
export const rulesCanMeet = (a: IrRule, b: IrRule): boolean =>
  a.direction === b.direction && peersCanMeet(a.peers, b.peers) && portsCanMeet(a.ports, b.ports);

/**
 * Whether two rules match the same connection wherever pods, nodes and names happen to have the addresses for it. A no
 * holds in every cluster.
 */
export const rulesMayMeet = (a: IrRule, b: IrRule): boolean =>
  a.direction === b.direction &&
  somePeersMeet(a.peers, b.peers, mayMeet) &&
  portsCanMeet(a.ports, b.ports);

const peersCanMeet = (a: IrRule['peers'], b: IrRule['peers']): boolean =>
  somePeersMeet(a, b, canMeet);

const somePeersMeet = (
  a: IrRule['peers'],
  b: IrRule['peers'],
  meet: (one: SimplePeer, other: SimplePeer) => boolean,
): boolean =>
  a === 'everyone' ||
  b === 'everyone' ||
  a.some((one) => b.some((other) => composedMeet(one, other, meet)));

/** Peers meet where their parts do. */
function composedMeet(
  a: Peer,
  b: Peer,
  meet: (one: SimplePeer, other: SimplePeer) => boolean,
): boolean {
  switch (a.kind) {
    case 'any':
      return a.of.some((part) => composedMeet(part, b, meet));
    case 'all':
      return a.of.every((part) => composedMeet(part, b, meet));
    case 'not':
      return !coversPeer(a.of, b);
    default:
      return b.kind === 'any' || b.kind === 'all' || b.kind === 'not'
        ? composedMeet(b, a, meet)
        : meet(a, b);
  }
}

/** Names of DNS may have the address of anything, and sets and Services those of each other. */
const mayMeet = (a: SimplePeer, b: SimplePeer): boolean =>
  a.kind !== b.kind || ['names', 'sets', 'service'].includes(a.kind) || canMeet(a, b);

/** Pods and blocks of addresses meet only where the block is everything: which addresses pods have is not in the text. */
function canMeet(a: SimplePeer, b: SimplePeer): boolean {
  if (a.kind === 'pods' && b.kind === 'pods') return podsCanMeet(a, b);
  if (a.kind === 'nodes' && b.kind === 'nodes') return !areApart(a.nodes, b.nodes);
  if (a.kind === 'addresses' && b.kind === 'addresses') return blocksCanMeet(a, b);
  if (a.kind === 'sets' && b.kind === 'sets')
    return !areApart(comparable(a.sets), comparable(b.sets));
  if (a.kind === 'service' && b.kind === 'service')
    return a.namespace === b.namespace && a.name === b.name;
  if (a.kind === 'names' && b.kind === 'names')
    return a.names.some((name) => b.names.includes(name));
  return [a, b].some(isEveryAddress);
}

/** Whether a rule is for every connection, so that nothing behind it is asked. */
export const isCatchAll = ({ peers, ports, own, http, unsure }: IrRule): boolean =>
  peers === 'everyone' &&
  ports === 'all' &&
  own === undefined &&
  http === undefined &&
  unsure === null;

/** Whether a rule is for all pods of the cluster, or all addresses of a family. */
export const isForEveryone = ({ peers }: IrRule): boolean =>
  peers === 'everyone' || peers.some((peer) => isEveryPod(peer) || isEveryAddress(peer));

/** Whether a peer is all pods of all namespaces. */
export const isEveryPod = (peer: Peer | PodPeer): boolean =>
  peer.kind === 'pods' &&
  peer.onlyHosts === undefined &&
  peer.namespaces.kind === 'matching' &&
  isEverything(peer.namespaces.selector) &&
  isEverything(peer.pods);

/** Whether a peer is all addresses of a family. */
const isEveryAddress = (peer: Peer): boolean =>
  peer.kind === 'addresses' &&
  peer.blocks.some(({ cidr, except }) => {
    const block = parseBlock(cidr);
    return except.length === 0 && block !== null && isWholeFamily(block);
  });

const blocksCanMeet = (a: AddressPeer, b: AddressPeer): boolean =>
  a.blocks.some((one) =>
    b.blocks.some((other) => {
      const [left, right] = [parseBlock(one.cidr), parseBlock(other.cidr)];
      return left !== null && right !== null && overlaps(left, right);
    }),
  );

/** Whether two lists of ports could have one in common; a name may stand for any port. */
export const portsCanMeet = (a: IrRule['ports'], b: IrRule['ports']): boolean =>
  a === 'all' || b === 'all' || a.some((one) => b.some((other) => termsCanMeet(one, other)));

const termsCanMeet = (a: PortTerm, b: PortTerm): boolean =>
  a.kind === 'except' ||
  b.kind === 'except' ||
  ((a.protocol === null || b.protocol === null || a.protocol === b.protocol) &&
    (a.kind === 'named' || b.kind === 'named' || (a.first <= b.last && b.first <= a.last)));

/** Whether a term may stand for a port of a protocol; what names stand for is not known here. */
export const canBePort = (term: PortTerm, protocol: string, port: number): boolean =>
  term.kind === 'numbers'
    ? term.protocol === protocol && term.first <= port && port <= term.last
    : term.kind === 'except' || term.protocol === null || term.protocol === protocol;
