import type { Direction, IrPolicy } from '../../policy/ir.ts';
import { policyOf } from './meaning.ts';
import type { PodEndpoint } from '../../policy/endpoint.ts';
import { matchesPods } from '../../policy/resolve.ts';
import type { World } from '../../workspace/world.ts';
import { linkedNames, workloadsOf } from './names.ts';
import type { PolicyScene } from './scene.ts';
import { subjectLines } from './selected.ts';
import { selectionOf } from './selection.ts';
import { trafficOf } from './traffic.ts';
import { ruleLines, trafficLines } from './trafficText.ts';

/** What a policy selects, in which directions it restricts that, and who may connect by all policies together. */
export function policySummary(scene: PolicyScene): readonly string[] {
  const policy = policyOf(scene);
  const selection = selectionOf(policy.subject, scene.world);
  return [
    ...subjectLines(policy.subject, selection, scene),
    ...inForceLines(policy),
    ...(['ingress', 'egress'] as const).flatMap((direction) => [
      '',
      ...directionLines(policy, selection.pods, direction, scene),
    ]),
  ];
}

/** What may keep a policy from being in force as it is written. */
export const inForceLines = ({ unsure }: IrPolicy): readonly string[] =>
  unsure === null ? [] : [`**Not certain**: ${unsure}.`];

/** For how many workloads it is told who may connect to each. */
const MOST_SUBJECTS = 10;

/** Who may connect to the pods of a policy, or what they may connect to. */
export function directionLines(
  policy: IrPolicy,
  pods: readonly PodEndpoint[],
  direction: Direction,
  scene: PolicyScene,
): readonly string[] {
  const restricts = policy.isolates[direction];
  const others = otherPolicies(policy, pods, direction, scene.world);
  const names = linkedNames(others, scene);
  if (!restricts)
    return [
      others.length === 0
        ? `This policy leaves ${direction} alone${pods.length === 0 ? '' : ', and so do all others here'}.`
        : `This policy leaves ${direction} alone; these do not: ${names}.`,
    ];
  const few = pods.length > 0 && workloadsOf(pods).length <= MOST_SUBJECTS;
  const lines = few
    ? trafficLines(trafficOf(pods, direction, scene.world), direction, scene)
    : ruleLines(policy, direction);
  return others.length === 0 ? lines : [...lines, '', `Together with ${names}.`];
}

/** The other policies that surely or perhaps have a say on any of the pods. */
const otherPolicies = (
  policy: IrPolicy,
  pods: readonly PodEndpoint[],
  direction: Direction,
  world: World,
): readonly IrPolicy[] =>
  world
    .tiers(policy.namespace!)
    .flatMap(({ ranks }) => ranks.flat())
    .filter(
      (other) =>
        other !== policy &&
        (other.isolates[direction] || other.rules.some((rule) => rule.direction === direction)) &&
        pods.some(
          (pod) => matchesPods(other.subject, pod, world.settings.assumptions).truth !== 'no',
        ),
    );
