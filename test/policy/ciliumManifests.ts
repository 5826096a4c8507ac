import type { ModelPod } from './ciliumIdentities.ts';
import type {
  CiliumModelRule,
  Direction,
  KubernetesModelPolicy,
  ModelItem,
} from './ciliumModel.ts';

/*
 * The manifests of what the second opinion on Cilium is asked about.
 */

const itemManifest = (
  { endpoints, entities, cidr, cidrSet: set, ...what }: ModelItem,
  direction: Direction,
): object => {
  const way = direction === 'ingress' ? 'from' : 'to';
  return {
    [`${way}Endpoints`]: endpoints,
    [`${way}Entities`]: entities,
    [`${way}CIDR`]: cidr,
    [`${way}CIDRSet`]: set,
    ...what,
  };
};

/** The manifest of a rule, as a policy of its own. */
export function policyManifest(
  rule: CiliumModelRule | KubernetesModelPolicy,
  name: string,
): object {
  const metadata = { name, namespace: rule.namespace ?? undefined };
  if (rule.kind === 'kubernetes') {
    const { ingress, egress } = rule.rules;
    return {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata,
      spec: {
        podSelector: rule.selector,
        policyTypes: ['Ingress', 'Egress'],
        ingress: ingress.map(({ peers: from, ports }) => ({ from, ports })),
        egress: egress.map(({ peers: to, ports }) => ({ to, ports })),
      },
    };
  }
  const { allowed, denied } = rule;
  return {
    apiVersion: 'cilium.io/v2',
    kind: rule.namespace === null ? 'CiliumClusterwideNetworkPolicy' : 'CiliumNetworkPolicy',
    metadata,
    spec: {
      endpointSelector: rule.selector,
      ingress: allowed.ingress.map((one) => itemManifest(one, 'ingress')),
      egress: allowed.egress.map((one) => itemManifest(one, 'egress')),
      ingressDeny: denied.ingress.map((one) => itemManifest(one, 'ingress')),
      egressDeny: denied.egress.map((one) => itemManifest(one, 'egress')),
      enableDefaultDeny: rule.defaultDeny,
    },
  };
}

/** The manifest of a pod, on the node of an address. */
export const podManifest = (
  { name, namespace: { name: home }, labels: own, serviceAccount, ports }: ModelPod,
  hostIP: string,
): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: home, labels: own },
  spec: {
    serviceAccountName: serviceAccount,
    containers: [
      {
        name: 'main',
        ports: ports.map(({ number, ...port }) => ({ ...port, containerPort: number })),
      },
    ],
  },
  status: { hostIP },
});
