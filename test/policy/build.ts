import type { NetworkPolicy } from '../../server/src/model/networkPolicy.ts';
import { resourcesOf } from '../../server/src/model/read.ts';
import type { Resource } from '../../server/src/model/resource.ts';
import type { NamespaceInfo, PodEndpoint } from '../../server/src/policy/endpoint.ts';
import type { IrPolicy } from '../../server/src/policy/ir.ts';
import { lower } from '../../server/src/policy/lower/lower.ts';

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

/** A policy object of any kind, lowered; one of a namespaced kind names its namespace. */
export const lowered = (object: object): IrPolicy => {
  const resource: Resource = networkPolicy(object);
  const { namespace: home = null } = resource.body.metadata;
  return lower(resource, { namespace: resource.kind.namespaced ? home : null, uri });
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
