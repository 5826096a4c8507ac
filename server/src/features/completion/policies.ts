import { CompletionItemKind } from 'vscode-languageserver-types';
import { manifestText } from '../../model/written.ts';
import { CALICO_VERSION, kindOf, policyVersions } from '../../model/kinds.ts';
import { dnsRule } from '../../rules/support/resolvers.ts';
import { isKnown } from '../../workspace/knownKinds.ts';
import type { Settings } from '../../workspace/settings.ts';
import { calicoWholes } from './calico/wholes.ts';
import type { Choice } from './choice.ts';
import { ciliumWholes, snippetOf } from './cilium/wholes.ts';
import type { Layout } from './spot.ts';

/** Whole policies to begin with, indented as the document is to be. */
export const policies = (layout: Layout, settings: Settings): readonly Choice[] =>
  known(settings).map(
    ({ whole: { label, name, labels, about, spec }, apiVersion, kind }, index, all) => {
      const manifest = {
        apiVersion,
        kind: kind.name,
        metadata: {
          // Of this kind there is one, of a name that is given.
          name: kind.name === 'BaselineAdminNetworkPolicy' ? name : `\${1:${name}}`,
          ...(labels !== undefined && { labels }),
        },
        spec,
      };
      return {
        label: `${kind.name}: ${label}`,
        text:
          kind.dialect === 'cilium'
            ? snippetOf(manifest, layout)
            : manifestText(manifest, layout.unit, layout.list > 0).trimEnd(),
        kind: CompletionItemKind.Snippet,
        snippet: true,
        detail: about,
        weight: all.length - index,
      };
    },
  );

/** Those of the kinds that the network plugin knows, first of all its own where it has been told or guessed. */
function known(settings: Settings) {
  const found = whole
    .map((each) => {
      const { kind: name = 'NetworkPolicy', isCalico } = each;
      const apiVersion = isCalico === true ? CALICO_VERSION : policyVersions.get(name)!;
      return { whole: each, apiVersion, kind: kindOf(apiVersion, name)! };
    })
    .filter(({ kind }) => isKnown(kind, settings) !== 'no');
  const { enforcer } = settings.assumptions;
  const isOwn = ({ kind }: (typeof found)[number]): boolean =>
    enforcer === 'cilium' && kind.dialect === enforcer;
  return [...found.filter(isOwn), ...found.filter((each) => !isOwn(each))];
}

const everyPod = { podSelector: {} };

/** `${2:web}` is a place to fill in, `web` what stands there until then. */
const somePods = { podSelector: { matchLabels: { '${2:app}': '${3:web}' } } };

const everywhere = { namespaces: {} };

const monitoring = {
  namespaces: { matchLabels: { 'kubernetes.io/metadata.name': '${2:monitoring}' } },
};

/** A whole object; of kind NetworkPolicy where no other is named, which is Kubernetes' own where nothing else is said. */
export interface Whole {
  readonly kind?: string;
  readonly isCalico?: boolean;
  readonly label: string;
  readonly name: string;
  readonly labels?: object;
  readonly about: string;
  readonly spec: object;
}

/** Policies of administrators. */
const administrative: readonly Whole[] = [
  {
    kind: 'ClusterNetworkPolicy',
    label: 'deny ingress by default',
    name: 'deny-ingress-by-default',
    about: 'Pods connect only where a NetworkPolicy lets them (Baseline tier)',
    spec: {
      tier: 'Baseline',
      priority: 0,
      subject: everywhere,
      ingress: [{ name: 'deny-by-default', action: 'Deny', from: [everywhere] }],
    },
  },
  {
    kind: 'ClusterNetworkPolicy',
    label: 'allow from namespace',
    name: 'allow-from-namespace',
    about:
      'All pods of one namespace connect to every pod, whatever NetworkPolicies say (Admin tier)',
    spec: {
      tier: 'Admin',
      priority: 100,
      subject: everywhere,
      ingress: [{ action: 'Accept', from: [monitoring] }],
    },
  },
  {
    kind: 'ClusterNetworkPolicy',
    label: 'deny egress to the metadata service',
    name: 'deny-metadata-service',
    about:
      'No pod reaches the address at which clouds answer for the credentials of a machine (Admin tier)',
    spec: {
      tier: 'Admin',
      priority: 100,
      subject: everywhere,
      egress: [{ action: 'Deny', to: [{ networks: ['169.254.169.254/32'] }] }],
    },
  },
  {
    kind: 'AdminNetworkPolicy',
    label: 'allow from namespace',
    name: 'allow-from-namespace',
    about: 'All pods of one namespace connect to every pod, whatever NetworkPolicies say',
    spec: {
      priority: 100,
      subject: everywhere,
      ingress: [{ action: 'Allow', from: [monitoring] }],
    },
  },
  {
    kind: 'BaselineAdminNetworkPolicy',
    label: 'deny ingress by default',
    name: 'default',
    about: 'Pods connect only where a NetworkPolicy lets them',
    spec: {
      subject: everywhere,
      ingress: [{ name: 'deny-by-default', action: 'Deny', from: [everywhere] }],
    },
  },
];

const whole: readonly Whole[] = [
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
  ...administrative,
  ...calicoWholes,
  ...ciliumWholes,
];
