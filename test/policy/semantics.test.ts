import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { usualAssumptions, type Assumptions } from '../../server/src/policy/assumptions.ts';
import { parseAddress, parseBlock } from '../../server/src/policy/cidr.ts';
import { connect } from '../../server/src/policy/connect.ts';
import { NONE, intersect, isEmpty, union } from '../../server/src/policy/conns.ts';
import type { Endpoint } from '../../server/src/policy/endpoint.ts';
import { formatConns } from '../../server/src/policy/format.ts';
import type { IrPolicy } from '../../server/src/policy/ir.ts';
import { tiersOf } from '../../server/src/policy/tiers.ts';
import { lowered, namespace, pod } from './build.ts';

/*
 * The meaning of NetworkPolicy, a sentence of its documentation at a time. Every `spec` is what a manifest holds.
 */

const shop = namespace('shop', { labels: { team: 'blue' } });
const bank = namespace('bank', { labels: { team: 'red' } });
const web = pod(shop, 'web', {
  addresses: ['10.0.0.1'],
  ports: [
    { name: 'http', number: 8080, protocol: 'TCP' },
    { name: 'dns', number: 5353, protocol: 'UDP' },
  ],
});
const db = pod(shop, 'db', {
  addresses: ['10.0.1.1'],
  ports: [{ name: 'http', number: 80, protocol: 'TCP' }],
});
const till = pod(bank, 'till', { addresses: ['10.1.0.1', 'fd00::1'] });
const outside = (address: string): Endpoint => ({ kind: 'external', ...parseAddress(address)! });

interface Answer {
  readonly allowed: string;
  readonly doubt: string;
}

/** What becomes of the connections from one end to another, under policies given as specs of namespace `shop`. */
function between(
  source: Endpoint,
  destination: Endpoint,
  specs: readonly object[],
  assumptions: Assumptions = usualAssumptions,
): Answer {
  const policies = specs.map((spec, index): IrPolicy =>
    lowered({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: `p${index}`, namespace: 'shop' },
      spec,
    }),
  );
  const { allowed, denied, doubts } = connect(
    source,
    destination,
    (key) =>
      tiersOf(
        policies.filter((policy) => policy.namespace === key),
        assumptions,
      ),
    assumptions,
  );
  assert.ok(isEmpty(intersect(allowed, denied)));
  const doubt = doubts.reduce((all, { conns }) => union(all, conns), NONE);
  const text = (conns: typeof doubt): string => formatConns(conns, assumptions.protocols);
  return { allowed: text(allowed), doubt: text(doubt) };
}

const certain = (allowed: string): Answer => ({ allowed, doubt: 'None' });
const doubtful = (doubt: string): Answer => ({ allowed: 'None', doubt });

const WEB = { podSelector: { matchLabels: { app: 'web' } } };
const ingress = (...rules: unknown[]): object => ({
  ...WEB,
  policyTypes: ['Ingress'],
  ingress: rules,
});
/** An ingress policy of the given peers. */
const from = (...peers: unknown[]): object => ingress({ from: peers });
const egress = (...rules: unknown[]): object => ({
  ...WEB,
  policyTypes: ['Egress'],
  egress: rules,
});

