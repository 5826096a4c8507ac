import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { usualAssumptions, type Assumptions } from '../../server/src/policy/assumptions.ts';
import { parseAddress } from '../../server/src/policy/cidr.ts';
import { connect } from '../../server/src/policy/connect.ts';
import { NONE, union } from '../../server/src/policy/conns.ts';
import type { Endpoint } from '../../server/src/policy/endpoint.ts';
import { formatConns } from '../../server/src/policy/format.ts';
import type { Node } from '../../server/src/policy/ir.ts';
import { tiersOf } from '../../server/src/policy/tiers.ts';
import { withNodes } from '../../server/src/workspace/nodes.ts';
import { lowered, namespace, pod } from './build.ts';

/*
 * The meaning of the policies of administrators, a sentence of their reference at a time, where the suites of others
 * would not notice that it is another.
 */

const shop = namespace('shop', { labels: { team: 'blue' } });
const bank = namespace('bank', { labels: { team: 'red' } });
const web = pod(shop, 'web', { addresses: ['10.0.0.1', 'fd00::1'] });
const db = pod(shop, 'db', {
  addresses: ['10.0.0.2'],
  ports: [
    { name: 'sql', number: 5432, protocol: 'TCP' },
    { name: 'dns', number: 53, protocol: 'UDP' },
  ],
});
const till = pod(bank, 'till', { addresses: ['10.1.0.1'] });
const daemon = pod(bank, 'daemon', { hostNetwork: true, hostAddress: '192.0.2.1' });
const outside = (address: string): Endpoint => ({ kind: 'external', ...parseAddress(address)! });

interface Answer {
  readonly allowed: string;
  readonly doubt: string;
}

function between(
  source: Endpoint,
  destination: Endpoint,
  objects: readonly object[],
  assumptions: Partial<Assumptions> = {},
  nodes: readonly Node[] | null = null,
): Answer {
  const all = { ...usualAssumptions, ...assumptions };
  const policies = withNodes(objects.map(lowered), nodes);
  const { allowed, doubts } = connect(
    source,
    destination,
    (key) =>
      tiersOf(
        policies.filter((policy) => policy.namespace === null || policy.namespace === key),
        all,
      ),
    all,
  );
  const doubt = doubts.reduce((sum, { conns }) => union(sum, conns), NONE);
  return { allowed: formatConns(allowed, all.protocols), doubt: formatConns(doubt, all.protocols) };
}

const ALL = { allowed: 'All', doubt: 'None' };
const NOTHING = { allowed: 'None', doubt: 'None' };
const only = (allowed: string): Answer => ({ allowed, doubt: 'None' });
const unknown = (doubt: string): Answer => ({ allowed: 'None', doubt });

const EVERYWHERE = { namespaces: {} };
const all = (name: string): object => ({ namespaces: { matchLabels: { team: name } } });
const some = (app: string): object => ({ pods: { podSelector: { matchLabels: { app } } } });

let count = 0;
const cluster = (
  tier: 'Admin' | 'Baseline',
  priority: number,
  spec: { readonly subject?: object; readonly ingress?: object[]; readonly egress?: object[] },
): object => ({
  apiVersion: 'policy.networking.k8s.io/v1alpha2',
  kind: 'ClusterNetworkPolicy',
  metadata: { name: `cluster-${count++}` },
  spec: { tier, priority, subject: EVERYWHERE, ...spec },
});
const older = (priority: number, spec: object): object => ({
  apiVersion: 'policy.networking.k8s.io/v1alpha1',
  kind: 'AdminNetworkPolicy',
  metadata: { name: `older-${count++}` },
  spec: { priority, subject: EVERYWHERE, ...spec },
});
const own = (spec: object): object => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: `own-${count++}`, namespace: 'shop' },
  spec: { podSelector: {}, ...spec },
});

const deny = (...from: object[]): object => ({ action: 'Deny', from });
const accept = (...from: object[]): object => ({ action: 'Accept', from });
const pass = (...from: object[]): object => ({ action: 'Pass', from });

const denyTo = (peer: object): object =>
  cluster('Admin', 1, { egress: [{ action: 'Deny', to: [peer] }] });
const ports = (...entries: object[]): object =>
  older(1, { ingress: [{ action: 'Deny', from: [EVERYWHERE], ports: entries }] });
const protocols = (...entries: object[]): object =>
  cluster('Admin', 1, { ingress: [{ ...deny(EVERYWHERE), protocols: entries }] });

