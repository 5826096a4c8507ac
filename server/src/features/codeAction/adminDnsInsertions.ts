import { CodeActionKind } from 'vscode-languageserver-types';
import type { AdminPolicy } from '../../model/adminPolicy.ts';
import { ADMIN_KINDS, isOf } from '../../model/kinds.ts';
import { dnsOf } from '../../rules/support/dns.ts';
import { usualResolver } from '../../rules/support/resolvers.ts';
import { allowDnsFirst } from '../../rules/support/adminDns.ts';
import { meaningOf } from '../../rules/support/meaning.ts';
import type { MemberOf } from '../../rules/rule.ts';
import type { Action, Context } from '../feature.ts';
import { refactoring, type Producer } from './producer.ts';
import { selectedMembers } from './selected.ts';

/** The rule that lets DNS out, before all others, for every administrators' policy of the selection that denies egress. */
export const adminDnsInsertions: Producer = {
  kind: CodeActionKind.RefactorRewrite,
  actions: (context, selection) =>
    selectedMembers(context, selection)
      .filter(({ resource }) => isOf(resource, ADMIN_KINDS))
      .flatMap((member) => insertion(member as MemberOf<AdminPolicy>, context)),
};

function insertion(member: MemberOf<AdminPolicy>, { world }: Context): readonly Action[] {
  const egress = meaningOf(member).rules.filter(({ direction }) => direction === 'egress');
  const dns = dnsOf(
    egress.filter(({ verdict }) => verdict !== 'deny'),
    world,
  );
  if (!egress.some(({ verdict }) => verdict === 'deny') || (dns.UDP && dns.TCP)) return [];
  return refactoring(member.resource, allowDnsFirst(member, usualResolver(world)));
}
