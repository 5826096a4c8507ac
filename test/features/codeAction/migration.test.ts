import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { applyEdits } from '../../../server/src/base/edits.ts';
import { migrationOf } from '../../../server/src/features/codeAction/migration.ts';
import type { AdminPolicy } from '../../../server/src/model/adminPolicy.ts';
import { resourcesOf } from '../../../server/src/model/read.ts';
import type { Resource } from '../../../server/src/model/resource.ts';
import { usualAssumptions } from '../../../server/src/policy/assumptions.ts';
import type { Cluster } from '../../../server/src/policy/connect.ts';
import type { IrPolicy } from '../../../server/src/policy/ir.ts';
import { lowerAdminPolicy } from '../../../server/src/policy/lower/admin.ts';
import { adminPolicies, namespaceLabels, pods, policies } from '../../policy/arbitrary.ts';
import { diffOf } from '../../policy/load.ts';
import { clusterOf, namespaceManifests, podManifest } from '../../policy/manifests.ts';

const selector = fc.constantFrom<object>(
  {},
  { matchLabels: { app: 'web' } },
  { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
  { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['db', 'on'] }] },
);
const somePods = fc.record({ namespaceSelector: selector, podSelector: selector });
const inside = fc.oneof(fc.record({ namespaces: selector }), fc.record({ pods: somePods }));
const outside = fc.oneof(inside, fc.record({ networks: fc.constant(['10.0.0.0/8', '::/0']) }));
const number = fc.integer({ min: 1, max: 65535 });
const protocol = fc.constantFrom('TCP', 'UDP', 'SCTP');
const port = fc.oneof(
  fc.record({
    portNumber: fc.record({ protocol, port: number }, { requiredKeys: ['port'] }),
  }),
  fc.tuple(protocol, number, number).map(([name, one, other]) => ({
    portRange: { protocol: name, start: Math.min(one, other), end: Math.max(one, other) },
  })),
  fc.record({ namedPort: fc.constantFrom('http', 'on', '8080') }),
);
const rulesOf = (side: 'from' | 'to', peer: fc.Arbitrary<object>): fc.Arbitrary<object[]> =>
  fc.array(
    fc.record(
      {
        name: fc.constantFrom('first', 'a # b', 'yes'),
        action: fc.constantFrom('Allow', 'Deny', 'Pass'),
        [side]: fc.array(peer, { minLength: 1, maxLength: 3 }),
        ports: fc.array(port, { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ['action', side] },
    ),
    { maxLength: 3 },
  );
const drawnPolicy = fc
  .record({
    baseline: fc.boolean(),
    priority: fc.integer({ min: 0, max: 1000 }),
    subject: inside,
    ingress: rulesOf('from', inside),
    egress: rulesOf('to', outside),
  })
  .map(({ baseline, priority, ...spec }) => ({
    apiVersion: 'policy.networking.k8s.io/v1alpha1',
    kind: baseline ? 'BaselineAdminNetworkPolicy' : 'AdminNetworkPolicy',
    metadata: { name: 'default' },
    spec: baseline ? spec : { priority, ...spec },
  }));

const styles = [
  (value: object) => stringify(value, { compat: 'yaml-1.1' }),
  (value: object) =>
    stringify(value, { compat: 'yaml-1.1', indentSeq: false }).replaceAll('\n', '\r\n'),
  (value: object) => stringify(value, { compat: 'yaml-1.1', collectionStyle: 'flow' }),
  (value: object) => JSON.stringify(value, null, 2),
];

/** What a policy means, without where it stands and what it is called. */
const meaning = (text: string): unknown => {
  const [resource] = resourcesOf({ text });
  assert.ok(resource?.sound === true, text);
  const { subject, isolates, rules, unsure }: IrPolicy = lowerAdminPolicy(
    resource as Resource<AdminPolicy>,
    'file:///policy.yaml',
  );
  return JSON.parse(
    JSON.stringify({ subject, isolates, rules, unsure }, (key: string, value: unknown) =>
      key === 'span' ? undefined : value,
    ),
  );
};

test('a migrated policy means the same, in every layout', () => {
  fc.assert(
    fc.property(drawnPolicy, fc.constantFrom(...styles), (policy, style) => {
      const text = style(policy);
      const [resource] = resourcesOf({ text });
      const migration = migrationOf(resource as Resource<AdminPolicy>);
      assert.ok('edits' in migration, 'reason' in migration ? migration.reason : '');
      const after = applyEdits(text, migration.edits);
      assert.deepEqual(meaning(after), meaning(text));
      const { kind, spec } = resourcesOf({ text: after })[0]!.body as AdminPolicy;
      assert.equal(kind, 'ClusterNetworkPolicy');
      assert.equal(spec.tier, policy.kind === 'AdminNetworkPolicy' ? 'Admin' : 'Baseline');
      assert.equal(typeof spec.priority, 'number');
    }),
    { numRuns: 500 },
  );
});

test('migrating all policies of a cluster changes no connection in it', () => {
  const drawn = fc.record({
    namespaces: namespaceLabels,
    known: pods,
    older: adminPolicies,
    own: policies,
  });
  fc.assert(
    fc.property(drawn, ({ namespaces, known, older, own }) => {
      const clusterWith = (admin: readonly object[]): Cluster =>
        clusterOf(
          [...namespaceManifests(namespaces), ...known.map(podManifest), ...own, ...admin],
          usualAssumptions,
        );
      const newer = older.map((policy): object => {
        const text = JSON.stringify(policy);
        const migration = migrationOf(resourcesOf({ text })[0] as Resource<AdminPolicy>);
        assert.ok('edits' in migration);
        return JSON.parse(applyEdits(text, migration.edits)) as object;
      });
      const { changes, doubts } = diffOf(clusterWith(older), clusterWith(newer), usualAssumptions);
      assert.deepEqual([changes, doubts], [[], []]);
    }),
    { numRuns: 150 },
  );
});