describe('null, empty and missing', () => {
  for (const [name, podSelector] of [
    ['missing', {}],
    ['null', { podSelector: null }],
    ['empty', { podSelector: {} }],
    ['empty labels', { podSelector: { matchLabels: {}, matchExpressions: [] } }],
    ['null labels', { podSelector: { matchLabels: null, matchExpressions: null } }],
  ] as const)
    test(`a ${name} podSelector selects every pod of the namespace, and none of another`, () => {
      const deny = { ...podSelector, policyTypes: ['Ingress'] };
      assert.deepEqual(between(till, web, [deny]), certain('None'));
      assert.deepEqual(between(till, db, [deny]), certain('None'));
      assert.deepEqual(between(web, till, [deny]), certain('All'));
    });

  test('a label without a value asks for the empty value, not for any', () => {
    const bare = pod(shop, 'bare', { labels: { app: '' } });
    const peer = from({ podSelector: { matchLabels: { app: null } } });
    assert.deepEqual(between(db, web, [peer]), certain('None'));
    assert.deepEqual(between(bare, web, [peer]), certain('All'));
    const subject = { podSelector: { matchLabels: { app: null } }, policyTypes: ['Ingress'] };
    assert.deepEqual(between(db, web, [subject]), certain('All'));
    assert.deepEqual(between(db, bare, [subject]), certain('None'));
  });

  for (const [name, section] of [
    ['missing', {}],
    ['null', { ingress: null, egress: null }],
    ['empty', { ingress: [], egress: [] }],
  ] as const)
    test(`a ${name} section of a direction in policyTypes allows nothing`, () => {
      const deny = { ...WEB, policyTypes: ['Ingress', 'Egress'], ...section };
      assert.deepEqual(between(db, web, [deny]), certain('None'));
      assert.deepEqual(between(web, db, [deny]), certain('None'));
      assert.deepEqual(between(web, outside('8.8.8.8'), [deny]), certain('None'));
    });

  for (const [name, policyTypes] of [
    ['missing', {}],
    ['null', { policyTypes: null }],
    ['empty', { policyTypes: [] }],
  ] as const)
    test(`${name} policyTypes: ingress always, egress only with an egress rule`, () => {
      const plain = { ...WEB, ...policyTypes };
      for (const section of [{}, { egress: [] }, { egress: null }]) {
        assert.deepEqual(between(db, web, [{ ...plain, ...section }]), certain('None'));
        assert.deepEqual(between(web, db, [{ ...plain, ...section }]), certain('All'));
      }
      const rule = { egress: [{ ports: [{ port: 80 }] }] };
      assert.deepEqual(between(db, web, [{ ...plain, ...rule }]), certain('None'));
      assert.deepEqual(between(web, db, [{ ...plain, ...rule }]), certain('TCP 80'));
    });

  test('a section whose direction policyTypes leaves out has no effect', () => {
    const spec = { ...WEB, policyTypes: ['Ingress'], egress: [{ ports: [{ port: 80 }] }] };
    assert.deepEqual(between(web, db, [spec]), certain('All'));
    assert.deepEqual(between(db, web, [spec]), certain('None'));
  });

  for (const [name, rule] of [
    ['an empty rule', {}],
    ['a null rule', null],
    ['a missing list of peers and ports', { from: null, ports: null }],
    ['an empty list of peers and ports', { from: [], ports: [] }],
  ] as const)
    test(`${name} allows everyone everything, addresses outside too`, () => {
      assert.deepEqual(between(till, web, [ingress(rule)]), certain('All'));
      assert.deepEqual(between(outside('8.8.8.8'), web, [ingress(rule)]), certain('All'));
      assert.deepEqual(between(outside('fd00::9'), web, [ingress(rule)]), certain('All'));
    });

  test('a port entry without a port is all ports of its protocol, and of TCP without a protocol', () => {
    assert.deepEqual(between(db, web, [ingress({ ports: [{}] })]), certain('TCP'));
    assert.deepEqual(between(db, web, [ingress({ ports: [{ port: null }] })]), certain('TCP'));
    assert.deepEqual(between(db, web, [ingress({ ports: [{ protocol: 'UDP' }] })]), certain('UDP'));
    assert.deepEqual(
      between(db, web, [ingress({ ports: [{ protocol: null, port: 80 }] })]),
      certain('TCP 80'),
    );
  });

  test('a peer: pods of the own namespace, all pods of namespaces, or both conditions', () => {
    const [all, red] = [{}, { matchLabels: { team: 'red' } }];
    assert.deepEqual(between(db, web, [from({ podSelector: all })]), certain('All'));
    assert.deepEqual(between(till, web, [from({ podSelector: all })]), certain('None'));
    assert.deepEqual(
      between(till, web, [from({ podSelector: all, namespaceSelector: null })]),
      certain('None'),
    );
    assert.deepEqual(between(till, web, [from({ namespaceSelector: all })]), certain('All'));
    assert.deepEqual(between(db, web, [from({ namespaceSelector: all })]), certain('All'));
    assert.deepEqual(between(till, web, [from({ namespaceSelector: red })]), certain('All'));
    assert.deepEqual(
      between(till, web, [from({ namespaceSelector: red, podSelector: null })]),
      certain('All'),
    );
    const dbs = { matchLabels: { app: 'db' } };
    assert.deepEqual(
      between(till, web, [from({ namespaceSelector: red, podSelector: dbs })]),
      certain('None'),
    );
    assert.deepEqual(
      between(till, web, [from({ namespaceSelector: red }, { podSelector: dbs })]),
      certain('All'),
    );
    for (const peer of [{ podSelector: all }, { namespaceSelector: all }])
      assert.deepEqual(between(outside('10.0.0.1'), web, [from(peer)]), certain('None'));
  });

  test('every namespace carries the label of its name', () => {
    assert.deepEqual(
      between(till, web, [
        inNamespaces({ matchLabels: { 'kubernetes.io/metadata.name': 'bank' } }),
      ]),
      certain('All'),
    );
    assert.deepEqual(
      between(till, web, [
        inNamespaces({ matchLabels: { 'kubernetes.io/metadata.name': 'shop' } }),
      ]),
      certain('None'),
    );
  });
});

