import type {
  AddressPeer,
  IrPolicy,
  IrRule,
  Namespaces,
  Peer,
  PodPeer,
  PortTerm,
} from '../../policy/ir.ts';
import { contains, overlaps, parseBlock } from '../../policy/cidr.ts';
import { implies } from '../../policy/selector/implies.ts';
import { isEverything } from '../../policy/selector/selector.ts';
import { asksForCluster, coversByEntities, coversPattern, coversServices } from './ciliumPeers.ts';
import { comparable, podEndpoints, subjectEndpoints } from './endpoints.ts';

/*
 * Whether one part of a policy lets through all that another does, decided from their text alone: what holds here
 * holds in every cluster. A no may only mean that it cannot be told.
 */

/** Whether every namespace of `narrow` is one of `wide`. */
function coversNamespaces(wide: Namespaces, narrow: Namespaces): boolean {
  if (wide.kind === 'own') return narrow.kind === 'own' && narrow.namespace === wide.namespace;
  if (isEverything(wide.selector)) return true;
  return narrow.kind === 'matching' && implies(narrow.selector, wide.selector);
}

/** Whether what is no pod meets `wide` wherever it meets `narrow`. */
const coversUnlabelled = (wide: PodPeer, narrow: PodPeer): boolean =>
  wide.orUnlabelled === 'always' ||
  narrow.orUnlabelled === undefined ||
  narrow.orUnlabelled === wide.orUnlabelled;

/** Whether every pod of `narrow` is one of `wide`. */
export const coversPods = (wide: PodPeer, narrow: PodPeer): boolean =>
  coversUnlabelled(wide, narrow) &&
  ((wide.vocabulary ?? narrow.vocabulary) === undefined
    ? coversNamespaces(wide.namespaces, narrow.namespaces) && implies(narrow.pods, wide.pods)
    : implies(podEndpoints(narrow), podEndpoints(wide)) &&
      // A selector that names no cluster is for pods of its own.
      (!asksForCluster(narrow) || asksForCluster(wide)));

/** Whether a policy selects whatever another one does, hosts included. */
export const coversSubject = (wide: IrPolicy, narrow: IrPolicy): boolean =>
  implies(subjectEndpoints(narrow), subjectEndpoints(wide));

/**
 * Whether every end of `narrow` is one of `wide`. Only of Cilium's peers it is known which are addresses.
 */
export function coversPeer(wide: Peer, narrow: Peer): boolean {
  if (narrow.kind === 'any') return narrow.of.every((part) => coversPeer(wide, part));
  if (wide.kind === 'all') return wide.of.every((part) => coversPeer(part, narrow));
  if (wide.kind === 'any' && wide.of.some((part) => coversPeer(part, narrow))) return true;
  if (narrow.kind === 'all' && narrow.of.some((part) => coversPeer(wide, part))) return true;
  switch (wide.kind) {
    case 'pods':
      return narrow.kind === 'pods' && coversPods(wide, narrow);
    case 'nodes':
      return narrow.kind === 'nodes' && implies(narrow.nodes, wide.nodes);
    case 'names':
      return (
        narrow.kind === 'names' &&
        narrow.names.every((name) =>
          wide.names.some((outer) =>
            wide.vocabulary === 'cilium' ? coversPattern(outer, name) : coversName(outer, name),
          ),
        )
      );
    case 'addresses':
      return (
        narrow.kind === 'addresses' &&
        narrow.blocks.every((block) => wide.blocks.some((outer) => coversBlock(outer, block)))
      );
    case 'sets':
      return narrow.kind === 'sets' && implies(comparable(narrow.sets), comparable(wide.sets));
    case 'service':
      return (
        narrow.kind === 'service' &&
        narrow.namespace === wide.namespace &&
        narrow.name === wide.name
      );
    case 'services':
      return narrow.kind === 'services' && coversServices(wide, narrow);
    case 'entities':
      return coversByEntities(wide, narrow);
    case 'not':
      return narrow.kind === 'not' && coversPeer(narrow.of, wide.of);
    default:
      return false;
  }
}

/** A name covers itself, and with a leading `*.` every name below it (Network Policy API reference, DomainName). */
const coversName = (wide: string, narrow: string): boolean =>
  wide === narrow || (wide.startsWith('*.') && narrow.endsWith(wide.slice(1)));

/** A block of addresses and its exceptions, as texts. */
export type AddressBlock = AddressPeer['blocks'][number];

/** Whether every address of `narrow` is one of `wide`, the exceptions of both taken out. */
export function coversBlock(wide: AddressBlock, narrow: AddressBlock): boolean {
  const [outer, inner] = [parseBlock(wide.cidr), parseBlock(narrow.cidr)];
  if (outer === null || inner === null || !contains(outer, inner)) return false;
  const kept = narrow.except.map(parseBlock);
  return wide.except.every((text) => {
    const cut = parseBlock(text);
    if (cut === null) return false;
    return !overlaps(cut, inner) || kept.some((own) => own !== null && contains(own, cut));
  });
}

/** Whether every port of `narrow` is one of `wide`. */
export function coversPort(wide: PortTerm, narrow: PortTerm): boolean {
  if (wide.kind === 'except') return false;
  if (narrow.kind === 'except') return narrow.of !== 'all' && coversPort(wide, narrow.of);
  if (wide.kind === 'named' || narrow.kind === 'named')
    return (
      (wide.kind === 'named' &&
        narrow.kind === 'named' &&
        wide.name === narrow.name &&
        wide.protocol === narrow.protocol) ||
      (wide.kind === 'numbers' &&
        narrow.kind === 'named' &&
        isWholeProtocol(wide) &&
        wide.protocol === narrow.protocol)
    );
  return (
    wide.protocol === narrow.protocol && wide.first <= narrow.first && narrow.last <= wide.last
  );
}

const isWholeProtocol = (term: PortTerm): boolean =>
  term.kind === 'numbers' && term.first <= 1 && term.last === 65535;

/** Whether the ports of one rule hold all those of another. */
export const coversPorts = (wide: IrRule['ports'], narrow: IrRule['ports']): boolean =>
  wide === 'all' ||
  (narrow !== 'all' && narrow.every((term) => wide.some((outer) => coversPort(outer, term))));
