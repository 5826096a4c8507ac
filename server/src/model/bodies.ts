import type { AdminPolicy } from './adminPolicy.ts';
import type {
  CalicoPolicy,
  HostEndpoint,
  NetworkSet,
  Profile,
  StagedKubernetesNetworkPolicy,
  Tier,
} from './calico.ts';
import type {
  CiliumCidrGroup,
  CiliumEgressGatewayPolicy,
  CiliumEnvoyConfig,
  CiliumLocalRedirectPolicy,
  CiliumPolicy,
} from './cilium.ts';
import type { NetworkPolicy } from './networkPolicy.ts';

/**
 * The decoded body of each kind that is checked. The kinds go by dialect and name, as the name alone does not tell them
 * apart: Calico has a NetworkPolicy too.
 */
export interface Bodies {
  readonly 'kubernetes/NetworkPolicy': NetworkPolicy;
  readonly 'admin/AdminNetworkPolicy': AdminPolicy;
  readonly 'admin/BaselineAdminNetworkPolicy': AdminPolicy;
  readonly 'admin/ClusterNetworkPolicy': AdminPolicy;
  readonly 'calico/NetworkPolicy': CalicoPolicy;
  readonly 'calico/GlobalNetworkPolicy': CalicoPolicy;
  readonly 'calico/StagedNetworkPolicy': CalicoPolicy;
  readonly 'calico/StagedGlobalNetworkPolicy': CalicoPolicy;
  readonly 'calico/StagedKubernetesNetworkPolicy': StagedKubernetesNetworkPolicy;
  readonly 'calico/NetworkSet': NetworkSet;
  readonly 'calico/GlobalNetworkSet': NetworkSet;
  readonly 'calico/Tier': Tier;
  readonly 'calico/HostEndpoint': HostEndpoint;
  readonly 'calico/Profile': Profile;
  readonly 'cilium/CiliumNetworkPolicy': CiliumPolicy;
  readonly 'cilium/CiliumClusterwideNetworkPolicy': CiliumPolicy;
  readonly 'cilium/CiliumCIDRGroup': CiliumCidrGroup;
  readonly 'cilium/CiliumLocalRedirectPolicy': CiliumLocalRedirectPolicy;
  readonly 'cilium/CiliumEnvoyConfig': CiliumEnvoyConfig;
  readonly 'cilium/CiliumClusterwideEnvoyConfig': CiliumEnvoyConfig;
  readonly 'cilium/CiliumEgressGatewayPolicy': CiliumEgressGatewayPolicy;
}

/** A kind that is checked: what rules and features name it by. */
export type KindId = keyof Bodies;

/** Whose language a kind is written in. */
export type Dialect = KindId extends `${infer Name}/${string}` ? Name : never;

/** The kinds of a dialect. */
export type KindIdOf<Name extends Dialect> = Extract<KindId, `${Name}/${string}`>;
