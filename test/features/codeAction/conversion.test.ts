import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { applyEdits } from '../../../server/src/base/edits.ts';
import { conversions } from '../../../server/src/features/codeAction/conversions.ts';
import type { Action } from '../../../server/src/features/feature.ts';
import { usualAssumptions } from '../../../server/src/policy/assumptions.ts';
import { clusterOf } from '../../../server/src/workspace/cluster.ts';
import { apply, EMPTY, textOf, type Snapshot } from '../../../server/src/workspace/snapshot.ts';
import { labels, namespaceLabels, NAMESPACES, pods, policies } from '../../policy/arbitrary.ts';
import { adminPolicies } from '../../policy/arbitraryAdmin.ts';
import { diffOf } from '../../policy/load.ts';
import { deployment, namespaceManifests, podManifest } from '../../policy/manifests.ts';
import { contextIn } from '../../support/answer.ts';

/*
 * A policy that is converted means what it did, whatever else is in the cluster: nothing that `diff` finds changes, and
 * nothing that was certain is in doubt.
 */

const styles = [
  (value: object) => stringify(value, { compat: 'yaml-1.1' }),
  (value: object) =>
    stringify(value, { compat: 'yaml-1.1', indentSeq: false }).replaceAll('\n', '\r\n'),
  (value: object) => stringify(value, { compat: 'yaml-1.1', collectionStyle: 'flow' }),
  (value: object) => `${JSON.stringify(value, null, 2)}\n`,
];

const selector = fc.constantFrom(
  'all()',
  'all()',
  'all()',
  "app == 'a'",
  "app != 'a'",
  "has(tier) && app in {'a', 'b'}",
  "projectcalico.org/orchestrator == 'k8s'",
);
const entity = fc.oneof(
  fc.record({ selector }),
  fc.record({ selector, namespaceSelector: fc.constantFrom('all()', "app == 'b'", 'global()') }),
  fc.record({ nets: fc.constantFrom(['10.0.0.0/24'], ['0.0.0.0/0'], ['fd00::/16']) }),
);
const action = fc.constantFrom('Allow', 'Deny', 'Deny', 'Deny', 'Pass', 'Log');
const calicoRule = fc.oneof(
  fc.record({ action }),
  fc.record(
    { action, protocol: fc.constantFrom('TCP', 'UDP'), source: entity, destination: entity },
    { requiredKeys: ['action'] },
  ),
);
const calicoRules = fc.array(calicoRule, { minLength: 1, maxLength: 2 });

/** Policies of Calico beside those that are converted: before them, behind them, and at their order. */
const neighbours = fc
  .array(
    fc.record(
      {
        order: fc.constantFrom(10, 999, 1000, 1001),
        tier: fc.constantFrom('default', 'default', 'early'),
        selector,
        types: fc.constantFrom(['Ingress'], ['Ingress', 'Egress']),
        ingress: calicoRules,
        egress: calicoRules,
      },
      { requiredKeys: ['order', 'selector', 'types', 'ingress', 'egress'] },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .chain((specs) =>
    fc.tuple(
      ...specs.map((spec, index) =>
        fc.constantFrom(null, ...NAMESPACES).map((namespace) => ({
          apiVersion: 'projectcalico.org/v3',
          kind: namespace === null ? 'GlobalNetworkPolicy' : 'NetworkPolicy',
          metadata: { name: `calico-${index}`, ...(namespace !== null && { namespace }) },
          spec,
        })),
      ),
    ),
  );

/** Addresses with labels that selectors of Calico may find where those of Kubernetes find pods alone. */
const sets = fc.array(
  fc.tuple(fc.constantFrom(...NAMESPACES, 'everywhere', 'host'), labels).map(([home, own]) =>
    home === 'host'
      ? {
          apiVersion: 'projectcalico.org/v3',
          kind: 'HostEndpoint',
          metadata: { name: 'host', labels: own },
          spec: { node: 'n', interfaceName: '*', expectedIPs: ['192.0.2.1'] },
        }
      : {
          apiVersion: 'projectcalico.org/v3',
          kind: home === 'everywhere' ? 'GlobalNetworkSet' : 'NetworkSet',
          metadata: {
            name: 'set',
            ...(home !== 'everywhere' && { namespace: home }),
            labels: own,
          },
          spec: { nets: ['192.0.2.0/24', '8.8.8.8', '10.0.1.0/24'] },
        },
  ),
  { maxLength: 2 },
);

/** Calico's tiers hold for every namespace, so that converting the first policy does not bring them. */
const CALICO = [
  {
    apiVersion: 'projectcalico.org/v3',
    kind: 'GlobalNetworkPolicy',
    metadata: { name: 'none' },
    spec: { selector: '!all()', types: ['Ingress'] },
  },
  {
    apiVersion: 'projectcalico.org/v3',
    kind: 'Tier',
    metadata: { name: 'early' },
    spec: { order: 10 },
  },
];

const drawn = fc.record({
  namespaces: namespaceLabels,
  hidden: fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, fc.subarray(NAMESPACES)),
  known: pods,
  asTemplates: fc.boolean(),
  own: policies,
  calico: neighbours,
  sets,
  admin: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, adminPolicies),
  style: fc.constantFrom(...styles),
});

