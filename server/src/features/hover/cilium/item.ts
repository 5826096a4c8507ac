import { count, list } from '../../../policy/print.ts';
import type { Because, IrRule } from '../../../policy/ir.ts';
import { effectOf } from '../effect.ts';
import { effectLines, MOST_RIVALS, rivalText } from '../effectText.ts';
import { amountText, atMost, workloadNames, workloadsOf } from '../names.ts';
import type { CiliumScene } from '../scene.ts';
import { selectionOf } from '../selection.ts';
import { authenticationText } from './authentication.ts';
import type { ItemReading } from './reading.ts';
import { nobodyText, ruleWords } from './words.ts';

/** An item of a section: what it lets through or denies, for which pods here, and what wins over it. */
export function itemLines(item: ItemReading, scene: CiliumScene): readonly string[] {
  if (Object.keys(item.item).length === 0) return emptyLines(item, scene);
  const nobody = nobodyText(item.item);
  if (nobody !== null)
    return [
      `This ${nobody.replace(/^is/, '**is')}**, so it ${item.verdict === 'deny' ? 'denies' : 'allows'} nothing.`,
    ];
  return [
    ...item.rules.flatMap((rule) => ruleLines(rule, item, scene)),
    ...authenticationText(item.item, scene),
    ...(item.verdict === 'deny' ? ['A deny wins over every allow, wherever that stands.'] : []),
  ];
}

/** An item that says nothing matches nobody, but isolates (pkg/policy, default deny). */
function emptyLines(
  { rule, policy, direction, verdict }: ItemReading,
  { world }: CiliumScene,
): readonly string[] {
  const name = verdict === 'deny' ? (`${direction}Deny` as const) : direction;
  const kubernetes = '(in a Kubernetes NetworkPolicy `- {}` would allow everything)';
  if (rule.enableDefaultDeny?.[direction] === false)
    return [
      `**Does nothing**: an empty item matches nobody, and \`enableDefaultDeny.${direction}: false\` leaves the rest open ${kubernetes}.`,
    ];
  const others = [...(rule[direction] ?? []), ...(rule[`${direction}Deny`] ?? [])].filter(
    (one) => Object.keys(one).length > 0,
  );
  if (others.length > 0)
    return [
      `**Allows nobody**: an empty item only switches on default deny, which the other items of this rule do already ${kubernetes}.`,
    ];
  const isForNodes = policy.subject.onlyHosts !== undefined;
  const pods = isForNodes ? [] : selectionOf(policy.subject, world).pods;
  const amount = pods.reduce<number | null>(
    (sum, { replicas }) => (sum === null || typeof replicas !== 'number' ? null : sum + replicas),
    0,
  );
  const whom =
    amount === null || amount === 0 ? 'the selected pods' : `the ${count(amount, 'selected pod')}`;
  return [
    `**Denies all ${direction}** ${direction === 'ingress' ? 'to' : 'from'} ${whom}, but for what other policies allow. The empty item matches nobody and only switches on default deny ${kubernetes}.`,
    ...(verdict === 'deny'
      ? []
      : [
          `To allow everyone write \`${direction === 'ingress' ? 'fromEntities' : 'toEntities'}: [all]\` instead of \`{}\` in \`${name}\`.`,
        ]),
  ];
}

function ruleLines(
  rule: IrRule,
  { policy, isInForce, verdict }: ItemReading,
  scene: CiliumScene,
): readonly string[] {
  const words = ruleWords(rule);
  const says = words.replace(/^\w+/, (verb) => `**${verb[0]!.toUpperCase()}${verb.slice(1)}**`);
  const isForNodes = policy.subject.onlyHosts !== undefined;
  if (rule.unsure !== null || !isInForce || policy.unsure !== null || isForNodes)
    return [`${says}.`];
  if (verdict === 'deny') return effectLines(says, rule, policy, scene) ?? [`${says}.`];
  return allowLines(says, rule, policy, scene);
}

/** What an allow does here: for whom, and what of it is denied all the same. */
function allowLines(
  says: string,
  rule: IrRule,
  policy: ItemReading['policy'],
  scene: CiliumScene,
): readonly string[] {
  const effect = effectOf(rule, policy.subject, scene.world);
  if (effect === null) return [`${says}.`];
  const { subjects, deciding, met, before, why } = effect;
  if (subjects.length === 0)
    return [`${says}, for nobody here: the policy selects no pod that this workspace describes.`];
  if (!met) return [`${says}.`, 'No such end of a connection is described in this workspace.'];
  const denials = before.filter(({ verdict }) => verdict === 'deny');
  const isAll = deciding.length === 0 && why.length === 0 && denials.length === before.length;
  const rivals = (found: readonly Because[]): string =>
    atMost(found, (one) => rivalText(one, policy, scene), MOST_RIVALS);
  return [
    deciding.length === 0
      ? `${says}.`
      : `${says}, for ${amountText(deciding)}: ${workloadNames(workloadsOf(deciding), scene)}.`,
    ...(denials.length === 0
      ? []
      : [
          `**${isAll ? 'All of it' : 'Some of it'} is denied all the same**, by ${rivals(denials)}.`,
        ]),
    ...(why.length === 0 ? [] : [`In doubt for some: ${list(why.slice(0, 2))}.`]),
  ];
}
