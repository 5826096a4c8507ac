import { ciliumRulesIn } from '../../admission/ciliumWalk.ts';
import type { CiliumPolicy, CiliumRule } from '../../model/cilium.ts';
import type { IrPolicy, IrRule, PodPeer } from '../../policy/ir.ts';
import { policyText } from '../../policy/print.ts';
import type { World } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';
import { standsFor } from './turn.ts';

/** A rule of Cilium as it is written, and the policy that it means. */
export interface RuleInForce {
  readonly rule: CiliumRule;
  readonly policy: IrPolicy;
}

/** The rules of a manifest that Cilium enforces; none where it refuses the manifest, or another of its name stands for it. */
export function rulesInForce(member: MemberOf<CiliumPolicy>, world: World): readonly RuleInForce[] {
  const policies = world.ciliumPolicies(member.namespace ?? '').filter(standsFor(member));
  const rules = ciliumRulesIn(member.resource);
  return policies.length === rules.length
    ? rules.map((rule, index) => ({ rule, policy: policies[index]! }))
    : [];
}

/** Cilium's policies that may be for all pods of a subject: those of the cluster, and of the namespace where it speaks of one alone. */
export function ciliumAround(subject: PodPeer, world: World): readonly IrPolicy[] {
  const keys = world.spokenOf(subject.namespaces);
  return world.ciliumPolicies(keys.length === 1 ? keys[0]! : '');
}

/** A rule by its place, with its policy where that is another than `own`: "`spec.egressDeny[0]` of CiliumNetworkPolicy `shop/web`". */
export function itemText(
  { section, direction, index }: IrRule,
  policy: IrPolicy,
  own: IrPolicy,
): string {
  const path = section ?? direction;
  const text = `\`${path.startsWith('specs[') ? path : `spec.${path}`}[${index}]\``;
  return policy.place.chunk === own.place.chunk && policy.name === own.name
    ? text
    : `${text} of ${policyText(policy)}`;
}
