import { DEFAULT_ORDER, isCalico, orderOf, tierOf } from '../../../policy/calicoTiers.ts';
import type { Direction, IrPolicy, IrRule } from '../../../policy/ir.ts';
import { DEFAULT_TIER } from '../../../policy/lower/calico.ts';
import { policyText } from '../../../policy/print.ts';
import { atMost } from '../names.ts';
import type { Scene } from '../scene.ts';
import type { Standing } from './standing.ts';

/** How many neighbours a summary names on either side, and how many the hover on `order` does. */
const NEAREST = 2;
const MOST_NEIGHBOURS = 8;

/** Where a policy stands: its tier and order, and who is asked before and after it for the pods that it selects. */
export function standingLines(
  policy: IrPolicy,
  standing: Standing,
  scene: Scene,
): readonly string[] {
  const { tier, before, behind, above, below } = standing;
  const [first, later] = [[...above, ...before].reverse(), [...behind, ...below]];
  const order = [
    ...(first.length === 0 ? [] : [`after ${namedIn(tier.name, first, scene)}`]),
    ...(later.length === 0 ? [] : [`before ${namedIn(tier.name, later, scene)}`]),
  ];
  const where = `**Tier \`${tier.name}\`**${placeText(standing)}, ${orderText(policy)}`;
  if (!policy.isolates.ingress && !policy.isolates.egress)
    return [`${where}.`, ...undeclaredLines(standing, scene)];
  const alone = standing.unplaced.length === 0 ? ': no other policy is asked for these pods' : '';
  return [
    `${where}${order.length === 0 ? alone : `: asked ${order.join(', ')}`}.`,
    ...undeclaredLines(standing, scene),
  ];
}

const placeText = ({ tier, isDeclared }: Standing): string =>
  !isDeclared || tier.name === DEFAULT_TIER
    ? ''
    : ` (order ${(tier.order ?? DEFAULT_ORDER).toLocaleString('en')})`;

/** The order of a policy in words; without one it is asked after all that have one. */
export const orderText = (policy: IrPolicy): string => {
  const order = orderOf(policy);
  return order === Infinity ? 'no order, so among the last' : `order ${order}`;
};

const namedIn = (tier: string, policies: readonly IrPolicy[], { link }: Scene): string =>
  atMost(
    policies,
    (policy) =>
      `${policyText(policy)} (${link(policy.place)}${tierOf(policy) === tier || isTierless(policy) ? '' : `, tier \`${tierOf(policy)}\``})`,
    NEAREST,
  );

/** Whether not even the tier of a policy can be read. */
const isTierless = (policy: IrPolicy): boolean => isCalico(policy) && policy.tier === null;

/** That the place of a tier is not known here, as no manifest declares it. */
const undeclaredLines = (
  { tier, isDeclared, unplaced }: Standing,
  scene: Scene,
): readonly string[] => [
  ...(isDeclared
    ? []
    : [
        `**No manifest here declares tier \`${tier.name}\`**, so its place among the others is not known, nor what becomes of what none of its rules matches.`,
      ]),
  ...(unplaced.length === 0
    ? []
    : [`Before or after, which is not known here: ${namedIn(tier.name, unplaced, scene)}.`]),
];

/** What becomes of the traffic that no rule of a policy matches. */
export function endLines(
  policy: IrPolicy,
  { tier, isDeclared, behind, below }: Standing,
): readonly string[] {
  if (!isDeclared || (!policy.isolates.ingress && !policy.isolates.egress)) return [];
  if (leavesNothing(policy))
    return ['Its rules match everything, so nothing is left to later policies of the tier.'];
  const first =
    behind.length === 0
      ? `No later policy of tier \`${tier.name}\` selects these pods, so what no rule matches`
      : 'What no rule matches goes to the policies behind it in the tier; what none of them matches';
  if (tier.rest === 'deny') return [`${first} is **denied** at the end of the tier.`];
  return [
    below.length === 0
      ? `${first} is handed on at the end of the tier, and no later tier has a policy for these pods, so it is **allowed**.`
      : `${first} is **handed on** to the next tier, \`${tierOf(below[0]!)}\`.`,
  ];
}

/** Whether a rule matches whatever comes, in each direction that a policy governs. */
const leavesNothing = ({ isolates, rules }: IrPolicy): boolean =>
  (['ingress', 'egress'] as const).every(
    (direction) => !isolates[direction] || rules.some((rule) => isCatchAll(rule, direction)),
  );

const isCatchAll = (rule: IrRule, direction: Direction): boolean =>
  rule.direction === direction &&
  rule.unsure === null &&
  rule.peers === 'everyone' &&
  rule.ports === 'all' &&
  rule.own === undefined &&
  rule.http === undefined;

/** The neighbours of a policy in its tier, by order. */
export function orderLines(policy: IrPolicy, standing: Standing, scene: Scene): readonly string[] {
  const { tier, before, behind } = standing;
  const all = [
    ...before.slice(-MOST_NEIGHBOURS).map((one) => neighbour(one, scene)),
    `- **${numberText(policy)} this policy**`,
    ...behind.slice(0, MOST_NEIGHBOURS).map((one) => neighbour(one, scene)),
  ];
  const sum = before.length + behind.length + 1;
  return [
    sum === 1
      ? `**The only policy** of tier \`${tier.name}\` that selects these pods.`
      : `**${before.length === 0 ? 'First' : `Number ${before.length + 1}`} of ${sum}** policies of tier \`${tier.name}\` that select these pods: the lower order is asked first, and one without an order last.`,
    ...all,
    ...(sum > all.length ? [`- and ${sum - all.length} more`] : []),
    ...undeclaredLines(standing, scene),
    ...tiedLines(policy, standing),
  ];
}

/** The order of a policy as a number in a list. */
export const numberText = (policy: IrPolicy): string => {
  const order = orderOf(policy);
  return order === Infinity ? 'no order' : String(order);
};

const neighbour = (policy: IrPolicy, { link }: Scene): string =>
  `- ${numberText(policy)} ${policyText(policy)} (${link(policy.place)})`;

/** That equal orders are told apart by name. */
const tiedLines = (policy: IrPolicy, { before, behind }: Standing): readonly string[] =>
  [...before, ...behind].some((other) => orderOf(other) === orderOf(policy))
    ? ['', 'Between equal orders the name decides, in alphabetical order.']
    : [];
