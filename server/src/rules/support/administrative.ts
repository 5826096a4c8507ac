import { derive2 } from '../../base/derive.ts';
import type { AdminPeer, AdminPolicy, AdminRule } from '../../model/adminPolicy.ts';
import type { Assumptions } from '../../policy/assumptions.ts';
import type { Direction, IrPolicy, IrRule, PodPeer, Tier } from '../../policy/ir.ts';
import { tiersOf } from '../../policy/tiers.ts';
import type { World } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';
import { podsCanMeet } from './meets.ts';

/** One rule of an administrator's policy: what it means, and the object that says so. */
export interface WrittenRule {
  readonly rule: IrRule;
  readonly written: AdminRule;
  /** The list it stands in. */
  readonly list: readonly AdminRule[];
  readonly peers: readonly AdminPeer[];
}

/** The rules of a policy whose meaning is certain, ingress first. */
export const writtenRules = (
  { resource }: MemberOf<AdminPolicy>,
  { rules }: IrPolicy,
): WrittenRule[] =>
  rules.flatMap((rule) => {
    const list = resource.body.spec[rule.direction] ?? [];
    const written = list[rule.index];
    if (written === undefined || rule.unsure !== null) return [];
    return [{ rule, written, list, peers: written[SIDE[rule.direction]] ?? [] }];
  });

/** The key of a rule's peers by its direction. */
const SIDE: Readonly<Record<Direction, 'from' | 'to'>> = { ingress: 'from', egress: 'to' };

/** A policy among those of its tier, by who has the word first. */
export interface Standing {
  readonly policy: IrPolicy;
  readonly tier: Tier;
  /** Those of lower number. */
  readonly before: readonly IrPolicy[];
  /** Those of the same number. */
  readonly beside: readonly IrPolicy[];
  /** Those of higher number. */
  readonly behind: readonly IrPolicy[];
  /** Those of the tiers that have the word before this one. */
  readonly above: readonly IrPolicy[];
}

const clusterTiers = derive2((policies: readonly IrPolicy[], assumptions: Assumptions) =>
  tiersOf(policies, assumptions),
);

/** The policies of the Admin tier, which have the word before every NetworkPolicy, for pods that `subject` may select. */
export function adminPoliciesFor(subject: PodPeer, world: World): readonly IrPolicy[] {
  const { assumptions } = world.settings;
  const [tier] = clusterTiers(world.clusterPolicies(), assumptions);
  const keys = world.spokenOf(subject.namespaces);
  return tier?.name !== 'Admin'
    ? []
    : tier.ranks
        .flat()
        .filter(
          (policy) =>
            podsCanMeet(policy.subject, subject) &&
            world.spokenOf(policy.subject.namespaces).some((key) => keys.includes(key)),
        );
}

/** Where a policy stands; null where the API server refuses it, or another of its name stands for it. */
export function standingOf(
  { uri, resource }: MemberOf<AdminPolicy>,
  world: World,
): Standing | null {
  const tiers = clusterTiers(world.clusterPolicies(), world.settings.assumptions);
  const { start, end } = resource.source.of(resource.body);
  const isOwn = ({ place }: IrPolicy): boolean =>
    place.uri === uri &&
    place.chunk === resource.chunk &&
    start <= place.span.start &&
    place.span.end <= end;
  for (const [level, tier] of tiers.entries())
    for (const [index, rank] of tier.ranks.entries()) {
      const policy = rank.find(isOwn);
      if (policy === undefined) continue;
      return {
        policy,
        tier,
        before: tier.ranks.slice(0, index).flat(),
        beside: rank.filter((other) => other !== policy),
        behind: tier.ranks.slice(index + 1).flat(),
        above: tiers.slice(0, level).flatMap(({ ranks }) => ranks.flat()),
      };
    }
  return null;
}

/** A rule in a sentence: by its name where it has one, else by its place. */
export const adminRuleText = ({ name, direction, section, index }: IrRule): string =>
  name === null ? `${section ?? direction} rule ${index + 1}` : `rule \`${name}\``;

/** The action of a rule as its kind writes it. */
export const actionText = ({ verdict }: IrRule, { kind }: IrPolicy): string =>
  ({ allow: kind === 'ClusterNetworkPolicy' ? 'Accept' : 'Allow', deny: 'Deny', pass: 'Pass' })[
    verdict
  ];
