import { derive, derive2 } from '../../base/derive.ts';
import { ciliumRulesIn } from '../../admission/ciliumWalk.ts';
import type { CiliumPolicy, CiliumRule } from '../../model/cilium.ts';
import { isUnnamed, type NamespaceKey } from '../../model/namespace.ts';
import type { Resource } from '../../model/resource.ts';
import { candidatesOf } from '../../policy/candidates.ts';
import type { IrPolicy, PodPeer } from '../../policy/ir.ts';
import { sharedPeer } from '../../workspace/selected.ts';
import type { World } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';
import { podsCanMeet } from './meets.ts';
import { areTogether, byChunk } from './policies.ts';
import { canMeet, fixedLabels } from './specificity.ts';
import { standsFor } from './turn.ts';

/** A rule of a policy of Cilium's, and what it means beside all that the world knows. */
export interface RuleInForce {
  readonly rule: CiliumRule;
  readonly policy: IrPolicy;
}

/** The rules of a policy; none where Cilium refuses the policy, or another of its name stands for it. */
export function rulesInForce(
  { uri, namespace, resource }: MemberOf<CiliumPolicy>,
  world: World,
): readonly RuleInForce[] {
  return rulesAmong(ciliumPoliciesFor(namespace, world), resource)(uri);
}

/** Remembered, as many rules ask for them, and of each policy for those of all others beside it. */
const rulesAmong = derive2((policies: readonly IrPolicy[], resource: Resource<CiliumPolicy>) => {
  const byFile = new Map<string, readonly RuleInForce[]>();
  return (uri: string): readonly RuleInForce[] => {
    let found = byFile.get(uri);
    if (found === undefined) {
      const own = (byChunk(policies).get(resource.chunk) ?? []).filter(
        standsFor({ uri, resource }),
      );
      const rules = ciliumRulesIn(resource).filter((rule) => Object.keys(rule).length > 0);
      found =
        rules.length === own.length
          ? rules.map((rule, index) => ({ rule, policy: own[index]! }))
          : [];
      byFile.set(uri, found);
    }
    return found;
  };
});

/** Cilium's policies of a namespace and of the whole cluster, or of the cluster alone where there is no namespace. */
export const ciliumPoliciesFor = (
  namespace: NamespaceKey | null,
  world: World,
): readonly IrPolicy[] => world.ciliumPolicies(namespace ?? NOWHERE);

/** The key of no namespace: none has an empty name. */
const NOWHERE: NamespaceKey = '';

/**
 * Cilium's policies that may select pods of a subject, itself among them. What has no namespace here may be in any, so
 * that it counts for all, and all for it. The same list for as long as it is the same, for subjects that are spelled alike.
 */
export const ciliumBeside = (subject: PodPeer, world: World): readonly IrPolicy[] =>
  besideIn(world.ciliumPoliciesAround(subject.namespaces), sharedPeer(subject));

const besideIn = derive2((policies: readonly IrPolicy[], subject: PodPeer) =>
  forPods(policies)({ labels: fixedLabels(subject.pods), complete: false }).filter((policy) =>
    mayMeet(policy.subject, subject),
  ),
);

const forPods = derive((policies: readonly IrPolicy[]) =>
  candidatesOf(policies.filter(({ subject }) => subject.onlyHosts === undefined)),
);

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
