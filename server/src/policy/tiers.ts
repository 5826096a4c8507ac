import type { IrPolicy, Rank, Tier } from './ir.ts';

/** What enforces policies in the cluster, in so far as it decides which kinds count and who wins. */
export type Profile = 'generic';

/** One row of an enforcer's table: the policies that make up a tier, and how they stand to each other. */
interface TierRow {
  readonly name: string;
  /** `group/Kind` of the policies that it holds. */
  readonly kinds: readonly string[];
  /** Puts its policies into the order in which they are tried. */
  readonly ranks: (policies: readonly IrPolicy[]) => readonly Rank[];
  readonly tie: Tier['tie'];
  readonly rest: Tier['rest'];
}

/** All policies at once: the union of what they allow. */
const together = (policies: readonly IrPolicy[]): readonly Rank[] => [policies];

/** NetworkPolicies are additive and their pods isolated (Kubernetes documentation, "The two sorts of pod isolation"). */
const networkPolicies: TierRow = {
  name: 'NetworkPolicy',
  kinds: ['networking.k8s.io/NetworkPolicy', 'extensions/NetworkPolicy'],
  ranks: together,
  tie: 'deny-wins',
  rest: 'deny',
};

/** The tiers of each enforcer, in the order in which they have the word. */
const profiles: Readonly<Record<Profile, readonly TierRow[]>> = { generic: [networkPolicies] };

/**
 * The policies as the tiers of an enforcer, in order; tiers without policies are left out, and so are policies of
 * kinds that the enforcer does not read.
 */
export const tiersOf = (
  policies: readonly IrPolicy[],
  profile: Profile = 'generic',
): readonly Tier[] =>
  profiles[profile].flatMap((row) => {
    const members = policies.filter((policy) => row.kinds.includes(groupKind(policy)));
    if (members.length === 0) return [];
    return [{ name: row.name, ranks: row.ranks(members), tie: row.tie, rest: row.rest }];
  });

const groupKind = ({ apiVersion, kind }: IrPolicy): string =>
  `${apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')))}/${kind}`;
