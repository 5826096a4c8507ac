import { removeItem } from '../model/edit.ts';
import { ADMIN_KINDS } from '../model/kinds.ts';
import { BUILT_IN_TIERS } from '../policy/calicoTiers.ts';
import type { IrPolicy, IrRule } from '../policy/ir.ts';
import { DEFAULT_TIER } from '../policy/lower/calico.ts';
import { worldRule } from './rule.ts';
import { standingOf, writtenRules } from './support/administrative.ts';
import { podsCanMeet, rulesMayMeet } from './support/meets.ts';
import { calicoFor } from './support/policies.ts';

/** Pass rules behind which nothing of their tier could have decided. */
export default worldRule(
  {
    code: 'pass-without-effect',
    title: 'A Pass that changes nothing',
    category: 'clarity',
    severity: 'hint',
    docs: `\`Pass\` lets a connection skip the rest of its tier, so it is an exception from later rules of that tier. What no rule
matches goes to the next tier anyway (Network Policy API, "API overview"): without a later rule for the same connections,
in this policy or in one of higher number, a \`Pass\` changes nothing.`,
    since: '0.1.0',
    fixable: true,
    tag: 'unnecessary',
    absence: true,
  },
  ADMIN_KINDS,
  function* (member, world) {
    const standing = standingOf(member, world);
    if (standing === null || standing.policy.unsure !== null) return;
    if (calicoFor(standing.policy.subject, world).some(isAmongAdministrators)) return;
    const { policy, tier, beside, behind } = standing;
    const later = [...beside, ...behind].filter((other) =>
      podsCanMeet(other.subject, policy.subject),
    );
    for (const { rule, written, list } of writtenRules(member, policy)) {
      if (rule.verdict !== 'pass') continue;
      const rest = [
        ...policy.rules.filter((one) => one.direction === rule.direction && one.index > rule.index),
        ...later.flatMap(({ rules }) => rules),
      ];
      if (rest.some((other) => isException(rule, other))) continue;
      yield {
        span: member.resource.source.value(written, 'action'),
        confidence: 'proven',
        message: `This \`Pass\` changes nothing: no later rule of the ${tier.name} tier speaks of these connections, and what none matches is passed on anyway.`,
        fixes: [
          {
            title: 'Remove the rule (same meaning)',
            safe: removeItem(member.resource, list, rule.index).length > 0,
            edits: () => removeItem(member.resource, list, rule.index),
          },
        ],
      };
    }
  },
);

/** Whether a policy of Calico's stands in one of the tiers that it keeps the policies of administrators in. */
const isAmongAdministrators = ({ tier }: IrPolicy): boolean =>
  tier === null || (tier !== DEFAULT_TIER && BUILT_IN_TIERS.some(({ name }) => name === tier));

/** Whether a later rule could decide what `pass` takes from it. */
const isException = (pass: IrRule, later: IrRule): boolean =>
  later.verdict !== 'pass' &&
  (later.unsure === null ? rulesMayMeet(pass, later) : later.direction === pass.direction);
