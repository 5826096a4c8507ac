import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { expressionOf } from '../../../server/src/policy/selector/calico/ofLabels.ts';
import { podSelectorOf } from '../../../server/src/features/codeAction/conversion/calicoSelector.ts';
import { ALL } from '../../../server/src/policy/selector/calico/expression.ts';
import { parse } from '../../../server/src/policy/selector/calico/parse.ts';
import { selectorOf as calicoSelector } from '../../../server/src/policy/selector/calico/selectorOf.ts';
import { selectorOf as kubernetesSelector } from '../../../server/src/policy/selector/k8s.ts';
import { matches } from '../../../server/src/policy/selector/selector.ts';
import { apply, EMPTY, textOf, type Snapshot } from '../../../server/src/workspace/snapshot.ts';
import { labels, namespaceLabels, NAMESPACES, pods, policies } from '../../policy/arbitrary.ts';
import { adminPolicies } from '../../policy/arbitraryAdmin.ts';
import { deployment, namespaceManifests, podManifest } from '../../policy/manifests.ts';
import { commented, commentsIn } from '../../support/commented.ts';
import { after, assertSame, conversionIn } from './converting.ts';

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
          .map((object) => stringify(object, { compat: 'yaml-1.1' }))
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
        assertSame(before, after(before, uri, action), uri);
      }
    }),
    { numRuns: 120 },
  );
  assert.ok(converted > 150 && refused < converted / 4, `${converted} of ${converted + refused}`);
});

test('what Calico was told, Kubernetes can be told again, with the same meaning', () => {
  let there = 0;
  fc.assert(
    fc.property(drawn, (cluster) => {
      const before = snapshotOf(cluster);
      for (const index of cluster.own.keys()) {
        const uri = uriOf(index);
        const action = conversionIn(before, uri);
        if (action.refused !== undefined) continue;
        const converted = after(before, uri, action);
        const back = conversionIn(converted, uri);
        assert.equal(back.refused, undefined, textOf(converted.files.get(uri)!));
        there++;
        assertSame(before, after(converted, uri, back), uri);
      }
    }),
    { numRuns: 100 },
  );
  assert.ok(there > 100, `${there} policies`);
});

const conditions = ['app', 'tier'].flatMap((key) => [
  `${key} == 'a'`,
  `${key} != 'a'`,
  `${key} in {'a', 'b'}`,
  `${key} not in {'a', 'b'}`,
  `${key} not in {}`,
  `has(${key})`,
]);

test('a selector matches the same labels in both languages', () => {
  const condition = fc.tuple(fc.constantFrom(...conditions), fc.boolean());
  const chosen = fc
    .array(condition, { maxLength: 3 })
    .map((drawnOnes) =>
      drawnOnes.map(([text, negated]) => (negated ? `!(${text})` : text)).join(' && '),
    );
  const values = fc.constantFrom<string | undefined>(undefined, 'a', 'b', 'c');
  let told = 0;
  fc.assert(
    fc.property(chosen, values, values, (text, app, tier) => {
      const expression = parse(text).expression ?? ALL;
      const rewritten = podSelectorOf(expression);
      if ('reason' in rewritten) return;
      told++;
      const known = JSON.parse(JSON.stringify({ app, tier })) as Record<string, string>;
      const wanted = matches(calicoSelector(expression), known);
      assert.equal(matches(kubernetesSelector(rewritten)!, known), wanted, text);
      assert.equal(matches(calicoSelector(expressionOf(rewritten)), known), wanted, text);
    }),
    { numRuns: 1000 },
  );
  assert.ok(told > 500, `${told} selectors`);
});

const end = fc.oneof(
  fc.record({
    selector: fc.oneof(
      selector,
      fc.constantFrom("!(app == 'a')", "!(app == 'a') && tier not in {'b'}", "!(tier != 'a')"),
    ),
  }),
  fc.record({
    namespaceSelector: fc.constantFrom(
      'all()',
      "app in {'a', 'b'}",
      "projectcalico.org/name == 'y'",
      "has(projectcalico.org/name) && app != 'a'",
      "app != 'b'",
      '!has(projectcalico.org/name) || has(app)',
    ),
    selector: fc.constantFrom('', "app == 'a'", "projectcalico.org/orchestrator == 'k8s'"),
  }),
  fc.record(
    {
      nets: fc.constantFrom(['10.0.0.0/8', '8.8.8.8/32'], ['10.0.0.0/23', '10.0.1.0/24']),
      notNets: fc.constantFrom(['10.0.1.0/24'], ['10.0.0.0/8', '192.0.2.0/25'], ['9.0.0.0/8']),
      ipVersion: fc.constant(4),
    },
    { requiredKeys: [] },
  ),
);
const allow = fc
  .record({
    action: fc.oneof({ weight: 20, arbitrary: fc.constant('Allow') }, fc.constant('Deny')),
    protocol: fc.oneof(
      { weight: 15, arbitrary: fc.constantFrom<string | number>('TCP', 'UDP', 6, 'SCTP') },
      fc.constant('ICMP'),
    ),
    ports: fc.option(fc.subarray([80, '79:81', 'http', '443']), { freq: 1, nil: undefined }),
    far: fc.option(end, { freq: 2, nil: undefined }),
  })
  .map(({ action, protocol, ports, far }) => (direction: 'ingress' | 'egress') => {
    const { ipVersion, ...entity } = (far ?? {}) as { ipVersion?: number };
    const withPorts = protocol === 'ICMP' ? {} : { ports };
    return {
      action,
      ...(ports !== undefined && { protocol }),
      ...(ipVersion !== undefined && protocol !== 'ICMP' && { ipVersion }),
      ...(direction === 'ingress'
        ? { source: entity, destination: withPorts }
        : { destination: { ...entity, ...withPorts } }),
    };
  });

