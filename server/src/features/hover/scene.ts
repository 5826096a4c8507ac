import type { NamespaceKey } from '../../model/namespace.ts';
import type { AdminPolicy } from '../../model/adminPolicy.ts';
import type { NetworkPolicy } from '../../model/networkPolicy.ts';
import type { KubernetesObject, Resource } from '../../model/resource.ts';
import type { CalicoPolicy, StagedKubernetesNetworkPolicy } from '../../model/calico.ts';
import type { CiliumPolicy } from '../../model/cilium.ts';
import type { Member, Snapshot } from '../../workspace/snapshot.ts';
import type { World } from '../../workspace/world.ts';
import type { Context } from '../feature.ts';

/** The object that the cursor is on, and what is known around it. */
export interface Scene<Body extends KubernetesObject = KubernetesObject> {
  readonly snapshot: Snapshot;
  readonly world: World;
  readonly link: Context['link'];
  readonly member: Member & { readonly resource: Resource<Body> };
  /** The namespace that it lives in, whose own things are told without it; null for none. */
  readonly home: NamespaceKey | null;
}

/** A scene whose object is a policy that means something. */
export type PolicyScene = Scene<NetworkPolicy>;

/** A scene whose object is a policy of an administrator. */
export type AdminScene = Scene<AdminPolicy>;

/** A scene whose object is a policy in Calico's language. */
export type CalicoScene = Scene<CalicoPolicy>;

/** A scene whose object is a policy in Cilium's language. */
export type CiliumScene = Scene<CiliumPolicy>;

/** A scene whose object is a Kubernetes NetworkPolicy that Calico keeps back. */
export type StagedScene = Scene<StagedKubernetesNetworkPolicy>;
