import type { AdminPolicy } from '../../server/src/model/adminPolicy.ts';
import type { NetworkPolicy } from '../../server/src/model/networkPolicy.ts';
import { resourcesOf } from '../../server/src/model/read.ts';
import type { Resource } from '../../server/src/model/resource.ts';
import type { NamespaceInfo, PodEndpoint } from '../../server/src/policy/endpoint.ts';
import type { IrPolicy } from '../../server/src/policy/ir.ts';
import { lowerAdminPolicy } from '../../server/src/policy/lower/admin.ts';
import { lowerNetworkPolicy } from '../../server/src/policy/lower/k8s.ts';

/*
 * Values for tests that have objects instead of files.
 */

const span = { start: 0, end: 0 };
const chunk = { text: '' };
const uri = 'file:///test.yaml';

/** A NetworkPolicy object as read from its JSON, whatever the API server would think of it. */
export const networkPolicy = (object: object): Resource<NetworkPolicy> =>
  resourcesOf({ text: JSON.stringify(object) })[0] as Resource<NetworkPolicy>;

/** A NetworkPolicy object of a namespace, lowered. */
export const policy = (namespace: string, spec: NetworkPolicy['spec'], name = 'policy'): IrPolicy =>
  lowered({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec,
  });

/** A policy object of any kind, lowered; a NetworkPolicy names its namespace. */
export const lowered = (object: object): IrPolicy => {
  const resource = networkPolicy(object);
  const { namespace: home } = resource.body.metadata;
  return resource.kind.namespaced
    ? lowerNetworkPolicy(resource, { namespace: home!, uri })
    : lowerAdminPolicy(resource as Resource as Resource<AdminPolicy>, uri);
};

/** A namespace; its labels are complete unless said otherwise. */
export const namespace = (name: string, more: Partial<NamespaceInfo> = {}): NamespaceInfo => ({
  key: name,
  name,
  labels: {},
  complete: true,
  place: { uri, chunk, span },
  ...more,
});

/** A Pod, by default of no owner. */
export const pod = (
  home: NamespaceInfo,
  name: string,
  more: Partial<PodEndpoint> = {},
): PodEndpoint => ({
  kind: 'pods',
  namespace: home,
  owner: { name, kind: 'Pod' },
  name,
  labels: { app: name },
  ports: [],
  addresses: [],
  hostNetwork: false,
  hostAddress: null,
  dnsPolicy: null,
  place: { uri, chunk, span },
  ...more,
});
