import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { usualAssumptions, type Assumptions } from '../../server/src/policy/assumptions.ts';
import { connect, type Cluster } from '../../server/src/policy/connect.ts';
import { NONE, ofPorts, union } from '../../server/src/policy/conns.ts';
import { explain } from '../../server/src/policy/explain.ts';
import type { HttpRequest } from '../../server/src/policy/http.ts';
import { formatConns } from '../../server/src/policy/format.ts';
import { endNamed } from './answers.ts';
import { diffOf } from './load.ts';
import { clusterOf } from '../../server/src/workspace/cluster.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { apply, EMPTY } from '../../server/src/workspace/snapshot.ts';

/*
 * The meaning of Calico's policies, a sentence of its reference at a time, read from manifests as the product reads
 * them.
 */

const CLUSTER = `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { team: blue } }
---
apiVersion: v1
kind: Namespace
metadata: { name: bank, labels: { team: red } }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { serviceAccountName: front, containers: [] }
status: { podIP: 10.0.0.1, podIPs: [{ ip: 10.0.0.1 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: db, namespace: shop, labels: { app: db } }
spec:
  containers:
    - { name: db, ports: [{ name: sql, containerPort: 5432 }, { name: dns, containerPort: 53, protocol: UDP }] }
status: { hostIP: 192.0.2.7, podIP: 10.0.0.2, podIPs: [{ ip: 10.0.0.2 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: till, namespace: bank, labels: { app: till } }
spec: { containers: [] }
status: { podIP: 10.1.0.1, podIPs: [{ ip: 10.1.0.1 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: daemon, namespace: bank, labels: { app: daemon } }
spec: { hostNetwork: true, containers: [] }
status: { hostIP: 192.0.2.1, podIP: 192.0.2.1, podIPs: [{ ip: 192.0.2.1 }] }
`;

/** A policy of Calico; one without a namespace is global. */
const policy = (
  name: string,
  spec: object,
  { namespace, kind }: { readonly namespace?: string; readonly kind?: string } = {},
): object => ({
  apiVersion: 'projectcalico.org/v3',
  kind: kind ?? (namespace === undefined ? 'GlobalNetworkPolicy' : 'NetworkPolicy'),
  metadata: { name, namespace },
  spec,
});

const kubernetes = (name: string, namespace: string, spec: object): object => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, namespace },
  spec,
});

const tier = (name: string, spec: object): object => ({
  apiVersion: 'projectcalico.org/v3',
  kind: 'Tier',
  metadata: { name },
  spec,
});

const set = (
  name: string,
  nets: readonly string[],
  labels: object,
  namespace?: string,
): object => ({
  apiVersion: 'projectcalico.org/v3',
  kind: namespace === undefined ? 'GlobalNetworkSet' : 'NetworkSet',
  metadata: { name, namespace, labels },
  spec: { nets },
});

const account = (name: string, labels: object | undefined): object => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name, namespace: 'shop', labels },
});

const service = (name: string, selector: object | undefined, port: object): object => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
  spec: { selector, ports: [port] },
});

/** What is certainly allowed, and what is in doubt, from one end to another: pods by name, others by address. */
const between = (from: string, to: string, ...objects: readonly object[]): string =>
  toldOf(from, to, objects, usualAssumptions);

/** The same where staged policies are in force. */
const pretending = (from: string, to: string, ...objects: readonly object[]): string =>
  toldOf(from, to, objects, { ...usualAssumptions, stagedPolicies: 'enforced' });

function toldOf(
  from: string,
  to: string,
  objects: readonly object[],
  assumptions: Assumptions,
): string {
  const text = [CLUSTER, ...objects.map((object) => JSON.stringify(object))].join('\n---\n');
  const snapshot = apply(EMPTY, {
    reason: 'test',
    settings: { ...defaultSettings, assumptions },
    upserted: [{ uri: 'file:///cluster.yaml', text }],
    read: true,
  });
  const { endpoints, tiersFor } = clusterOf(snapshot);
  const [source, destination] = [endNamed(from, endpoints), endNamed(to, endpoints)];
  const { allowed, doubts } = connect(source, destination, tiersFor, assumptions);
  const said = formatConns(allowed, usualAssumptions.protocols) || 'None';
  const doubt = doubts.reduce((sum, { conns }) => union(sum, conns), NONE);
  const doubted = formatConns(doubt, usualAssumptions.protocols);
  return doubts.length === 0 ? said : `${said} in doubt ${doubted}`;
}

