import { ciliumRulesIn } from '../../admission/ciliumWalk.ts';
import type { CiliumPolicy, CiliumRule } from '../../model/cilium.ts';
import { isUnnamed, type NamespaceKey } from '../../model/namespace.ts';
import type { IrPolicy, PodPeer } from '../../policy/ir.ts';
import type { World } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';
import { podsCanMeet } from './meets.ts';
import { areTogether } from './policies.ts';
import { canMeet } from './specificity.ts';
import { standsFor } from './turn.ts';

/** A rule of a policy of Cilium's, and what it means beside all that the world knows. */
export interface RuleInForce {
  readonly rule: CiliumRule;
  readonly policy: IrPolicy;
}

/** The rules of a policy; none where Cilium refuses the policy, or another of its name stands for it. */
export function rulesInForce(member: MemberOf<CiliumPolicy>, world: World): readonly RuleInForce[] {
  const policies = ciliumPoliciesFor(member.namespace, world).filter(standsFor(member));
  const rules = ciliumRulesIn(member.resource).filter((rule) => Object.keys(rule).length > 0);
  return rules.length === policies.length
    ? rules.map((rule, index) => ({ rule, policy: policies[index]! }))
    : [];
}

/** Cilium's policies of a namespace and of the whole cluster, or of the cluster alone where there is no namespace. */
export const ciliumPoliciesFor = (
  namespace: NamespaceKey | null,
  world: World,
): readonly IrPolicy[] => world.ciliumPolicies(namespace ?? NOWHERE);

/** The key of no namespace: none has an empty name. */
const NOWHERE: NamespaceKey = '';

/**
 * Cilium's policies that may select pods of a subject, itself among them. What has no namespace here may be in any, so
 * that it counts for all, and all for it. Who asks for some policies only says so here, as comparing subjects takes time.
 */
export function ciliumBeside(
  subject: PodPeer,
  world: World,
  isAsked: (policy: IrPolicy) => boolean = () => true,
): readonly IrPolicy[] {
  const own = world.spokenOf(subject.namespaces);
  const keys = new Set(own);
  for (const { key } of world.namespaces())
    if (isUnnamed(key) || own.some(isUnnamed)) keys.add(key);
  const found = [...(keys.size === 0 ? [NOWHERE] : keys)].flatMap((key) =>
    world.ciliumPolicies(key),
  );
  return [...new Set(found)].filter(
    (policy) =>
      policy.subject.onlyHosts === undefined && isAsked(policy) && mayMeet(policy.subject, subject),
  );
}

/** Whether some pod may be of both; those of a namespace without a name are told from others by their labels alone. */
function mayMeet(a: PodPeer, b: PodPeer): boolean {
  const isOpen = [a, b].some(
    ({ namespaces }) => namespaces.kind === 'own' && isUnnamed(namespaces.namespace),
  );
  return isOpen ? canMeet(a, b) : podsCanMeet(a, b);
}

/**
 * Whether the workspace shows that a policy is in force beside one whose pods are all its own, too. Files beside each other
 * that name no namespace are often alternatives, of which one is used at a time.
 */
export const areInOneCluster = (wide: IrPolicy, narrow: IrPolicy, world: World): boolean =>
  wide.place.uri === narrow.place.uri ||
  (!isUnnamed(narrow.namespace) && areTogether(wide, narrow, world));
