import { CILIUM_GROUP, POLICY_GROUP } from '../model/kinds.ts';
import type { Assumptions } from './assumptions.ts';
import type { IrPolicy, Rank, Tier } from './ir.ts';

/** What enforces policies in the cluster, in so far as it decides which kinds count and who wins. */
export type Profile = 'generic';

/** One row of an enforcer's table: the policies that make up a tier, and how they stand to each other. */
interface TierRow {
  readonly name: string;
  /** Whether it holds a policy. */
  readonly holds: (policy: IrPolicy) => boolean;
  /** Puts its policies into the order in which they are tried. */
  readonly ranks: (policies: readonly IrPolicy[]) => readonly Rank[];
  readonly tie: Tier['tie'];
  readonly rest: Tier['rest'];
}

/** All policies at once: the union of what they allow. */
const together = (policies: readonly IrPolicy[]): readonly Rank[] => [policies];

/**
 * By priority, the lowest number first; equal ones at once (Network Policy API reference, `priority`). One whose
 * priority is not known may come before any other, so it is asked first.
 */
function byPriority(policies: readonly IrPolicy[]): readonly Rank[] {
  const ranks = new Map<number, IrPolicy[]>();
  for (const policy of policies) {
    const priority = policy.priority ?? -1;
    const rank = ranks.get(priority);
    if (rank === undefined) ranks.set(priority, [policy]);
    else rank.push(policy);
  }
  return [...ranks].sort(([a], [b]) => a - b).map(([, rank]) => rank);
}

/** The rules of administrators; nothing is isolated by them, so what no rule matches is the next tier's. */
const administrative = (name: 'Admin' | 'Baseline', kind: string): TierRow => ({
  name,
  holds: (policy) =>
    groupKind(policy) === `${POLICY_GROUP}/${kind}` ||
    (groupKind(policy) === `${POLICY_GROUP}/ClusterNetworkPolicy` &&
      // One whose tier is not known may be in either; it is asked where it has more to say.
      (policy.tier ?? 'Admin') === name),
  ranks: byPriority,
  tie: 'unspecified',
  rest: 'next',
});

/**
 * NetworkPolicies are additive and their pods isolated (Kubernetes documentation, "The two sorts of pod isolation").
 * Cilium's policies are tried together with them, and what one of them denies no other can allow (Cilium documentation,
 * "Network Policy", "Deny Policies").
 */
const networkPolicies: TierRow = {
  name: 'NetworkPolicy',
  holds: (policy) =>
    ['networking.k8s.io/NetworkPolicy', 'extensions/NetworkPolicy'].includes(groupKind(policy)) ||
    isOfCilium(policy),
  ranks: together,
  tie: 'deny-wins',
  rest: 'deny',
};

/** The tiers of each enforcer, in the order in which they have the word (Network Policy API, "API overview"). */
const profiles: Readonly<Record<Profile, readonly TierRow[]>> = {
  generic: [
    administrative('Admin', 'AdminNetworkPolicy'),
    networkPolicies,
    administrative('Baseline', 'BaselineAdminNetworkPolicy'),
  ],
};

/**
 * The policies as the tiers of an enforcer, in order; tiers without policies are left out, and so are policies of
 * kinds that the enforcer does not read.
 */
export const tiersOf = (
  policies: readonly IrPolicy[],
  {
    networkPolicyDecides,
    policyEnforcement,
  }: Pick<Assumptions, 'networkPolicyDecides' | 'policyEnforcement'>,
  profile: Profile = 'generic',
): readonly Tier[] =>
  profiles[profile].flatMap((row) => {
    if (policyEnforcement === 'never') return [];
    const isolatesAll = row.rest === 'deny' && policyEnforcement === 'always';
    const members = settledOrder(policies.filter(row.holds));
    if (members.length === 0 && !isolatesAll) return [];
    const aside = row.rest === 'deny' && networkPolicyDecides === 'pod' ? 'allow' : 'next';
    const tier: Tier = {
      name: row.name,
      ranks: row.ranks(members),
      tie: row.tie,
      rest: row.rest,
      aside,
      ...(isolatesAll && { isolatesAll }),
    };
    return [tier];
  });

/** Tiers of different kinds of policies in the order in which they have the word. */
export const inOrder = (tiers: readonly Tier[], profile: Profile = 'generic'): readonly Tier[] =>
  profiles[profile].flatMap(({ name }) => tiers.filter((tier) => tier.name === name));

/**
 * ClusterNetworkPolicy replaces the two older kinds, and nothing says how they stand to each other in one tier: which
 * of them decides is then not known.
 */
function settledOrder(policies: readonly IrPolicy[]): readonly IrPolicy[] {
  const kinds = [
    ...new Set(policies.filter((policy) => !networkPolicies.holds(policy)).map(({ kind }) => kind)),
  ];
  if (kinds.length < 2) return policies;
  const why = `${kinds.join(' and ')} are used together, and how they stand to each other is not specified`;
  return policies.map((policy) => ({ ...policy, unsure: policy.unsure ?? why }));
}

/** The tiers by name, in the order in which they have the word. */
export const TIERS: readonly string[] = profiles.generic.map(({ name }) => name);

/** The tiers as they are where `networkPolicyDecides` is set the other way. */
export const asideTurned = (tiers: readonly Tier[]): readonly Tier[] =>
  tiers.map((tier) =>
    tier.rest === 'deny' && TIERS.includes(tier.name)
      ? { ...tier, aside: tier.aside === 'allow' ? 'next' : 'allow' }
      : tier,
  );

/** Whether a policy is one of Cilium's own kinds. */
export const isOfCilium = ({ apiVersion }: Pick<IrPolicy, 'apiVersion'>): boolean =>
  apiVersion.startsWith(`${CILIUM_GROUP}/`);

const groupKind = ({ apiVersion, kind }: IrPolicy): string =>
  `${apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')))}/${kind}`;