const ALLOW_WEB = { action: 'Allow', source: { selector: "app == 'web'" } };

/** A policy of namespace `shop` with rules for all its pods. */
const ingress = (...rules: readonly object[]): object =>
  policy('p', { ingress: rules }, { namespace: 'shop' });

const fromRed = (selector: string): object =>
  ingress({ action: 'Allow', source: { namespaceSelector: "team == 'red'", selector } });

const fromWebAt = (net: string): object =>
  ingress({ action: 'Allow', source: { selector: "app == 'web'", nets: [net] } });

const fromPartners = (namespaceSelector?: string): object =>
  ingress({ action: 'Allow', source: { selector: "role == 'partner'", namespaceSelector } });

/** What a rule with these conditions allows from `web` to `db`. */
const allowing = (conditions: object): string =>
  between('web', 'db', ingress({ action: 'Allow', ...conditions }));

const from = (source: object): string => allowing({ protocol: 'TCP', source });

const allowAt = (order: number): object => policy('p', { order, ingress: [ALLOW_WEB] });
const denyAt = (order: number): object => policy('p', { order, ingress: [{ action: 'Deny' }] });
const early = (defaultAction: string): object => tier('early', { order: 1, defaultAction });

describe('which pods a policy selects', () => {
  test('a policy of a namespace selects the pods of that, and isolates them', () => {
    const deny = policy('p', { selector: 'all()' }, { namespace: 'shop' });
    assert.equal(between('till', 'db', deny), 'None');
    assert.equal(between('db', 'till', deny), 'All');
  });
  test('a global policy selects by namespace, too', () => {
    const deny = policy('p', { namespaceSelector: "team == 'red'", types: ['Ingress'] });
    assert.equal(between('web', 'till', deny), 'None');
    assert.equal(between('web', 'db', deny), 'All');
    const named = policy('p', { namespaceSelector: "projectcalico.org/name == 'shop'" });
    assert.equal(between('till', 'web', named), 'None');
    assert.equal(between('web', 'till', named), 'All');
  });
  test('its selector sees the labels that Calico gives, and those of the namespace with a prefix', () => {
    for (const selector of [
      "projectcalico.org/namespace == 'shop'",
      "pcns.team == 'blue'",
      "pcns.projectcalico.org/name == 'shop'",
    ]) {
      assert.equal(between('till', 'db', policy('p', { selector })), 'None', selector);
      assert.equal(between('db', 'till', policy('p', { selector })), 'All', selector);
    }
    const orchestrator = policy('p', { selector: "projectcalico.org/orchestrator == 'k8s'" });
    assert.equal(between('till', 'db', orchestrator), 'None');
    const wrong = policy('p', { selector: "projectcalico.org/orchestrator == 'kubernetes'" });
    assert.equal(between('till', 'db', wrong), 'All');
  });
  test('service accounts are met by name, and by labels that only the cluster knows', () => {
    const byName = policy('p', { selector: "projectcalico.org/serviceaccount == 'front'" });
    assert.equal(between('till', 'web', byName), 'None');
    assert.equal(between('till', 'db', byName), 'All');
    const byLabel = policy('p', { serviceAccountSelector: "role == 'x'" });
    assert.equal(between('till', 'web', byLabel), 'None in doubt All');
    assert.equal(between('till', 'web', byLabel, account('front', { role: 'x' })), 'None');
    assert.equal(between('till', 'web', byLabel, account('front', { role: 'y' })), 'All');
    assert.equal(between('till', 'web', byLabel, account('front', undefined)), 'All');
    assert.equal(
      between('till', 'web', byLabel, account('back', { role: 'x' })),
      'None in doubt All',
    );
    assert.equal(
      between(
        'till',
        'web',
        byLabel,
        account('front', { role: 'x' }),
        account('front', { role: 'y' }),
      ),
      'None in doubt All',
    );
    const peer = ingress({
      action: 'Allow',
      source: { serviceAccounts: { selector: "role == 'x'" } },
    });
    assert.equal(between('web', 'db', peer, account('front', { role: 'x' })), 'All');
    assert.equal(between('web', 'db', peer, account('front', { role: 'y' })), 'None');
  });
  test('pods on the network of their node are no endpoints', () => {
    const deny = policy('p', { selector: 'all()' });
    assert.equal(between('web', 'daemon', deny), 'All');
    const allow = policy('p', { ingress: [{ action: 'Allow', source: { selector: 'all()' } }] });
    assert.equal(between('daemon', 'db', allow), 'None');
  });
});

