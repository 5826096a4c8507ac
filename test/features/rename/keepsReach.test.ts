import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { applyEdits } from '../../../server/src/base/edits.ts';
import { mentions } from '../../../server/src/features/labels/all.ts';
import { rename } from '../../../server/src/features/rename.ts';
import { clusterOf } from '../../../server/src/workspace/cluster.ts';
import { settingsFromJson } from '../../../server/src/workspace/settings.ts';
import { apply, EMPTY, type Snapshot } from '../../../server/src/workspace/snapshot.ts';
import { contextIn } from '../../support/answer.ts';
import { labels, NAMESPACES, policies } from '../../policy/arbitrary.ts';
import { adminPolicies } from '../../policy/arbitraryAdmin.ts';
import { reachOf } from '../../policy/load.ts';

/*
 * Any label of drawn manifests is renamed at any of its places, and who reaches whom stays as it is.
 */

const pods = fc.array(fc.record({ namespace: fc.constantFrom(...NAMESPACES), labels }), {
  minLength: 1,
  maxLength: 4,
});

const selectors = fc.constantFrom(
  'app == "a"',
  "app in {'a', 'b'} && !has(tier)",
  'tier != "b"',
  'all()',
  'app contains "a"',
  'pcns.app == "a"',
);

const calico = fc.array(
  fc.record({
    namespace: fc.constantFrom(...NAMESPACES, null),
    selector: selectors,
    peer: selectors,
    namespaces: fc.constantFrom(null, 'app == "a"', 'has(app)', 'all()'),
    action: fc.constantFrom('Allow', 'Deny'),
  }),
  { maxLength: 2 },
);

const sets = fc.array(labels, { maxLength: 1 });

/** Labels as selectors of Cilium's ask for them, with and without their source, and those of namespaces. */
const ciliumLabels = fc
  .uniqueArray(
    fc.record({
      key: fc.constantFrom(
        'app',
        'tier',
        'k8s:app',
        'any:tier',
        'k8s:io.kubernetes.pod.namespace',
        'k8s:io.cilium.k8s.namespace.labels.app',
        'io.cilium.k8s.namespace.labels.app',
      ),
      value: fc.constantFrom('a', 'b'),
    }),
    { selector: ({ key }) => key, maxLength: 2 },
  )
  .map((all) =>
    Object.fromEntries(
      all.map(({ key, value }) => [
        key,
        key.endsWith('pod.namespace') ? (value === 'a' ? 'x' : 'y') : value,
      ]),
    ),
  );

const ciliumSelectors = fc.record(
  {
    matchLabels: ciliumLabels,
    matchExpressions: fc.array(
      fc.record({
        key: fc.constantFrom('app', 'k8s:tier', 'k8s:io.cilium.k8s.namespace.labels.app'),
        operator: fc.constantFrom('In', 'NotIn'),
        values: fc.boolean().map((both) => (both ? ['a', 'b'] : ['a'])),
      }),
      { maxLength: 1 },
    ),
  },
  { requiredKeys: [] },
);

const cilium = fc.array(
  fc.record({
    namespace: fc.constantFrom(...NAMESPACES, null),
    subject: ciliumSelectors,
    peers: fc.array(ciliumSelectors, { minLength: 1, maxLength: 2 }),
    section: fc.constantFrom('ingress', 'ingressDeny', 'egress', 'egressDeny'),
  }),
  { minLength: 1, maxLength: 3 },
);

