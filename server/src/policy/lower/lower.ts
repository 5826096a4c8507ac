import type { AdminPolicy } from '../../model/adminPolicy.ts';
import type { CalicoPolicy } from '../../model/calico.ts';
import { CILIUM_POLICIES, isOf } from '../../model/kinds.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import type { NetworkPolicy } from '../../model/networkPolicy.ts';
import type { Resource } from '../../model/resource.ts';
import type { IrPolicy } from '../ir.ts';
import { lowerAdminPolicy } from './admin.ts';
import { lowerCalicoPolicy } from './calico.ts';
import { lowerCiliumPolicy } from './cilium.ts';
import { lowerNetworkPolicy } from './k8s.ts';

/** Where a policy lives; `namespace` is null for those of the whole cluster. */
interface Home {
  readonly namespace: NamespaceKey | null;
  readonly uri: string;
}

/** A policy of any kind as IR. One of Cilium's is several where it has several rules, as each has pods of its own. */
export const lowerAll = (resource: Resource, home: Home): readonly IrPolicy[] =>
  isOf(resource, CILIUM_POLICIES) ? lowerCiliumPolicy(resource, home) : [lower(resource, home)];

/** A policy of any kind but Cilium's as IR. */
export function lower(resource: Resource, { namespace, uri }: Home): IrPolicy {
  // Before it is in force, a policy of Kubernetes says what it will say then.
  if (isOf(resource, ['calico/StagedKubernetesNetworkPolicy']) && namespace !== null)
    return {
      ...lowerNetworkPolicy(resource as Resource as Resource<NetworkPolicy>, { namespace, uri }),
      kind: resource.kind.name,
    };
  if (resource.kind.dialect === 'calico')
    return lowerCalicoPolicy(resource as Resource<CalicoPolicy>, { namespace, uri });
  return namespace === null
    ? lowerAdminPolicy(resource as Resource<AdminPolicy>, uri)
    : lowerNetworkPolicy(resource as Resource<NetworkPolicy>, { namespace, uri });
}
