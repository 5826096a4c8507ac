import type { Because, IrPolicy, IrRule } from '../../policy/ir.ts';
import { adminRuleText } from '../../rules/support/administrative.ts';
import { rivalText } from './adminRule.ts';
import { effectOf } from './effect.ts';
import { atMost } from './names.ts';
import type { PolicyScene } from './scene.ts';

/** How many rules of a policy are compared with those of the Admin tier, and how many of these are named. */
const MOST_RULES = 10;
const MOST_NAMED = 3;

/** Which of some allows of a NetworkPolicy are denied by the Admin tier before anybody asks them, and by which of its rules. */
export function overriddenLines(
  policy: IrPolicy,
  rules: readonly IrRule[],
  scene: PolicyScene,
): readonly string[] {
  if (scene.world.tiers(policy.namespace!)[0]?.name !== 'Admin') return [];
  const lines = rules.slice(0, MOST_RULES).flatMap((rule) => {
    const effect = effectOf(rule, policy.subject, scene.world);
    const by = effect?.before.filter(({ tier, verdict }) => tier === 'Admin' && verdict === 'deny');
    if (effect === null || by === undefined || by.length === 0) return [];
    const rivals = atMost(by, (one: Because) => rivalText(one, policy, scene), MOST_NAMED);
    const which = rules.length === 1 ? 'this rule' : adminRuleText(rule);
    return [
      `**Overridden**${effect.deciding.length > 0 ? ', in part' : ''}: what ${which} allows, ${rivals} ${by.length === 1 ? 'denies' : 'deny'} first.`,
    ];
  });
  return lines.length === 0 ? [] : ['', ...lines];
}