describe('which traffic a rule matches', () => {
  test('a selector of a namespaced policy means its own namespace, of a global one all', () => {
    const till = { action: 'Allow', source: { selector: "app in {'till', 'web'}" } };
    assert.equal(between('till', 'db', ingress(till)), 'None');
    assert.equal(between('web', 'db', ingress(till)), 'All');
    assert.equal(between('till', 'db', policy('p', { ingress: [till] })), 'All');
  });
  test('a namespace selector beside a selector asks for both', () => {
    assert.equal(between('till', 'db', fromRed('all()')), 'All');
    assert.equal(between('till', 'db', fromRed("app == 'web'")), 'None');
  });
  test('all() is no address outside the cluster, no source at all is', () => {
    const all = { action: 'Allow', source: { namespaceSelector: 'all()' } };
    assert.equal(between('192.0.2.9', 'db', ingress(all)), 'None');
    assert.equal(between('till', 'db', ingress(all)), 'All');
    assert.equal(between('192.0.2.9', 'db', ingress({ action: 'Allow' })), 'All');
  });
  test('global() is no pod', () => {
    const rule = { action: 'Allow', source: { namespaceSelector: 'global()' } };
    assert.equal(between('till', 'db', ingress(rule)), 'None');
  });
  test('nets and selectors both have to hold, and notNets is left out', () => {
    assert.equal(between('web', 'db', fromWebAt('10.0.0.0/24')), 'All');
    assert.equal(between('web', 'db', fromWebAt('10.9.0.0/24')), 'None');
    const outside = {
      action: 'Allow',
      source: { nets: ['192.0.2.0/24'], notNets: ['192.0.2.8/32'] },
    };
    assert.equal(between('192.0.2.9', 'db', ingress(outside)), 'All');
    assert.equal(between('192.0.2.8', 'db', ingress(outside)), 'None');
  });
  test('notSelector leaves out of its namespace, in a global policy of everything', () => {
    const not = { action: 'Allow', source: { notSelector: "app == 'web'" } };
    assert.equal(between('web', 'db', ingress(not)), 'None');
    assert.equal(between('till', 'db', ingress(not)), 'None');
    const everywhere = policy('p', { ingress: [not] });
    assert.equal(between('till', 'db', everywhere), 'All');
    assert.equal(between('192.0.2.9', 'db', everywhere), 'All');
    assert.equal(between('web', 'db', everywhere), 'None');
  });
  test('the selector of the own side narrows the policy', () => {
    const rule = { action: 'Allow', destination: { selector: "app == 'db'" } };
    assert.equal(between('till', 'db', ingress(rule)), 'All');
    assert.equal(between('till', 'web', ingress(rule)), 'None');
  });
  test('network sets are met at their addresses, global ones only where they are meant', () => {
    const allowed = { role: 'partner' };
    const nets = ['192.0.2.0/24', '203.0.113.7'];
    const own = set('own', nets, allowed, 'shop');
    const global = set('global', nets, allowed);
    assert.equal(between('192.0.2.9', 'db', fromPartners(), own), 'All');
    assert.equal(between('203.0.113.7', 'db', fromPartners(), own), 'All');
    assert.equal(between('203.0.113.8', 'db', fromPartners(), own), 'None');
    assert.equal(between('192.0.2.9', 'db', fromPartners(), global), 'None');
    assert.equal(between('192.0.2.9', 'db', fromPartners('global()'), global), 'All');
    assert.equal(between('192.0.2.9', 'db', fromPartners('global()'), own), 'None');
  });
  test('protocols by name or number, ports as ranges and names, and without others', () => {
    assert.equal(allowing({ protocol: 'TCP' }), 'TCP');
    assert.equal(allowing({ protocol: 17 }), 'UDP');
    assert.equal(
      allowing({ protocol: 'TCP', destination: { ports: [80, '90:91'] } }),
      'TCP 80,90-91',
    );
    assert.equal(allowing({ protocol: 'TCP', destination: { ports: ['sql'] } }), 'TCP 5432');
    assert.equal(allowing({ destination: { ports: ['sql'] } }), 'TCP 5432');
    assert.equal(
      allowing({ protocol: 'TCP', destination: { notPorts: [80] } }),
      'TCP 1-79,81-65535',
    );
  });
  test('every protocol but one', () => {
    assert.equal(allowing({ notProtocol: 'UDP' }), 'SCTP; TCP');
    assert.equal(allowing({ notProtocol: 17, protocol: 'TCP' }), 'TCP');
    assert.equal(allowing({ notProtocol: 'TCP', protocol: 6 }), 'None');
    assert.equal(
      allowing({ notProtocol: 'TCP', destination: { ports: ['sql', 'dns'] } }),
      'UDP 53',
    );
  });
  test('ports left out by their name are those of the destination pod, and of no address outside', () => {
    const left = { protocol: 'TCP', destination: { notPorts: ['sql', 80] } };
    assert.equal(allowing(left), 'TCP 1-79,81-5431,5433-65535');
    assert.equal(allowing({ destination: { notPorts: ['dns'] } }), 'SCTP; TCP; UDP 1-52,54-65535');
    assert.equal(
      allowing({ protocol: 'TCP', destination: { ports: ['sql', 80], notPorts: ['80:5432'] } }),
      'None',
    );
    assert.equal(
      allowing({ protocol: 'TCP', destination: { ports: ['sql', 81], notPorts: [80] } }),
      'TCP 81,5432',
    );
    const out = policy('p', { types: ['Egress'], egress: [{ action: 'Allow', ...left }] });
    assert.equal(between('web', '192.0.2.9', out), 'TCP 1-79,81-65535');
  });
  test('messages of ICMP by type and code, and all but some', () => {
    const icmp = (conditions: object): string => allowing({ protocol: 'ICMP', ...conditions });
    assert.equal(icmp({}), 'ICMP');
    assert.equal(icmp({ icmp: { type: 8 } }), 'ICMP type 8');
    assert.equal(icmp({ icmp: { type: 0, code: 0 } }), 'ICMP type 0 code 0');
    assert.equal(icmp({ notICMP: { type: 8 } }), 'ICMP type 0-7,9-255');
    assert.equal(
      icmp({ notICMP: { type: 3, code: 4 } }),
      'ICMP type 0-2,3 code 0-3,3 code 5-255,4-255',
    );
    assert.equal(
      icmp({ icmp: { type: 3 }, notICMP: { type: 3, code: 4 } }),
      'ICMP type 3 code 0-3,3 code 5-255',
    );
    assert.equal(
      allowing({ protocol: 58, icmp: { type: 128, code: 0 } }),
      'ICMPv6 type 128 code 0',
    );
  });
  test('which port a connection comes from is a doubt, unless the rule takes any or none', () => {
    assert.equal(from({ ports: [1] }), 'None in doubt TCP');
    assert.equal(from({ notPorts: [1] }), 'None in doubt TCP');
    assert.equal(from({ ports: ['sql'] }), 'None in doubt TCP');
    assert.equal(from({ ports: ['1:65535'] }), 'TCP');
    assert.equal(from({ ports: [] }), 'TCP');
    assert.equal(from({ ports: ['1:80', '81:65535'], notPorts: [] }), 'TCP');
    assert.equal(from({ ports: [80], notPorts: [80] }), 'None');
  });
  test('what a rule asks of HTTP is a doubt', () => {
    assert.equal(allowing({ http: { methods: ['GET'] } }), 'None in doubt All');
  });
  test('ipVersion leaves the other family out', () => {
    const four = ingress({ action: 'Allow', ipVersion: 4 });
    assert.equal(between('192.0.2.9', 'db', four), 'All');
    assert.equal(between('2001:db8::1', 'db', four), 'None');
  });
  test('a Service means its pods and, where it is the destination, the ports of those', () => {
    const services = { name: 'db', namespace: 'shop' };
    const egress = policy(
      'p',
      { egress: [{ action: 'Allow', destination: { services } }] },
      { namespace: 'shop' },
    );
    const db = service('db', { app: 'db' }, { port: 80, targetPort: 'sql' });
    assert.equal(between('web', 'db', egress, db), 'TCP 5432');
    assert.equal(between('web', 'till', egress, db), 'None');
    assert.equal(between('web', '192.0.2.9', egress, db), 'None');
    assert.equal(between('web', 'db', egress), 'None in doubt All');
    assert.equal(
      between('web', 'db', egress, service('db', undefined, { port: 80 })),
      'None in doubt All',
    );
    const udp = policy(
      'p',
      { egress: [{ action: 'Allow', protocol: 'UDP', destination: { services } }] },
      { namespace: 'shop' },
    );
    assert.equal(between('web', 'db', udp, db), 'None');
    const web = service('web', { app: 'web' }, { port: 80 });
    const from = ingress({
      action: 'Allow',
      source: { services: { name: 'web', namespace: 'shop' } },
    });
    assert.equal(between('web', 'db', from, web), 'All');
    assert.equal(between('till', 'db', from, web), 'None');
  });
  test('a list of nets, wanted or not, leaves out the family of which it has none', () => {
    const not = ingress({ action: 'Allow', source: { notNets: ['10.0.0.0/8'] } });
    assert.equal(between('192.0.2.9', 'db', not), 'All');
    assert.equal(between('2001:db8::1', 'db', not), 'None');
    assert.equal(between('web', 'db', not), 'None');
    const own = ingress({ action: 'Allow', destination: { nets: ['10.0.0.0/8'] } });
    assert.equal(between('192.0.2.9', 'db', own), 'All');
    assert.equal(between('2001:db8::1', 'db', own), 'None');
    const six = ingress({
      action: 'Allow',
      ipVersion: 6,
      source: { notNets: ['2001:db8:1::/48'] },
    });
    assert.equal(between('192.0.2.9', 'db', six), 'None');
    assert.equal(between('2001:db8::1', 'db', six), 'All');
  });
  test('a network set that cannot be read may hold any address', () => {
    const template = set('own', ['{{ .Values.net }}'], { role: 'partner' }, 'shop');
    assert.equal(between('192.0.2.9', 'db', fromPartners(), template), 'None in doubt All');
    const torn = [
      set('own', ['192.0.2.0/24'], { role: 'partner' }, 'shop'),
      set('own', ['203.0.113.0/24'], { role: 'partner' }, 'shop'),
    ];
    assert.equal(between('192.0.2.9', 'db', fromPartners(), ...torn), 'None in doubt All');
    assert.equal(between('198.51.100.1', 'db', fromPartners(), ...torn), 'None');
  });
  test('a network set that Calico refuses is none', () => {
    const refused = set('own', ['192.0.2.0/24', 'partner.example'], { role: 'partner' }, 'shop');
    assert.equal(between('192.0.2.9', 'db', fromPartners(), refused), 'None');
    const right = set('own', ['192.0.2.0/24'], { role: 'partner' }, 'shop');
    assert.equal(between('192.0.2.9', 'db', fromPartners(), refused, right), 'All');
  });
  test('a host is met at the addresses that it is expected at', () => {
    const host = {
      apiVersion: 'projectcalico.org/v3',
      kind: 'HostEndpoint',
      metadata: { name: 'h', labels: { role: 'partner' } },
      spec: { node: 'n', expectedIPs: ['192.0.2.9'] },
    };
    assert.equal(between('192.0.2.9', 'db', fromPartners('global()'), host), 'All');
    assert.equal(between('192.0.2.9', 'db', fromPartners(), host), 'None');
    assert.equal(between('192.0.2.8', 'db', fromPartners('global()'), host), 'None');
  });
});

