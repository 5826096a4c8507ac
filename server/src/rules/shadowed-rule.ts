import { removeItem } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { ADMIN_KINDS, CALICO_POLICIES, isOf } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import type { IrRule } from '../policy/ir.ts';
import { listFew, policyText } from '../policy/print.ts';
import { worldRule } from './rule.ts';
import { actionText, adminRuleText } from './support/administrative.ts';
import {
  adminRules,
  calicoRules,
  halfShadowOf,
  shadowsOf,
  type AskedRule,
  type Placed,
} from './support/shadows.ts';

/** Rules that decide nothing, because earlier ones have decided all that they speak of. */
export default worldRule(
  {
    code: 'shadowed-rule',
    title: 'A rule that decides nothing, because of earlier rules',
    category: 'inert',
    severity: 'warning',
    docs: `In a policy the first rule that matches a connection has the word, and among policies of a tier the one with the lower
priority number (Network Policy API reference), or the lower \`order\` in Calico, where those without come last and equal ones
go by their names. A rule is never asked about what rules before it match: if that is all it speaks of, it decides nothing.
Where it would have decided otherwise, that is hardly what was meant: put it before them. Where it would have said the same,
it can go. In Calico \`nets: [0.0.0.0/0]\` is every IPv4 address, those of pods too: behind a Deny for it a rule is asked about
IPv6 alone, and where the cluster has none (\`netpol.ipFamilies\`) about nothing.`,
    since: '0.1.0',
    fixable: true,
    tag: 'unnecessary',
  },
  [...ADMIN_KINDS, ...CALICO_POLICIES],
  function* (member, world) {
    const { resource } = member;
    const rules = isOf(resource, CALICO_POLICIES)
      ? calicoRules({ ...member, resource }, world)
      : isOf(resource, ADMIN_KINDS)
        ? adminRules({ ...member, resource }, world)
        : [];
    for (const asked of rules) {
      const by = shadowsOf(asked);
      const half = by === null ? halfShadowOf(asked) : null;
      if (by !== null) yield findingOf(resource, asked, by);
      else if (half !== null) yield halfFindingOf(resource, asked, half);
    }
  },
);

function findingOf(
  resource: Resource,
  { policy: own, rule, written, list: rules }: AskedRule,
  by: readonly Placed[],
): Finding {
  const same = by.every((one) => one.rule.verdict === rule.verdict);
  const names = by.map((one) =>
    one.policy === own
      ? adminRuleText(one.rule)
      : `${adminRuleText(one.rule)} of ${policyText(one.policy)}`,
  );
  const verdicts = [...new Set(by.map((one) => actionText(one.rule, one.policy)))];
  const first = listFew(names);
  const come = by.length === 1 ? 'comes' : 'come';
  return {
    span: resource.source.value(written, 'action'),
    severity: same ? 'hint' : 'warning',
    confidence: 'proven',
    message: same
      ? `This rule decides nothing: ${first} ${come} first and ${by.length === 1 ? 'says' : 'say'} the same of all that it matches. Remove it.`
      : `This rule decides nothing: ${first} (\`${verdicts.join('`, `')}\`) ${come} first and ${by.length === 1 ? 'matches' : 'match'} all that it does. Put it before, or remove it.`,
    also: by
      .filter((one) => one.policy !== own)
      .map((one) => ({
        ...one.policy.place,
        span: one.rule.span,
        message: `${adminRuleText(one.rule)} has the word first`,
      })),
    fixes: same
      ? [
          {
            title: 'Remove it (same meaning)',
            safe: removeItem(resource, rules, rule.index).length > 0,
            edits: () => removeItem(resource, rules, rule.index),
          },
        ]
      : [],
  };
}

/** Of a rule that most clusters never ask, as what comes before it was meant for the outside only. */
const halfFindingOf = (
  resource: Resource,
  { policy, written }: AskedRule,
  by: IrRule,
): Finding => ({
  span: resource.source.value(written, 'action'),
  confidence: 'proven',
  message: `This rule is asked about IPv6 only: ${adminRuleText(by)} (\`${actionText(by, policy)}\`) comes first and matches every IPv4 address, those of pods too. Put it before.`,
});
