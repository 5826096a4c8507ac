import type { Whole } from '../policies.ts';

/** Pods alone: host endpoints have no such label, and an empty selector would mean them, too. */
const everyPod = `projectcalico.org/orchestrator == 'k8s'`;

const somePods = `app == '\${2:web}'`;

/** All namespaces but those that the cluster itself runs in. */
const notOfTheSystem = `projectcalico.org/name not in {'kube-system', 'calico-system'}`;

const fromPodsToPort = {
  selector: somePods,
  types: ['Ingress'],
  ingress: [
    {
      action: 'Allow',
      protocol: 'TCP',
      source: { selector: `app == '\${3:client}'` },
      destination: { ports: ['${4:8080}'] },
    },
  ],
};

/** Queries of DNS in either protocol, to where most clusters answer them. */
const dns = (['UDP', 'TCP'] as const).map((protocol) => ({
  action: 'Allow',
  protocol,
  destination: {
    selector: `k8s-app == 'kube-dns'`,
    namespaceSelector: `projectcalico.org/name == 'kube-system'`,
    ports: [53],
  },
}));

const noMetadataService = {
  tier: '${2:security}',
  order: 100,
  selector: everyPod,
  types: ['Egress'],
  egress: [{ action: 'Deny', destination: { nets: ['169.254.169.254/32'] } }],
};

/** Objects of Calico to begin with. */
export const calicoWholes: readonly Whole[] = [
  {
    kind: 'NetworkPolicy',
    isCalico: true,
    label: 'allow from pods to port',
    name: 'allow-from-pods',
    about: 'Some pods of the same namespace connect, to one port (Calico)',
    spec: fromPodsToPort,
  },
  {
    kind: 'NetworkPolicy',
    isCalico: true,
    label: 'deny egress but DNS',
    name: 'allow-dns-egress',
    about: 'Nothing goes out but DNS queries, for every pod of the namespace (Calico)',
    spec: { selector: 'all()', types: ['Egress'], egress: dns },
  },
  {
    kind: 'GlobalNetworkPolicy',
    label: 'deny ingress by default',
    name: 'deny-ingress-by-default',
    about: 'Pods connect only where another policy lets them, but for the namespaces of the system',
    spec: { selector: everyPod, namespaceSelector: notOfTheSystem, types: ['Ingress'] },
  },
  {
    kind: 'GlobalNetworkPolicy',
    label: 'deny egress to the metadata service',
    name: 'deny-metadata-service',
    about:
      'No pod reaches the address at which clouds answer for the credentials of a machine (in a tier that ends with Pass)',
    spec: noMetadataService,
  },
  {
    kind: 'Tier',
    label: 'before the default tier',
    name: 'security',
    about:
      'Its policies are asked before all of the default tier, and what they do not decide is left to that',
    spec: { order: '${2:100}', defaultAction: 'Pass' },
  },
  {
    kind: 'GlobalNetworkSet',
    label: 'addresses under a label',
    name: 'partners',
    about: 'Addresses that rules of all namespaces choose by label',
    labels: { '${2:role}': '${3:partner}' },
    spec: { nets: ['${4:192.0.2.0/24}'] },
  },
  {
    kind: 'NetworkSet',
    label: 'addresses under a label',
    name: 'partners',
    about: 'Addresses that rules of one namespace choose by label',
    labels: { '${2:role}': '${3:partner}' },
    spec: { nets: ['${4:192.0.2.0/24}'] },
  },
  {
    kind: 'HostEndpoint',
    label: 'all interfaces of a node',
    name: 'node-1',
    about: 'A node that policies can select, left open by its profile until one does',
    labels: { '${2:role}': '${3:node}' },
    spec: { node: '${4:node-1}', interfaceName: '*', profiles: ['projectcalico-default-allow'] },
  },
  {
    kind: 'StagedNetworkPolicy',
    label: 'allow from pods to port',
    name: 'allow-from-pods',
    about: 'The same as a NetworkPolicy of Calico, tried out: it enforces nothing',
    spec: fromPodsToPort,
  },
  {
    kind: 'StagedGlobalNetworkPolicy',
    label: 'deny egress to the metadata service',
    name: 'deny-metadata-service',
    about: 'The same as a GlobalNetworkPolicy, tried out: it enforces nothing',
    spec: noMetadataService,
  },
  {
    kind: 'StagedKubernetesNetworkPolicy',
    label: 'deny ingress',
    name: 'deny-ingress',
    about: 'The same as a NetworkPolicy of Kubernetes, tried out: it enforces nothing',
    spec: { podSelector: {}, policyTypes: ['Ingress'] },
  },
];