describe('who has the word', () => {
  const denyAll = { action: 'Deny' };
  test('the first rule that matches, of the policy of lowest order', () => {
    const first = policy('b', { order: 1, ingress: [ALLOW_WEB] });
    const second = policy('a', { order: 2, ingress: [denyAll] });
    assert.equal(between('web', 'db', first, second), 'All');
    assert.equal(between('till', 'db', first, second), 'None');
    const later = policy('b', { ingress: [ALLOW_WEB] });
    assert.equal(between('web', 'db', later, second), 'None');
  });
  test('of equal order by name', () => {
    const allow = (name: string): object => policy(name, { order: 5, ingress: [ALLOW_WEB] });
    const deny = policy('m', { order: 5, ingress: [denyAll] });
    assert.equal(between('web', 'db', allow('a'), deny), 'All');
    assert.equal(between('web', 'db', allow('z'), deny), 'None');
  });
  test('a NetworkPolicy of Kubernetes stands at order 1000 and cannot narrow an earlier allow', () => {
    const closed = kubernetes('closed', 'shop', { podSelector: {} });
    assert.equal(between('web', 'db', closed, allowAt(999)), 'All');
    // What no rule allows is denied at the end of the tier, so that a later allow still counts.
    assert.equal(between('web', 'db', closed, allowAt(1001)), 'All');
    const open = kubernetes('open', 'shop', { podSelector: {}, ingress: [{}] });
    assert.equal(between('web', 'db', open, denyAt(999)), 'None');
    assert.equal(between('web', 'db', open, denyAt(1001)), 'All');
  });
  test('a rule that only logs decides nothing, and its policy isolates', () => {
    assert.equal(between('web', 'db', policy('p', { ingress: [{ action: 'Log' }] })), 'None');
  });
  test('Pass goes on with the next tier, and in the last with the allow of the namespace', () => {
    const pass = policy('p', { tier: 'early', ingress: [{ action: 'Pass' }] });
    const early = tier('early', { order: 1 });
    assert.equal(between('web', 'db', early, pass), 'All');
    assert.equal(between('web', 'db', early, pass, policy('d', { ingress: [denyAll] })), 'None');
  });
  test('what a tier does not decide is denied, unless its default is Pass', () => {
    const nothing = policy('p', { tier: 'early', ingress: [] });
    const allow = policy('d', { ingress: [ALLOW_WEB] });
    assert.equal(between('web', 'db', early('Deny'), nothing, allow), 'None');
    assert.equal(between('web', 'db', early('Pass'), nothing, allow), 'All');
  });
  test('a tier without an order stands with the default one, by name', () => {
    const deny = policy('p', { tier: 'zebra', ingress: [denyAll] });
    const allow = policy('d', { ingress: [ALLOW_WEB] });
    assert.equal(between('web', 'db', tier('zebra', {}), deny, allow), 'All');
    const before = policy('p', { tier: 'ape', ingress: [denyAll] });
    assert.equal(between('web', 'db', tier('ape', {}), before, allow), 'None');
  });
  test('a tier that no manifest declares may stand anywhere', () => {
    const lost = policy('p', { tier: 'lost', ingress: [denyAll] });
    assert.equal(between('web', 'db', lost), 'None in doubt All');
    assert.equal(
      between('web', 'db', lost, policy('d', { ingress: [ALLOW_WEB] })),
      'None in doubt All',
    );
    assert.equal(between('web', 'db', lost, policy('d', { ingress: [denyAll] })), 'None');
    const torn = [tier('lost', { order: 1 }), tier('lost', { order: 2 })];
    assert.equal(between('web', 'db', lost, ...torn), 'None in doubt All');
    assert.equal(
      between('web', 'db', lost, tier('lost', { order: '{{ .Values.order }}' })),
      'None in doubt All',
    );
    assert.equal(between('web', 'db', lost, tier('lost', { order: 1 })), 'None');
  });
  test('a tier that Calico refuses is none', () => {
    const lost = policy('p', { tier: 'lost', ingress: [denyAll] });
    const refused = tier('lost', { order: 1, defaultAction: 'Allow' });
    assert.equal(between('web', 'db', lost, refused), 'None in doubt All');
    assert.equal(between('web', 'db', lost, refused, tier('lost', { order: 2 })), 'None');
    const nothing = policy('p', { ingress: [] });
    assert.equal(between('web', 'db', nothing, tier('default', { defaultAction: 'Pass' })), 'None');
  });
  test('a policy that cannot be read may decide first of all', () => {
    const template = policy('p', { order: '{{ .Values.order }}', ingress: [denyAll] });
    assert.equal(between('web', 'db', template, allowAt(1)), 'None in doubt All');
    assert.equal(between('web', 'db', template, denyAt(1)), 'None in doubt All');
  });
  test('policies of administrators stand in tiers of their own', () => {
    const admin = {
      apiVersion: 'policy.networking.k8s.io/v1alpha2',
      kind: 'ClusterNetworkPolicy',
      metadata: { name: 'admin' },
      spec: {
        tier: 'Admin',
        priority: 1,
        subject: { namespaces: {} },
        ingress: [{ action: 'Deny', from: [{ namespaces: {} }] }],
      },
    };
    const allow = policy('p', { ingress: [ALLOW_WEB] });
    assert.equal(between('web', 'db', admin, allow), 'None');
    const early = policy('e', { tier: 'early', ingress: [ALLOW_WEB] });
    assert.equal(between('web', 'db', admin, tier('early', { order: 1 }), early), 'All');
  });
  test('staged policies enforce nothing', () => {
    const staged = policy('p', { ingress: [denyAll] }, { kind: 'StagedGlobalNetworkPolicy' });
    assert.equal(between('web', 'db', staged), 'All');
  });
  test('staged policies can be counted as if they were in force, but for those that propose a removal', () => {
    const staged = (more: object): object =>
      policy('p', { ingress: [denyAll], ...more }, { kind: 'StagedGlobalNetworkPolicy' });
    assert.equal(pretending('web', 'db', staged({})), 'None');
    assert.equal(pretending('web', 'db', staged({ order: 2 }), allowAt(1)), 'All');
    const removal = { kind: 'StagedGlobalNetworkPolicy', spec: { stagedAction: 'Delete' } };
    assert.equal(pretending('web', 'db', { ...policy('p', {}), ...removal }), 'All');
    const kubernetesStaged = {
      apiVersion: 'projectcalico.org/v3',
      kind: 'StagedKubernetesNetworkPolicy',
      metadata: { name: 'k', namespace: 'shop' },
      spec: {
        podSelector: {},
        ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }] }],
      },
    };
    assert.equal(pretending('web', 'db', kubernetesStaged), 'All');
    assert.equal(pretending('till', 'db', kubernetesStaged), 'None');
    assert.equal(pretending('web', 'db', kubernetesStaged, denyAt(999)), 'None');
    assert.equal(pretending('web', 'db', kubernetesStaged, denyAt(1001)), 'All');
    assert.equal(between('till', 'db', kubernetesStaged), 'All');
  });
  test('policies for packets before they are tracked or translated are for hosts alone', () => {
    const untracked = policy('p', { doNotTrack: true, applyOnForward: true, ingress: [denyAll] });
    assert.equal(between('web', 'db', untracked), 'All');
  });
});

