import type { Endpoint, PodEndpoint } from '../endpoint.ts';
import { derive } from '../../base/derive.ts';

/** Whether an end is a pod with a network of its own. */
export const isOrdinaryPod = (end: Endpoint): end is PodEndpoint =>
  end.kind === 'pods' && !end.hostNetwork;

/** A pod behind the address of its node. */
export const translated = derive((pod: PodEndpoint): PodEndpoint => ({
  ...pod,
  hostNetwork: true,
  addresses: pod.hostAddress === null ? [] : [pod.hostAddress],
}));

/** A node of which nothing is known, not even whether it is that of the pod. */
export const someNode = derive((pod: PodEndpoint): PodEndpoint => ({
  ...pod,
  hostNetwork: true,
  addresses: [],
  hostAddress: null,
  node: null,
}));
