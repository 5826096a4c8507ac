import { ciliumRulesIn } from '../../admission/ciliumWalk.ts';
import type { CiliumItem, CiliumPolicy } from '../../model/cilium.ts';
import { itemsWithPorts, type ItemWithPorts } from './ciliumDestinations.ts';
import type { MemberOf } from '../rule.ts';

/** Two items of a policy of Cilium's that make one: the first of nothing but peers, the second of nothing but ports. */
export interface SplitItem {
  readonly list: readonly CiliumItem[];
  readonly second: ItemWithPorts;
}

/** Where one item of a policy may have been written as two. In a longer list each item more likely stands for itself. */
export const splitItems = (member: MemberOf<CiliumPolicy>): readonly SplitItem[] =>
  ciliumRulesIn(member.resource).flatMap((rule) =>
    (['ingress', 'egress'] as const).flatMap((section) => {
      const list = rule[section] ?? [];
      const [first, next] = list;
      if (list.length !== 2 || !isOnlyPeers(first!) || !isOnlyPorts(next!)) return [];
      const second = itemsWithPorts(member).find(({ item }) => item === next);
      return second === undefined ? [] : [{ list, second }];
    }),
  );

const keysOf = (item: CiliumItem): readonly string[] => Object.keys(item);

const isOnlyPeers = (item: CiliumItem): boolean =>
  keysOf(item).length > 0 && keysOf(item).every((key) => isPeers(key));

const isOnlyPorts = (item: CiliumItem): boolean =>
  keysOf(item).length === 1 && item.toPorts !== undefined;

/** Nodes and entities are let in as a whole on purpose, as for their probes. */
const isPeers = (key: string): boolean => /^(?:from|to)(?:Endpoints|CIDR|CIDRSet)$/.test(key);
