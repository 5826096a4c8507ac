import type { Because, IrPolicy, IrRule } from '../../policy/ir.ts';
import { list, matchText, policyText } from '../../policy/print.ts';
import { adminRuleText } from '../../rules/support/administrative.ts';
import { podsCanMeet, rulesCanMeet } from '../../rules/support/meets.ts';
import { effectOf } from './effect.ts';
import { amountText, atMost, linkedPolicies, workloadNames, workloadsOf } from './names.ts';
import type { AdminScene, Scene } from './scene.ts';
import type { Placed } from './standing.ts';

/** What a rule does with what it matches. */
const DOES = { allow: 'Allows', deny: 'Denies', pass: 'Hands on' } as const;

/** How many rules and policies before and behind a rule are named. */
const MOST_RIVALS = 3;

/** A rule: what it does, for which pods it decides anything in this workspace, and what it overrides. */
export function adminRuleLines(rule: IrRule, placed: Placed, scene: AdminScene): readonly string[] {
  const says = `**${DOES[rule.verdict]}** ${matchText(rule)}`;
  const { policy, standing } = placed;
  if (standing === null) return [`${says}.`];
  const effect = effectOf(rule, policy.subject, scene.world);
  if (effect === null) return [`${says}.`, ...manyLines(rule, placed, scene)];
  const { subjects, deciding, met, before, overrides, why } = effect;
  const rivals = (found: readonly Because[]): string =>
    atMost(found, (one) => rivalText(one, policy, scene), MOST_RIVALS);
  if (subjects.length === 0)
    return [`${says}, for nobody here: the policy selects no pod that this workspace describes.`];
  if (!met) return [`${says}.`, 'No such end of a connection is described in this workspace.'];
  if (deciding.length === 0)
    return [
      `${says}.`,
      ...(why.length > 0
        ? [`**In doubt** whether it decides anything here: ${list(why.slice(0, 2))}.`]
        : []),
      ...(before.length === 0
        ? []
        : [
            `${why.length > 0 ? 'What is certain is decided before: by' : '**Decides nothing** in this workspace, as these have the word first:'} ${rivals(before)}.`,
          ]),
    ];
  return [
    `${says}, for ${amountText(deciding)}: ${workloadNames(workloadsOf(deciding), scene)}.`,
    ...(before.length === 0 ? [] : [`Some of it is decided before, by ${rivals(before)}.`]),
    ...(overrides.length === 0 ? [] : [`**Overrides** ${rivals(overrides)}.`]),
    ...(why.length === 0 ? [] : [`In doubt for some: ${list(why.slice(0, 2))}.`]),
  ];
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

/** A rule or policy with its place, those of the policy itself without its name. */
export function rivalText(
  { policy, rule }: Because,
  own: IrPolicy,
  { link }: Pick<Scene, 'link'>,
): string {
  if (rule === null) return `${policyText(policy!)} (${link(policy!.place)})`;
  const place = link({ ...policy!.place, span: rule.span });
  return own.rules.includes(rule)
    ? `${adminRuleText(rule)} (${place})`
    : `${adminRuleText(rule)} of ${policyText(policy!)} (${place})`;
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
