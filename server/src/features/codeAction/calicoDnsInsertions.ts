import { CodeActionKind } from 'vscode-languageserver-types';
import type { CalicoPolicy } from '../../model/calico.ts';
import { CALICO_POLICIES, isOf } from '../../model/kinds.ts';
import { allowDnsInCalico, dnsInCalico } from '../../rules/support/calicoDnsRules.ts';
import { usualResolver } from '../../rules/support/resolvers.ts';
import { meaningOf } from '../../rules/support/meaning.ts';
import type { MemberOf } from '../../rules/rule.ts';
import type { Action, Context } from '../feature.ts';
import { refactoring, type Producer } from './producer.ts';
import { selectedMembers } from './selected.ts';

/** The rules that let DNS out, for every policy of Calico in the selection that restricts egress and has none. */
export const calicoDnsInsertions: Producer = {
  kind: CodeActionKind.RefactorRewrite,
  actions: (context, selection) =>
    selectedMembers(context, selection)
      .filter(({ resource }) => isOf(resource, CALICO_POLICIES))
      .flatMap((member) => insertion(member as MemberOf<CalicoPolicy>, context)),
};

function insertion(member: MemberOf<CalicoPolicy>, { world }: Context): readonly Action[] {
  const dns = dnsInCalico(member, world);
  if (!meaningOf(member).isolates.egress || (dns.UDP && dns.TCP)) return [];
  return refactoring(member.resource, allowDnsInCalico(member, dns, usualResolver(world)));
}
