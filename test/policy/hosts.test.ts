import { endNamed } from './answers.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { usualAssumptions, type Assumptions } from '../../server/src/policy/assumptions.ts';
import { connect, type Connection } from '../../server/src/policy/connect.ts';
import {
  ALL,
  NONE,
  intersect,
  isEmpty,
  ofPorts,
  subtract,
  union,
} from '../../server/src/policy/conns.ts';
import { formatConns } from '../../server/src/policy/format.ts';
import { guarded, guardsOf } from '../../server/src/policy/host/guards.ts';
import { clusterOf } from '../../server/src/workspace/cluster.ts';
import { hostsOf } from '../../server/src/workspace/hosts.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { apply, EMPTY } from '../../server/src/workspace/snapshot.ts';

/*
 * The meaning of Calico's policies for hosts, a sentence of its reference at a time, read from manifests as the product
 * reads them.
 */

const CLUSTER = `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { nodeName: one, containers: [] }
status: { hostIP: 192.0.2.1, podIP: 10.0.0.1, podIPs: [{ ip: 10.0.0.1 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: db, namespace: shop, labels: { app: db } }
spec: { nodeName: two, containers: [] }
status: { hostIP: 192.0.2.2, podIP: 10.0.0.2, podIPs: [{ ip: 10.0.0.2 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: agent, namespace: shop, labels: { app: agent } }
spec: { nodeName: one, hostNetwork: true, containers: [] }
status: { hostIP: 192.0.2.1, podIP: 192.0.2.1, podIPs: [{ ip: 192.0.2.1 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: loose, namespace: shop }
spec: { template: { metadata: { labels: { app: loose } }, spec: { containers: [] } } }
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: anywhere, namespace: shop }
spec: { template: { metadata: { labels: { app: anywhere } }, spec: { hostNetwork: true, containers: [] } } }
`;

/** Host `one` at 192.0.2.1, guarded on all interfaces. */
const host = (spec: object = {}, metadata: object = {}): object => ({
  apiVersion: 'projectcalico.org/v3',
  kind: 'HostEndpoint',
  metadata: { name: 'one', labels: { role: 'node' }, ...metadata },
  spec: { node: 'one', interfaceName: '*', expectedIPs: ['192.0.2.1'], ...spec },
});

/** The same, guarded on one interface. */
const hostAt = (interfaceName: string): object => host({ interfaceName });

const policy = (name: string, spec: object): object => ({
  apiVersion: 'projectcalico.org/v3',
  kind: 'GlobalNetworkPolicy',
  metadata: { name },
  spec: { selector: "role == 'node'", ...spec },
});

const tier = (name: string, spec: object): object => ({
  apiVersion: 'projectcalico.org/v3',
  kind: 'Tier',
  metadata: { name },
  spec,
});

const profile = (name: string, spec: object): object => ({
  apiVersion: 'projectcalico.org/v3',
  kind: 'Profile',
  metadata: { name },
  spec,
});

const allow = (port: number, more: object = {}): object => ({
  action: 'Allow',
  protocol: 'TCP',
  destination: { ports: [port] },
  ...more,
});

/** One that sees packets before they are tracked, or translated. */
const before = (flag: string, spec: object): object =>
  policy('early', { [flag]: true, applyOnForward: true, ...spec });

const untracked = (spec: object): object =>
  policy('fast', { doNotTrack: true, applyOnForward: true, ...spec });

const answers = (more: object): object => ({ action: 'Allow', protocol: 'TCP', ...more });

/** A policy of a namespace for `db` with one rule. */
const fromNodes = (entity: object): object => ({
  apiVersion: 'projectcalico.org/v3',
  kind: 'NetworkPolicy',
  metadata: { name: 'n', namespace: 'shop' },
  spec: {
    selector: "app == 'db'",
    types: ['Ingress'],
    ingress: [{ action: 'Allow', source: entity }],
  },
});

/** One for what is forwarded, too. */
const onForward = (spec: object): object => policy('way', { applyOnForward: true, ...spec });