describe('tiers', () => {
  const isolating = own({ policyTypes: ['Ingress'] });

  test('Admin decides before NetworkPolicy, either way', () => {
    const admits = cluster('Admin', 5, { ingress: [accept(all('red'))] });
    assert.deepEqual(between(till, web, [isolating, admits]), ALL);
    assert.deepEqual(between(db, web, [isolating, admits]), NOTHING);
    const refuses = cluster('Admin', 5, { ingress: [deny(all('red'))] });
    assert.deepEqual(between(till, web, [own({ ingress: [{}] }), refuses]), NOTHING);
  });

  test('Pass leaves it to NetworkPolicy, past all that follows in its tier', () => {
    const passes = cluster('Admin', 5, { ingress: [pass(all('red')), deny(EVERYWHERE)] });
    const later = cluster('Admin', 6, { ingress: [deny(EVERYWHERE)] });
    assert.deepEqual(between(till, web, [passes, later]), ALL);
    assert.deepEqual(between(db, web, [passes, later]), NOTHING);
    assert.deepEqual(between(till, web, [passes, later, isolating]), NOTHING);
  });

  test('Pass in Baseline leaves it to the default, which allows', () => {
    const passes = cluster('Baseline', 0, { ingress: [pass(all('red')), deny(EVERYWHERE)] });
    assert.deepEqual(between(till, web, [passes]), ALL);
    assert.deepEqual(between(db, web, [passes]), NOTHING);
  });

  test('Baseline is not asked about a direction that a NetworkPolicy isolates', () => {
    const base = cluster('Baseline', 0, { ingress: [accept(EVERYWHERE)] });
    assert.deepEqual(between(till, web, [isolating, base]), NOTHING);
  });

  test('the lower number decides, and in a policy the first rule', () => {
    const first = cluster('Admin', 1, { ingress: [accept(some('till')), deny(all('red'))] });
    const second = cluster('Admin', 2, { ingress: [deny(some('till'))] });
    assert.deepEqual(between(till, web, [second, first]), ALL);
  });

  test('rules of the other direction do not count, though they come first', () => {
    const policy = cluster('Admin', 1, {
      egress: [{ action: 'Accept', to: [EVERYWHERE] }],
      ingress: [deny(EVERYWHERE)],
    });
    assert.deepEqual(between(till, web, [policy]), NOTHING);
  });

  test('what no rule matches is not denied', () => {
    const policy = cluster('Admin', 1, { ingress: [accept(all('blue'))] });
    assert.deepEqual(between(till, web, [policy]), ALL);
  });
});

describe('a NetworkPolicy that restricts the other direction only', () => {
  const egressOnly = own({ policyTypes: ['Egress'], egress: [{}] });
  const base = cluster('Baseline', 0, { ingress: [deny(EVERYWHERE)] });

  test('leaves this one to Baseline where a direction is what it decides', () => {
    assert.deepEqual(
      between(till, web, [egressOnly, base], { networkPolicyDecides: 'direction' }),
      NOTHING,
    );
  });

  test('decides this one, too, where a pod is', () => {
    assert.deepEqual(between(till, web, [egressOnly, base], { networkPolicyDecides: 'pod' }), ALL);
    const other = own({ podSelector: { matchLabels: { app: 'db' } }, policyTypes: ['Egress'] });
    assert.deepEqual(between(till, web, [other, base], { networkPolicyDecides: 'pod' }), NOTHING);
  });

  test('never decides before Admin', () => {
    const admin = cluster('Admin', 1, { ingress: [deny(EVERYWHERE)] });
    for (const networkPolicyDecides of ['direction', 'pod'] as const)
      assert.deepEqual(between(till, web, [egressOnly, admin], { networkPolicyDecides }), NOTHING);
  });

  test('isolates ingress, too, where policyTypes is missing', () => {
    assert.deepEqual(between(till, web, [own({ egress: [{}] })]), NOTHING);
  });
});

