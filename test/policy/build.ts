import type { KubernetesObject, Resource, Source } from '../../server/src/model/resource.ts';
import type { NamespaceInfo, PodEndpoint } from '../../server/src/policy/endpoint.ts';
import type { NetworkPolicy } from '../../server/src/model/networkPolicy.ts';
import { kinds } from '../../server/src/model/kinds.ts';
import { lowerNetworkPolicy } from '../../server/src/policy/lower/k8s.ts';
import type { IrPolicy } from '../../server/src/policy/ir.ts';

/*
 * Values for tests that need no text behind them: every span is empty, every place is one file.
 */

const span = { start: 0, end: 0 };
const chunk = { text: '' };
const uri = 'file:///test.yaml';
const nowhere: Source = {
  key: () => span,
  value: () => span,
  of: () => span,
  path: () => [],
  shared: () => false,
};

/** An object as a resource without a text. */
export const resource = <Body extends KubernetesObject>(
  body: Body,
  opaque: string | null = null,
): Resource<Body> => ({
  chunk,
  kind: kinds.find(({ name }) => name === 'NetworkPolicy')!,
  body,
  source: nowhere,
  problems: [],
  sound: true,
  opaque,
});

/** A NetworkPolicy of a namespace, lowered. */
export const policy = (namespace: string, spec: NetworkPolicy['spec'], name = 'policy'): IrPolicy =>
  lowerNetworkPolicy(
    resource({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name },
      spec,
    }),
    { namespace, uri },
  );

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
