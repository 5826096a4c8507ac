import { list, mapping, textOf, type Mapping } from '../../model/untyped.ts';
import type { Member } from '../../workspace/snapshot.ts';
import { CIDR_GROUPS } from '../labels/groups.ts';
import { valueWord } from '../labels/mention.ts';
import type { NameMention } from './mention.ts';

/** Where a CIDR group of Cilium has its name, or where a policy speaks of one by it. */
export function cidrGroupNames(member: Member): readonly NameMention[] {
  const { kind, body } = member.resource;
  if (kind.dialect !== 'cilium') return [];
  return kind.id === 'cilium/CiliumCIDRGroup'
    ? named(member, mapping(body.metadata) ?? {}, 'name', 'declares')
    : referring(member, body);
}

/** All `cidrGroupRef` below a part of an object. */
const referring = (member: Member, part: unknown): readonly NameMention[] => [
  ...list(part).flatMap((item) => referring(member, item)),
  ...Object.entries(mapping(part) ?? {}).flatMap(([key, value]) =>
    key === 'cidrGroupRef' ? named(member, mapping(part)!, key, 'asks') : referring(member, value),
  ),
];

function named(
  member: Member,
  object: Mapping,
  key: string,
  role: NameMention['role'],
): readonly NameMention[] {
  const text = textOf(object[key]);
  const word = text === null ? null : valueWord(member.resource, object, key, text);
  return word === null
    ? []
    : [{ member, of: 'CiliumCIDRGroup', role, word, reach: () => CIDR_GROUPS }];
}