/** One for `db` with one rule for the port `metrics` of what a selector finds. */
const named = (action: string, selector: string): object => ({
  apiVersion: 'projectcalico.org/v3',
  kind: 'GlobalNetworkPolicy',
  metadata: { name: 'n' },
  spec: {
    selector: "app == 'db'",
    types: ['Egress'],
    egress: [
      { action, protocol: 'TCP', destination: { selector, ports: ['metrics'] } },
      ...(action === 'Deny' ? [{ action: 'Allow' }] : []),
    ],
  },
});

const CALICO: Assumptions = { ...usualAssumptions, enforcer: 'calico', protocols: ['TCP'] };

const TCP = ofPorts('TCP', [[1, 65535]]);

/** What is certainly allowed of TCP, and what is in doubt, between ends: pods by name, others by address. */
const between = (from: string, to: string, ...objects: readonly object[]): string =>
  toldOf(from, to, objects, CALICO);

function toldOf(
  from: string,
  to: string,
  objects: readonly object[],
  assumptions: Assumptions,
): string {
  const { allowed, doubts } = connectionOf(from, to, objects, assumptions);
  const doubt = doubts.reduce((sum, { conns }) => union(sum, conns), NONE);
  const [said, doubted] = [allowed, doubt].map((conns) =>
    formatConns(intersect(conns, TCP), ['TCP']),
  );
  return doubted === 'None' ? said! : `${said} in doubt ${doubted}`;
}

/** What leaves a doubt. */
const doubtsOf = (from: string, to: string, objects: readonly object[]): readonly string[] => [
  ...new Set(connectionOf(from, to, objects, CALICO).doubts.flatMap(({ why }) => why)),
];

function connectionOf(
  from: string,
  to: string,
  objects: readonly object[],
  assumptions: Assumptions,
): Connection {
  const text = [CLUSTER, ...objects.map((object) => JSON.stringify(object))].join('\n---\n');
  const snapshot = apply(EMPTY, {
    reason: 'test',
    settings: { ...defaultSettings, enforcer: assumptions.enforcer, assumptions },
    upserted: [{ uri: 'file:///cluster.yaml', text }],
    read: true,
  });
  const { endpoints, tiersFor } = clusterOf(snapshot);
  const [source, destination] = [endNamed(from, endpoints), endNamed(to, endpoints)];
  const hosts = hostsOf(snapshot);
  const connection = guarded(
    connect(source, destination, tiersFor, assumptions),
    hosts === null ? [] : guardsOf(source, destination, hosts, assumptions),
  );
  const parts = [
    connection.allowed,
    connection.denied,
    ...connection.doubts.map(({ conns }) => conns),
  ];
  // What is said covers every connection, and what is certain is not in doubt.
  assert.ok(isEmpty(subtract(ALL, parts.reduce(union))));
  for (const { conns } of connection.doubts)
    assert.ok(isEmpty(intersect(conns, union(connection.allowed, connection.denied))));
  assert.ok(isEmpty(intersect(connection.allowed, connection.denied)));
  return connection;
}

const HOST = '192.0.2.1';
const AWAY = '203.0.113.9';

/** What Felix keeps open of TCP. */
const INBOUND = '22,179,2379-2380,5473,6443,6666-6667';
const OUTBOUND = '179,2379-2380,5473,6443,6666-6667';
/** All but these, so that they can be told as a doubt. */
const BUT_INBOUND = '1-21,23-178,180-2378,2381-5472,5474-6442,6444-6665,6668-65535';
const BUT_OUTBOUND = '1-178,180-2378,2381-5472,5474-6442,6444-6665,6668-65535';