describe('selectors', () => {
  const cases: readonly (readonly [expressions: readonly object[], picked: boolean])[] = [
    [[{ key: 'app', operator: 'In', values: ['db', 'x'] }], true],
    [[{ key: 'none', operator: 'In', values: ['db'] }], false],
    [[{ key: 'app', operator: 'NotIn', values: ['db'] }], false],
    [[{ key: 'none', operator: 'NotIn', values: ['db'] }], true],
    [[{ key: 'app', operator: 'Exists' }], true],
    [[{ key: 'none', operator: 'Exists' }], false],
    [[{ key: 'app', operator: 'DoesNotExist' }], false],
    [[{ key: 'none', operator: 'DoesNotExist', values: null }], true],
    [
      [
        { key: 'app', operator: 'Exists' },
        { key: 'none', operator: 'Exists' },
      ],
      false,
    ],
    [[{ key: 'constructor', operator: 'Exists' }], false],
  ];
  for (const [matchExpressions, picked] of cases)
    test(`${JSON.stringify(matchExpressions)} ${picked ? 'picks' : 'leaves'} app=db`, () => {
      const spec = ingress({ from: [{ podSelector: { matchExpressions } }] });
      assert.deepEqual(between(db, web, [spec]), certain(picked ? 'All' : 'None'));
    });
});

/** The pods of `web` with several ports of one name. */
const webOn = (...numbers: number[]): Endpoint => ({
  ...web,
  ports: numbers.map((number) => ({ name: 'http', number, protocol: 'TCP' })),
});

describe('ports', () => {
  test('a range holds both of its ends', () => {
    assert.deepEqual(
      between(db, web, [ingress({ ports: [{ port: 80, endPort: 90 }] })]),
      certain('TCP 80-90'),
    );
    assert.deepEqual(
      between(db, web, [ingress({ ports: [{ port: 80, endPort: 80 }] })]),
      certain('TCP 80'),
    );
  });

  test('entries are united, per protocol, and other protocols stay closed', () => {
    const ports = [
      { port: 81 },
      { port: 80 },
      { port: 90, endPort: 95 },
      { port: 94, endPort: 99 },
      { port: 53, protocol: 'UDP' },
      { protocol: 'SCTP', port: 1 },
    ];
    assert.deepEqual(
      between(db, web, [ingress({ ports })]),
      certain('SCTP 1; TCP 80-81,90-99; UDP 53'),
    );
    assert.deepEqual(
      between(db, web, [ingress({ ports: [{ protocol: 'SCTP' }] })]),
      certain('SCTP'),
    );
  });

  test('all protocols one by one are not all: what has no ports stays closed', () => {
    const ports = ['TCP', 'UDP', 'SCTP'].map((protocol) => ({ protocol }));
    assert.deepEqual(between(db, web, [ingress({ ports })]), certain('SCTP; TCP; UDP'));
  });

  test('a named port is that of the destination pod, in both directions, and of its protocol', () => {
    const ports = [{ port: 'http' }];
    assert.deepEqual(between(db, web, [ingress({ ports })]), certain('TCP 8080'));
    assert.deepEqual(between(web, db, [egress({ ports })]), certain('TCP 80'));
    assert.deepEqual(between(web, till, [egress({ ports })]), certain('None'));
    assert.deepEqual(between(web, outside('8.8.8.8'), [egress({ ports })]), certain('None'));
    const udp = [
      { port: 'http', protocol: 'UDP' },
      { port: 'dns' },
      { port: 'dns', protocol: 'UDP' },
    ];
    assert.deepEqual(between(db, web, [ingress({ ports: udp })]), certain('UDP 5353'));
  });

  test('a name that containers give to different ports leaves each of them in doubt', () => {
    const spec = ingress({ ports: [{ port: 'http' }, { port: 8080 }] });
    assert.deepEqual(between(db, webOn(80, 8080), [spec]), {
      allowed: 'TCP 8080',
      doubt: 'TCP 80',
    });
    assert.deepEqual(between(db, webOn(80, 80), [spec]), certain('TCP 80,8080'));
  });

  test('a named port of an address outside that is the source is that of the pod', () => {
    const spec = ingress({ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [{ port: 'http' }] });
    assert.deepEqual(between(outside('8.8.8.8'), web, [spec]), certain('TCP 8080'));
  });
});