/** How the manifests are written: in which quotes, in brackets or lines, with which line ends. */
const spelling = fc.record({
  strings: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED'),
  keys: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
  style: fc.constantFrom('block', 'flow'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
});

const none = <T>(some: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> => some.map(() => []);

/** The policies of one network plugin or of the other; a cluster has one. */
const plugin = fc.oneof(
  fc.record({ calico, sets, cilium: none(cilium) }),
  fc.record({ calico: none(calico), sets: none(sets), cilium }),
);

const drawn = fc.record({ own: policies, admin: adminPolicies, pods, plugin, spelling });

type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

const { settings } = settingsFromJson({ 'networkPolicyApi.channel': 'experimental' });

const manifestsOf = ({
  own,
  admin,
  pods: some,
  plugin: { calico: others, sets: known, cilium: rules },
}: Drawn): object[] => [
  ...NAMESPACES.map((name) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { app: name === 'x' ? 'a' : 'b' } },
  })),
  ...some.map(({ namespace, labels: given }, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `pod-${index}`, namespace, labels: given },
    spec: { containers: [{ name: 'main', ports: [{ name: 'http', containerPort: 80 }] }] },
  })),
  ...known.map((given, index) => ({
    apiVersion: 'projectcalico.org/v3',
    kind: 'GlobalNetworkSet',
    metadata: { name: `set-${index}`, labels: given },
    spec: { nets: ['192.0.2.0/28'] },
  })),
  ...others.map(({ namespace, selector, peer, namespaces, action }, index) => ({
    apiVersion: 'projectcalico.org/v3',
    kind: namespace === null ? 'GlobalNetworkPolicy' : 'NetworkPolicy',
    metadata: { name: `calico-${index}`, ...(namespace !== null && { namespace }) },
    spec: {
      selector,
      types: ['Ingress'],
      ingress: [
        {
          action,
          source: { selector: peer, ...(namespaces !== null && { namespaceSelector: namespaces }) },
        },
      ],
    },
  })),
  ...rules.map(({ namespace, subject, peers, section }, index) => ({
    apiVersion: 'cilium.io/v2',
    kind: namespace === null ? 'CiliumClusterwideNetworkPolicy' : 'CiliumNetworkPolicy',
    metadata: { name: `cilium-${index}`, ...(namespace !== null && { namespace }) },
    spec: {
      endpointSelector: subject,
      [section]: [{ [section.startsWith('ingress') ? 'fromEndpoints' : 'toEndpoints']: peers }],
    },
  })),
  ...own,
  ...admin,
];

const written = (object: object, { strings, keys, style }: Drawn['spelling']): string =>
  stringify(object, {
    defaultStringType: strings as 'PLAIN',
    defaultKeyType: keys as 'PLAIN',
    collectionStyle: style as 'flow',
    lineWidth: 50,
  });

const uri = 'file:///all.yaml';

const reached = (snapshot: Snapshot): unknown => {
  const { connections, doubts } = reachOf(clusterOf(snapshot), snapshot.settings.assumptions);
  return [connections, doubts.map(({ src, dst, conn }) => ({ src, dst, conn }))].map((rows) =>
    rows.map((row) => JSON.stringify(row)).sort(),
  );
};

test('who reaches whom stays as it is, whatever label is renamed wherever', () => {
  let [made, refused] = [0, 0];
  fc.assert(
    fc.property(drawn, fc.nat(), (all, seed) => {
      const text = manifestsOf(all)
        .map((object) => written(object, all.spelling))
        .join('---\n')
        .replaceAll('\n', all.spelling.lineEnd);
      const before = apply(EMPTY, {
        reason: 'test',
        upserted: [{ uri, text }],
        settings,
        read: true,
      });
      const file = before.files.get(uri)!;
      const context = contextIn(before, file);
      const words = mentions(context).flatMap(({ member, key, values }) =>
        [key, ...values].map((word) => ({ member, word })),
      );
      if (words.length === 0) return;
      const { member, word } = words[seed % words.length]!;
      const { chunk } = member.resource;
      const edits = rename.run(context, { chunk, offset: word.span.start, name: 'other' });
      if ('refused' in edits) {
        const isBlock = all.spelling.strings === 'BLOCK_FOLDED';
        assert.match(edits.refused, isBlock ? /./ : /given by the cluster|compares a part/);
        refused++;
        return;
      }
      made++;
      const texts = file.chunks.map((placed) =>
        applyEdits(
          placed.chunk.text,
          edits.filter((one) => one.chunk === placed.chunk).flatMap((one) => one.edits),
        ),
      );
      const upserted = [{ uri, text: texts.join('') }];
      assert.deepEqual(reached(apply(before, { reason: 'rename', upserted })), reached(before));
    }),
    { numRuns: 200 },
  );
  assert.ok(made > 100 && refused > 3, `${made} made, ${refused} refused`);
});
