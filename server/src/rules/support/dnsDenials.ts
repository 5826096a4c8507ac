import { derive, derive2 } from '../../base/derive.ts';
import type { Assumptions } from '../../policy/assumptions.ts';
import { intersect, isEmpty } from '../../policy/conns.ts';
import { decide } from '../../policy/evaluate.ts';
import type { PodEndpoint } from '../../policy/endpoint.ts';
import type { Answer, IrPolicy, IrRule, Tier } from '../../policy/ir.ts';
import type { World } from '../../workspace/world.ts';
import { dnsEndOf, selects } from './dns.ts';
import { areInOneCluster } from './ciliumPolicies.ts';
import { connsTo, podsAlike } from './dnsQueries.ts';
import { usualResolver, type PlacedResolver } from './resolvers.ts';
import type { Placed } from './shadows.ts';

/*
 * Where a rule denies the queries of pods, under Cilium none lets them out (Cilium documentation, "Deny Policies").
 */

/**
 * The rule that surely denies all pods of a policy their queries over UDP to the resolver that they usually ask; null
 * where nothing does.
 */
export function dnsDenialOf(policy: IrPolicy, world: World): Placed | null {
  const { pods } = world.podsOf(policy.subject);
  const own =
    pods.length > 0
      ? pods
      : policy.namespace === null
        ? []
        : podsAlike(policy, policy.namespace, world);
  const found = own.map((pod) => dnsDenialFor(pod, world));
  const [first] = found;
  return first && found.every((one) => one !== null) && areInOneCluster(first.policy, policy, world)
    ? first
    : null;
}

/** The rule that surely denies a pod those queries; null where nothing does. */
export const dnsDenialFor = (pod: PodEndpoint, world: World): Placed | null =>
  denialUnder(world.settings.assumptions)(world.tiers(pod.namespace.key), usualResolver(world))(
    pod,
  );

/** The same, found once for each pod, as all policies for it ask. */
const denialUnder = derive((assumptions: Assumptions) =>
  derive2((tiers: readonly Tier[], resolver: PlacedResolver) =>
    derive((subject: PodEndpoint): Placed | null => {
      const { end, ports } = dnsEndOf(resolver, subject.place);
      const asked = { subject, peer: end, direction: 'egress' } as const;
      return denialIn(decide(tiers, asked, assumptions), ports);
    }),
  ),
);

/** What surely denies all queries over UDP to some ports, by the answer about the way to them. */
function denialIn({ decisions, doubts }: Answer, ports: readonly number[]): Placed | null {
  const queries = connsTo('UDP', ports);
  if (doubts.some(({ conns }) => !isEmpty(intersect(conns, queries)))) return null;
  const found = decisions
    .filter(({ conns }) => !isEmpty(intersect(conns, queries)))
    .map(({ because }) =>
      because.find(
        ({ verdict, policy, rule }) => verdict === 'deny' && policy !== null && rule !== null,
      ),
    );
  const [first] = found;
  return first === undefined || found.includes(undefined)
    ? null
    : { policy: first.policy!, rule: first.rule! };
}

/** Whether a rule is for nobody but pods among which the resolver is that others usually ask. */
export function isForResolver({ peers }: IrRule, world: World): boolean {
  const resolver = usualResolver(world);
  return (
    peers !== 'everyone' &&
    peers.every((peer) => peer.kind === 'pods' && selects(peer, resolver) === 'yes')
  );
}