/** An ingress policy of one block. */
const block = (cidr: string, ...except: string[]): object => from({ ipBlock: { cidr, except } });

describe('addresses', () => {
  test('a block matches the addresses in it that no exception holds', () => {
    const spec = block('10.0.0.0/8', '10.0.1.0/24', '10.2.0.0/16');
    assert.deepEqual(between(outside('10.0.0.9'), web, [spec]), certain('All'));
    assert.deepEqual(between(outside('10.0.1.9'), web, [spec]), certain('None'));
    assert.deepEqual(between(outside('10.2.255.255'), web, [spec]), certain('None'));
    assert.deepEqual(between(outside('11.0.0.0'), web, [spec]), certain('None'));
  });

  test('a block matches pods by their addresses', () => {
    assert.deepEqual(between(db, web, [block('10.0.1.0/24')]), certain('All'));
    assert.deepEqual(between(db, web, [block('10.0.0.0/16', '10.0.1.1/32')]), certain('None'));
    const apart = { ...usualAssumptions, ipBlocksMatchPods: false };
    assert.deepEqual(between(db, web, [block('0.0.0.0/0')], apart), certain('None'));
  });

  test('of a pod with addresses in and out of the block it depends on the one that is used', () => {
    assert.deepEqual(between(till, web, [block('10.1.0.0/16')]), doubtful('All'));
    assert.deepEqual(
      between(till, web, [
        ingress({ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }, { ipBlock: { cidr: '::/0' } }] }),
      ]),
      certain('All'),
    );
  });

  test('of a pod without an address only a whole family is certain, or what all of podCIDRs is', () => {
    const unknown = { ...db, addresses: [] };
    assert.deepEqual(between(unknown, web, [block('0.0.0.0/0')]), certain('All'));
    assert.deepEqual(between(unknown, web, [block('10.0.0.0/8')]), doubtful('All'));
    assert.deepEqual(between(unknown, web, [block('0.0.0.0/0', '8.8.8.8/32')]), doubtful('All'));
    const pool = { ...usualAssumptions, podCIDRs: ['10.0.0.0/16'] };
    assert.deepEqual(between(unknown, web, [block('10.0.0.0/8')], pool), certain('All'));
    assert.deepEqual(
      between(unknown, web, [block('0.0.0.0/0', '8.8.8.8/32')], pool),
      certain('All'),
    );
    assert.deepEqual(between(unknown, web, [block('10.0.1.0/24')], pool), doubtful('All'));
    assert.deepEqual(between(unknown, web, [block('172.16.0.0/12')], pool), certain('None'));
  });

  test('each family has blocks of its own', () => {
    assert.deepEqual(between(outside('fd00::9'), web, [block('0.0.0.0/0')]), certain('None'));
    assert.deepEqual(between(outside('fd00::9'), web, [block('::/0')]), certain('All'));
    assert.deepEqual(between(outside('8.8.8.8'), web, [block('::/0')]), certain('None'));
    assert.deepEqual(
      between(outside('fd00:1::9'), web, [block('fd00::/8', 'fd00:1::/32')]),
      certain('None'),
    );
  });

  test('an exception limits its own block only', () => {
    const spec = block('10.0.0.0/8', '10.0.1.0/24');
    const other = block('10.0.1.0/28');
    assert.deepEqual(between(outside('10.0.1.3'), web, [spec, other]), certain('All'));
    assert.deepEqual(between(outside('10.0.1.99'), web, [spec, other]), certain('None'));
    assert.deepEqual(
      between(db, web, [spec, ingress({ from: [{ podSelector: {} }] })]),
      certain('All'),
    );
  });

  test('of a range that a block cuts it depends on the address', () => {
    const range: Endpoint = { kind: 'external', ...parseBlock('10.0.0.0/7')! };
    assert.deepEqual(between(range, web, [block('10.0.0.0/8')]), doubtful('All'));
  });

  test('host bits are masked away, as servers before 1.36 do', () => {
    assert.deepEqual(between(outside('10.0.1.9'), web, [block('10.0.1.7/24')]), certain('All'));
  });
});

