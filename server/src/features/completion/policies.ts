import { CompletionItemKind } from 'vscode-languageserver-types';
import { manifestText } from '../../model/edit.ts';
import { dnsRule } from '../../rules/support/dns.ts';
import type { Choice } from './choice.ts';
import type { Layout } from './spot.ts';

/** Whole policies to begin with, indented as the document is to be. */
export const policies = ({ unit, list }: Layout): readonly Choice[] =>
  whole.map(({ label, name, about, spec }, index) => ({
    label: `NetworkPolicy: ${label}`,
    text: manifestText(
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: `\${1:${name}}` },
        spec,
      },
      unit,
      list > 0,
    ).trimEnd(),
    kind: CompletionItemKind.Snippet,
    snippet: true,
    detail: about,
    weight: whole.length - index,
  }));

const everyPod = { podSelector: {} };

/** `${2:web}` is a place to fill in, `web` what stands there until then. */
const somePods = { podSelector: { matchLabels: { '${2:app}': '${3:web}' } } };

const whole: readonly {
  readonly label: string;
  readonly name: string;
  readonly about: string;
  readonly spec: object;
}[] = [
  {
    label: 'deny all',
    name: 'deny-all',
    about: 'Nothing comes in and nothing goes out, for every pod of the namespace',
    spec: { ...everyPod, policyTypes: ['Ingress', 'Egress'] },
  },
  {
    label: 'deny ingress',
    name: 'deny-ingress',
    about: 'Nothing comes in, for every pod of the namespace',
    spec: { ...everyPod, policyTypes: ['Ingress'] },
  },
  {
    label: 'deny egress but DNS',
    name: 'allow-dns-egress',
    about: 'Nothing goes out but DNS queries, for every pod of the namespace',
    spec: { ...everyPod, policyTypes: ['Egress'], egress: [dnsRule] },
  },
  {
    label: 'allow from own namespace',
    name: 'allow-own-namespace',
    about: 'Only pods of the same namespace connect',
    spec: { ...everyPod, policyTypes: ['Ingress'], ingress: [{ from: [everyPod] }] },
  },
  {
    label: 'allow from namespace',
    name: 'allow-from-namespace',
    about: 'All pods of one other namespace connect',
    spec: {
      ...somePods,
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [
            {
              namespaceSelector: {
                matchLabels: { 'kubernetes.io/metadata.name': '${4:monitoring}' },
              },
            },
          ],
        },
      ],
    },
  },
  {
    label: 'allow from pods to port',
    name: 'allow-from-pods',
    about: 'Some pods of the same namespace connect, to one port',
    spec: {
      ...somePods,
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [{ podSelector: { matchLabels: { '${4:app}': '${5:client}' } } }],
          ports: [{ protocol: 'TCP', port: '${6:8080}' }],
        },
      ],
    },
  },
  {
    label: 'allow to internet',
    name: 'allow-internet',
    about: 'DNS queries and addresses outside of private networks',
    spec: {
      ...somePods,
      policyTypes: ['Egress'],
      egress: [
        dnsRule,
        {
          to: [
            {
              ipBlock: {
                cidr: '0.0.0.0/0',
                except: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
              },
            },
          ],
        },
      ],
    },
  },
];
