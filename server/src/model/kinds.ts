import type { SchemaName } from '../schema/at.ts';

/** What a kind is to netpol. */
export type Role = 'policy' | 'workload' | 'namespace' | 'service' | 'node';

/** One row of the table of kinds. */
export interface Kind {
  readonly group: string;
  /** Versions that are read, the preferred one first. */
  readonly versions: readonly string[];
  readonly name: string;
  readonly role: Role;
  readonly namespaced: boolean;
  /** The schema that its objects are checked with, or null where netpol reads only metadata and pod templates. */
  readonly schema: SchemaName | null;
}

const workload = (group: string, name: string, ...versions: string[]): Kind => ({
  group,
  versions,
  name,
  role: 'workload',
  namespaced: true,
  schema: null,
});

const networkPolicy = (group: string, ...versions: string[]): Kind => ({
  group,
  versions,
  name: 'NetworkPolicy',
  role: 'policy',
  namespaced: true,
  schema: 'networkPolicy',
});

/** The group of the Network Policy API. Other groups have kinds of the same names, which are not read. */
export const POLICY_GROUP = 'policy.networking.k8s.io';

/** Each of these kinds was published in one version only; it is read in the other too, so that it can be said. */
const administrative = (name: string, version: string, schema: SchemaName): Kind => ({
  group: POLICY_GROUP,
  versions: [version, ...['v1alpha1', 'v1alpha2'].filter((other) => other !== version)],
  name,
  role: 'policy',
  namespaced: false,
  schema,
});

/** The kinds of the Network Policy API by name. */
export const ADMIN_KINDS: readonly string[] = [
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'ClusterNetworkPolicy',
];

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
  {
    group: '',
    versions: ['v1'],
    name: 'Namespace',
    role: 'namespace',
    namespaced: false,
    schema: null,
  },
  { group: '', versions: ['v1'], name: 'Node', role: 'node', namespaced: false, schema: null },
  { group: '', versions: ['v1'], name: 'Service', role: 'service', namespaced: true, schema: null },
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

/** A row for a kind that is not in the table but carries a pod template. */
export const templateKind = (apiVersion: string, name: string): Kind => {
  const { group, version } = groupVersion(apiVersion);
  return workload(group, name, version);
};

/** The kinds of policies that can be written today, the usual one first, each with its version. */
export const policyVersions: ReadonlyMap<string, string> = new Map([
  ['NetworkPolicy', 'networking.k8s.io/v1'],
  ['ClusterNetworkPolicy', `${POLICY_GROUP}/v1alpha2`],
  ['AdminNetworkPolicy', `${POLICY_GROUP}/v1alpha1`],
  ['BaselineAdminNetworkPolicy', `${POLICY_GROUP}/v1alpha1`],
]);
