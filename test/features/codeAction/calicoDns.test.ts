import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { applyEdits } from '../../../server/src/base/edits.ts';
import { calicoDefaultDenies } from '../../../server/src/features/codeAction/calicoDefaultDenies.ts';
import { calicoDnsInsertions } from '../../../server/src/features/codeAction/calicoDnsInsertions.ts';
import type { Producer } from '../../../server/src/features/codeAction/producer.ts';
import { usualAssumptions } from '../../../server/src/policy/assumptions.ts';
import { connect } from '../../../server/src/policy/connect.ts';
import { isEmpty, ofPorts, subtract } from '../../../server/src/policy/conns.ts';
import { findingsOf } from '../../../server/src/rules/run.ts';
import { clusterOf } from '../../../server/src/workspace/cluster.ts';
import { apply, EMPTY, textOf, type Snapshot } from '../../../server/src/workspace/snapshot.ts';
import { contextIn } from '../../support/answer.ts';

/*
 * What lets DNS out of Calico's policies does so, whatever else they say.
 */

const POLICY = 'file:///policy.yaml';

const CLUSTER = `
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: v1
kind: Namespace
metadata: {name: kube-system}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {containers: [{name: main}]}
---
apiVersion: v1
kind: Pod
metadata: {name: dns, namespace: kube-system, labels: {k8s-app: kube-dns}}
spec: {containers: [{name: main}]}
`;

const end = fc.constantFrom<object | undefined>(
  undefined,
  undefined,
  { selector: "app == 'db'" },
  { namespaceSelector: 'all()' },
  {
    namespaceSelector: "projectcalico.org/name == 'kube-system'",
    selector: "k8s-app == 'kube-dns'",
  },
  { nets: ['10.0.0.0/8'] },
);
/** Port 53 of others than the resolver would be taken for that of another one. */
const meansDns = (destination: object | undefined): boolean =>
  destination === undefined || 'namespaceSelector' in destination;

const rule = fc
  .record({
    action: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny', 'Pass', 'Log'),
    protocol: fc.constantFrom(undefined, 'UDP', 'TCP'),
    destination: end,
    ports: fc.constantFrom(undefined, [53], [443], ['1:100']),
  })
  .filter(({ destination, ports }) => meansDns(destination) || ports?.[0] !== 53)
  .map(({ action, protocol, destination, ports }) => ({
    action,
    protocol,
    destination:
      protocol === undefined || ports === undefined ? destination : { ...destination, ports },
  }));
const policy = fc
  .record({
    isGlobal: fc.boolean(),
    order: fc.constantFrom(undefined, 10),
    egress: fc.option(fc.array(rule, { maxLength: 4 }), { nil: undefined }),
    style: fc.constantFrom<(value: object) => string>(
      (value) => stringify(value),
      (value) => stringify(value, { collectionStyle: 'flow' }),
    ),
  })
  .map(({ isGlobal, order, egress, style }) =>
    style(
      JSON.parse(
        JSON.stringify({
          apiVersion: 'projectcalico.org/v3',
          kind: isGlobal ? 'GlobalNetworkPolicy' : 'NetworkPolicy',
          metadata: { name: 'web', namespace: isGlobal ? undefined : 'shop' },
          spec: { order, selector: "app == 'web'", types: ['Egress'], egress },
        }),
      ) as object,
    ),
  );

const snapshotOf = (text: string): Snapshot =>
  apply(EMPTY, {
    reason: 'test',
    upserted: [
      { uri: 'file:///cluster.yaml', text: CLUSTER },
      { uri: POLICY, text },
    ],
    read: true,
  });

function actionsOf(producer: Producer, snapshot: Snapshot) {
  const file = snapshot.files.get(POLICY)!;
  const [{ chunk } = assert.fail()] = file.chunks;
  const span = { start: 0, end: chunk.text.length };
  return producer.actions(contextIn(snapshot, file), [{ chunk, span }]);
}

const after = (snapshot: Snapshot, action: ReturnType<typeof actionsOf>[0]): Snapshot => {
  const [{ edits } = assert.fail()] = action.edits();
  return snapshotOf(applyEdits(textOf(snapshot.files.get(POLICY)!), edits));
};

const DNS = ['UDP', 'TCP'].map((protocol) => ofPorts(protocol, [[53, 53]]));

/** Over how many protocols `web` can ask the resolver. */
function asked(snapshot: Snapshot): number {
  const { endpoints, tiersFor } = clusterOf(snapshot);
  const [web, dns] = ['web', 'dns'].map((wanted) => endpoints.find(({ name }) => name === wanted)!);
  const { allowed } = connect(web!, dns!, tiersFor, usualAssumptions);
  return DNS.filter((conns) => isEmpty(subtract(conns, allowed))).length;
}

test('where DNS is let out, the resolver can be asked, and it is offered where it cannot be', () => {
  let [offered, silent] = [0, 0];
  fc.assert(
    fc.property(policy, (text) => {
      const before = snapshotOf(text);
      const [action] = actionsOf(calicoDnsInsertions, before);
      if (action === undefined) {
        silent++;
        assert.equal(asked(before), 2, text);
        return;
      }
      offered++;
      const now = after(before, action);
      assert.equal(asked(now), 2, textOf(now.files.get(POLICY)!));
      assert.deepEqual(actionsOf(calicoDnsInsertions, now), []);
    }),
    { numRuns: 300 },
  );
  assert.ok(offered > 100 && silent > 20, `${offered} offered, ${silent} not`);
});

test('a default deny denies all but DNS, and nothing is found to be wrong with it', () => {
  const before = snapshotOf(
    "apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: {name: a, namespace: shop}\nspec: {selector: app == 'db', types: [Ingress]}\n",
  );
  const actions = actionsOf(calicoDefaultDenies, before);
  assert.equal(actions.length, 2);
  for (const action of actions) {
    const now = after(before, action);
    assert.equal(asked(now), 2);
    const { endpoints, tiersFor } = clusterOf(now);
    const [web, dns] = ['web', 'dns'].map((wanted) =>
      endpoints.find(({ name }) => name === wanted)!,
    );
    const there = connect(web!, dns!, tiersFor, usualAssumptions).allowed;
    assert.ok(isEmpty(DNS.reduce(subtract, there)));
    assert.ok(isEmpty(connect(dns!, web!, tiersFor, usualAssumptions).allowed));
    const codes = findingsOf(now, POLICY).map(({ meta }) => meta.code);
    assert.deepEqual(
      codes,
      findingsOf(before, POLICY).map(({ meta }) => meta.code),
    );
  }
});
