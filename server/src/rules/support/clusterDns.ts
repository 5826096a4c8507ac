import { implies, neverMatches } from '../../policy/selector/implies.ts';
import type { Selector } from '../../policy/selector/selector.ts';

/** The pods that answer DNS in almost every cluster, for which no manifest is needed to know where they are. */
const CLUSTER_DNS: Selector = {
  op: 'in',
  key: 'k8s-app',
  values: ['kube-dns', 'coredns'],
};

/** Whether a selector is for these pods alone. One that contradicts itself is for none. */
export const meansClusterDns = (selector: Selector): boolean =>
  implies(selector, CLUSTER_DNS) && !neverMatches(selector);

/** Where they run. */
export const DNS_NAMESPACE = 'kube-system';
