import type { Span } from '../../base/span.ts';
import type { CalicoPolicy } from '../../model/calico.ts';
import type { CiliumPolicy } from '../../model/cilium.ts';
import type { Finding } from '../../model/finding.ts';
import { CALICO_POLICIES, CILIUM_POLICIES, isOf } from '../../model/kinds.ts';
import { isUnnamed } from '../../model/namespace.ts';
import type { NetworkPolicy } from '../../model/networkPolicy.ts';
import type { Resource } from '../../model/resource.ts';
import type { IrPolicy } from '../../policy/ir.ts';
import type { World } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';
import { allowDnsInCalico } from './calicoDnsRules.ts';
import { allowDnsInCilium, ciliumDnsItem, isForNames } from './ciliumDnsRules.ts';
import { learningUnder } from './ciliumNames.ts';
import { ciliumBeside, rulesInForce } from './ciliumPolicies.ts';
import { dnsDenialOf } from './dnsDenials.ts';
import { dnsOf } from './dns.ts';
import { dnsFixes } from './dnsFixes.ts';
import type { Queries } from './dnsQueries.ts';
import { missingUnderTiers, type Spoken } from './dnsUnderTiers.ts';
import { egressRulesOf } from './egress.ts';
import { usualResolver } from './resolvers.ts';
import { turnOf } from './turn.ts';

/** Pods that policies of Calico govern, and that cannot ask DNS. */
export function* missingUnderCalico(
  member: MemberOf<CalicoPolicy | NetworkPolicy>,
  world: World,
): Generator<Finding> {
  const { resource } = member;
  const policy = turnOf(member, member.namespace, world)?.policy;
  if (policy === undefined) return;
  const spoken: Spoken = isOf(resource, CALICO_POLICIES)
    ? {
        policy,
        span: egressKey(member),
        fixes: (dns) => [allowDnsInCalico({ ...member, resource }, dns, usualResolver(world))],
      }
    : ofKubernetes(member as MemberOf<NetworkPolicy>, policy);
  yield* missingUnderTiers(spoken, world);
}

/** Pods that policies of Cilium govern, together with those of Kubernetes, and that cannot ask DNS. */
export function* missingUnderCilium(
  member: MemberOf<CiliumPolicy | NetworkPolicy>,
  world: World,
): Generator<Finding> {
  if (world.settings.assumptions.dnsRules === 'elsewhere') return;
  for (const spoken of spokenUnderCilium(member, world))
    yield* missingUnderTiers(
      spoken,
      world,
      (queries) =>
        isLeftWithoutNames(queries, world) ||
        mayBeLetOutBeside(spoken.policy, world) ||
        // What a rule denies nothing lets out, and it is said of rules that what they allow is denied.
        dnsDenialOf(spoken.policy, world) !== null,
    );
}

function spokenUnderCilium(
  member: MemberOf<CiliumPolicy | NetworkPolicy>,
  world: World,
): readonly Spoken[] {
  const { resource } = member;
  if (!isOf(resource, CILIUM_POLICIES)) {
    const policy = turnOf(member, member.namespace, world)?.policy;
    return policy === undefined ? [] : [ofKubernetes(member as MemberOf<NetworkPolicy>, policy)];
  }
  return rulesInForce({ ...member, resource }, world).map(({ rule, policy }) => ({
    policy,
    span: firstKey(resource, rule, ['egress', 'egressDeny']) ?? resource.source.of(rule),
    fixes: (dns) => {
      const inspects = ciliumBeside(policy.subject, world).some((one) =>
        one.rules.some(isForNames),
      );
      return [allowDnsInCilium(resource, rule, dns, ciliumDnsItem(usualResolver(world), inspects))];
    },
  }));
}

/** Whether it is said of a rule for names that the pods can ask for none of them (`fqdn-without-dns-rule`). */
const isLeftWithoutNames = ({ governing }: Queries, world: World): boolean =>
  governing.some((policy) => {
    const learning = policy.rules.some(isForNames) ? learningUnder(policy, world) : null;
    return learning !== null && (learning.unseen === 'all' || learning.unseen.length > 0);
  });

/** Whether a policy that may be in the same namespace, as one of the two is not told, lets DNS out. */
const mayBeLetOutBeside = (own: IrPolicy, world: World): boolean =>
  ciliumBeside(own.subject, world)
    .filter(({ namespace }) => namespace !== own.namespace && namespace !== null)
    .filter(({ namespace }) => [namespace, own.namespace].some(isUnnamed))
    .some((policy) => dnsOf(egressRulesOf(policy), world).UDP);

const ofKubernetes = (member: MemberOf<NetworkPolicy>, policy: IrPolicy): Spoken => ({
  policy,
  span: egressKey(member),
  fixes: (dns) => dnsFixes(member, dns).slice(0, 1),
});

/** What says that a policy restricts egress. */
const egressKey = ({ resource }: MemberOf<CalicoPolicy | NetworkPolicy>): Span =>
  firstKey(resource, resource.body.spec, ['egress', 'types', 'policyTypes']) ??
  resource.source.key(resource.body, 'spec');

/** The first of some keys that an object has. */
function firstKey({ source }: Resource, object: object, keys: readonly string[]): Span | null {
  const name = keys.find((key) => source.has(object, key));
  return name === undefined ? null : source.key(object, name);
}
