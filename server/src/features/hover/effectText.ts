import type { Because, IrPolicy, IrRule } from '../../policy/ir.ts';
import { list, policyText } from '../../policy/print.ts';
import { adminRuleText } from '../../rules/support/administrative.ts';
import { effectOf } from './effect.ts';
import { amountText, atMost, workloadNames, workloadsOf } from './names.ts';
import type { Scene } from './scene.ts';

/** How many rules and policies before and behind a rule are named. */
export const MOST_RIVALS = 3;

/**
 * What a rule decides in this workspace, behind what it says in words: for which pods, what is decided before, and what
 * it overrides. Null where there are too many pods to ask about each.
 */
export function effectLines(
  says: string,
  rule: IrRule,
  policy: IrPolicy,
  scene: Scene,
): readonly string[] | null {
  const effect = effectOf(rule, policy.subject, scene.world);
  if (effect === null) return null;
  const { subjects, deciding, met, before, overrides, why } = effect;
  const rivals = (found: readonly Because[]): string =>
    atMost(found, (one) => rivalText(one, policy, scene), MOST_RIVALS);
  // What its own policy would leave to the end of the tier is none that it overrides.
  const others = overrides.filter((one) => one.rule !== null || one.policy?.place !== policy.place);
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
    ...(others.length === 0 ? [] : [`**Overrides** ${rivals(others)}.`]),
    ...(why.length === 0 ? [] : [`In doubt for some: ${list(why.slice(0, 2))}.`]),
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
