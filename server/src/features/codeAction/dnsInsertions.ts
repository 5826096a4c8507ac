import { CodeActionKind } from 'vscode-languageserver-types';
import { overlaps } from '../../base/span.ts';
import type { NetworkPolicy } from '../../model/networkPolicy.ts';
import type { MemberOf } from '../../rules/rule.ts';
import { dnsOf } from '../../rules/support/dns.ts';
import { dnsFixes } from '../../rules/support/dnsFixes.ts';
import { meaningOf } from '../../rules/support/meaning.ts';
import { membersOf } from '../../workspace/member.ts';
import type { Action, Context, SpanIn } from '../feature.ts';
import type { Producer } from './producer.ts';

/** The rule that lets DNS out, for every policy of the selection that restricts egress and has none. */
export const dnsInsertions: Producer = {
  kind: CodeActionKind.RefactorRewrite,
  actions: (context, selection) =>
    policiesIn(context, selection).flatMap((policy) => insertion(policy, context)),
};

/** The policies that the selection touches and that mean what they say. */
const policiesIn = (
  { snapshot, file }: Context,
  selection: readonly SpanIn[],
): MemberOf<NetworkPolicy>[] =>
  file.context.fragment
    ? []
    : selection.flatMap(({ chunk, span }) =>
        membersOf(
          file.context,
          snapshot.reading,
        )(chunk).filter(
          (member): member is MemberOf<NetworkPolicy> =>
            member.resource.kind.name === 'NetworkPolicy' &&
            member.resource.sound &&
            member.resource.opaque === null &&
            overlaps(member.resource.source.of(member.resource.body), span),
        ),
      );

function insertion(policy: MemberOf<NetworkPolicy>, { world }: Context): Action[] {
  const { isolates, rules } = meaningOf(policy);
  const dns = dnsOf(rules, world);
  if (!isolates.egress || (dns.UDP && dns.TCP)) return [];
  const [fix] = dnsFixes(policy, dns);
  const edits = fix?.edits() ?? [];
  if (fix === undefined || edits.length === 0) return [];
  return [
    {
      title: fix.title,
      kind: CodeActionKind.RefactorRewrite,
      preferred: false,
      repairs: null,
      edits: () => [{ chunk: policy.resource.chunk, edits }],
    },
  ];
}