describe('a host endpoint', () => {
  test('is cut off but for the failsafe ports where no policy or profile is for it', () => {
    assert.equal(between(AWAY, HOST, host()), `TCP ${INBOUND}`);
    assert.match(between(HOST, AWAY, host()), /^TCP 179,2379/);
    assert.equal(between(AWAY, '192.0.2.3', host()), 'TCP');
  });
  test('is open where its profile is the default one', () => {
    assert.equal(between(AWAY, HOST, host({ profiles: ['projectcalico-default-allow'] })), 'TCP');
  });
  test('has the policies that select it by its own labels, and the end of their tier', () => {
    const open = policy('p', { ingress: [allow(9100)] });
    assert.equal(
      between(AWAY, HOST, host(), open),
      `TCP 22,179,2379-2380,5473,6443,6666-6667,9100`,
    );
    const other = policy('p', { selector: "role == 'pod'", ingress: [allow(9100)] });
    assert.equal(between(AWAY, HOST, host(), other), `TCP ${INBOUND}`);
    const all = policy('p', { selector: 'all()', ingress: [allow(9100)] });
    assert.equal(between(AWAY, HOST, host(), all), `TCP 22,179,2379-2380,5473,6443,6666-6667,9100`);
    const pods = policy('p', {
      selector: 'all()',
      namespaceSelector: 'all()',
      ingress: [allow(9100)],
    });
    assert.equal(between(AWAY, HOST, host(), pods), `TCP ${INBOUND}`);
  });
  test('is denied at the end of a tier in the directions of its policies, whatever its profiles say', () => {
    const open = host({ profiles: ['projectcalico-default-allow'] });
    const closed = policy('p', { types: ['Ingress'] });
    assert.equal(between(AWAY, HOST, open, closed), `TCP ${INBOUND}`);
    assert.equal(between(HOST, AWAY, open, closed), 'TCP');
  });
  test('comes to its profiles where the tier ends with Pass, or a rule passes on from the last', () => {
    const open = host({ profiles: ['projectcalico-default-allow'] });
    const passing = tier('early', { order: 1, defaultAction: 'Pass' });
    assert.equal(between(AWAY, HOST, open, passing, policy('p', { tier: 'early' })), 'TCP');
    const pass = policy('p', { ingress: [{ action: 'Pass' }] });
    assert.equal(between(AWAY, HOST, open, pass), 'TCP');
    assert.equal(between(AWAY, HOST, host(), pass), `TCP ${INBOUND}`);
  });
  test('is not selected by policies of a namespace or of Kubernetes', () => {
    const own = {
      apiVersion: 'projectcalico.org/v3',
      kind: 'NetworkPolicy',
      metadata: { name: 'n', namespace: 'shop' },
      spec: { ingress: [{ action: 'Allow' }] },
    };
    assert.equal(between(AWAY, HOST, host(), own), `TCP ${INBOUND}`);
  });
  test('is asked in the order of tiers and policies', () => {
    const deny = policy('a', { order: 1, ingress: [{ action: 'Deny' }] });
    const open = (order: number): object => policy('b', { order, ingress: [{ action: 'Allow' }] });
    assert.equal(between(AWAY, HOST, host(), deny, open(2)), `TCP ${INBOUND}`);
    assert.equal(between(AWAY, HOST, host(), deny, open(0)), 'TCP');
  });
  test('counts no staged policy', () => {
    const staged = {
      ...policy('p', { ingress: [{ action: 'Allow' }] }),
      kind: 'StagedGlobalNetworkPolicy',
    };
    assert.equal(between(AWAY, HOST, host(), staged), `TCP ${INBOUND}`);
  });
  test('has the addresses of its node where it stands for all interfaces', () => {
    const node = {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'one' },
      status: { addresses: [{ type: 'InternalIP', address: HOST }] },
    };
    assert.equal(between(AWAY, HOST, host({ expectedIPs: undefined }), node), `TCP ${INBOUND}`);
    assert.equal(between(AWAY, HOST, host({ expectedIPs: undefined })), 'TCP');
  });
});

/** Keeps from `db` what comes from hosts of the red zone, and lets all else in. */
const WITHOUT_RED: object = {
  apiVersion: 'projectcalico.org/v3',
  kind: 'NetworkPolicy',
  metadata: { name: 'db', namespace: 'shop' },
  spec: {
    selector: "app == 'db'",
    ingress: [
      { action: 'Deny', source: { selector: "zone == 'red'", namespaceSelector: 'global()' } },
      { action: 'Allow' },
    ],
  },
};

