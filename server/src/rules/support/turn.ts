import type { NamespaceKey } from '../../model/namespace.ts';
import type { IrPolicy, Tier } from '../../policy/ir.ts';
import type { World } from '../../workspace/world.ts';
import type { Member } from '../../workspace/member.ts';

/** A policy of Calico's among those of its tier, which are tried one after the other. */
export interface Turn {
  readonly policy: IrPolicy;
  readonly tier: Tier;
  /** Those that are tried before it, the first one first. */
  readonly before: readonly IrPolicy[];
  /** Those that are tried after it. */
  readonly behind: readonly IrPolicy[];
  /** Those of the tiers that come after its own. */
  readonly later: readonly IrPolicy[];
}

/** Tells the policies that a manifest means from all others. */
export function standsFor({
  uri,
  resource,
}: Pick<Member, 'uri' | 'resource'>): (policy: IrPolicy) => boolean {
  const { start, end } = resource.source.of(resource.body);
  return ({ place }) =>
    place.uri === uri &&
    place.chunk === resource.chunk &&
    start <= place.span.start &&
    place.span.end <= end;
}

/**
 * When the pods of a namespace are asked of a policy: its own, for one of the whole cluster any, or null where only
 * policies of the cluster are looked at. Null where Calico refuses the policy, another of its name stands for it, or it
 * enforces nothing.
 */
export function turnOf(member: Member, namespace: NamespaceKey | null, world: World): Turn | null {
  const isOwn = standsFor(member);
  const tiers = namespace === null ? world.clusterTiers() : world.tiers(namespace);
  for (const [level, tier] of tiers.entries()) {
    const policies = tier.ranks.flat();
    const at = policies.findIndex(isOwn);
    if (at >= 0)
      return {
        policy: policies[at]!,
        tier,
        before: policies.slice(0, at),
        behind: policies.slice(at + 1),
        later: tiers.slice(level + 1).flatMap(({ ranks }) => ranks.flat()),
      };
  }
  return null;
}

/** The namespaces in which a policy has its turn beside others; null stands for those that nothing else speaks of. */
export const placesOf = (
  { subject, namespace }: IrPolicy,
  world: World,
): readonly (NamespaceKey | null)[] =>
  namespace === null ? [null, ...world.spokenOf(subject.namespaces)] : [namespace];

/**
 * The turns of a policy wherever it has one: in its namespace, or in all of which it speaks. Others of the whole cluster are
 * in the first alone, so that none of them is met once for each namespace.
 */
export function* turnsOf(member: Member, world: World): Generator<Turn> {
  const first = turnOf(member, member.namespace, world);
  if (first === null) return;
  yield first;
  if (member.namespace !== null) return;
  for (const namespace of world.spokenOf(first.policy.subject.namespaces)) {
    const turn = turnOf(member, namespace, world);
    if (turn !== null)
      yield { ...turn, before: ofNamespace(turn.before), behind: ofNamespace(turn.behind) };
  }
}

const ofNamespace = (policies: readonly IrPolicy[]): readonly IrPolicy[] =>
  policies.filter(({ namespace }) => namespace !== null);
