import { compare } from '../base/order.ts';
import type { Assumptions } from './assumptions.ts';
import { externalEndpoints } from './cidr.ts';
import type { Cluster, TiersFor } from './connect.ts';
import type { ExternalEndpoint, PodEndpoint } from './endpoint.ts';
import { policiesOfHosts } from './host/hosts.ts';
import type { Direction, IrPolicy } from './ir.ts';
import type { Party } from './party.ts';
import { blocksInUse } from './borders.ts';
import { matchesPods } from './resolve.ts';

/** A workload and all its pods. */
export interface Owner {
  readonly party: Party & { readonly kind: 'workload' };
  readonly members: readonly PodEndpoint[];
}

/** The policies that may select one of some pods. */
export const governing = (
  members: readonly PodEndpoint[],
  tiersFor: TiersFor,
  assumptions: Assumptions,
): IrPolicy[] =>
  policiesFor(members, tiersFor).filter(({ subject }) =>
    members.some((pod) => matchesPods(subject, pod, assumptions).truth !== 'no'),
  );

/** All policies of the namespaces of some pods, and those of the cluster. */
export const policiesFor = (endpoints: readonly PodEndpoint[], tiersFor: TiersFor): IrPolicy[] => {
  const namespaces = new Set(endpoints.map(({ namespace }) => namespace.key));
  return [
    ...new Set(
      [...namespaces].flatMap((key) => tiersFor(key).flatMap(({ ranks }) => ranks.flat())),
    ),
  ];
};

/** The policies for hosts, which may have a word on what they forward. */
export const hostPoliciesOf = ({ hosts }: Cluster): readonly IrPolicy[] =>
  hosts ? policiesOfHosts(hosts) : [];

const only = (policy: IrPolicy, direction: Direction): IrPolicy => ({
  ...policy,
  rules: policy.rules.filter((rule) => rule.direction === direction),
});

/**
 * The ends outside that an owner's policies tell apart in one direction. Other policies would cut them further, to no
 * effect.
 */
export const outsideOf = (
  policies: readonly IrPolicy[],
  direction: Direction,
  { ipFamilies }: Assumptions,
): ExternalEndpoint[] =>
  externalEndpoints(ipFamilies, blocksInUse(policies.map((policy) => only(policy, direction))));

/** The workloads that endpoints belong to, in the order of their keys: by namespace, name and kind. */
export function ownersOf(endpoints: readonly PodEndpoint[]): ReadonlyMap<string, Owner> {
  const owners = new Map<string, PodEndpoint[]>();
  for (const end of endpoints) {
    const key = JSON.stringify([end.namespace.key, end.owner.name, end.owner.kind]);
    const members = owners.get(key);
    if (members === undefined) owners.set(key, [end]);
    else members.push(end);
  }
  return new Map(
    [...owners]
      .sort(([a], [b]) => compare(a, b))
      .map(([key, members]) => {
        const { namespace, owner } = members[0]!;
        const party = { namespace: namespace.name, name: owner.name, workloadKind: owner.kind };
        return [key, { party: { kind: 'workload', ...party }, members }];
      }),
  );
}