describe('a host of a template', () => {
  test('leaves a doubt, whatever stands in the place of its lists', () => {
    const filled = '{{ filled in }}';
    const open = policy('p', { selector: 'all()', ingress: [{ action: 'Allow' }] });
    const lists = { profiles: filled, ports: filled };
    assert.equal(
      between(AWAY, HOST, host(lists), open),
      `TCP ${INBOUND} in doubt TCP ${BUT_INBOUND}`,
    );
    assert.equal(between(AWAY, HOST, host({ ...lists, expectedIPs: filled }), open), 'TCP');
    assert.equal(between(AWAY, HOST, { ...host(), spec: filled }, open), 'TCP');
  });
});

describe('profiles', () => {
  const one = { profiles: ['some'] };
  test('have the word in their order where no policy has it, and deny what they do not allow', () => {
    assert.equal(
      between(AWAY, HOST, host(one), profile('some', { ingress: [allow(80)] })),
      'TCP 22,80,179,2379-2380,5473,6443,6666-6667',
    );
    const two = host({ profiles: ['some', 'other'] });
    const deny = profile('some', { ingress: [allow(80, { action: 'Pass' })] });
    const open = profile('other', { ingress: [allow(80), allow(81)] });
    assert.equal(
      between(AWAY, HOST, two, deny, open),
      'TCP 22,81,179,2379-2380,5473,6443,6666-6667',
    );
  });
  test('leave a doubt where no manifest has them', () => {
    assert.equal(between(AWAY, HOST, host(one)), `TCP ${INBOUND} in doubt TCP ${BUT_INBOUND}`);
    const open = policy('p', { selector: 'all()', ingress: [{ action: 'Allow' }] });
    assert.equal(between(AWAY, HOST, host(one), open), 'TCP');
  });
  test('give their labels to the host', () => {
    const labels = profile('some', { labelsToApply: { zone: 'red' } });
    const red = policy('p', { selector: "zone == 'red'", ingress: [{ action: 'Allow' }] });
    assert.equal(between(AWAY, HOST, host(one), labels, red), 'TCP');
    assert.equal(between(AWAY, HOST, host(), labels, red), `TCP ${INBOUND}`);
  });
  test('give a label in the order in which the host names them, after its own', () => {
    const [red, blue] = ['red', 'blue'].map((zone) => profile(zone, { labelsToApply: { zone } }));
    const open = policy('p', { selector: "zone == 'red'", ingress: [{ action: 'Allow' }] });
    const told = (profiles: readonly string[], labels: object = {}): string =>
      between(AWAY, HOST, host({ profiles }, { labels }), red!, blue!, open);
    assert.equal(told(['red', 'blue']), 'TCP');
    assert.equal(told(['blue', 'red']), `TCP ${INBOUND}`);
    assert.equal(told(['red'], { zone: 'blue' }), `TCP ${INBOUND}`);
  });
  test('leave a doubt of what an earlier one that no manifest has may give another value', () => {
    const red = profile('red', { labelsToApply: { zone: 'red' } });
    const open = policy('p', { selector: "zone == 'red'", ingress: [{ action: 'Allow' }] });
    const told = (...profiles: readonly string[]): string =>
      between(AWAY, HOST, host({ profiles }), red, open);
    assert.equal(told('red', 'lost'), 'TCP');
    assert.equal(told('lost', 'red'), `TCP ${INBOUND} in doubt TCP ${BUT_INBOUND}`);
  });
  test('give their labels to the host as a peer, too', () => {
    const red = profile('red', { labelsToApply: { zone: 'red' } });
    const told = (...profiles: readonly string[]): string =>
      between(
        HOST,
        'db',
        host({ profiles: [...profiles, 'projectcalico-default-allow'] }),
        red,
        WITHOUT_RED,
      );
    assert.equal(told(), 'TCP');
    assert.equal(told('red'), 'None');
    assert.equal(told('lost'), 'None in doubt TCP');
    assert.equal(told('lost', 'red'), 'None in doubt TCP');
  });
});

