import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { settingsFromJson } from '../../../server/src/workspace/settings.ts';
import { apply, EMPTY, textOf, type Snapshot } from '../../../server/src/workspace/snapshot.ts';
import { namespaceLabels, NAMESPACES, NODES, pods, policies } from '../../policy/arbitrary.ts';
import { adminPolicies } from '../../policy/arbitraryAdmin.ts';
import { deployment, namespaceManifests, podManifest } from '../../policy/manifests.ts';
import { commented, commentsIn } from '../../support/commented.ts';
import { after, assertSame, conversionIn } from './converting.ts';

/*
 * Where Cilium enforces, a policy that is converted means what it did, whatever else is in the cluster.
 */

const { settings } = settingsFromJson({ enforcer: 'cilium' });

const styles = [
  (value: object) => stringify(value, { compat: 'yaml-1.1' }),
  (value: object) =>
    stringify(value, { compat: 'yaml-1.1', indentSeq: false }).replaceAll('\n', '\r\n'),
  (value: object) => stringify(value, { compat: 'yaml-1.1', collectionStyle: 'flow' }),
  (value: object) => `${JSON.stringify(value, null, 2)}\n`,
];

const selector = fc.constantFrom<object>(
  {},
  { matchLabels: { app: 'a' } },
  { matchLabels: { 'k8s:tier': 'b' } },
  { matchExpressions: [{ key: 'any:app', operator: 'NotIn', values: ['a'] }] },
  { matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'y' } },
  { matchExpressions: [{ key: 'k8s:io.kubernetes.pod.namespace', operator: 'Exists' }] },
  {
    matchLabels: { 'k8s:io.cilium.k8s.namespace.labels.app': 'a', tier: 'a' },
    matchExpressions: [{ key: 'io.kubernetes.pod.namespace', operator: 'NotIn', values: ['x'] }],
  },
);
const maybeOdd = <Value>(usual: fc.Arbitrary<Value>, odd: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 15, arbitrary: usual }, { weight: 1, arbitrary: odd });

const peer = (side: 'from' | 'to'): fc.Arbitrary<object> =>
  maybeOdd<object>(
    fc.oneof(
      fc.constant({}),
      fc
        .array(selector, { maxLength: 2, minLength: 1 })
        .map((all) => ({ [`${side}Endpoints`]: all })),
      fc.constant({ [`${side}Entities`]: ['all'] }),
      fc.constant({ [`${side}CIDR`]: ['10.0.0.0/8', '192.0.2.0/24', 'fd00::/16'] }),
      fc.constant({
        [`${side}CIDRSet`]: [{ cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] }, { cidr: '::/0' }],
      }),
    ),
    fc.constantFrom<object>(
      { [`${side}Entities`]: ['world'] },
      { [`${side}Endpoints`]: [] },
      { [`${side}Endpoints`]: [{ matchLabels: { 'reserved:host': '' } }] },
      {
        [`${side}Endpoints`]: [
          {
            matchExpressions: [
              { key: 'io.cilium.k8s.namespace.labels.app', operator: 'DoesNotExist' },
            ],
          },
        ],
      },
    ),
  );

const port = fc.constantFrom(
  { port: '80' },
  { port: '0', protocol: 'TCP' },
  { port: '80', endPort: 81, protocol: 'UDP' },
  { port: 'http', protocol: 'TCP' },
  { port: '81', protocol: 'ANY' },
);
const toPorts = maybeOdd<object | undefined>(
  fc.option(
    fc.array(
      fc.array(port, { minLength: 1, maxLength: 2 }).map((ports) => ({ ports })),
      { maxLength: 2 },
    ),
    { nil: undefined },
  ),
  fc.constant([{ ports: [{ port: '80', protocol: 'TCP' }], rules: { http: [{ path: '/' }] } }]),
);
const item = (side: 'from' | 'to') =>
  fc.tuple(peer(side), toPorts).map(([ends, ports]) => ({
    ...ends,
    ...(ports !== undefined && { toPorts: ports }),
  }));
const items = (side: 'from' | 'to') =>
  fc.option(fc.array(item(side), { minLength: 1, maxLength: 3 }), { nil: undefined });

const spec = fc
  .record({
    endpointSelector: maybeOdd<object>(
      fc.constantFrom<object>(
        {},
        { matchLabels: { app: 'a' } },
        { matchLabels: { 'k8s:tier': 'b' } },
      ),
      selector,
    ),
    ingress: items('from'),
    egress: items('to'),
    ingressDeny: maybeOdd<object[] | undefined>(
      fc.constant(undefined),
      fc.constant([{ fromEntities: ['world'] }]),
    ),
    enableDefaultDeny: fc.constantFrom<object | undefined>(
      undefined,
      undefined,
      undefined,
      undefined,
      { egress: true },
      { ingress: false },
    ),
  })
  .filter(({ ingress, egress }) => (ingress ?? egress) !== undefined);

const ciliumPolicy = (name: string) =>
  fc.tuple(fc.constantFrom(...NAMESPACES), spec).map(([namespace, drawn]) => ({
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNetworkPolicy',
    metadata: { name, namespace },
    spec: JSON.parse(JSON.stringify(drawn)) as object,
  }));

