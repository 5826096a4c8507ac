import * as fc from 'fast-check';
import type { ModelNamespace, ModelPod, ModelSelector } from './ciliumIdentities.ts';
import type {
  CiliumModelRule,
  KubernetesModelPolicy,
  KubernetesModelRule,
  ModelItem,
} from './ciliumModel.ts';

/*
 * Small clusters with Cilium drawn at random: few names, labels, ports and addresses, so that policies often meet what they
 * speak of, and every form in which a list of peers, ports or messages may be empty, left out or one of another kind.
 */

/** The namespaces of each cluster. */
export const NAMESPACES = ['x', 'y', 'z'];

/** A list that is often left out or empty. */
const few = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> =>
  fc.array(item, { maxLength: 2 });

/** Keys of labels, and the values that are compared with each. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  app: ['web', 'db', ''],
  'k8s:app': ['web', 'db'],
  'any:tier': ['web', 'db'],
  'container:app': ['web'],
  host: [''],
  'io.kubernetes.pod.namespace': ['x', 'y', 'w'],
  'k8s:io.kubernetes.pod.namespace': ['x', 'y', 'w'],
  'any:io.kubernetes.pod.namespace': ['x', 'y'],
  'k8s:io.cilium.k8s.namespace.labels.team': ['a', 'b'],
  'io.cilium.k8s.namespace.labels.kubernetes.io/metadata.name': ['x', 'y'],
  'io.cilium.k8s.policy.serviceaccount': ['default', 'front'],
  'k8s:io.cilium.k8s.policy.cluster': ['main', 'other'],
  'reserved:host': [''],
  'reserved:world': [''],
  'reserved:remote-node': [''],
  'reserved:kube-apiserver': [''],
};

/** Selectors over some keys and their values. */
function selectorOver(
  values: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<ModelSelector> {
  const key = fc.constantFrom(...Object.keys(values));
  const label = key.chain((name) =>
    fc.constantFrom(...values[name]!).map((value) => [name, value] as const),
  );
  const expression = key.chain((name) =>
    fc.oneof(
      fc.record({ key: fc.constant(name), operator: fc.constantFrom('Exists', 'DoesNotExist') }),
      fc.record({
        key: fc.constant(name),
        operator: fc.constantFrom('In', 'NotIn'),
        values: fc.subarray([...values[name]!], { minLength: 1 }),
      }),
    ),
  );
  return fc.record(
    {
      matchLabels: few(label).map((all) => Object.fromEntries(all)),
      matchExpressions: few(expression),
    },
    { requiredKeys: [] },
  );
}

/** Among those that ask for several things some that only leave something out, which may be for more than pods. */
const selector = fc.oneof(
  { weight: 3, arbitrary: selectorOver(VALUES) },
  fc
    .constantFrom(...Object.keys(VALUES).filter((key) => key.includes('namespace')))
    .map((key) => ({ matchExpressions: [{ key, operator: 'NotIn', values: [VALUES[key]![0]!] }] })),
);

const cidrSet = fc.constantFrom(
  { cidr: '0.0.0.0/0', except: ['203.0.113.0/24'] },
  { cidr: '203.0.113.0/24', except: ['203.0.113.0/28', '203.0.113.128/25'] },
  { cidr: '::/0', except: [] },
  { cidr: '10.0.0.0/8' },
);

const peers: fc.Arbitrary<ModelItem> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ endpoints: few(selector) }) },
  fc.record({
    entities: few(
      fc.constantFrom(
        'all',
        'world',
        'cluster',
        'host',
        'remote-node',
        'none',
        'kube-apiserver',
        'health',
      ),
    ),
  }),
  fc.record({ cidr: few(fc.constantFrom('0.0.0.0/0', '203.0.113.0/24', '192.0.2.0/24', '::/0')) }),
  fc.record({ cidrSet: few(cidrSet) }),
  fc.record({ endpoints: few(selector), cidr: fc.constant([]) }),
  fc.constant({}),
);

const port = fc.oneof(
  fc.record(
    {
      port: fc.constantFrom('80', '0', '0120', '1'),
      protocol: fc.constantFrom('TCP', 'UDP', 'ANY', 'SCTP'),
      endPort: fc.constantFrom(90, 79, 0),
    },
    { requiredKeys: ['port'] },
  ),
  fc.record(
    {
      port: fc.constantFrom('http', 'HTTP', 'none'),
      protocol: fc.constantFrom('TCP', 'UDP', 'ANY'),
    },
    { requiredKeys: ['port'] },
  ),
);