describe('policies before tracking and translation', () => {
  test('deny nothing at the end of their tier', () => {
    const open = host({ profiles: ['projectcalico-default-allow'] });
    for (const flag of ['doNotTrack', 'preDNAT'])
      assert.equal(between(AWAY, HOST, open, before(flag, { types: ['Ingress'] })), 'TCP');
  });
  test('are asked first, and what one allows no later list denies', () => {
    const late = policy('late', { order: 1, ingress: [{ action: 'Deny' }] });
    const early = before('preDNAT', { order: 9, ingress: [allow(80)] });
    assert.equal(
      between(AWAY, HOST, host(), late, early),
      'TCP 22,80,179,2379-2380,5473,6443,6666-6667',
    );
    const denied = before('preDNAT', { order: 9, ingress: [allow(80, { action: 'Deny' })] });
    const open = policy('late', { ingress: [{ action: 'Allow' }] });
    assert.equal(between(AWAY, HOST, host(), open, denied), 'TCP 1-79,81-65535');
  });
  test('are passed over for what goes out, before translation', () => {
    const open = host({ profiles: ['projectcalico-default-allow'] });
    assert.equal(
      between(HOST, AWAY, open, before('preDNAT', { ingress: [{ action: 'Deny' }] })),
      'TCP',
    );
  });
  test('never deny failsafe ports', () => {
    for (const flag of ['doNotTrack', 'preDNAT'])
      assert.equal(
        between(AWAY, HOST, hostAt('eth0'), before(flag, { ingress: [{ action: 'Deny' }] })),
        `TCP ${INBOUND}`,
      );
  });
  test('are not asked untracked at a host that stands for all interfaces', () => {
    const open = { profiles: ['projectcalico-default-allow'] };
    const deny = before('doNotTrack', { ingress: [{ action: 'Deny' }] });
    assert.equal(between(AWAY, HOST, host(open), deny), 'TCP');
    assert.equal(
      between(AWAY, HOST, host({ ...open, interfaceName: 'eth0' }), deny),
      `TCP ${INBOUND}`,
    );
  });
});

describe('what is not tracked', () => {
  test('needs a rule for the answers', () => {
    const both = untracked({
      ingress: [allow(80)],
      egress: [answers({ source: { ports: [80] } })],
    });
    assert.equal(
      between(AWAY, HOST, hostAt('eth0'), both),
      'TCP 22,80,179,2379-2380,5473,6443,6666-6667',
    );
    const oneWay = untracked({ ingress: [allow(80)] });
    assert.equal(between(AWAY, HOST, hostAt('eth0'), oneWay), `TCP ${INBOUND} in doubt TCP 80`);
    const others = untracked({
      ingress: [allow(80)],
      egress: [answers({ source: { ports: [81] } })],
    });
    assert.equal(between(AWAY, HOST, hostAt('eth0'), others), `TCP ${INBOUND} in doubt TCP 80`);
  });
  test('is in doubt where rules for the answers hang on the port of the other end', () => {
    const ports = untracked({ ingress: [allow(80)], egress: [allow(81), answers({})] });
    assert.equal(between(AWAY, HOST, hostAt('eth0'), ports), `TCP ${INBOUND} in doubt TCP 80`);
  });
  test('touches what is tracked only where it may be for its answers', () => {
    const open = host({ profiles: ['projectcalico-default-allow'], interfaceName: 'eth0' });
    const deny = untracked({ ingress: [{ action: 'Deny', source: { nets: ['203.0.113.0/24'] } }] });
    assert.equal(between(HOST, '198.51.100.1', open, deny), 'TCP');
    assert.match(between(HOST, AWAY, open, deny), /in doubt/);
  });
});