/** A policy of Calico that mostly allows, in ways of which most can be told to Kubernetes. */
const candidate = fc
  .record({
    namespace: fc.constantFrom(...NAMESPACES),
    order: fc.constantFrom(undefined, 500, 1000, 1001),
    selector,
    types: fc.constantFrom(undefined, ['Ingress'], ['Ingress', 'Egress']),
    ingress: fc.option(fc.array(allow, { maxLength: 2 }), { nil: undefined }),
    egress: fc.option(fc.array(allow, { maxLength: 2 }), { nil: undefined }),
  })
  .map(({ namespace, ingress, egress, ...spec }) => ({
    apiVersion: 'projectcalico.org/v3',
    kind: 'NetworkPolicy',
    metadata: { name: 'candidate', namespace },
    spec: {
      ...spec,
      ...(ingress && { ingress: ingress.map((rule) => rule('ingress')) }),
      ...(egress && { egress: egress.map((rule) => rule('egress')) }),
    },
  }));

test('a policy of Calico means the same as a policy of Kubernetes, or cannot be one', () => {
  const uri = 'file:///candidate.yaml';
  let [converted, refused] = [0, 0];
  fc.assert(
    fc.property(drawn, candidate, (cluster, policy) => {
      const text = cluster.style(JSON.parse(JSON.stringify(policy)) as object);
      const before = apply(snapshotOf(cluster), { reason: 'test', upserted: [{ uri, text }] });
      const action = conversionIn(before, uri);
      if (action.refused === undefined) {
        converted++;
        assertSame(before, after(before, uri, action), uri);
      } else {
        assert.doesNotMatch(action.refused, /mistakes of its own/);
        refused++;
      }
    }),
    { numRuns: 300 },
  );
  assert.ok(converted > 100 && refused > 50, `${converted} converted, ${refused} refused`);
});

/** The candidate with ends that say less, or of whom they are. */
const wider = fc
  .tuple(
    candidate,
    fc.constantFrom(undefined, '', "app == 'a'", "projectcalico.org/name == 'b'"),
    fc.constantFrom({}, { notSelector: "app == 'a'" }, { serviceAccounts: { names: ['b'] } }),
  )
  .map(([{ spec, ...policy }, serviceAccountSelector, extra]) => ({
    ...policy,
    spec: {
      ...spec,
      ...(serviceAccountSelector !== undefined && { serviceAccountSelector }),
      ingress: [...(spec.ingress ?? []), { action: 'Allow', source: extra, destination: extra }],
    },
  }));

test('a policy of Calico means the same as one of the whole cluster, and keeps its comments', () => {
  const uri = 'file:///candidate.yaml';
  let [converted, kept] = [0, 0];
  const places = fc.uniqueArray(fc.nat(60), { maxLength: 30 });
  fc.assert(
    fc.property(drawn, wider, places, (cluster, policy, where) => {
      const plain = cluster.style(JSON.parse(JSON.stringify(policy)) as object);
      const text = cluster.style === styles[0] ? commented(plain, where) : plain;
      const before = apply(snapshotOf(cluster), { reason: 'test', upserted: [{ uri, text }] });
      const action = conversionIn(before, uri, 'GlobalNetworkPolicy');
      if (action.refused !== undefined) {
        assert.match(action.refused, /mistakes of its own|within brackets/);
        return;
      }
      converted++;
      const now = after(before, uri, action);
      const wide = textOf(now.files.get(uri)!);
      assert.match(wide, /GlobalNetworkPolicy/);
      assert.deepEqual(commentsIn(wide), commentsIn(text), `${text}\n${wide}`);
      kept += commentsIn(text).length;
      assertSame(before, now, uri);
    }),
    { numRuns: 120 },
  );
  assert.ok(converted > 100 && kept > 50, `${converted} converted, ${kept} comments`);
});

test('a conversion keeps every comment, and so does the way back', () => {
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
        assertSame(before, now, uri);
        const again = after(now, uri, conversionIn(now, uri));
        const last = textOf(again.files.get(uri)!);
        assert.deepEqual(commentsIn(last), commentsIn(text!), `${text}\n${last}`);
      }
    }),
    { numRuns: 50 },
  );
  assert.ok(kept > 300, `${kept} comments`);
});
