import { CodeActionKind } from 'vscode-languageserver-types';
import type { NetworkPolicy } from '../../model/networkPolicy.ts';
import type { MemberOf } from '../../rules/rule.ts';
import { dnsOf } from '../../rules/support/dns.ts';
import { dnsFixes } from '../../rules/support/dnsFixes.ts';
import { meaningOf } from '../../rules/support/meaning.ts';
import type { Action, Context } from '../feature.ts';
import { refactoring, type Producer } from './producer.ts';
import { selectedMembers } from './selected.ts';

/** The rule that lets DNS out, for every policy of the selection that restricts egress and has none. */
export const dnsInsertions: Producer = {
  kind: CodeActionKind.RefactorRewrite,
  actions: (context, selection) =>
    selectedMembers(context, selection)
      .filter(({ resource }) => resource.kind.id === 'kubernetes/NetworkPolicy')
      .flatMap((member) => insertion(member as MemberOf<NetworkPolicy>, context)),
};

function insertion(policy: MemberOf<NetworkPolicy>, { world }: Context): readonly Action[] {
  const { isolates, rules } = meaningOf(policy);
  const dns = dnsOf(rules, world);
  if (!isolates.egress || (dns.UDP && dns.TCP)) return [];
  const [fix] = dnsFixes(policy, dns);
  return fix === undefined ? [] : refactoring(policy.resource, fix);
}