describe('which directions a policy isolates', () => {
  test('those of its rules where it lists none, and ingress where it has none', () => {
    const egress = policy('p', { egress: [{ action: 'Allow' }] }, { namespace: 'shop' });
    assert.equal(between('till', 'db', egress), 'All');
    const none = policy('p', {}, { namespace: 'shop' });
    assert.equal(between('till', 'db', none), 'None');
    assert.equal(between('db', 'till', none), 'All');
  });
  test('an empty section without types means one thing or another by how Calico is installed', () => {
    const empty = policy('p', { egress: [] }, { namespace: 'shop' });
    assert.equal(between('db', 'till', empty), 'None in doubt All');
    assert.equal(between('till', 'db', empty), 'None in doubt All');
    const both = policy('p', { ingress: [], egress: [{ action: 'Allow' }] }, { namespace: 'shop' });
    assert.equal(between('till', 'db', both), 'None in doubt All');
    const listed = policy('p', { types: ['Ingress'], egress: [] }, { namespace: 'shop' });
    assert.equal(between('db', 'till', listed), 'All');
    const alone = policy('p', { ingress: [] }, { namespace: 'shop' });
    assert.equal(between('till', 'db', alone), 'None');
    assert.equal(between('db', 'till', alone), 'All');
  });
  test('rules of a direction that it does not list are inert', () => {
    const inert = policy(
      'p',
      { types: ['Egress'], ingress: [{ action: 'Deny' }], egress: [{ action: 'Allow' }] },
      { namespace: 'shop' },
    );
    assert.equal(between('till', 'db', inert), 'All');
  });
});

