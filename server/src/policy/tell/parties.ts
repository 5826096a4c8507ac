import type { Party, PolicyName } from '../party.ts';
import { harmless } from '../../base/harmless.ts';

/** More blocks of addresses than this are told as a number. */
const SHOWN_BLOCKS = 4;

/** An end of a row in words: `shop/web (Deployment)`, `host/one`, or some of its blocks. */
export function partyText(party: Party): string {
  if (party.kind === 'external') {
    const { cidrs } = party;
    return fewOf(cidrs, SHOWN_BLOCKS);
  }
  if (party.kind === 'host') return harmless(`host/${party.name}`);
  const { namespace, name, workloadKind } = party;
  return harmless(`${namespace === null ? '' : `${namespace}/`}${name} (${workloadKind})`);
}

/** A policy likewise: `shop/web (NetworkPolicy)`. */
export const policyNameText = ({ namespace, name, kind }: PolicyName): string =>
  harmless(`${namespace === null ? '' : `${namespace}/`}${name} (${kind})`);

/** Members with one key together, in the order in which the keys first come. */
export function groupedBy<Member>(
  members: readonly Member[],
  keyOf: (member: Member) => string,
): [key: string, group: Member[]][] {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const group = groups.get(keyOf(member));
    if (group === undefined) groups.set(keyOf(member), [member]);
    else group.push(member);
  }
  return [...groups];
}

/** Names joined, those beyond `most` as a number. */
export function fewOf(names: readonly string[], most: number): string {
  const more = names.length - most;
  const rest = more > 0 ? ` and ${more} more` : '';
  return names.slice(0, most).join(', ') + rest;
}