describe('subjects and peers', () => {
  test('a pod outside the subject is not spoken of', () => {
    const policy = cluster('Admin', 1, { subject: all('blue'), ingress: [deny(EVERYWHERE)] });
    assert.deepEqual(between(web, till, [policy]), ALL);
    assert.deepEqual(between(till, web, [policy]), NOTHING);
  });

  test('`pods` without namespaceSelector are those of every namespace, as subject and as peer', () => {
    const subject = cluster('Admin', 1, { subject: some('till'), ingress: [deny(EVERYWHERE)] });
    assert.deepEqual(between(web, till, [subject]), NOTHING);
    const peer = cluster('Admin', 1, { ingress: [deny(some('till'))] });
    assert.deepEqual(between(till, web, [peer]), NOTHING);
    assert.deepEqual(between(db, web, [peer]), ALL);
  });

  test('pods on the network of their node are neither subjects nor peers', () => {
    const policy = cluster('Admin', 1, {
      ingress: [deny(EVERYWHERE)],
      egress: [{ action: 'Deny', to: [EVERYWHERE] }],
    });
    assert.deepEqual(between(daemon, web, [policy]), ALL);
    assert.deepEqual(between(web, daemon, [policy]), ALL);
  });

  test('not even where a plugin finds such pods for a NetworkPolicy', () => {
    const ordinary = { hostNetworkPods: 'ordinary' } as const;
    const policy = cluster('Admin', 1, {
      ingress: [deny(EVERYWHERE)],
      egress: [{ action: 'Deny', to: [EVERYWHERE] }],
    });
    assert.deepEqual(between(daemon, web, [policy], ordinary), ALL);
    assert.deepEqual(between(web, daemon, [policy], ordinary), ALL);
    const host = pod(shop, 'host', { hostNetwork: true });
    assert.deepEqual(between(web, host, [own({ policyTypes: ['Ingress'] })], ordinary), NOTHING);
  });

  test('a pod on the network of its node has the address of the node', () => {
    const ordinary = { hostNetworkPods: 'ordinary', podCIDRs: ['10.0.0.0/8'] } as const;
    for (const more of [{}, ordinary]) {
      assert.deepEqual(
        between(web, daemon, [denyTo({ networks: ['192.0.2.1/32'] })], more),
        NOTHING,
      );
      assert.deepEqual(between(web, daemon, [denyTo({ networks: ['10.0.0.0/8'] })], more), ALL);
      assert.deepEqual(between(web, daemon, [denyTo({ nodes: {} })], more), unknown('All'));
    }
  });

  test('nothing outside the cluster is ever met on ingress', () => {
    const policy = cluster('Admin', 1, { ingress: [deny(EVERYWHERE)] });
    assert.deepEqual(between(outside('8.8.8.8'), web, [policy]), ALL);
  });

  test('a pod reaches itself', () => {
    const policy = cluster('Admin', 1, {
      ingress: [deny(EVERYWHERE)],
      egress: [{ action: 'Deny', to: [EVERYWHERE, { networks: ['0.0.0.0/0', '::/0'] }] }],
    });
    assert.deepEqual(between(web, web, [policy]), ALL);
    assert.deepEqual(between(db, web, [policy]), NOTHING);
  });

  test('networks are of one family, and meet pods by their addresses', () => {
    assert.deepEqual(
      between(web, outside('2001:db8::1'), [denyTo({ networks: ['0.0.0.0/0'] })]),
      ALL,
    );
    assert.deepEqual(
      between(web, outside('2001:db8::1'), [denyTo({ networks: ['2001:db8::/32'] })]),
      NOTHING,
    );
    assert.deepEqual(
      between(web, outside('8.8.8.8'), [denyTo({ networks: ['2001:db8::/32'] })]),
      ALL,
    );
    assert.deepEqual(between(web, db, [denyTo({ networks: ['10.0.0.2/32'] })]), NOTHING);
    assert.deepEqual(between(db, web, [denyTo({ networks: ['fd00::/64'] })]), unknown('All'));
  });

  test('of nodes and names nothing is certain where nothing is known of them', () => {
    assert.deepEqual(between(web, outside('192.0.2.1'), [denyTo({ nodes: {} })]), unknown('All'));
    assert.deepEqual(
      between(web, outside('192.0.2.1'), [denyTo({ domainNames: ['example.com'] })]),
      unknown('All'),
    );
    assert.deepEqual(between(web, db, [denyTo({ domainNames: ['example.com'] })]), ALL);
    assert.deepEqual(between(web, db, [denyTo({ nodes: {} })]), ALL);
  });

  test('a node without an address may have any', () => {
    const [first, second] = ['192.0.2.1', '192.0.2.2'].map(outside) as [Endpoint, Endpoint];
    const nodes = [
      { name: 'one', labels: { role: 'infra' }, addresses: ['192.0.2.1', 'one'] },
      { name: 'two', labels: { role: 'edge' }, addresses: ['two'] },
    ];
    const infra = { matchLabels: { role: 'infra' } };
    assert.deepEqual(between(web, first, [denyTo({ nodes: infra })], {}, nodes), NOTHING);
    assert.deepEqual(between(web, second, [denyTo({ nodes: infra })], {}, nodes), ALL);
    assert.deepEqual(between(web, first, [denyTo({ nodes: {} })], {}, nodes), NOTHING);
    assert.deepEqual(between(web, second, [denyTo({ nodes: {} })], {}, nodes), unknown('All'));
  });
});