/** What is said of TCP 80 from `web` to `db`: the verdict, and the steps of the side of `db`. */
function explained(
  request: HttpRequest | undefined,
  httpRules: Assumptions['httpRules'],
  ...objects: readonly object[]
): readonly string[] {
  const text = [CLUSTER, ...objects.map((object) => JSON.stringify(object))].join('\n---\n');
  const snapshot = apply(EMPTY, {
    reason: 'test',
    upserted: [{ uri: 'file:///cluster.yaml', text }],
    read: true,
  });
  const { endpoints, tiersFor } = clusterOf(snapshot);
  const [web, db] = ['web', 'db'].map((name) => endpoints.find((one) => one.name === name)!);
  const port = ofPorts('TCP', [[80, 80]]);
  const assumptions = { ...usualAssumptions, httpRules };
  const { verdict, ingress: steps } = explain(web!, db!, port, tiersFor, assumptions, { request });
  return [verdict, ...steps.map((step) => step.text)];
}

describe('an explanation', () => {
  const allow = policy('p', { order: 7, ingress: [{ ...ALLOW_WEB, protocol: 'TCP' }] });

  test('names the tier and the order of a policy', () => {
    assert.deepEqual(explained(undefined, 'unknown', allow), [
      'allow',
      'GlobalNetworkPolicy `p` (tier `default`, order 7) allows this: ingress rule 1 speaks of every TCP port from pods `app=web` in every namespace.',
    ]);
    assert.deepEqual(
      explained(
        undefined,
        'unknown',
        kubernetes('closed', 'shop', { podSelector: {} }),
        allow,
      ).slice(0, 1),
      ['allow'],
    );
  });

  test('tells the tiers that say nothing, and that the end of a tier denies', () => {
    const deny = policy('late', { ingress: [] });
    const early = policy('early', { tier: 'early', ingress: [{ action: 'Pass' }] });
    assert.deepEqual(explained(undefined, 'unknown', tier('early', { order: 1 }), early, deny), [
      'deny',
      'GlobalNetworkPolicy `early` (tier `early`, without an order) hands this on to the next tier: ingress rule 1 speaks of every port from anyone.',
      'GlobalNetworkPolicy `late` (tier `default`, without an order) selects `shop/db` for ingress, and no rule of its tier matches TCP 80 from `shop/web`, so the end of the tier denies it.',
    ]);
  });

  test('counts the request that a connection carries', () => {
    const http = policy('p', {
      ingress: [{ action: 'Allow', http: { methods: ['GET'], paths: [{ prefix: '/public' }] } }],
    });
    const get = { method: 'GET', path: '/public/a' };
    const post = { method: 'POST', path: '/public/a' };
    assert.equal(explained(undefined, 'unknown', http)[0], 'unknown');
    assert.equal(explained(get, 'unknown', http)[0], 'allow');
    assert.equal(explained(get, 'enforced', http)[0], 'allow');
    assert.equal(explained(post, 'unknown', http)[0], 'unknown');
    assert.equal(explained(post, 'enforced', http)[0], 'deny');
  });
});

