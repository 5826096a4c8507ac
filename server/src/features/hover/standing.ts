import type { IrPolicy } from '../../policy/ir.ts';
import { meaningOf } from '../../rules/support/meaning.ts';
import { standingOf, type Standing } from '../../rules/support/administrative.ts';
import { codeList } from '../../policy/print.ts';
import { tiersBefore } from './calico/tiersBefore.ts';
import { linkedPolicies } from './names.ts';
import type { AdminScene } from './scene.ts';

/** A policy of an administrator as the evaluator has it, and its place among the others; null where it has none. */
export interface Placed {
  readonly policy: IrPolicy;
  readonly standing: Standing | null;
}

/** Finds a policy's place. Of equal manifests of one name only the first counts, so the others have none. */
export function placedIn({ member, world }: AdminScene): Placed {
  const standing = standingOf(member, world);
  return { policy: standing?.policy ?? meaningOf(member), standing };
}

/** How many neighbours a summary names; the hover on `priority` names more. */
const NEAREST = 2;
const MOST_NEIGHBOURS = 8;

/** In a sentence or two where a policy stands: its tier and priority, and who has the word before and after it. */
export function standingLines(
  { standing }: Placed,
  scene: AdminScene,
  most = NEAREST,
): readonly string[] {
  if (standing === null) return [];
  const { policy, tier, before, beside, behind } = standing;
  const number = policy.priority === null ? '' : `, priority ${policy.priority}`;
  const where = tier.name === 'Admin' ? 'before every NetworkPolicy' : 'after every NetworkPolicy';
  const named = (policies: readonly IrPolicy[]): string => linkedPolicies(policies, scene, most);
  const order = [
    ...(before.length === 0 ? [] : [`after ${named([...before].reverse())}`]),
    ...(behind.length === 0 ? [] : [`before ${named(behind)}`]),
  ];
  const tiers = tiersBefore(policy, scene);
  return [
    `**${tier.name} tier**${number}: asked ${[where, ...order].join(', ')}.`,
    ...(tiers.length === 0
      ? []
      : [`Calico asks ${tiers.length === 1 ? 'tier' : 'tiers'} ${codeList(tiers)} before.`]),
    ...(beside.length === 0
      ? []
      : [
          `**Same priority**: ${named(beside)}. Where they contradict each other, it is not specified which decides.`,
        ]),
  ];
}

/** What a priority means, and all neighbours in the tier by number. */
export function priorityLines(placed: Placed, scene: AdminScene): readonly string[] {
  const { standing } = placed;
  if (standing === null) return [];
  const { policy, tier, before, beside, behind } = standing;
  const all = [
    ...before.slice(-MOST_NEIGHBOURS).map((one) => neighbour(one, '', scene)),
    `- **${policy.priority} this policy**`,
    ...beside.slice(0, MOST_NEIGHBOURS).map((one) => neighbour(one, ' (the same number)', scene)),
    ...behind.slice(0, MOST_NEIGHBOURS).map((one) => neighbour(one, '', scene)),
  ];
  const left = before.length + beside.length + behind.length + 1 - all.length;
  return [
    `**${ordinal(before.length + 1)} of ${before.length + beside.length + behind.length + 1}** in the ${tier.name} tier: the lower number is asked first.`,
    ...all,
    ...(left > 0 ? [`- and ${left} more`] : []),
    ...(beside.length === 0
      ? []
      : ['', 'Between equal numbers it is not specified which decides a contradiction.']),
  ];
}

const neighbour = (policy: IrPolicy, mark: string, { link }: AdminScene): string =>
  `- ${policy.priority ?? 'unknown'} \`${policy.name}\` (${link(policy.place)})${mark}`;

const ordinal = (place: number): string => (place === 1 ? 'First' : `Number ${place}`);
