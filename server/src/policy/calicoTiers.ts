import { compare } from '../base/order.ts';
import { CALICO_GROUP, POLICY_GROUP } from '../model/kinds.ts';
import type { Place } from '../model/finding.ts';
import type { IrPolicy, Rank, Tier } from './ir.ts';
import { DEFAULT_TIER } from './lower/calico.ts';

/** A Tier as a manifest declares it, or as every cluster has it. */
export interface DeclaredTier {
  readonly name: string;
  /** Its place, the lower first; null counts as 1,000,000 (libcalico-go, resources/tier.go). */
  readonly order: number | null;
  /** What becomes of traffic on a pod that its policies select and none of its rules matches. */
  readonly rest: 'deny' | 'next';
  /** Absent for those that every cluster has. */
  readonly place?: Place;
}

/** The place of the default tier, and of tiers without an order. */
export const DEFAULT_ORDER = 1_000_000;

/** The tiers that need no manifest: Calico's own, and those that it keeps the policies of administrators in. */
export const BUILT_IN_TIERS: readonly DeclaredTier[] = [
  { name: 'kube-admin', order: 1000, rest: 'next' },
  { name: 'adminnetworkpolicy', order: 1000, rest: 'next' },
  { name: DEFAULT_TIER, order: DEFAULT_ORDER, rest: 'deny' },
  { name: 'kube-baseline', order: 10_000_000, rest: 'next' },
  { name: 'baselineadminnetworkpolicy', order: 10_000_000, rest: 'next' },
];

/** The order of a NetworkPolicy of Kubernetes among those of the default tier. */
export const KUBERNETES_ORDER = 1000;

/** Holds the policies of which not even the tier can be read. */
const NO_TIER = 'a tier that cannot be read';

/**
 * Policies of Calico, Kubernetes and administrators as the tiers in which Calico tries them, in order; tiers without
 * policies are left out. Within one they are tried one by one (felix, policy sorter). A tier that no manifest declares
 * is somewhere in the cluster, as Calico takes no policy without its tier: it may have the word before all others, and
 * whatever it says is in doubt.
 */
export function calicoTiersOf(
  policies: readonly IrPolicy[],
  declared: readonly DeclaredTier[],
): readonly Tier[] {
  const members = new Map<string, IrPolicy[]>();
  for (const policy of policies) {
    const name = tierOf(policy);
    const beside = members.get(name);
    if (beside === undefined) members.set(name, [policy]);
    else beside.push(policy);
  }
  const places = new Set([...BUILT_IN_TIERS, ...declared].map(({ name }) => name));
  const [lost, placed]: [Tier[], Tier[]] = [[], []];
  for (const { name, rest, order, place } of inOrder([...members.keys()], declared)) {
    const isPlaced = places.has(name);
    const ranks = inTurn(members.get(name)!).map((policy): Rank => [
      isPlaced ? policy : unplaced(policy, name),
    ]);
    (isPlaced ? placed : lost).push({
      name,
      ranks,
      tie: 'unspecified',
      rest,
      aside: 'next',
      ...(place !== undefined && { declared: { order, place } }),
    });
  }
  return [...lost, ...placed];
}

const unplaced = (policy: IrPolicy, tier: string): IrPolicy => ({
  ...policy,
  unsure: policy.unsure ?? `the place of tier \`${tier}\` among the others is not known here`,
});

/**
 * Tiers by order and then by name. One that nothing declares comes after all others, and what it does not allow is
 * denied.
 */
export function inOrder(
  names: readonly string[],
  declared: readonly DeclaredTier[],
): readonly DeclaredTier[] {
  const known = new Map([...BUILT_IN_TIERS, ...declared].map((tier) => [tier.name, tier]));
  const place = (name: string): number => {
    const tier = known.get(name);
    return tier === undefined ? Infinity : (tier.order ?? DEFAULT_ORDER);
  };
  return [...names]
    .sort((a, b) => by(place(a), place(b)) || compare(a, b))
    .map((name) => known.get(name) ?? { name, order: null, rest: 'deny' });
}

/** Policies by order, those without one last; equal ones by the text of name, namespace and kind. */
export const inTurn = (policies: readonly IrPolicy[]): readonly IrPolicy[] =>
  [...policies].sort((a, b) => by(orderOf(a), orderOf(b)) || compare(turnKey(a), turnKey(b)));

/** Infinite orders are equal, too. */
const by = (a: number, b: number): number => (a === b ? 0 : a - b);

/** The order of a policy in its tier; infinite where it has none. */
export const orderOf = (policy: IrPolicy): number =>
  isKubernetes(policy) ? KUBERNETES_ORDER : (policy.priority ?? Infinity);

const turnKey = (policy: IrPolicy): string =>
  `${policy.name}/${policy.namespace ?? ''}/${isKubernetes(policy) && policy.kind === 'NetworkPolicy' ? 'Kubernetes' : ''}${policy.kind}`;

/** Whether a policy is one of Calico's own kinds. */
export const isCalico = ({ apiVersion }: IrPolicy): boolean => apiVersion.includes(CALICO_GROUP);

const isKubernetes = ({ apiVersion, kind }: IrPolicy): boolean =>
  kind === STAGED_KUBERNETES || (kind === 'NetworkPolicy' && !apiVersion.includes(CALICO_GROUP));

const STAGED_KUBERNETES = 'StagedKubernetesNetworkPolicy';

/** The name of the tier that Calico keeps a policy in. */
export function tierOf({ apiVersion, kind, tier }: IrPolicy): string {
  if (kind === STAGED_KUBERNETES) return DEFAULT_TIER;
  if (!apiVersion.startsWith(POLICY_GROUP))
    return tier ?? (apiVersion.includes(CALICO_GROUP) ? NO_TIER : DEFAULT_TIER);
  switch (kind) {
    case 'AdminNetworkPolicy':
      return 'adminnetworkpolicy';
    case 'BaselineAdminNetworkPolicy':
      return 'baselineadminnetworkpolicy';
    default:
      return tier === 'Baseline' ? 'kube-baseline' : 'kube-admin';
  }
}
