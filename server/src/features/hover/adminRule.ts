import type { IrPolicy, IrRule } from '../../policy/ir.ts';
import { matchText } from '../../policy/print.ts';
import { podsCanMeet, rulesCanMeet } from '../../rules/support/meets.ts';
import { effectLines, MOST_RIVALS } from './effectText.ts';
import { linkedPolicies } from './names.ts';
import type { AdminScene } from './scene.ts';
import type { Placed } from './standing.ts';

/** What a rule does with what it matches. */
const DOES = { allow: 'Allows', deny: 'Denies', pass: 'Hands on' } as const;

/** A rule: what it does, for which pods it decides anything in this workspace, and what it overrides. */
export function adminRuleLines(rule: IrRule, placed: Placed, scene: AdminScene): readonly string[] {
  const says = `**${DOES[rule.verdict]}** ${matchText(rule)}`;
  const { policy, standing } = placed;
  if (standing === null) return [`${says}.`];
  return effectLines(says, rule, policy, scene) ?? [`${says}.`, ...manyLines(rule, placed, scene)];
}

/** Of too many pods it is told by the words of the policies who may have the word before and behind. */
function manyLines(
  rule: IrRule,
  { policy, standing }: Placed,
  scene: AdminScene,
): readonly string[] {
  const { before, above, behind } = standing!;
  const speaks = (other: IrPolicy): boolean =>
    podsCanMeet(other.subject, policy.subject) &&
    other.rules.some((one) => rulesCanMeet(one, rule));
  const [first, later] = [[...above, ...before].filter(speaks), behind.filter(speaks)];
  return [
    ...(first.length === 0
      ? []
      : [`These may decide some of it first: ${linkedPolicies(first, scene, MOST_RIVALS)}.`]),
    ...(later.length === 0
      ? []
      : [`It comes before what these say of it: ${linkedPolicies(later, scene, MOST_RIVALS)}.`]),
  ];
}

/** What follows an action. */
export function actionLines(rule: IrRule, placed: Placed, scene: AdminScene): readonly string[] {
  return [...adminRuleLines(rule, placed, scene), '', nextText(rule, placed)];
}

function nextText({ verdict }: IrRule, { standing }: Placed): string {
  if (verdict !== 'pass')
    return 'That is the last word: no later rule, policy or tier is asked about it.';
  return standing?.tier.name === 'Baseline'
    ? 'The rest of this tier is skipped, and nothing comes behind it: what is handed on is allowed.'
    : 'The rest of this tier is skipped. Next come the NetworkPolicies of the namespace, then the Baseline tier; what none of them decides is allowed.';
}