describe('both ends', () => {
  const toDb = egress({
    to: [{ podSelector: { matchLabels: { app: 'db' } } }],
    ports: [{ port: 80 }, { port: 81 }],
  });
  const DB = { podSelector: { matchLabels: { app: 'db' } }, policyTypes: ['Ingress'] };

  test('a connection needs the egress of its source and the ingress of its destination', () => {
    const open = { ...DB, ingress: [{ ports: [{ port: 81, endPort: 90 }] }] };
    assert.deepEqual(between(web, db, [toDb]), certain('TCP 80-81'));
    assert.deepEqual(between(web, db, [toDb, open]), certain('TCP 81'));
    assert.deepEqual(between(web, db, [toDb, DB]), certain('None'));
  });

  test('answers need no rule: isolation is of connections, not of packets', () => {
    assert.deepEqual(between(db, web, [egress()]), certain('All'));
    assert.deepEqual(between(web, db, [egress()]), certain('None'));
  });

  test('policies govern the pods of their own namespace only', () => {
    assert.deepEqual(between(till, pod(bank, 'web'), [ingress()]), certain('All'));
  });

  test('the policies of a pod are united', () => {
    const [a, b] = [ingress({ ports: [{ port: 80 }] }), ingress({ ports: [{ port: 443 }] })];
    assert.deepEqual(between(db, web, [a, b]), certain('TCP 80,443'));
    assert.deepEqual(between(db, web, [a, b, ingress({})]), certain('All'));
    assert.deepEqual(between(db, web, [a, ingress()]), certain('TCP 80'));
  });
});

describe('what no policy forbids', () => {
  test('a pod reaches itself', () => {
    assert.deepEqual(between(web, web, [ingress(), egress()]), certain('All'));
  });

  test('of a template, whose pods may be several, that is a doubt', () => {
    const template = { ...web, owner: { name: 'web', kind: 'Deployment' } };
    assert.deepEqual(between(template, template, [ingress()]), doubtful('All'));
  });

  const node = '192.0.2.1';
  const placed = { ...web, hostAddress: node };
  const agent = pod(bank, 'agent', { hostNetwork: true, hostAddress: node, addresses: [node] });

  test('a node reaches its own pods, and pods on its network do', () => {
    assert.deepEqual(between(outside(node), placed, [ingress()]), certain('All'));
    assert.deepEqual(between(outside('192.0.2.2'), placed, [ingress()]), certain('None'));
    assert.deepEqual(between(agent, placed, [ingress()]), certain('All'));
    assert.deepEqual(between(placed, outside(node), [egress()]), certain('None'));
    const elsewhere = { ...agent, hostAddress: '192.0.2.2', addresses: ['192.0.2.2'] };
    assert.deepEqual(between(elsewhere, placed, [ingress()]), certain('None'));
    assert.deepEqual(between(agent, web, [ingress()]), doubtful('All'));
  });

  test('a pod on the network of its node has no policies and is found by no selector, only by address', () => {
    const host = pod(shop, 'host', { hostNetwork: true, hostAddress: node, addresses: [node] });
    const all = { podSelector: {}, policyTypes: ['Ingress', 'Egress'] };
    assert.deepEqual(between(host, till, [all]), certain('All'));
    assert.deepEqual(between(outside('8.8.8.8'), host, [all]), certain('All'));
    assert.deepEqual(between(web, host, [egress({ to: [{ podSelector: {} }] })]), certain('None'));
    assert.deepEqual(
      between(web, host, [egress({ to: [{ ipBlock: { cidr: '192.0.2.0/24' } }] })]),
      certain('All'),
    );
    const named = { ...host, ports: [{ name: 'http', number: 80, protocol: 'TCP' }] };
    assert.deepEqual(between(web, named, [egress({ ports: [{ port: 'http' }] })]), certain('None'));
  });

  test('or it is an ordinary pod, where that is assumed', () => {
    const ordinary = { ...usualAssumptions, hostNetworkPods: 'ordinary' as const };
    const host = pod(shop, 'host', { hostNetwork: true });
    const to = egress({ to: [{ podSelector: { matchLabels: { app: 'host' } } }] });
    assert.deepEqual(between(web, host, [to], ordinary), certain('All'));
    assert.deepEqual(between(till, host, [{ podSelector: {} }], ordinary), certain('None'));
  });
});