describe('pods and hosts', () => {
  const OPEN = policy('p', { ingress: [{ action: 'Allow' }], egress: [{ action: 'Allow' }] });

  test('a host reaches its own pods, and others as its policies say', () => {
    assert.equal(between(HOST, 'web', host()), 'TCP');
    assert.equal(between(HOST, 'db', host()), `TCP ${OUTBOUND}`);
    assert.equal(between(HOST, 'db', host(), OPEN), 'TCP');
  });
  test('of pods whose node is not known it may be the own', () => {
    assert.equal(between(HOST, 'loose', host()), `TCP ${OUTBOUND} in doubt TCP ${BUT_OUTBOUND}`);
    assert.equal(between(HOST, 'loose', host(), OPEN), 'TCP');
    assert.match(between('loose', HOST, host(), OPEN), /^None in doubt TCP/);
  });
  test('what a pod sends to its own host is in doubt', () => {
    assert.equal(between('web', HOST, host(), OPEN), 'None in doubt TCP');
    assert.equal(between('db', HOST, host(), OPEN), 'TCP');
  });
  test('a host may see the node of a pod in its place', () => {
    const fromDb = policy('p', { ingress: [allow(80, { source: { selector: "app == 'db'" } })] });
    assert.equal(between('db', HOST, host(), fromDb), `TCP ${INBOUND} in doubt TCP 80`);
    const nets = ['10.0.0.2/32', '192.0.2.2/32'];
    const both = policy('p', { ingress: [allow(80, { source: { nets } })] });
    assert.equal(between('db', HOST, host(), both), 'TCP 22,80,179,2379-2380,5473,6443,6666-6667');
  });
  test('another interface than the guarded one may lead to pods', () => {
    assert.equal(
      between(HOST, 'db', hostAt('eth0')),
      `TCP ${OUTBOUND} in doubt TCP ${BUT_OUTBOUND}`,
    );
    assert.equal(between(HOST, 'db', hostAt('eth0'), OPEN), 'TCP');
  });
  test('a pod on the network of its node is a process of the host', () => {
    assert.equal(between(AWAY, 'agent', host()), `TCP ${INBOUND}`);
    assert.equal(between('db', 'agent', host()), `TCP ${INBOUND}`);
  });
  test('one whose node is not known may be at any host, or at none', () => {
    assert.equal(between(AWAY, 'anywhere', host()), `TCP ${INBOUND} in doubt TCP ${BUT_INBOUND}`);
    assert.equal(between(AWAY, 'anywhere', host(), OPEN), 'TCP');
  });
});

describe('what is not known of hosts is in doubt', () => {
  test('whether Calico enforces', () => {
    const generic: Assumptions = { ...CALICO, enforcer: 'generic' };
    assert.equal(
      toldOf(AWAY, HOST, [host()], generic),
      `TCP ${INBOUND} in doubt TCP ${BUT_INBOUND}`,
    );
    assert.equal(toldOf(AWAY, HOST, [host()], { ...CALICO, enforcer: 'cilium' }), 'TCP');
  });
  test('which of two at one address is meant', () => {
    const open = host({ profiles: ['projectcalico-default-allow'] }, { name: 'two' });
    assert.equal(between(AWAY, HOST, host(), open), `TCP ${INBOUND} in doubt TCP ${BUT_INBOUND}`);
  });
  test('which of two of one name holds', () => {
    const other = host({ profiles: ['projectcalico-default-allow'] });
    assert.equal(between(AWAY, HOST, host(), other), `TCP ${INBOUND} in doubt TCP ${BUT_INBOUND}`);
  });
  test('the labels of a template', () => {
    const template = host({}, { labels: { role: '${ROLE}' } });
    const open = policy('p', { ingress: [{ action: 'Allow' }] });
    assert.match(between(AWAY, HOST, template, open), /in doubt/);
  });
  test('a tier that no manifest declares', () => {
    const lost = policy('p', { tier: 'somewhere', ingress: [{ action: 'Allow' }] });
    assert.equal(between(AWAY, HOST, host(), lost), `TCP ${INBOUND} in doubt TCP ${BUT_INBOUND}`);
  });
  test('what one host sends to another interface of it', () => {
    const second = host({ expectedIPs: ['192.0.2.9'], interfaceName: 'eth1' }, { name: 'two' });
    assert.equal(between(HOST, '192.0.2.9', hostAt('eth0'), second), 'None in doubt TCP');
  });
});