describe('ports', () => {
  test('without a protocol they are those of TCP', () => {
    assert.deepEqual(
      between(web, db, [ports({ portNumber: { port: 80 } })]),
      only('SCTP; TCP 1-79,81-65535; UDP'),
    );
    assert.deepEqual(
      between(web, db, [ports({ portRange: { start: 1, end: 65535 } })]),
      only('SCTP; UDP'),
    );
  });

  test('a name is of the destination pod, whatever the protocol', () => {
    assert.deepEqual(
      between(web, db, [protocols({ destinationNamedPort: 'dns' })]),
      only('SCTP; TCP; UDP 1-52,54-65535'),
    );
    assert.deepEqual(between(db, web, [ports({ namedPort: 'sql' })]), ALL);
  });

  test('each protocol has its own', () => {
    assert.deepEqual(
      between(web, db, [
        protocols(
          { udp: { destinationPort: { number: 53 } } },
          { sctp: { destinationPort: { range: { start: 1, end: 65535 } } } },
        ),
      ]),
      only('TCP; UDP 1-52,54-65535'),
    );
  });
});

describe('what is not specified is in doubt', () => {
  test('equal priorities that contradict each other', () => {
    const one = cluster('Admin', 7, {
      ingress: [
        { ...accept(all('red')), protocols: [{ tcp: { destinationPort: { number: 80 } } }] },
      ],
    });
    const other = cluster('Admin', 7, { ingress: [deny(all('red'))] });
    assert.deepEqual(between(till, web, [one, other]), unknown('TCP 80'));
    assert.deepEqual(between(db, web, [one, other]), ALL);
  });

  test('equal priorities that agree are certain, and a lower number before them settles it', () => {
    const same = [1, 2].map(() => cluster('Admin', 7, { ingress: [deny(all('red'))] }));
    assert.deepEqual(between(till, web, same), NOTHING);
    const first = cluster('Admin', 6, { ingress: [accept(all('red'))] });
    assert.deepEqual(between(till, web, [...same, first]), ALL);
  });

  test('a Pass beside a Deny of the same priority, unless NetworkPolicy denies as well', () => {
    const tied = [pass, deny].map((action) =>
      cluster('Admin', 7, { ingress: [action(all('red'))] }),
    );
    assert.deepEqual(between(till, web, tied), unknown('All'));
    assert.deepEqual(between(till, web, [...tied, own({ policyTypes: ['Ingress'] })]), NOTHING);
  });

  test('the older and the newer kind in one tier', () => {
    const both = [
      older(1, { ingress: [{ action: 'Deny', from: [all('red')] }] }),
      cluster('Admin', 2, { ingress: [accept(EVERYWHERE)] }),
    ];
    assert.deepEqual(between(till, web, both), unknown('All'));
    assert.deepEqual(between(db, web, both), ALL);
  });

  test('but kinds of different tiers do not stand in each other’s way', () => {
    const both = [
      older(1, { ingress: [{ action: 'Deny', from: [all('red')] }] }),
      cluster('Baseline', 2, { ingress: [accept(EVERYWHERE)] }),
    ];
    assert.deepEqual(between(till, web, both), NOTHING);
  });

  test('a selector that no implementation can use, as none agrees with another on it', () => {
    for (const expression of [
      { key: 'team', operator: 'notIn', values: ['blue'] },
      { key: 'team', operator: 'NotIn', values: [] },
      { key: 'team', operator: 'In' },
    ]) {
      const unusable = { namespaces: { matchExpressions: [expression] } };
      const peer = cluster('Admin', 1, { ingress: [deny(unusable)] });
      assert.deepEqual(between(till, web, [peer]), unknown('All'));
      const subject = cluster('Admin', 1, { subject: unusable, ingress: [deny(EVERYWHERE)] });
      assert.deepEqual(between(till, web, [subject]), unknown('All'));
    }
  });

  test('a policy that is a template', () => {
    const template = {
      apiVersion: 'policy.networking.k8s.io/v1alpha2',
      kind: 'ClusterNetworkPolicy',
      metadata: { name: 'template' },
      spec: '{{ toYaml .Values.spec }}',
    };
    assert.deepEqual(between(till, web, [template]), unknown('All'));
    // It may decide first, whatever the others say.
    const settled = cluster('Admin', 0, { ingress: [deny(EVERYWHERE)] });
    assert.deepEqual(between(till, web, [template, settled]), unknown('All'));
  });
});
