import type { Direction, IrPolicy } from '../../policy/ir.ts';
import { policyOf } from './meaning.ts';
import { linkedNames } from './names.ts';
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

/** Who may connect to the pods of a policy, or what they may connect to. */
export function directionLines(
  policy: IrPolicy,
  pods: ReturnType<typeof selectionOf>['pods'],
  direction: Direction,
  scene: PolicyScene,
): readonly string[] {
  if (pods.length === 0)
    return policy.isolates[direction]
      ? ruleLines(policy, direction)
      : [`This policy leaves ${direction} alone.`];
  const traffic = trafficOf(pods, direction, scene.world);
  const others = traffic.governing.filter((other) => other !== policy);
  const names = linkedNames(others, scene);
  if (!policy.isolates[direction])
    return [
      others.length === 0
        ? `This policy leaves ${direction} alone, and so do all others here.`
        : `This policy leaves ${direction} alone; these do not: ${names}.`,
    ];
  const lines = trafficLines(traffic, direction, scene);
  return others.length === 0 ? lines : [...lines, ``, `Together with ${names}.`];
}