describe('a selector of a rule', () => {
  const OPEN = { profiles: ['projectcalico-default-allow'] };
  test('finds a host by its labels and its expected addresses', () => {
    assert.equal(
      between(HOST, 'db', host(OPEN), fromNodes({ namespaceSelector: 'global()' })),
      'TCP',
    );
    assert.equal(
      between(HOST, 'db', host(OPEN), fromNodes({ selector: "role == 'node'" })),
      'None',
    );
    const everywhere = policy('g', {
      selector: "app == 'db'",
      ingress: [{ action: 'Allow', source: { selector: "role == 'node'" } }],
    });
    assert.equal(between(HOST, 'db', host(OPEN), everywhere), 'TCP');
    assert.equal(between('agent', 'db', host(OPEN), everywhere), 'TCP');
    assert.equal(between('192.0.2.5', 'db', host(OPEN), everywhere), 'None');
    assert.equal(between('web', 'db', host(OPEN), everywhere), 'None');
    // A pod whose address is not known has none of a host.
    assert.equal(between('loose', 'db', host(OPEN), everywhere), 'None');
  });
});

test('of hosts that no policy tells apart one is named', () => {
  const hosts = ['one', 'two', 'three'].map((node, index) =>
    host({ node, expectedIPs: [`192.0.2.${index + 1}`] }, { name: node }),
  );
  const out = onForward({ types: ['Egress'], egress: [allow(443)] });
  assert.deepEqual(doubtsOf('loose', AWAY, hosts.concat(out)), [
    'it may pass HostEndpoints `one` and 2 others, where GlobalNetworkPolicy `way` may deny it',
  ]);
});

test('a name of a port is that of the host which a rule finds', () => {
  const open = host({
    profiles: ['projectcalico-default-allow'],
    ports: [{ name: 'metrics', port: 9100, protocol: 'TCP' }],
  });
  assert.equal(between('db', HOST, open, named('Allow', "role == 'node'")), 'TCP 9100');
  assert.equal(between('db', HOST, open, named('Allow', "role == 'other'")), 'None');
  assert.equal(between('db', HOST, open, named('Deny', "role == 'node'")), 'TCP 1-9099,9101-65535');
  assert.equal(between('db', 'agent', open, named('Allow', "role == 'node'")), 'TCP 9100');
});

