import type { SchemaName } from '../schema/at.ts';
import type { Bodies, Dialect, KindId, KindIdOf } from './bodies.ts';
import type { Resource } from './resource.ts';

/** What a kind is to netpol; a `companion` is no policy, but what policies speak of or stand in, and written with them. */
export type Role =
  | 'policy'
  | 'companion'
  | 'workload'
  | 'namespace'
  | 'service'
  | 'account'
  | 'node';

/** One row of the table of kinds. */
export interface Kind {
  readonly group: string;
  /** Versions that are read, the preferred one first. */
  readonly versions: readonly string[];
  readonly name: string;
  readonly role: Role;
  readonly dialect: Dialect;
  /** What rules and features name it by; null for kinds of the inventory, which are read but not checked. */
  readonly id: KindId | null;
  readonly namespaced: boolean;
  /** The schema that its objects are checked with, or null where netpol reads only metadata and pod templates. */
  readonly schema: SchemaName | null;
}

/** A kind of Kubernetes itself that is read, but not checked. */
const inventory = (
  role: Role,
  group: string,
  name: string,
  namespaced: boolean,
  ...versions: string[]
): Kind => ({
  group,
  versions,
  name,
  role,
  dialect: 'kubernetes',
  id: null,
  namespaced,
  schema: null,
});

const workload = (group: string, name: string, ...versions: string[]): Kind =>
  inventory('workload', group, name, true, ...versions);

const networkPolicy = (group: string, ...versions: string[]): Kind => ({
  group,
  versions,
  name: 'NetworkPolicy',
  role: 'policy',
  dialect: 'kubernetes',
  id: 'kubernetes/NetworkPolicy',
  namespaced: true,
  schema: 'networkPolicy',
});

/** The group of the Network Policy API. Other groups have kinds of the same names, which are not read. */
export const POLICY_GROUP = 'policy.networking.k8s.io';

/** The name of a kind, which its id ends with. */
type NameIn<Id> = Id extends `${string}/${infer Name}` ? Name : never;

/** Each of these kinds was published in one version only; it is read in the other too, so that it can be said. */
const administrative = (
  name: NameIn<KindIdOf<'admin'>>,
  version: string,
  schema: SchemaName,
): Kind => ({
  group: POLICY_GROUP,
  versions: [version, ...['v1alpha1', 'v1alpha2'].filter((other) => other !== version)],
  name,
  role: 'policy',
  dialect: 'admin',
  id: `admin/${name}`,
  namespaced: false,
  schema,
});

/** The group in which Calico's kinds are written. */
export const CALICO_GROUP = 'projectcalico.org';

/** The version in which they are written. */
export const CALICO_VERSION = `${CALICO_GROUP}/v3`;

/** The group in which Calico stores them in the cluster; nothing that is written there is checked. */
export const CALICO_STORAGE_GROUP = `crd.${CALICO_GROUP}`;

/** The one version of each of Calico's groups, and others that are read so that it can be said. */
const CALICO_VERSIONS = [
  [CALICO_GROUP, ['v3', 'v1', 'v2', 'v4', 'v1alpha1', 'v1beta1']],
  [CALICO_STORAGE_GROUP, ['v1', 'v3', 'v2', 'v4', 'v1alpha1', 'v1beta1']],
] as const;

const calico = (
  name: NameIn<KindIdOf<'calico'>>,
  role: Role,
  namespaced: boolean,
): readonly Kind[] =>
  CALICO_VERSIONS.map(([group, versions]) => ({
    group,
    versions,
    name,
    role,
    dialect: 'calico',
    id: `calico/${name}`,
    namespaced,
    schema: `calico${name}`,
  }));

/** The group of Cilium's kinds. */
export const CILIUM_GROUP = 'cilium.io';

/** The version in which they are written. */
const CILIUM_VERSION = `${CILIUM_GROUP}/v2`;

const CILIUM_SCHEMAS: Readonly<Record<NameIn<KindIdOf<'cilium'>>, SchemaName>> = {
  CiliumNetworkPolicy: 'ciliumNetworkPolicy',
  CiliumClusterwideNetworkPolicy: 'ciliumClusterwideNetworkPolicy',
  CiliumCIDRGroup: 'ciliumCIDRGroup',
  CiliumLocalRedirectPolicy: 'ciliumLocalRedirectPolicy',
  CiliumEnvoyConfig: 'ciliumEnvoyConfig',
  CiliumClusterwideEnvoyConfig: 'ciliumClusterwideEnvoyConfig',
  CiliumEgressGatewayPolicy: 'ciliumEgressGatewayPolicy',
};

