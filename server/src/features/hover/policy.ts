import { isCalico } from '../../policy/calicoTiers.ts';
import type { Direction, IrPolicy } from '../../policy/ir.ts';
import { policyOf } from './meaning.ts';
import type { PodEndpoint } from '../../policy/endpoint.ts';
import { matchesPods } from '../../policy/resolve.ts';
import { adminPoliciesFor } from '../../rules/support/administrative.ts';
import type { World } from '../../workspace/world.ts';
import { apartLines } from './apart.ts';
import { linkedNames, linkedPolicies, workloadsOf } from './names.ts';
import { overriddenLines } from './overridden.ts';
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
    ...apartLines(scene),
    ...(['ingress', 'egress'] as const).flatMap((direction) => [
      '',
      ...directionLines(policy, selection.pods, direction, scene),
    ]),
    ...togetherLines(policy, selection.pods, ['ingress', 'egress'], scene),
    ...overriddenLines(policy, policy.rules, scene),
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
  if (!policy.isolates[direction]) return [aloneLine(policy, pods, direction, scene)];
  return pods.length > 0 && workloadsOf(pods).length <= MOST_SUBJECTS
    ? trafficLines(trafficOf(pods, direction, scene.world), direction, scene)
    : [...ruleLines(policy, direction), ...firstLines(policy, direction, scene)];
}

/** Which policies of the Admin tier have the word before a policy, where its pods are too many, or none are known. */
function firstLines(policy: IrPolicy, direction: Direction, scene: PolicyScene): readonly string[] {
  const first = adminPoliciesFor(policy.subject, scene.world).filter(({ rules }) =>
    rules.some((rule) => rule.direction === direction),
  );
  return first.length === 0
    ? []
    : ['', `It never sees what the Admin tier decides first: ${linkedPolicies(first, scene)}.`];
}

/** That a policy has no say in a direction, and which others do. */
function aloneLine(
  policy: IrPolicy,
  pods: readonly PodEndpoint[],
  direction: Direction,
  scene: PolicyScene,
): string {
  const alone = `This policy leaves ${direction} alone`;
  if (pods.length === 0) return `${alone}.`;
  const others = otherPolicies(policy, pods, direction, scene.world);
  if (others.length === 0) return `${alone}, and so do all others here.`;
  const certain = others.some(({ unsure }) => unsure === null);
  return `${alone}; these ${certain ? 'do not' : 'perhaps do not'}: ${linkedNames(others, scene)}.`;
}

/** The other policies that have a say where this one restricts: what is allowed is what all allow together. */
export function togetherLines(
  policy: IrPolicy,
  pods: readonly PodEndpoint[],
  directions: readonly Direction[],
  scene: PolicyScene,
): readonly string[] {
  const others = new Set(
    directions
      .filter((direction) => policy.isolates[direction])
      .flatMap((direction) => otherPolicies(policy, pods, direction, scene.world))
      .filter((other) => other.namespace !== null && !isCalico(other)),
  );
  return others.size === 0 ? [] : ['', `Together with ${linkedNames([...others], scene)}.`];
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