const field = fc.record(
  { family: fc.constantFrom('IPv4', 'IPv6'), type: fc.constantFrom(8, 0, 128) },
  { requiredKeys: ['type'] },
);

const item: fc.Arbitrary<ModelItem> = fc
  .tuple(
    peers,
    fc.oneof(
      fc.constant({}),
      fc.record({
        toPorts: few(
          fc.oneof({ weight: 5, arbitrary: fc.record({ ports: few(port) }) }, fc.constant({})),
        ),
      }),
      fc.record({ icmps: few(fc.record({ fields: few(field) })) }),
    ),
  )
  .map(([who, what]) => ({ ...who, ...what }));

const sections = fc.record({ ingress: few(item), egress: few(item) });

const namespace = fc.constantFrom(...NAMESPACES);

const ciliumRule: fc.Arbitrary<CiliumModelRule> = fc
  .record({
    kind: fc.constant('cilium' as const),
    namespace: fc.option(namespace),
    selector,
    allowed: sections,
    denied: sections,
    defaultDeny: fc.record({ ingress: fc.boolean(), egress: fc.boolean() }, { requiredKeys: [] }),
  })
  // The agent refuses a rule without any item.
  .filter(({ allowed, denied }) =>
    [allowed, denied].some(({ ingress, egress }) => ingress.length + egress.length > 0),
  );

const podSelector = selectorOver({ app: ['web', 'db'], tier: ['web'] });

const kubernetesRule: fc.Arbitrary<KubernetesModelRule> = fc.record(
  {
    peers: few(
      fc.oneof(
        fc.record({ podSelector }),
        fc.record(
          { podSelector, namespaceSelector: selectorOver({ team: ['a', 'b'], env: ['a'] }) },
          { requiredKeys: ['namespaceSelector'] },
        ),
        fc.record({ ipBlock: cidrSet }),
      ),
    ),
    ports: few(
      fc.record(
        { port: fc.constantFrom(80, 'http', 1), protocol: fc.constantFrom('TCP', 'UDP') },
        { requiredKeys: [] },
      ),
    ),
  },
  { requiredKeys: [] },
);

const kubernetesPolicy: fc.Arbitrary<KubernetesModelPolicy> = fc.record({
  kind: fc.constant('kubernetes' as const),
  namespace,
  selector: podSelector,
  rules: fc.record({ ingress: few(kubernetesRule), egress: few(kubernetesRule) }),
});

const labels = fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('web', 'db'), {
  maxKeys: 2,
});

/** A cluster: what its namespaces are labelled with, its pods, and rules of policies. */
export const cluster = fc.record({
  namespaces: fc
    .tuple(
      ...NAMESPACES.map(() =>
        fc.dictionary(fc.constantFrom('team', 'env'), fc.constantFrom('a', 'b'), { maxKeys: 2 }),
      ),
    )
    .map((all) =>
      all.map((own, index): ModelNamespace => ({ name: NAMESPACES[index]!, labels: own })),
    ),
  pods: fc.array(
    fc.record({
      namespace: fc.nat(NAMESPACES.length - 1),
      labels,
      serviceAccount: fc.constantFrom('default', 'front'),
      ports: fc.subarray([
        { name: 'http', number: 80, protocol: 'TCP' },
        { name: 'dns', number: 53, protocol: 'UDP' },
      ]),
    }),
    { minLength: 2, maxLength: 3 },
  ),
  rules: fc.array(
    fc.oneof({ weight: 4, arbitrary: ciliumRule }, { weight: 1, arbitrary: kubernetesPolicy }),
    { minLength: 1, maxLength: 4 },
  ),
  mode: fc.constantFrom('default', 'default', 'default', 'default', 'always', 'never'),
});

/** The namespace of the pods that a drawn one stands for, by its place. */
export const podsIn = (
  namespaces: readonly ModelNamespace[],
  pods: readonly (Omit<ModelPod, 'name' | 'namespace'> & { readonly namespace: number })[],
): readonly ModelPod[] =>
  pods.map((pod, index) => ({
    ...pod,
    name: `pod-${index}`,
    namespace: namespaces[pod.namespace]!,
  }));
