import { portRulesIn, type SectionItem } from '../../admission/ciliumWalk.ts';
import { derive } from '../../base/derive.ts';
import type { CiliumItem, CiliumPolicy, CiliumPort } from '../../model/cilium.ts';
import type { Resource } from '../../model/resource.ts';
import { askedLabel } from '../../policy/candidates.ts';
import { readCiliumPort, type CiliumPortText } from '../../policy/ciliumPort.ts';
import type { Peer } from '../../policy/ir.ts';
import { lowerPeers } from '../../policy/lower/ciliumPeers.ts';
import { lowerSubject } from '../../policy/lower/ciliumSelectors.ts';
import { isMeaningless } from '../../policy/lower/meaningless.ts';
import type { Selected } from '../../workspace/selected.ts';
import type { Inventory } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';
import { isBehind, podsOfRule } from './pods.ts';

/** A port of an item, and what it is. */
export interface ItemPort {
  readonly entry: CiliumPort;
  readonly read: CiliumPortText;
  /** Null where it is for every protocol that has ports. */
  readonly protocol: string | null;
}

/** An item of a policy of Cilium's with the ports that it is for. */
export interface ItemWithPorts extends SectionItem {
  readonly ports: readonly ItemPort[];
}

/** The items of a policy that name ports. */
export const itemsWithPorts = ({ resource }: MemberOf<CiliumPolicy>): readonly ItemWithPorts[] =>
  withPorts(resource);

const withPorts = derive((resource: Resource<CiliumPolicy>): readonly ItemWithPorts[] => {
  const byItem = new Map<CiliumItem, ReturnType<typeof portRulesIn>[number][]>();
  for (const part of portRulesIn(resource)) {
    const own = byItem.get(part.item);
    if (own === undefined) byItem.set(part.item, [part]);
    else own.push(part);
  }
  return [...byItem.values()].map((own) => {
    const { portRule: _, ...part } = own[0]!;
    return { ...part, ports: own.flatMap(({ portRule: { ports = [] } }) => ports.map(readPort)) };
  });
});

const readPort = (entry: CiliumPort): ItemPort => {
  const protocol = (entry.protocol ?? '').toUpperCase();
  return {
    entry,
    read: readCiliumPort(entry.port ?? ''),
    protocol: protocol === '' || protocol === 'ANY' ? null : protocol,
  };
};

/**
 * The pods at which the ports of an item are: those that its rule is for, or its peers. Null where they may be more than
 * the workspace shows: a selector that asks for no value of a label also means pods that are made by others.
 */
export function destinationsOf(
  { resource, namespace }: MemberOf<CiliumPolicy>,
  { rule, item, direction, denies }: SectionItem,
  inventory: Inventory,
): Selected | null {
  if (direction === 'egress') {
    const ground = { source: resource.source, namespace, direction, isDeny: denies };
    const { peers, unsure } = lowerPeers(item, ground);
    if (peers === 'everyone' || unsure !== null) return null;
    return peers.every(isNarrow)
      ? podsOfRule({ peers, unsure }, inventory)
      : behindServices(peers, inventory);
  }
  const subject = rule.endpointSelector && lowerSubject(rule.endpointSelector, namespace);
  return subject === undefined || isMeaningless(subject) || askedLabel(subject.pods) === null
    ? null
    : inventory.podsOf(subject);
}

const isNarrow = (peer: Peer): boolean => peer.kind === 'pods' && askedLabel(peer.pods) !== null;

/** The pods behind the Services that all of the peers are, by their names; null where some are not. */
function behindServices(peers: readonly Peer[], inventory: Inventory): Selected | null {
  const found = peers.map((peer) => {
    if (peer.kind !== 'services' || !('name' in peer.asked) || peer.namespace === null) return null;
    const { name } = peer.asked;
    const { services, pods, unsure } = inventory.inventory(peer.namespace);
    const service = services.find((one) => one.name === name);
    return service === undefined || unsure !== null
      ? null
      : pods.filter((pod) => isBehind(service, pod));
  });
  return found.every((pods) => pods !== null) ? { pods: found.flat(), open: false } : null;
}
