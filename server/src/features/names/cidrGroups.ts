import { mapping } from '../../model/untyped.ts';
import type { Member } from '../../workspace/snapshot.ts';
import { CIDR_GROUPS } from '../labels/groups.ts';
import { mappingsBelow, nameUnder, type NameMention } from './mention.ts';

/** Where a CIDR group of Cilium has its name, or where a policy speaks of one by it. */
export function cidrGroupNames(member: Member): readonly NameMention[] {
  const { kind, body } = member.resource;
  if (kind.dialect !== 'cilium') return [];
  const group = { member, of: 'CiliumCIDRGroup', reach: () => CIDR_GROUPS } as const;
  return kind.id === 'cilium/CiliumCIDRGroup'
    ? nameUnder(mapping(body.metadata), 'name', { ...group, role: 'declares' })
    : mappingsBelow(body, '').flatMap(([, part]) =>
        nameUnder(part, 'cidrGroupRef', { ...group, role: 'asks' }),
      );
}
