import {
  BUILT_IN_TIERS,
  calicoTiersOf,
  inOrder,
  tierOf,
  type DeclaredTier,
} from '../../../policy/calicoTiers.ts';
import { nameKey } from '../../../policy/edited.ts';
import type { PodEndpoint } from '../../../policy/endpoint.ts';
import type { Direction, IrPolicy } from '../../../policy/ir.ts';
import { matchesPods } from '../../../policy/resolve.ts';
import { podsCanMeet } from '../../../rules/support/meets.ts';
import { declaredTiers } from '../../../workspace/calico.ts';
import type { Scene } from '../scene.ts';

/** A policy among all that have a say on the pods that it selects, in the order in which Calico asks them. */
export interface Standing {
  readonly tier: DeclaredTier;
  /** Whether a manifest declares the tier, or every cluster has it. */
  readonly isDeclared: boolean;
  /** Those of its tier that are asked before it, and those behind it. */
  readonly before: readonly IrPolicy[];
  readonly behind: readonly IrPolicy[];
  /** Those of earlier tiers, and those of later ones. */
  readonly above: readonly IrPolicy[];
  readonly below: readonly IrPolicy[];
  /** Those of which it is not known whether they are asked before or after, as no manifest declares a tier. */
  readonly unplaced: readonly IrPolicy[];
}

/** Finds the place of a policy among those that select one of `pods` too; of all that could where it selects none here. */
export function standingOf(
  policy: IrPolicy,
  pods: readonly PodEndpoint[],
  scene: Pick<Scene, 'snapshot' | 'world'>,
): Standing {
  const { snapshot, world } = scene;
  const { assumptions } = world.settings;
  const meets = ({ subject }: IrPolicy): boolean => {
    if (pods.length === 0) return podsCanMeet(subject, policy.subject);
    const { namespaces } = subject;
    // Most policies are of one namespace, and there are few of its pods among very many.
    return pods.some(
      (pod) =>
        (namespaces.kind !== 'own' || namespaces.namespace === pod.namespace.key) &&
        matchesPods(subject, pod, assumptions).truth !== 'no',
    );
  };
  const beside = policiesAround(policy, scene).filter(
    (other) => nameKey(other) !== nameKey(policy) && speaksBeside(other, policy) && meets(other),
  );
  const declared = declaredTiers(snapshot);
  const isDeclared = (tier: string): boolean =>
    [...BUILT_IN_TIERS, ...declared].some(({ name }) => name === tier);
  const name = tierOf(policy);
  const isLost = (other: IrPolicy): boolean =>
    tierOf(other) !== name && !(isDeclared(name) && isDeclared(tierOf(other)));
  const tiers = calicoTiersOf([...beside.filter((other) => !isLost(other)), policy], declared);
  const level = tiers.findIndex((tier) => tier.name === name);
  const own = tiers[level]!.ranks.flat();
  const place = own.findIndex((one) => isSame(one, policy));
  const policiesOf = (from: number, to?: number): readonly IrPolicy[] =>
    tiers.slice(from, to).flatMap(({ ranks }) => ranks.flat());
  return {
    tier: inOrder([name], declared)[0]!,
    isDeclared: isDeclared(name),
    before: own.slice(0, place),
    behind: own.slice(place + 1),
    above: policiesOf(0, level),
    below: policiesOf(level + 1),
    unplaced: beside.filter(isLost),
  };
}

/** Policies of a tier without a place are copies, but stand where they stood. */
const isSame = (a: IrPolicy, b: IrPolicy): boolean => a.place === b.place;

/** The policies of all namespaces in which one may select pods, and of the whole cluster. */
const policiesAround = (
  { subject }: IrPolicy,
  { world }: Pick<Scene, 'world'>,
): readonly IrPolicy[] => [
  ...new Set([
    ...world
      .spokenOf(subject.namespaces)
      .flatMap((key) => [...world.calicoPolicies(key), ...world.policies(key)]),
    ...world.clusterPolicies(),
  ]),
];

/** Whether another policy has a say in a direction in which one has. */
const speaksBeside = (other: IrPolicy, policy: IrPolicy): boolean =>
  (['ingress', 'egress'] as const).some(
    (direction) => speaksOf(other, direction) && speaksOf(policy, direction),
  );

const speaksOf = ({ isolates, rules }: IrPolicy, direction: Direction): boolean =>
  isolates[direction] || rules.some((rule) => rule.direction === direction);
