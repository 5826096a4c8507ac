import { intersect, isEmpty } from '../../policy/conns.ts';
import { decide } from '../../policy/evaluate.ts';
import type { PodEndpoint } from '../../policy/endpoint.ts';
import type { IrPolicy, IrRule } from '../../policy/ir.ts';
import type { World } from '../../workspace/world.ts';
import { dnsEndOf, selects } from './dns.ts';
import { areInOneCluster } from './ciliumPolicies.ts';
import { connsTo, imaginedPod } from './dnsQueries.ts';
import { usualResolver } from './resolvers.ts';
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
        : [imaginedPod(policy, policy.namespace, world)];
  const found = own.map((pod) => dnsDenialFor(pod, world));
  const [first] = found;
  return first && found.every((one) => one !== null) && areInOneCluster(first.policy, policy, world)
    ? first
    : null;
}

/** The rule that surely denies a pod those queries; null where nothing does. */
export function dnsDenialFor(pod: PodEndpoint, world: World): Placed | null {
  const { end, ports } = dnsEndOf(usualResolver(world), pod.place);
  const { decisions, doubts } = decide(
    world.tiers(pod.namespace.key),
    { subject: pod, peer: end, direction: 'egress' },
    world.settings.assumptions,
  );
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
