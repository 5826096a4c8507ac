import type { Maker, Random } from './random.ts';

/*
 * Texts that are made to hurt what reads policies of Calico and Cilium: values of the wrong type in every field, patterns
 * that backtracking chokes on, and very many of what is compared with each other.
 */

const cilium = (spec: unknown, name = 'p'): string =>
  `${JSON.stringify({ apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', metadata: { name, namespace: 'shop' }, ...(spec as object) })}\n`;

const calico = (spec: unknown): string =>
  `${JSON.stringify({ apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata: { name: 'p', namespace: 'shop' }, spec })}\n`;

const many = <Item>(size: number, item: (at: number) => Item): Item[] =>
  Array.from({ length: Math.max(1, size) }, (_, at) => item(at));

const app = (value: string): object => ({ matchLabels: { app: value } });

const item = (to: 'from' | 'to'): object => ({
  [`${to}Endpoints`]: [
    { ...app('b'), matchExpressions: [{ key: 'k8s:a', operator: 'In', values: ['b'] }] },
  ],
  [`${to}Requires`]: [app('b')],
  [`${to}CIDR`]: ['10.0.0.0/8', '2001:db8::/32'],
  [`${to}CIDRSet`]: [
    { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] },
    { cidrGroupRef: 'g' },
    { cidrGroupSelector: app('g') },
  ],
  [`${to}Entities`]: ['world', 'kube-apiserver'],
  [`${to}Nodes`]: [app('n')],
  [`${to}Groups`]: [{ aws: { region: 'x' } }],
  toFQDNs: [{ matchName: 'a.example.com' }, { matchPattern: '*.example.com' }],
  toServices: [
    { k8sService: { serviceName: 'web', namespace: 'shop' } },
    { k8sServiceSelector: { selector: app('web'), namespace: 'shop' } },
  ],
  toPorts: [
    {
      ports: [{ port: '80', endPort: 90, protocol: 'TCP' }],
      rules: {
        http: [
          {
            method: 'GET',
            path: '/a/.*',
            host: 'a',
            headers: ['X-A: b'],
            headerMatches: [
              { name: 'a', value: 'b', mismatch: 'LOG', secret: { name: 's', namespace: 'shop' } },
            ],
          },
        ],
        dns: [{ matchPattern: '*' }],
        kafka: [{ role: 'produce', topic: 't' }],
        l7proto: 'x',
        l7: [{ a: 'b' }],
      },
      serverNames: ['a.example.com'],
      terminatingTLS: { secret: { name: 's', namespace: 'shop' } },
      originatingTLS: { secret: { name: 's', namespace: 'shop' } },
      listener: { name: 'l', envoyConfig: { kind: 'CiliumEnvoyConfig', name: 'e' }, priority: 1 },
    },
  ],
  icmps: [{ fields: [{ type: 8, family: 'IPv4' }, { type: 'EchoRequest' }] }],
  authentication: { mode: 'required' },
});

const rule = {
  endpointSelector: app('a'),
  nodeSelector: app('n'),
  enableDefaultDeny: { ingress: true, egress: false },
  ingress: [item('from')],
  ingressDeny: [item('from')],
  egress: [item('to')],
  egressDeny: [item('to')],
  labels: [{ key: 'a', value: 'b', source: 'k8s' }],
  description: 'd',
  log: { value: 'x' },
};

const calicoRule = {
  action: 'Allow',
  protocol: 'TCP',
  notProtocol: 'UDP',
  ipVersion: 4,
  icmp: { type: 8, code: 0 },
  notICMP: { type: 8 },
  source: {
    nets: ['10.0.0.0/8'],
    notNets: ['10.1.0.0/16'],
    selector: "a == 'b'",
    notSelector: 'has(c)',
    namespaceSelector: 'global()',
    ports: [80, '90:100', 'http'],
    notPorts: [81],
    serviceAccounts: { names: ['a'], selector: 'all()' },
  },
  destination: { services: { name: 'web', namespace: 'shop' }, domains: ['a.example.com'] },
  http: { methods: ['GET'], paths: [{ exact: '/a' }, { prefix: '/b' }] },
  metadata: { annotations: { a: 'b' } },
};

const calicoSpec = {
  tier: 'default',
  order: 100,
  selector: "a in {'b', 'c'} && !has(d)",
  serviceAccountSelector: 'all()',
  types: ['Ingress', 'Egress'],
  ingress: [calicoRule],
  egress: [calicoRule],
  performanceHints: ['AssumeNeededOnEveryNode'],
};

const junk = (random: Random): unknown =>
  random.pick<unknown>([
    null,
    0,
    -1,
    1e99,
    true,
    '',
    ' ',
    'x',
    '*',
    '{{ x }}',
    [],
    {},
    [null],
    [[]],
    [{}],
    { a: null },
    { matchLabels: null },
    { matchExpressions: [{}] },
    '0.0.0.0/0',
    '::/0',
    '65536',
  ]);

/** A value with others in the place of some of its parts, or without them. */
function spoiled(value: unknown, random: Random, seldom: number): unknown {
  if (random.once(seldom)) return junk(random);
  if (Array.isArray(value)) return value.map((part) => spoiled(part, random, seldom));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(() => !random.once(4))
      .map(([key, part]) => [key, spoiled(part, random, seldom)]),
  );
}

const wrongTypes: Maker = (random) => {
  const seldom = random.pick([8, 25, 80]);
  return random.once(3)
    ? calico(spoiled(calicoSpec, random, seldom))
    : cilium(
        random.pick([
          () => ({ spec: spoiled(rule, random, seldom) }),
          () => ({ specs: spoiled([rule, rule], random, seldom) }),
          () => ({ spec: spoiled(rule, random, seldom), specs: spoiled([rule], random, seldom) }),
        ])(),
      );
};