/** An ingress policy of the namespaces that a selector picks. */
const inNamespaces = (namespaceSelector: object): object => from({ namespaceSelector });

const ofJob = (more: object): object => ({ matchLabels: { 'job-name': 'job', ...more } });
const deny = (podSelector: object): object => ({ podSelector, policyTypes: ['Ingress'] });

describe('what is not known', () => {
  const far = pod(namespace('far', { labels: {}, complete: false, place: null }), 'far');

  test('labels of a namespace that no manifest declares', () => {
    assert.deepEqual(
      between(far, web, [inNamespaces({ matchLabels: { team: 'red' } })]),
      doubtful('All'),
    );
    assert.deepEqual(between(far, web, [inNamespaces({})]), certain('All'));
    assert.deepEqual(
      between(far, web, [inNamespaces({ matchLabels: { 'kubernetes.io/metadata.name': 'far' } })]),
      certain('All'),
    );
    assert.deepEqual(
      between(far, web, [
        inNamespaces({ matchLabels: { 'kubernetes.io/metadata.name': 'shop', team: 'red' } }),
      ]),
      certain('None'),
    );
  });

  test('labels that pods get in the cluster, as subject and as peer', () => {
    const complete = { but: ['job-name'] };
    const job = pod(shop, 'job', { complete });
    assert.deepEqual(between(db, job, [deny(ofJob({}))]), doubtful('All'));
    assert.deepEqual(between(db, job, [deny(ofJob({ app: 'job' }))]), doubtful('All'));
    assert.deepEqual(between(db, job, [deny(ofJob({ app: 'other' }))]), certain('All'));
    assert.deepEqual(between(db, web, [deny(ofJob({}))]), certain('All'));
    assert.deepEqual(between(job, web, [from({ podSelector: ofJob({}) })]), doubtful('All'));
    const others = { matchExpressions: [{ key: 'job-name', operator: 'DoesNotExist' }] };
    assert.deepEqual(between(job, web, [from({ podSelector: others })]), doubtful('All'));
    const unknown = pod(shop, 'rollout', { complete: false });
    assert.deepEqual(between(db, unknown, [deny(ofJob({}))]), doubtful('All'));
    assert.deepEqual(between(db, unknown, [deny({ matchLabels: { app: 'db' } })]), certain('All'));
  });

  test('what is allowed anyway is no doubt', () => {
    const maybe = ingress({ from: [{ namespaceSelector: { matchLabels: { team: 'red' } } }] });
    assert.deepEqual(between(far, web, [maybe, ingress({})]), certain('All'));
    assert.deepEqual(between(far, web, [maybe, ingress({ ports: [{ port: 80 }] })]), {
      allowed: 'TCP 80',
      doubt: 'SCTP; TCP 1-79,81-65535; UDP',
    });
  });
});
