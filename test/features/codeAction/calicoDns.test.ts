import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { calicoDefaultDenies } from '../../../server/src/features/codeAction/calicoDefaultDenies.ts';
import { calicoDnsInsertions } from '../../../server/src/features/codeAction/calicoDnsInsertions.ts';
import { isEmpty, subtract } from '../../../server/src/policy/conns.ts';
import {
  actionsOf,
  after,
  allowedIn,
  asked,
  codesOf,
  DNS,
  policyIn,
  snapshotOf,
} from './dnsCluster.ts';

/*
 * What lets DNS out of Calico's policies does so, whatever else they say.
 */

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
      assert.equal(asked(now), 2, policyIn(now));
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
    const { there, back } = allowedIn(now);
    assert.ok(isEmpty(DNS.reduce(subtract, there)));
    assert.ok(isEmpty(back));
    assert.deepEqual(codesOf(now), codesOf(before));
  }
});