const uriOf = (index: number): string => `file:///policy-${index}.yaml`;

/** The cluster, each policy of Kubernetes in a file of its own. */
const snapshotOf = ({
  namespaces,
  hidden,
  known,
  asTemplates,
  own,
  calico,
  sets: addresses,
  admin,
  style,
}: Drawn): Snapshot =>
  apply(EMPTY, {
    reason: 'test',
    upserted: [
      {
        uri: 'file:///cluster.yaml',
        text: [
          ...namespaceManifests(
            Object.fromEntries(
              Object.entries(namespaces).filter(([name]) => !hidden.includes(name)),
            ),
          ),
          ...known.map((pod) => (asTemplates ? deployment(pod) : podManifest(pod))),
          ...CALICO,
          ...calico,
          ...addresses,
          ...admin,
        ]
          .map((object) => stringify(object))
          .join('---\n'),
      },
      ...own.map((policy, index) => ({
        uri: uriOf(index),
        text: style({ ...policy, spec: { podSelector: {}, ...policy.spec } }),
      })),
    ],
    read: true,
  });

type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

/** The conversion that is offered for the policy in a file. */
function conversionIn(snapshot: Snapshot, uri: string): Action {
  const file = snapshot.files.get(uri)!;
  const [{ chunk }] = file.chunks as [(typeof file.chunks)[0]];
  const span = { start: 0, end: chunk.text.length };
  const [action] = conversions.actions(contextIn(snapshot, file), [{ chunk, span }]);
  assert.ok(action);
  return action;
}

const after = (snapshot: Snapshot, uri: string, action: Action): Snapshot => {
  const text = textOf(snapshot.files.get(uri)!);
  const [{ edits } = assert.fail()] = action.edits();
  return apply(snapshot, { reason: 'test', upserted: [{ uri, text: applyEdits(text, edits) }] });
};

const same = (before: Snapshot, now: Snapshot, uri: string): void => {
  const { changes, doubts } = diffOf(clusterOf(before), clusterOf(now), usualAssumptions);
  const texts = [before, now].map(({ files }) => textOf(files.get(uri)!));
  assert.deepEqual([changes, doubts], [[], []], texts.join('\n'));
};

test('a policy of Kubernetes means the same as a policy of Calico, beside all others', () => {
  let [converted, refused] = [0, 0];
  fc.assert(
    fc.property(drawn, (cluster) => {
      const before = snapshotOf(cluster);
      for (const index of cluster.own.keys()) {
        const uri = uriOf(index);
        const action = conversionIn(before, uri);
        if (action.refused !== undefined) {
          assert.match(action.refused, /mistakes of its own/);
          refused++;
          continue;
        }
        converted++;
        same(before, after(before, uri, action), uri);
      }
    }),
    { numRuns: 120 },
  );
  assert.ok(converted > 150 && refused < converted / 4, `${converted} of ${converted + refused}`);
});

const commentsIn = (text: string): string[] => [...(text.match(/# c\d+/g) ?? [])].sort();

/** A block text with comments above and behind some of its lines. */
const commented = (text: string, places: readonly number[]): string =>
  text
    .split('\n')
    .map((line, index) => {
      const [indent] = /^ */.exec(line)!;
      const above = places.includes(2 * index) ? `${indent}# c${2 * index}\n` : '';
      const behind = places.includes(2 * index + 1) && line !== '' ? ` # c${2 * index + 1}` : '';
      return above + line + behind;
    })
    .join('\n');

test('a conversion keeps every comment, and means the same with them', () => {
  let kept = 0;
  const places = fc.uniqueArray(fc.nat(60), { minLength: 10, maxLength: 30 });
  fc.assert(
    fc.property(drawn, places, fc.boolean(), (cluster, where, indentSeq) => {
      const before = snapshotOf({
        ...cluster,
        style: (value) => commented(stringify(value, { compat: 'yaml-1.1', indentSeq }), where),
      });
      for (const index of cluster.own.keys()) {
        const uri = uriOf(index);
        const action = conversionIn(before, uri);
        if (action.refused !== undefined) continue;
        const now = after(before, uri, action);
        const [old, text] = [before, now].map(({ files }) => textOf(files.get(uri)!));
        assert.deepEqual(commentsIn(text!), commentsIn(old!), `${old}\n${text}`);
        kept += commentsIn(text!).length;
        same(before, now, uri);
      }
    }),
    { numRuns: 50 },
  );
  assert.ok(kept > 300, `${kept} comments`);
});
