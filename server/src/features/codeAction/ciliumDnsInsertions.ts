import { CodeActionKind } from 'vscode-languageserver-types';
import { overlaps } from '../../base/span.ts';
import type { CiliumPolicy } from '../../model/cilium.ts';
import { CILIUM_POLICIES, isOf } from '../../model/kinds.ts';
import type { MemberOf } from '../../rules/rule.ts';
import { allowDnsInCilium, ciliumDnsItem, isForNames } from '../../rules/support/ciliumDnsRules.ts';
import {
  ciliumBeside,
  rulesInForce,
  type RuleInForce,
} from '../../rules/support/ciliumPolicies.ts';
import { dnsDenialOf } from '../../rules/support/dnsDenials.ts';
import { dnsOf } from '../../rules/support/dns.ts';
import { usualResolver } from '../../rules/support/resolvers.ts';
import type { Action, Context, SpanIn } from '../feature.ts';
import { refactoring, type Producer } from './producer.ts';
import { selectedMembers } from './selected.ts';

/** The item that lets DNS out, for every rule of Cilium's policies in the selection that restricts egress and has none. */
export const ciliumDnsInsertions: Producer = {
  kind: CodeActionKind.RefactorRewrite,
  actions: (context, selection) =>
    selectedMembers(context, selection)
      .filter(({ resource }) => isOf(resource, CILIUM_POLICIES))
      .flatMap((member) => insertions(member as MemberOf<CiliumPolicy>, context, selection)),
};

function insertions(
  member: MemberOf<CiliumPolicy>,
  { world }: Context,
  selection: readonly SpanIn[],
): readonly Action[] {
  const { resource } = member;
  const rules = rulesInForce(member, world);
  const isTouched = ({ rule }: RuleInForce): boolean =>
    selection.some(
      ({ chunk, span }) => chunk === resource.chunk && overlaps(resource.source.of(rule), span),
    );
  const touched = rules.filter(isTouched);
  return (touched.length > 0 ? touched : rules).flatMap(({ rule, policy }) => {
    const dns = dnsOf(
      policy.rules.filter(({ verdict }) => verdict === 'allow'),
      world,
    );
    if (!policy.isolates.egress || (dns.UDP && dns.TCP)) return [];
    // Beside a rule that denies it nothing lets DNS out.
    if (dnsDenialOf(policy, world) !== null) return [];
    const inspects = ciliumBeside(policy.subject, world).some((one) => one.rules.some(isForNames));
    const item = ciliumDnsItem(usualResolver(world), inspects);
    return refactoring(resource, allowDnsInCilium(resource, rule, dns, item));
  });
}
