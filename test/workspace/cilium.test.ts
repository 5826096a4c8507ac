import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ciliumBeside, rulesInForce } from '../../server/src/rules/support/ciliumPolicies.ts';
import { worldRule } from '../../server/src/rules/rule.ts';
import { findingsOf } from '../../server/src/rules/run.ts';
import type { Snapshot } from '../../server/src/workspace/snapshot.ts';
import { worldOf } from '../../server/src/workspace/world.ts';
import { at, namespace, snapshotOf, typed } from './build.ts';

const cilium = (name: string, where: string | null, spec: string): string => `---
apiVersion: cilium.io/v2
kind: ${where === null ? 'CiliumClusterwideNetworkPolicy' : 'CiliumNetworkPolicy'}
metadata: {name: ${name}${where === null ? '' : `, namespace: ${where}`}}
spec: ${spec}
`;

const web = '{endpointSelector: {matchLabels: {app: web}}, ingress: [{fromEntities: [host]}]}';
const files = {
  'namespaces.yaml': namespace('shop', 'stage: prod') + namespace('other', 'stage: test'),
  'web.yaml': cilium('web', 'shop', web),
  'db.yaml': cilium('db', 'shop', web.replace('web', 'db')),
  'nets.yaml': cilium(
    'nets',
    'shop',
    '{endpointSelector: {}, ingress: [{fromCIDRSet: [{cidrGroupRef: office}]}]}',
  ),
  'other.yaml': cilium('web', 'other', web),
  'cluster.yaml': cilium('all', null, '{endpointSelector: {}, egress: [{toEntities: [world]}]}'),
  'office.yaml':
    '---\napiVersion: cilium.io/v2\nkind: CiliumCIDRGroup\nmetadata: {name: office}\nspec: {externalCIDRs: [10.1.0.0/16]}\n',
  'node.yaml':
    '---\napiVersion: v1\nkind: Node\nmetadata: {name: one}\nstatus: {addresses: [{type: InternalIP, address: 10.0.0.1}]}\n',
};

const policiesIn = (snapshot: Snapshot, key: string): ReadonlyMap<string, object> =>
  new Map(
    worldOf(snapshot)
      .ciliumPolicies(key)
      .map((policy) => [policy.name, policy]),
  );

test('typing in one policy, or in a group of addresses, keeps every other that speaks of neither', () => {
  const first = snapshotOf(files);
  const before = policiesIn(first, 'shop');
  assert.deepEqual([...before.keys()].sort(), ['all', 'db', 'nets', 'web']);
  const edited = policiesIn(typed(first, 'db.yaml', 'app: db', 'app: dbs'), 'shop');
  for (const name of ['web', 'nets', 'all']) assert.equal(edited.get(name), before.get(name), name);
  assert.notEqual(edited.get('db'), before.get('db'));
  const regrouped = policiesIn(typed(first, 'office.yaml', '10.1', '10.2'), 'shop');
  for (const name of ['web', 'db', 'all'])
    assert.equal(regrouped.get(name), before.get(name), name);
  assert.notEqual(regrouped.get('nets'), before.get('nets'));
});

test('a policy of the whole cluster is one object in all namespaces', () => {
  const snapshot = snapshotOf(files);
  assert.equal(policiesIn(snapshot, 'shop').get('all'), policiesIn(snapshot, 'other').get('all'));
});

test('what stands beside a policy is found by its labels, and a rule runs again only where that changes', () => {
  let runs = 0;
  const rule = worldRule(
    {
      code: 'counted',
      title: 'counted',
      category: 'clarity',
      severity: 'warning',
      docs: '',
      since: '0.1.0',
      fixable: false,
    },
    ['cilium/CiliumNetworkPolicy'],
    function* (member, world) {
      runs++;
      for (const { policy } of rulesInForce(member, world))
        yield {
          span: member.resource.source.value(member.resource.body.metadata, 'name'),
          confidence: 'proven',
          message: ciliumBeside(policy.subject, world)
            .map(({ name }) => name)
            .join(),
        };
    },
  );
  const messages = (snapshot: Snapshot): string[] =>
    findingsOf(snapshot, at('web.yaml'), {
      rules: [rule],
      log: (_, error) => assert.fail(String(error)),
    }).map(({ message }) => message);
  const first = snapshotOf(files);
  assert.deepEqual(messages(first), ['nets,web,all']);
  const elsewhere = [
    ['namespaces.yaml', 'stage: prod', 'stage: production'],
    ['other.yaml', 'app: web', 'app: wob'],
    ['office.yaml', 'name: office', 'name: official'],
  ] as const;
  // Of the group speaks a policy beside it, so that it is looked at once more.
  for (const [index, [file, before, after]] of elsewhere.entries()) {
    messages(typed(first, file, before, after));
    assert.equal(runs, index < 2 ? 1 : 2, file);
    messages(first);
  }
  const before = runs;
  assert.deepEqual(messages(typed(first, 'cluster.yaml', 'name: all', 'name: every')), [
    'nets,web,every',
  ]);
  assert.equal(runs, before + 1);
});
