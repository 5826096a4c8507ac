import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { ciliumDefaultDenies } from '../../../server/src/features/codeAction/ciliumDefaultDenies.ts';
import { ciliumDnsInsertions } from '../../../server/src/features/codeAction/ciliumDnsInsertions.ts';
import { isEmpty, ofPorts, subtract } from '../../../server/src/policy/conns.ts';
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
 * What lets DNS out of Cilium's policies does so, whatever else they say, and has it looked at where they speak of names.
 */

const system = { matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'kube-system' } };
const peers = fc.constantFrom<object>(
  {},
  { toEndpoints: [system] },
  { toEndpoints: [{ matchLabels: { app: 'db' } }] },
  { toEntities: ['cluster'] },
  { toEntities: ['kube-apiserver'] },
  { toCIDR: ['192.0.2.0/24'] },
  { toFQDNs: [{ matchName: 'example.com' }] },
);
const ports = fc.constantFrom<readonly object[] | undefined>(
  undefined,
  [{ port: '53', protocol: 'ANY' }],
  [{ port: '53', protocol: 'UDP' }],
  [{ port: '443', protocol: 'TCP' }],
  [{ port: '1', endPort: 100, protocol: 'UDP' }],
);
/** Port 53 of others than the resolver would be taken for that of another one. */
const meansDns = (to: object): boolean =>
  [
    '{}',
    JSON.stringify({ toEndpoints: [system] }),
    JSON.stringify({ toEntities: ['cluster'] }),
  ].includes(JSON.stringify(to));

const item = fc
  .tuple(peers, ports)
  .filter(([to, entries]) => meansDns(to) || !JSON.stringify(entries ?? []).includes('"53"'))
  .map(([to, entries]) => ({ ...to, ...(entries && { toPorts: [{ ports: entries }] }) }));

const policy = fc
  .record({
    isClusterwide: fc.boolean(),
    isOfSeveral: fc.boolean(),
    egress: fc.array(item, { minLength: 1, maxLength: 3 }),
    style: fc.constantFrom<(value: object) => string>(
      (value) => stringify(value),
      (value) => stringify(value, { collectionStyle: 'flow' }),
    ),
  })
  .map(({ isClusterwide, isOfSeveral, egress, style }) => {
    const rule = { endpointSelector: { matchLabels: { app: 'web' } }, egress };
    return style({
      apiVersion: 'cilium.io/v2',
      kind: isClusterwide ? 'CiliumClusterwideNetworkPolicy' : 'CiliumNetworkPolicy',
      metadata: { name: 'web', ...(!isClusterwide && { namespace: 'shop' }) },
      ...(isOfSeveral ? { specs: [rule] } : { spec: rule }),
    });
  });

test('where DNS is let out, the resolver can be asked, and it is offered where it cannot be', () => {
  let [offered, silent, named] = [0, 0, 0];
  fc.assert(
    fc.property(policy, (text) => {
      const before = snapshotOf(text);
      const [action] = actionsOf(ciliumDnsInsertions, before);
      if (action === undefined) {
        silent++;
        assert.equal(asked(before), 2, text);
        return;
      }
      offered++;
      const now = after(before, action);
      const written = policyIn(now);
      assert.equal(asked(now), 2, written);
      assert.deepEqual(actionsOf(ciliumDnsInsertions, now), []);
      if (asked(before) > 0 || !text.includes('toFQDNs')) return;
      named++;
      assert.ok(!codesOf(now).includes('fqdn-without-dns-rule'), written);
    }),
    { numRuns: 300 },
  );
  assert.ok(offered > 100 && silent > 20 && named > 20, `${offered}, ${silent}, ${named}`);
});

test('a default deny denies all but DNS, and nothing is found to be wrong with it', () => {
  const before = snapshotOf(
    'apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: a, namespace: shop}\nspec: {endpointSelector: {matchLabels: {app: db}}, ingress: [{}]}\n',
  );
  const actions = actionsOf(ciliumDefaultDenies, before);
  assert.equal(actions.length, 3);
  for (const action of actions) {
    const now = after(before, action);
    const { there, back } = allowedIn(now);
    const isOf = (direction: string): boolean =>
      !/ of (?:in|e)gress/.test(action.title) || action.title.includes(`of ${direction}`);
    assert.equal(asked(now), 2);
    // Without a protocol named it is let out over SCTP, too.
    const beyond = [...DNS, ofPorts('SCTP', [[53, 53]])].reduce(subtract, there);
    assert.equal(isEmpty(beyond), isOf('egress'));
    assert.equal(isEmpty(back), isOf('ingress'));
    assert.deepEqual(codesOf(now), codesOf(before));
  }
});
