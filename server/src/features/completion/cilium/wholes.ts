import { manifestText } from '../../../model/written.ts';
import { CILIUM_LABELS } from '../../../policy/vocabulary.ts';
import type { Whole } from '../policies.ts';
import type { Layout } from '../spot.ts';

const everyPod = { endpointSelector: {} };

const somePods = { endpointSelector: { matchLabels: { '${2:app}': '${3:web}' } } };

/**
 * All namespaces but the one that the cluster itself runs in. What is in none, as Cilium's own endpoints for health, lacks the
 * label, and `NotIn` alone would select it.
 */
const notOfTheSystem = {
  endpointSelector: {
    matchExpressions: [
      { key: `k8s:${CILIUM_LABELS.namespace}`, operator: 'Exists' },
      { key: `k8s:${CILIUM_LABELS.namespace}`, operator: 'NotIn', values: ['kube-system'] },
    ],
  },
};

/**
 * Queries of DNS to where most clusters answer them, through Cilium's proxy, which learns from the answers the addresses
 * that `toFQDNs` is for (Cilium documentation, "DNS based").
 */
export const dnsItem = {
  toEndpoints: [
    {
      matchLabels: { [`k8s:${CILIUM_LABELS.namespace}`]: 'kube-system', 'k8s-app': 'kube-dns' },
    },
  ],
  toPorts: [
    {
      ports: [
        { port: '53', protocol: 'UDP' },
        { port: '53', protocol: 'TCP' },
      ],
      rules: { dns: [{ matchPattern: '*' }] },
    },
  ],
};

/** An object as it is written; a port to be filled in is a text, which a number has to be put in quotes for. */
export const snippetOf = (value: object, { unit, list }: Layout): string =>
  manifestText(value, unit, list > 0)
    .trimEnd()
    .replaceAll(/(?<=port: )\$\{\d+:\d+\}/g, '"$&"');

/** Objects of Cilium to begin with. */
export const ciliumWholes: readonly Whole[] = [
  {
    kind: 'CiliumNetworkPolicy',
    label: 'deny all',
    name: 'deny-all',
    about: 'Nothing comes in and nothing goes out, for every pod of the namespace',
    spec: { ...everyPod, ingress: [{}], egress: [{}] },
  },
  {
    kind: 'CiliumNetworkPolicy',
    label: 'deny egress but DNS',
    name: 'allow-dns-egress',
    about: 'Nothing goes out but DNS queries, for every pod of the namespace',
    spec: { ...everyPod, egress: [dnsItem] },
  },
  {
    kind: 'CiliumNetworkPolicy',
    label: 'allow egress to DNS names',
    name: 'allow-names',
    about: 'Some pods reach what a DNS name stands for, and ask for names; nothing else goes out',
    spec: {
      ...somePods,
      egress: [
        dnsItem,
        {
          toFQDNs: [{ matchName: '${4:api.example.com}' }],
          toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }],
        },
      ],
    },
  },
  {
    kind: 'CiliumNetworkPolicy',
    label: 'allow from pods to port',
    name: 'allow-from-pods',
    about: 'Some pods of the same namespace connect, to one port',
    spec: {
      ...somePods,
      ingress: [
        {
          fromEndpoints: [{ matchLabels: { '${4:app}': '${5:client}' } }],
          toPorts: [{ ports: [{ port: '${6:8080}', protocol: 'TCP' }] }],
        },
      ],
    },
  },
  {
    kind: 'CiliumNetworkPolicy',
    label: 'allow HTTP requests',
    name: 'allow-requests',
    about: 'Some pods of the same namespace send the requests that are listed, and no others',
    spec: {
      ...somePods,
      ingress: [
        {
          fromEndpoints: [{ matchLabels: { '${4:app}': '${5:client}' } }],
          toPorts: [
            {
              ports: [{ port: '${6:8080}', protocol: 'TCP' }],
              rules: { http: [{ method: '${7:GET}', path: '${8:/public/.*}' }] },
            },
          ],
        },
      ],
    },
  },
  {
    kind: 'CiliumClusterwideNetworkPolicy',
    label: 'deny ingress by default',
    name: 'deny-ingress-by-default',
    about: 'Pods connect only where another policy lets them, but for those of kube-system',
    spec: { ...notOfTheSystem, ingress: [{}] },
  },
  {
    kind: 'CiliumClusterwideNetworkPolicy',
    label: 'deny egress by default but DNS',
    name: 'deny-egress-by-default',
    about:
      'Pods reach only what another policy lets them, and ask DNS for names, but for those of kube-system',
    spec: { ...notOfTheSystem, egress: [dnsItem] },
  },
  {
    kind: 'CiliumClusterwideNetworkPolicy',
    label: 'deny egress to the metadata service',
    name: 'deny-metadata-service',
    about:
      'No pod reaches the address at which clouds answer for the credentials of a machine; the rest is left as it is',
    spec: {
      ...everyPod,
      enableDefaultDeny: { egress: false },
      egressDeny: [{ toCIDR: ['169.254.169.254/32'] }],
    },
  },
  {
    kind: 'CiliumCIDRGroup',
    label: 'addresses under a name',
    name: 'partners',
    about: 'Addresses outside of the cluster that rules of all namespaces choose by name',
    spec: { externalCIDRs: ['${2:192.0.2.0/24}'] },
  },
];