const cluster = (...objects: readonly object[]): Cluster =>
  clusterOf(
    apply(EMPTY, {
      reason: 'test',
      upserted: [
        {
          uri: 'file:///cluster.yaml',
          text: [CLUSTER, ...objects.map((object) => JSON.stringify(object))].join('\n---\n'),
        },
      ],
      read: true,
    }),
  );

const client = (serviceAccountName: string): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'client', namespace: 'shop', labels: {} },
  spec: { serviceAccountName, containers: [] },
  status: { podIP: '10.0.0.9', podIPs: [{ ip: '10.0.0.9' }] },
});

test('a comparison tells what the order of a tier, or a service account, changes', () => {
  const deny = policy('deny', { tier: 'moved', ingress: [{ action: 'Deny' }] });
  const allow = policy('allow', { ingress: [{ action: 'Allow' }] });
  const { changes } = diffOf(
    cluster(tier('moved', { order: 1 }), deny, allow),
    cluster(tier('moved', { order: 2_000_000 }), deny, allow),
    usualAssumptions,
  );
  assert.ok(
    changes.some(
      ({ dst, kind }) => dst.kind === 'workload' && dst.name === 'db' && kind === 'added',
    ),
  );
  const guard = policy('guard', {
    selector: "app == 'db'",
    ingress: [{ action: 'Allow', source: { serviceAccounts: { names: ['robot'] } } }],
  });
  const gained = diffOf(
    cluster(guard, client('a')),
    cluster(guard, client('robot')),
    usualAssumptions,
  );
  assert.deepEqual(
    gained.changes.map(({ src, dst, after }) => [
      src.kind === 'workload' && src.name,
      dst.kind === 'workload' && dst.name,
      after,
    ]),
    [['client', 'db', 'All']],
  );
});