const cilium = (
  name: NameIn<KindIdOf<'cilium'>>,
  role: Role,
  namespaced: boolean,
  ...versions: string[]
): Kind => ({
  group: CILIUM_GROUP,
  versions,
  name,
  role,
  dialect: 'cilium',
  id: `cilium/${name}`,
  namespaced,
  schema: CILIUM_SCHEMAS[name],
});

/** The policy kinds of Cilium. */
export const CILIUM_POLICIES = [
  'cilium/CiliumNetworkPolicy',
  'cilium/CiliumClusterwideNetworkPolicy',
] as const satisfies readonly KindIdOf<'cilium'>[];

/** The kinds of Cilium. */
export const CILIUM_KINDS = [
  ...CILIUM_POLICIES,
  'cilium/CiliumCIDRGroup',
  'cilium/CiliumLocalRedirectPolicy',
  'cilium/CiliumEnvoyConfig',
  'cilium/CiliumClusterwideEnvoyConfig',
  'cilium/CiliumEgressGatewayPolicy',
] as const satisfies readonly KindIdOf<'cilium'>[];

/** The kinds of the Network Policy API. */
export const ADMIN_KINDS = [
  'admin/AdminNetworkPolicy',
  'admin/BaselineAdminNetworkPolicy',
  'admin/ClusterNetworkPolicy',
] as const satisfies readonly KindIdOf<'admin'>[];

/** The kinds of Calico whose policies speak its own language. */
export const CALICO_POLICIES = [
  'calico/NetworkPolicy',
  'calico/GlobalNetworkPolicy',
  'calico/StagedNetworkPolicy',
  'calico/StagedGlobalNetworkPolicy',
] as const satisfies readonly KindIdOf<'calico'>[];

/** Those of them whose policies live in a namespace, and are for its pods. */
export const CALICO_NAMESPACED = [
  'calico/NetworkPolicy',
  'calico/StagedNetworkPolicy',
] as const satisfies readonly KindIdOf<'calico'>[];

/** The kinds of Calico that hold its rules. */
export const CALICO_RULED = [...CALICO_POLICIES, 'calico/Profile'] as const;

/** The kinds of Calico. */
export const CALICO_KINDS = [
  ...CALICO_RULED,
  'calico/StagedKubernetesNetworkPolicy',
  'calico/NetworkSet',
  'calico/GlobalNetworkSet',
  'calico/Tier',
  'calico/HostEndpoint',
] as const satisfies readonly KindIdOf<'calico'>[];

/** The kinds whose policies are written as NetworkPolicy of Kubernetes is. */
export const KUBERNETES_SHAPED = [
  'kubernetes/NetworkPolicy',
  'calico/StagedKubernetesNetworkPolicy',
] as const satisfies readonly KindId[];