/** What matchers of patterns choke on. */
const patterns: Maker = (random, size) => {
  const unit = random.pick([
    'a*',
    '(a+)+',
    '(a|a)*',
    '(',
    '[',
    '\\',
    '.*',
    'a{1,1000}',
    '*.',
    '**',
    '?',
    '(?i',
    '/',
    '%',
  ]);
  const text = `${random.pick(['', '/', '^'])}${unit.repeat(size)}${random.pick(['', '$', '!', '.example.com'])}`;
  const rules = random.pick([
    { http: [{ path: text }, { method: text }, { host: text }, { headers: [text] }] },
    { dns: [{ matchPattern: text }, { matchName: text }] },
  ]);
  return random.pick([
    () =>
      cilium({
        spec: {
          endpointSelector: {},
          egress: [
            { toPorts: [{ ports: [{ port: '53', protocol: 'ANY' }], rules }] },
            { toFQDNs: [{ matchPattern: text }, { matchName: `a${text}` }] },
          ],
        },
      }),
    () => cilium({ spec: { endpointSelector: app(text), ingress: [{ fromCIDR: [text] }] } }),
    () => calico({ selector: text, ingress: [{ action: 'Allow', source: { nets: [text] } }] }),
    () => calico({ egress: [{ action: 'Allow', destination: { domains: [text] } }] }),
  ])();
};

/** Selectors of Calico that are long or deep, whole or broken off. */
const selectors: Maker = (random, size) => {
  const text = random.pick([
    () => `${'('.repeat(size)}has(a)${')'.repeat(random.once(2) ? size : size - 1)}`,
    () => `${'!'.repeat(size)}has(a)`,
    () => many(size >> 3, (at) => `a == 'b${at}'`).join(random.pick([' && ', ' || '])),
    () => `a in {${many(size >> 2, (at) => `'${at}'`).join(',')}}`,
    () => many(size >> 4, (at) => `(a${at} == 'b' || !has(c${at}))`).join(' && '),
    () => many(size >> 4, (at) => `a contains '${'x'.repeat(at & 7)}'`).join(' && '),
  ])();
  return calico({
    selector: text,
    types: ['Ingress'],
    ingress: [{ action: 'Allow', source: { selector: text, notSelector: text } }],
  });
};

/** Very many of what is compared with each other. */
const crowds: Maker = (random, size) => {
  const count = size >> 6;
  const denies = random.once(2);
  const one = (at: number): object => ({
    endpointSelector: random.once(3) ? {} : app(`a${at}`),
    ingress: [{ fromEndpoints: [app(`b${at}`)], toPorts: [{ ports: [{ port: '80' }] }] }],
    ...(denies && { ingressDeny: [{ fromEndpoints: [app(`c${at}`)] }] }),
    egress: [{ toFQDNs: [{ matchName: `a${at}.example.com` }] }],
  });
  return random.pick([
    () => cilium({ specs: many(count, one) }),
    () => many(count, (at) => `---\n${cilium({ spec: one(at) }, `p${at}`)}`).join(''),
    () =>
      cilium({
        spec: {
          endpointSelector: {},
          egress: [
            { toFQDNs: many(count, (at) => ({ matchPattern: `*.a${at}.example.com` })) },
            {
              toPorts: [
                {
                  ports: [{ port: '53', protocol: 'ANY' }],
                  rules: { dns: many(count, (at) => ({ matchPattern: `b${at}.*.com` })) },
                },
              ],
            },
          ],
        },
      }),
    () =>
      cilium({
        spec: {
          endpointSelector: {
            matchExpressions: many(count, (at) => ({
              key: `k${at}`,
              operator: random.pick(['In', 'NotIn', 'Exists', 'DoesNotExist']),
              values: ['a', 'b'],
            })),
          },
          ingress: [{ fromCIDR: many(count, (at) => `10.${(at >> 8) & 255}.${at & 255}.0/24`) }],
        },
      }),
    () =>
      calico({
        selector: 'all()',
        ingress: many(count, (at) => ({
          action: random.pick(['Allow', 'Deny', 'Pass', 'Log']),
          protocol: 'TCP',
          source: { nets: [`10.0.${at & 255}.0/24`] },
          destination: { ports: [at & 65535] },
        })),
      }),
  ])();
};

/** Aliases and merges in the places where policies of Cilium hold lists. */
const aliases: Maker = (random) => {
  const height = 2 + random.below(12);
  const lines = many(height, (level) =>
    level === 0
      ? '    a0: &a0 {matchLabels: {a: b}}'
      : `    a${level}: &a${level} [${many(2 + random.below(8), () => `*a${level - 1}`).join(', ')}]`,
  );
  const last = `*a${height - 1}`;
  return `apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata:
  name: p
  namespace: shop
  annotations:
${lines.join('\n')}
spec:
  endpointSelector: *a0
  ingress:
    - ${random.pick(['fromEndpoints', 'fromCIDR', 'toPorts', 'fromEntities', 'fromCIDRSet'])}: ${last}
  egress: ${random.pick([last, '&e [{toFQDNs: *e}]', '*a0'])}
`;
};

/** Makers of texts about the policies of network plugins. */
export const pluginMakers: readonly Maker[] = [
  wrongTypes,
  wrongTypes,
  wrongTypes,
  patterns,
  patterns,
  selectors,
  crowds,
  crowds,
  aliases,
];