describe('what a host forwards', () => {
  const OPEN = { profiles: ['projectcalico-default-allow'] };
  const two = host(
    { ...OPEN, node: 'two', expectedIPs: ['192.0.2.2'] },
    { name: 'two', labels: { role: 'other' } },
  );
  const noEgress = onForward({ types: ['Egress'], egress: [allow(443)] });
  const noIngress = onForward({ types: ['Ingress'], ingress: [allow(443)] });

  test('is let through where no policy is for that', () => {
    const closed = policy('p', { types: ['Ingress', 'Egress'] });
    for (const [from, to] of [
      ['web', 'db'],
      ['web', AWAY],
      [AWAY, 'web'],
      ['loose', 'web'],
    ] as const)
      assert.equal(between(from, to, host(), two, closed), 'TCP', `${from} ${to}`);
  });
  test('to others is what policies with `applyOnForward` let out', () => {
    assert.equal(between('web', AWAY, host(OPEN), noEgress), 'TCP 443');
    assert.equal(between('web', 'db', host(OPEN), noEgress), 'TCP 443');
    assert.equal(between('db', AWAY, host(OPEN), noEgress), 'TCP');
    // The policies of pods still hold.
    const none = policy('pods', { selector: "app == 'web'", types: ['Egress'] });
    assert.equal(between('web', AWAY, host(OPEN), noEgress, none), 'None');
  });
  test('is in the other direction none of their business', () => {
    assert.equal(between('web', AWAY, host({ ...OPEN, interfaceName: 'eth0' }), noIngress), 'TCP');
  });
  test('to its pods is what they let in', () => {
    assert.equal(between('db', 'web', host(OPEN), noIngress), 'TCP 443');
    const fromDb = onForward({
      ingress: [{ action: 'Allow', source: { selector: "app == 'db'" } }],
    });
    assert.equal(between('db', 'web', host(OPEN), fromDb), 'TCP');
    assert.equal(
      between('web', 'db', host({ ...OPEN, interfaceName: 'eth0' }), two, fromDb),
      'TCP',
    );
  });
  test('goes to the ports and addresses of the pod, not to those of the host', () => {
    const toDb = onForward({
      selector: "role == 'other'",
      ingress: [{ action: 'Allow', destination: { nets: ['10.0.0.2/32'] } }],
    });
    assert.equal(between('web', 'db', two, toDb), 'TCP');
    const elsewhere = onForward({
      selector: "role == 'other'",
      ingress: [{ action: 'Allow', destination: { nets: ['192.0.2.2/32'] } }],
    });
    assert.equal(between('web', 'db', two, elsewhere), 'None');
  });
  test('has no failsafe ports', () => {
    assert.equal(between('db', 'web', host(OPEN), onForward({ types: ['Ingress'] })), 'None');
  });
  test('on one interface may be let through by another', () => {
    const one = host({ ...OPEN, interfaceName: 'eth0' });
    assert.equal(between('web', AWAY, one, noEgress), 'TCP 443');
    assert.match(between('web', 'db', one, noEgress), /^TCP 443 in doubt TCP 1-442/);
    assert.match(between('db', 'web', one, noIngress), /^TCP 443 in doubt TCP 1-442/);
  });
  test('from outside may come in at any host', () => {
    assert.match(between(AWAY, 'db', host(OPEN), noIngress), /^TCP 443 in doubt TCP 1-442/);
    assert.match(between(AWAY, 'db', host(OPEN), noEgress), /^TCP 443 in doubt TCP 1-442/);
    assert.equal(between(AWAY, 'web', host(OPEN), noIngress), 'TCP 443');
  });
  test('is in doubt where the node of a pod is not known', () => {
    assert.match(between('loose', AWAY, host(OPEN), noEgress), /^TCP 443 in doubt TCP 1-442/);
    assert.match(between('db', 'loose', host(OPEN), noIngress), /^TCP 443 in doubt TCP 1-442/);
  });
  test('stays on one node where both pods are there, and is not sure to be seen', () => {
    const near = host({ ...OPEN, node: 'two', interfaceName: 'eth0' }, { name: 'near' });
    assert.equal(between('db', 'db', near, noEgress), 'TCP');
    assert.equal(between(HOST, 'web', host(OPEN), noIngress), 'TCP');
    assert.match(between('db', 'web', host(OPEN), noEgress), /^TCP 443 in doubt TCP 1-442/);
  });
  test('is also for policies before translation', () => {
    const early = before('preDNAT', { ingress: [allow(80, { action: 'Deny' })] });
    assert.match(between(AWAY, 'web', host(OPEN), early), /^None in doubt TCP/);
    assert.match(between('db', 'web', host(OPEN), early), /in doubt/);
    assert.equal(between('web', AWAY, host({ ...OPEN, interfaceName: 'eth0' }), early), 'TCP');
    const nets = ['10.0.0.0/24', '192.0.2.0/24'];
    const cluster = before('preDNAT', {
      ingress: [{ action: 'Allow', source: { nets } }, { action: 'Deny' }],
    });
    assert.equal(between('db', 'web', host(OPEN), cluster), 'TCP');
    assert.match(between(AWAY, 'web', host(OPEN), cluster), /^None in doubt TCP/);
    // What one of them allows no policy for what is forwarded denies any more, but for failsafe ports, which it passes by.
    const eth0 = host({ ...OPEN, interfaceName: 'eth0' });
    assert.equal(
      between('db', 'web', eth0, cluster, noIngress),
      `TCP ${BUT_INBOUND} in doubt TCP ${INBOUND}`,
    );
  });
  test('is also for untracked policies, and so are the answers', () => {
    const one = host({ ...OPEN, interfaceName: 'eth0' });
    const deny = untracked({ ingress: [{ action: 'Deny', source: { nets: ['203.0.113.0/24'] } }] });
    assert.match(between(AWAY, 'web', one, deny), /^None in doubt TCP/);
    assert.match(between('web', AWAY, one, deny), /^None in doubt TCP/);
    assert.equal(between('web', '198.51.100.1', one, deny), 'TCP');
    assert.equal(between(AWAY, 'web', host(OPEN), deny), 'TCP');
  });
});
