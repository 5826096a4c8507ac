import type { Because, IrPolicy, IrRule } from '../../policy/ir.ts';
import { adminRuleText } from '../../rules/support/administrative.ts';
import { effectOf } from './effect.ts';
import { rivalText } from './effectText.ts';
import { atMost } from './names.ts';
import type { PolicyScene } from './scene.ts';

/** How many rules of a policy are compared with those before it, and how many of these are named. */
const MOST_RULES = 10;
const MOST_NAMED = 3;

/** Which of some allows of a NetworkPolicy are denied before anybody asks them, by the Admin tier or by Calico's policies. */
export function overriddenLines(
  policy: IrPolicy,
  rules: readonly IrRule[],
  scene: PolicyScene,
): readonly string[] {
  const [first] = scene.world.tiers(policy.namespace!);
  if (first === undefined || first.name === 'NetworkPolicy') return [];
  const lines = rules.slice(0, MOST_RULES).flatMap((rule) => {
    const effect = effectOf(rule, policy.subject, scene.world);
    const by = effect?.before.filter(({ verdict }) => verdict === 'deny');
    if (effect === null || by === undefined || by.length === 0) return [];
    const rivals = atMost(by, (one: Because) => rivalText(one, policy, scene), MOST_NAMED);
    const which = rules.length === 1 ? 'this rule' : adminRuleText(rule);
    return [
      `**Overridden**${effect.deciding.length > 0 ? ', in part' : ''}: what ${which} allows, ${rivals} ${by.length === 1 ? 'denies' : 'deny'} first.`,
    ];
  });
  return lines.length === 0 ? [] : ['', ...lines];
}