/** Every policy kind, and every kind of the inventory that is known by name. */
export const kinds: readonly Kind[] = [
  // Of networking.k8s.io only v1 was ever served; the others are recognised so that it can be said.
  networkPolicy('networking.k8s.io', 'v1', 'v1beta1', 'v1beta2', 'v1alpha1', 'v1alpha2', 'v2'),
  // Removed in Kubernetes 1.16.
  networkPolicy('extensions', 'v1beta1'),
  networkPolicy('', 'v1'),
  administrative('AdminNetworkPolicy', 'v1alpha1', 'adminNetworkPolicy'),
  administrative('BaselineAdminNetworkPolicy', 'v1alpha1', 'baselineAdminNetworkPolicy'),
  administrative('ClusterNetworkPolicy', 'v1alpha2', 'clusterNetworkPolicy'),
  ...calico('NetworkPolicy', 'policy', true),
  ...calico('GlobalNetworkPolicy', 'policy', false),
  ...calico('StagedNetworkPolicy', 'policy', true),
  ...calico('StagedGlobalNetworkPolicy', 'policy', false),
  ...calico('StagedKubernetesNetworkPolicy', 'policy', true),
  ...calico('NetworkSet', 'companion', true),
  ...calico('GlobalNetworkSet', 'companion', false),
  ...calico('Tier', 'companion', false),
  ...calico('HostEndpoint', 'companion', false),
  ...calico('Profile', 'companion', false),
  // Cilium's policies were only ever in v2; the others are read so that it can be said.
  cilium('CiliumNetworkPolicy', 'policy', true, 'v2', 'v1', 'v3', 'v2alpha1'),
  cilium('CiliumClusterwideNetworkPolicy', 'policy', false, 'v2', 'v1', 'v3', 'v2alpha1'),
  cilium('CiliumCIDRGroup', 'companion', false, 'v2', 'v2alpha1'),
  cilium('CiliumLocalRedirectPolicy', 'companion', true, 'v2'),
  cilium('CiliumEnvoyConfig', 'companion', true, 'v2'),
  cilium('CiliumClusterwideEnvoyConfig', 'companion', false, 'v2'),
  cilium('CiliumEgressGatewayPolicy', 'companion', false, 'v2'),
  inventory('namespace', '', 'Namespace', false, 'v1'),
  inventory('node', '', 'Node', false, 'v1'),
  inventory('service', '', 'Service', true, 'v1'),
  inventory('account', '', 'ServiceAccount', true, 'v1'),
  workload('', 'Pod', 'v1'),
  workload('', 'ReplicationController', 'v1'),
  workload('apps', 'Deployment', 'v1', 'v1beta2', 'v1beta1'),
  workload('apps', 'StatefulSet', 'v1', 'v1beta2', 'v1beta1'),
  workload('apps', 'DaemonSet', 'v1', 'v1beta2'),
  workload('apps', 'ReplicaSet', 'v1', 'v1beta2'),
  workload('batch', 'Job', 'v1'),
  workload('batch', 'CronJob', 'v1', 'v1beta1'),
];

/** The group and version in an `apiVersion`; the core group is the empty string. */
function groupVersion(apiVersion: string): {
  readonly group: string;
  readonly version: string;
} {
  const slash = apiVersion.indexOf('/');
  return { group: apiVersion.slice(0, Math.max(0, slash)), version: apiVersion.slice(slash + 1) };
}

/** The row of a kind by group, version and name; null for kinds that are not in the table. */
export function kindOf(apiVersion: string, name: string): Kind | null {
  const { group, version } = groupVersion(apiVersion);
  return (
    kinds.find(
      (kind) => kind.name === name && kind.group === group && kind.versions.includes(version),
    ) ?? null
  );
}

/** Whether a resource is of one of these kinds, whose body is then known. */
export const isOf = <Id extends KindId>(
  resource: Resource,
  ids: readonly Id[],
): resource is Resource<Bodies[Id]> =>
  resource.kind.id !== null && (ids as readonly KindId[]).includes(resource.kind.id);

/** A row for a kind that is not in the table but carries a pod template. */
export const templateKind = (apiVersion: string, name: string): Kind => {
  const { group, version } = groupVersion(apiVersion);
  return workload(group, name, version);
};

/**
 * The kinds of policies that can be written today, the usual one first, and of what those of Calico and Cilium stand in and
 * speak of, each with its version. Of two kinds of one name Kubernetes' own is meant.
 */
export const policyVersions: ReadonlyMap<string, string> = new Map([
  ['NetworkPolicy', 'networking.k8s.io/v1'],
  ['ClusterNetworkPolicy', `${POLICY_GROUP}/v1alpha2`],
  ['AdminNetworkPolicy', `${POLICY_GROUP}/v1alpha1`],
  ['BaselineAdminNetworkPolicy', `${POLICY_GROUP}/v1alpha1`],
  ['GlobalNetworkPolicy', CALICO_VERSION],
  ['Tier', CALICO_VERSION],
  ['NetworkSet', CALICO_VERSION],
  ['GlobalNetworkSet', CALICO_VERSION],
  ['HostEndpoint', CALICO_VERSION],
  ['StagedNetworkPolicy', CALICO_VERSION],
  ['StagedGlobalNetworkPolicy', CALICO_VERSION],
  ['StagedKubernetesNetworkPolicy', CALICO_VERSION],
  ['CiliumNetworkPolicy', CILIUM_VERSION],
  ['CiliumClusterwideNetworkPolicy', CILIUM_VERSION],
  ['CiliumCIDRGroup', CILIUM_VERSION],
]);