const drawn = fc.record({
  namespaces: namespaceLabels,
  hidden: fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, fc.subarray(NAMESPACES)),
  known: pods,
  asTemplates: fc.boolean(),
  own: policies,
  beside: fc.array(ciliumPolicy('beside'), { maxLength: 1 }),
  candidate: ciliumPolicy('candidate'),
  admin: fc.oneof({ weight: 2, arbitrary: fc.constant<object[]>([]) }, adminPolicies),
  style: fc.constantFrom(...styles),
});

type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

const uriOf = (index: number): string => `file:///policy-${index}.yaml`;
const CANDIDATE = 'file:///candidate.yaml';

/** The cluster, each policy that may be converted in a file of its own. */
const snapshotOf = ({ style, ...cluster }: Drawn): Snapshot =>
  apply(EMPTY, {
    reason: 'test',
    settings,
    upserted: [
      {
        uri: 'file:///cluster.yaml',
        text: [
          ...namespaceManifests(
            Object.fromEntries(
              Object.entries(cluster.namespaces).filter(([name]) => !cluster.hidden.includes(name)),
            ),
          ),
          ...cluster.known.map((pod) => (cluster.asTemplates ? deployment(pod) : podManifest(pod))),
          ...NODES.map((address) => ({
            apiVersion: 'v1',
            kind: 'Node',
            metadata: { name: `node-${address}` },
            status: { addresses: [{ type: 'InternalIP', address }] },
          })),
          ...cluster.beside,
          ...cluster.admin,
        ]
          .map((object) => stringify(object, { compat: 'yaml-1.1' }))
          .join('---\n'),
      },
      ...cluster.own.map((policy, index) => ({
        uri: uriOf(index),
        text: style({ ...policy, spec: { podSelector: {}, ...policy.spec } }),
      })),
      { uri: CANDIDATE, text: style(cluster.candidate) },
    ],
    read: true,
  });

test('under Cilium a NetworkPolicy means the same as a policy of Cilium, and back, and for the whole cluster', () => {
  let [converted, refused, widened] = [0, 0, 0];
  fc.assert(
    fc.property(drawn, (cluster) => {
      const before = snapshotOf(cluster);
      for (const index of cluster.own.keys()) {
        const uri = uriOf(index);
        const action = conversionIn(before, uri, 'CiliumNetworkPolicy');
        if (action.refused !== undefined) {
          assert.match(action.refused, /mistakes of its own|leave out/);
          refused++;
          continue;
        }
        converted++;
        const now = after(before, uri, action);
        assertSame(before, now, uri);
        const back = conversionIn(now, uri, 'NetworkPolicy');
        assert.equal(back.refused, undefined, textOf(now.files.get(uri)!));
        assertSame(before, after(now, uri, back), uri);
        const wide = conversionIn(now, uri, 'CiliumClusterwideNetworkPolicy');
        assert.equal(wide.refused, undefined, textOf(now.files.get(uri)!));
        widened++;
        assertSame(before, after(now, uri, wide), uri);
      }
    }),
    { numRuns: 100 },
  );
  assert.ok(converted > 100 && widened > 100, `${converted} of ${converted + refused}`);
});

test('a policy of Cilium means the same as a NetworkPolicy, or cannot be one, and the same for the whole cluster', () => {
  let [converted, refused, widened] = [0, 0, 0];
  fc.assert(
    fc.property(drawn, (cluster) => {
      const before = snapshotOf(cluster);
      const action = conversionIn(before, CANDIDATE, 'NetworkPolicy');
      if (action.refused === undefined) {
        converted++;
        assertSame(before, after(before, CANDIDATE, action), CANDIDATE);
      } else refused++;
      const wide = conversionIn(before, CANDIDATE, 'CiliumClusterwideNetworkPolicy');
      if (wide.refused !== undefined) return;
      widened++;
      assertSame(before, after(before, CANDIDATE, wide), CANDIDATE);
    }),
    { numRuns: 200 },
  );
  assert.ok(
    converted > 60 && refused > 30 && widened > 100,
    `${converted} converted, ${refused} refused, ${widened} widened`,
  );
});

test('a conversion to Cilium keeps every comment, and so do the way back and that to the whole cluster', () => {
  let kept = 0;
  const keeping = (snapshot: Snapshot, uri: string, kind: string): Snapshot | null => {
    const action = conversionIn(snapshot, uri, kind);
    if (action.refused !== undefined) return null;
    const now = after(snapshot, uri, action);
    const [old, text] = [snapshot, now].map(({ files }) => textOf(files.get(uri)!));
    assert.deepEqual(commentsIn(text!), commentsIn(old!), `${old}\n${text}`);
    kept += commentsIn(text!).length;
    return now;
  };
  const places = fc.uniqueArray(fc.nat(60), { minLength: 10, maxLength: 30 });
  fc.assert(
    fc.property(drawn, places, fc.boolean(), (cluster, where, indentSeq) => {
      const before = snapshotOf({
        ...cluster,
        style: (value) => commented(stringify(value, { compat: 'yaml-1.1', indentSeq }), where),
      });
      for (const index of cluster.own.keys()) {
        const now = keeping(before, uriOf(index), 'CiliumNetworkPolicy');
        if (now === null) continue;
        keeping(now, uriOf(index), 'NetworkPolicy');
        keeping(now, uriOf(index), 'CiliumClusterwideNetworkPolicy');
      }
      keeping(before, CANDIDATE, 'NetworkPolicy');
      keeping(before, CANDIDATE, 'CiliumClusterwideNetworkPolicy');
    }),
    { numRuns: 60 },
  );
  assert.ok(kept > 500, `${kept} comments`);
});
