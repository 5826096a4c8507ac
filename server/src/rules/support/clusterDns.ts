import type { Selector } from '../../policy/selector/selector.ts';

/** The pods that answer DNS in almost every cluster, for which no manifest is needed to know where they are. */
export const CLUSTER_DNS: Selector = {
  op: 'in',
  key: 'k8s-app',
  values: ['kube-dns', 'coredns'],
};

/** Where they run. */
export const DNS_NAMESPACE = 'kube-system';
