import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { usualAssumptions, type Assumptions } from '../../server/src/policy/assumptions.ts';
import { connect } from '../../server/src/policy/connect.ts';
import { NONE, union } from '../../server/src/policy/conns.ts';
import type { Endpoint } from '../../server/src/policy/endpoint.ts';
import type { Party } from '../../server/src/policy/party.ts';
import { formatConns } from '../../server/src/policy/format.ts';
import { canonicalName } from '../../server/src/policy/fqdn.ts';
import type { HttpRequest } from '../../server/src/policy/http.ts';
import { clusterOf } from '../../server/src/workspace/cluster.ts';
import {
  defaultSettings,
  settingsFromTexts,
  type Settings,
} from '../../server/src/workspace/settings.ts';
import { apply, EMPTY, type Snapshot } from '../../server/src/workspace/snapshot.ts';
import { endNamed } from './answers.ts';
import { diffOf } from './load.ts';

/*
 * The meaning of Cilium's policies, a sentence of its documentation at a time, read from manifests as the product reads
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
metadata: { name: web, namespace: shop, labels: { app: web, topology.kubernetes.io/zone: a } }
spec: { serviceAccountName: front, containers: [] }
status: { podIPs: [{ ip: 10.0.0.1 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: db, namespace: shop, labels: { app: db } }
spec:
  containers:
    - { name: db, ports: [{ name: sql, containerPort: 5432 }] }
status: { podIPs: [{ ip: 10.0.0.2 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: till, namespace: bank, labels: { app: till } }
spec: { containers: [] }
status: { podIPs: [{ ip: 10.1.0.1 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: daemon, namespace: bank, labels: { app: daemon } }
spec: { hostNetwork: true, containers: [] }
`;

const NODE = `
apiVersion: v1
kind: Node
metadata: { name: one }
status: { addresses: [{ type: InternalIP, address: 192.0.2.1 }] }
`;

const TWO_NODES = `${NODE}
---
apiVersion: v1
kind: Node
metadata: { name: two, labels: { role: edge } }
status: { addresses: [{ type: InternalIP, address: 192.0.2.2 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: daemon-of-two, namespace: bank }
spec: { hostNetwork: true, containers: [] }
status: { hostIP: 192.0.2.2 }
`;

/** Pod `api` on the first of two nodes, and pod `agent` on the network of that. */
const PLACED = `${TWO_NODES}
---
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop, labels: { app: api } }
spec: { containers: [] }
status: { hostIP: 192.0.2.1, podIPs: [{ ip: 10.0.0.3 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: agent, namespace: bank }
spec: { hostNetwork: true, containers: [] }
status: { hostIP: 192.0.2.1 }
`;

const of = (kind: string, name: string, namespace: string | undefined, body: object): object => ({
  apiVersion: 'cilium.io/v2',
  kind,
  metadata: { name, namespace },
  ...body,
});

/** A policy of namespace `shop` for the pods of `app: db`, or as the rule says. */
const shop = (rule: object, name = 'p'): object =>
  of('CiliumNetworkPolicy', name, 'shop', {
    spec: { endpointSelector: { matchLabels: { app: 'db' } }, ...rule },
  });

const clusterwide = (rule: object, name = 'c'): object =>
  of('CiliumClusterwideNetworkPolicy', name, undefined, {
    spec: { endpointSelector: {}, ...rule },
  });

const kubernetes = (namespace: string, spec: object): object => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'k', namespace },
  spec,
});

/** A policy of administrators for all pods, with one rule about those of a team. */
const administrators = (kind: string, tier: string, action: string, team: string): object => ({
  apiVersion: `policy.networking.k8s.io/${kind === 'ClusterNetworkPolicy' ? 'v1alpha2' : 'v1alpha1'}`,
  kind,
  metadata: { name: 'default' },
  spec: {
    ...(kind === 'ClusterNetworkPolicy' && { tier }),
    ...(kind !== 'BaselineAdminNetworkPolicy' && { priority: 1 }),
    subject: { namespaces: {} },
    ingress: [{ action, from: [{ namespaces: { matchLabels: { team } } }] }],
  },
});

const group = (name: string, externalCIDRs: readonly string[], labels: object = {}): object => ({
  apiVersion: 'cilium.io/v2',
  kind: 'CiliumCIDRGroup',
  metadata: { name, labels },
  spec: { externalCIDRs },
});

const service = (name: string, selector: object | undefined, labels: object = {}): object => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop', labels },
  spec: { selector, ports: [{ port: 80, targetPort: 5432 }] },
});

interface Told {
  readonly more?: string;
  readonly assumptions?: Partial<Assumptions>;
  readonly request?: HttpRequest;
  readonly enforcer?: Settings['enforcer'];
  readonly ciliumVersion?: string;
  readonly ciliumFlags?: Settings['ciliumFlags'];
}

const snapshotOf = (
  { more = '', assumptions, enforcer = 'auto', ciliumVersion, ciliumFlags = [] }: Told,
  objects: readonly object[],
): Snapshot => {
  const text = [CLUSTER, more, ...objects.map((object) => JSON.stringify(object))].join('\n---\n');
  return apply(EMPTY, {
    reason: 'test',
    settings: {
      ...defaultSettings,
      enforcer,
      ciliumFlags,
      ...(ciliumVersion !== undefined && { ciliumVersion }),
      assumptions: { ...usualAssumptions, ...assumptions },
    },
    upserted: [{ uri: 'file:///cluster.yaml', text }],
    read: true,
  });
};

/** What is certainly allowed, and what is in doubt, from one end to another: pods by name, others by address. */
const between = (from: string, to: string, ...objects: readonly object[]): string =>
  answered({}, from, to, ...objects);

function answered(
  { assumptions: given, request, ...told }: Told,
  from: string,
  to: string,
  ...objects: readonly object[]
): string {
  const assumptions = { ...usualAssumptions, ...given };
  const snapshot = snapshotOf({ ...told, assumptions }, objects);
  const { endpoints, tiersFor } = clusterOf(snapshot);
  const end = (text: string): Endpoint => {
    // `192.0.2.1 example.com` is an address that DNS gave for a name.
    const [place = '', name] = text.split(' ');
    const found = endNamed(place, endpoints);
    return found.kind === 'external' && name !== undefined
      ? { ...found, name: canonicalName(name) }
      : found;
  };
  const { allowed, doubts } = connect(
    end(from),
    end(to),
    tiersFor,
    assumptions,
    undefined,
    request,
  );
  const said = formatConns(allowed, usualAssumptions.protocols) || 'None';
  const doubt = doubts.reduce((sum, { conns }) => union(sum, conns), NONE);
  const doubted = formatConns(doubt, usualAssumptions.protocols);
  return doubts.length === 0 ? said : `${said} in doubt ${doubted}`;
}

const nameOf = (party: Party): string =>
  party.kind === 'external' ? party.cidrs.join() : party.name;

const fromTill = {
  fromEndpoints: [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'bank', app: 'till' } }],
};
const FROM_WEB = { fromEndpoints: [{ matchLabels: { app: 'web' } }] };
const port = (number: string, protocol?: string): object => ({
  toPorts: [{ ports: [{ port: number, protocol }] }],
});

const fromPods = (matchLabels: object): object => ({
  ingress: [{ fromEndpoints: [{ matchLabels }] }],
});

const subjectIn = (key: string): object =>
  shop({ endpointSelector: { matchLabels: { [key]: 'bank' } }, ingress: [{}] });

const fromEntity = (...fromEntities: string[]): object => shop({ ingress: [{ fromEntities }] });

const fromBlocks = (...fromCIDR: string[]): object => shop({ ingress: [{ fromCIDR }] });

const fromCidrs = (...fromCIDRSet: object[]): object => shop({ ingress: [{ fromCIDRSet }] });

const toServices = (...toServices: object[]): object => ({ egress: [{ toServices }] });

const forAll = (rule: object): object => shop({ endpointSelector: {}, ...rule });

const expressed = (
  operator: string,
  key: string,
  ...values: string[]
): { readonly matchExpressions: readonly object[] } => ({
  matchExpressions: [{ key, operator, ...(values.length > 0 && { values }) }],
});

/** Everything in namespaces of another team, as a NetworkPolicy says it. */
const notBlue = (more: object): object =>
  kubernetes('shop', {
    podSelector: {},
    ingress: [{ from: [{ namespaceSelector: expressed('NotIn', 'team', 'blue'), ...more }] }],
  });

const fromOutside = (enforcer: Settings['enforcer'], ...objects: readonly object[]): string =>
  answered({ enforcer }, '8.8.8.8', 'db', ...objects);

const atPorts = (...ports: object[]): string =>
  between('web', 'db', shop({ ingress: [{ toPorts: [{ ports }] }] }));

const withHttp = (...rules: object[]): object =>
  shop({
    ingress: [{ toPorts: [{ ports: [{ port: '80', protocol: 'TCP' }], rules: { http: rules } }] }],
  });

const requesting = (text: string, ...objects: readonly object[]): string => {
  const [method = '', path = '', ...headers] = text.split(' ');
  const told = headers.map((header) => header.split('=') as [string, string]);
  return answered(
    { request: { method, path, ...(told.length > 0 && { headers: Object.fromEntries(told) }) } },
    'web',
    'db',
    ...objects,
  );
};

const toNodes = (selector: object): object => forAll({ egress: [{ toNodes: [selector] }] });

const notToNodes = (selector: object): object =>
  forAll({ egressDeny: [{ toNodes: [selector] }], enableDefaultDeny: { egress: false } });

const DOUBTED = 'None in doubt All';

const HTTP = { ports: [{ port: '80', protocol: 'TCP' }] };
const EXCEPT_HTTP = 'SCTP; TCP 1-79,81-65535; UDP in doubt TCP 80';

const withDns = (matchPattern: string): object =>
  shop({
    endpointSelector: {},
    egress: [
      {
        toEndpoints: [{}],
        toPorts: [{ ports: [{ port: '53', protocol: 'UDP' }], rules: { dns: [{ matchPattern }] } }],
      },
    ],
  });

const provenBy = (mode: string): object =>
  shop({ ingress: [{ ...FROM_WEB, authentication: { mode } }] }, mode);

const forNodes = (rule: object): object =>
  of('CiliumClusterwideNetworkPolicy', 'n', undefined, { spec: { nodeSelector: {}, ...rule } });

const toNames = (...toFQDNs: object[]): object =>
  shop({ endpointSelector: {}, egress: [{ toFQDNs, ...port('443', 'TCP') }] }, 'names');

const forApi = (rule: object): object =>
  shop({ endpointSelector: { matchLabels: { app: 'api' } }, ...rule });

const askingAll = (mode: string): object =>
  forApi({ ingress: [{ fromEntities: ['all'], authentication: { mode } }] });

const toApi = (assumptions: Partial<Assumptions>, from: string, ...objects: object[]): string =>
  answered({ more: PLACED, assumptions }, from, 'api', ...objects);

/** What comes to pod `api` from its node. */
const fromNode = (...objects: object[]): string => toApi({}, '192.0.2.1', ...objects);

/** The connections that come and go with an edit, and the policies behind them. */
const edited = (before: readonly object[], after: readonly object[]): readonly string[] => {
  const [old, now] = [before, after].map((objects) => clusterOf(snapshotOf({}, objects)));
  return diffOf(old!, now!, usualAssumptions).changes.map(
    ({ src, dst, kind, gained, lost, because }) =>
      `${nameOf(src)} ${nameOf(dst)} ${kind} ${gained ?? lost} by ${because
        .map(({ policy, edit }) => `${policy.name} ${edit}`)
        .join()}`,
  );
};

describe('what a policy isolates', () => {
  test('a direction that a rule speaks of is denied but for what is allowed; the other is not', () => {
    const policy = shop({ ingress: [FROM_WEB] });
    assert.equal(between('web', 'db', policy), 'All');
    assert.equal(between('till', 'db', policy), 'None');
    assert.equal(between('db', 'till', policy), 'All');
    assert.equal(between('till', 'web', policy), 'All');
  });
  test('an empty item matches nothing, so it denies all; an empty list is no direction at all', () => {
    assert.equal(between('web', 'db', shop({ ingress: [{}] })), 'None');
    const egress = { toEntities: ['all'] };
    assert.equal(between('web', 'db', shop({ ingress: [], egress: [egress] })), 'All');
  });
  test('a rule of denials isolates, too, unless it says otherwise', () => {
    const ingressDeny = [{ fromEntities: ['world'] }];
    assert.equal(between('web', 'db', shop({ ingressDeny })), 'None');
    const enableDefaultDeny = { ingress: false };
    assert.equal(between('web', 'db', shop({ ingressDeny, enableDefaultDeny })), 'All');
    assert.equal(between('8.8.8.8', 'db', shop({ ingressDeny, enableDefaultDeny })), 'None');
  });
  test('one rule that isolates is enough', () => {
    const open = shop({ ingress: [FROM_WEB], enableDefaultDeny: { ingress: false } }, 'open');
    assert.equal(between('till', 'db', open), 'All');
    assert.equal(between('till', 'db', open, shop({ ingress: [FROM_WEB] })), 'None');
  });
  test('what is denied stays denied, wherever and however often it is allowed', () => {
    const policy = shop({
      ingress: [{ ...FROM_WEB, ...port('5432') }],
      ingressDeny: [{ fromEndpoints: [{}] }],
    });
    const more = kubernetes('shop', { podSelector: {}, ingress: [{}] });
    assert.equal(between('web', 'db', policy, more), 'None');
    assert.equal(between('till', 'db', policy, more), 'All');
  });
  test('every spec counts for the pods that it selects itself', () => {
    const specs = [
      { endpointSelector: { matchLabels: { app: 'db' } }, ingress: [FROM_WEB] },
      { endpointSelector: { matchLabels: { app: 'web' } }, ingress: [{}] },
    ];
    const policy = of('CiliumNetworkPolicy', 'p', 'shop', { specs });
    assert.equal(between('web', 'db', policy), 'All');
    assert.equal(between('db', 'web', policy), 'None');
  });
  test('allowances add up with those of NetworkPolicies', () => {
    const policy = shop({ ingress: [FROM_WEB] });
    const from = [{ namespaceSelector: { matchLabels: { team: 'red' } } }];
    const other = kubernetes('shop', { podSelector: {}, ingress: [{ from }] });
    assert.equal(between('web', 'db', policy, other), 'All');
    assert.equal(between('till', 'db', policy, other), 'All');
    assert.equal(between('8.8.8.8', 'db', policy, other), 'None');
  });
  test('rules of a NetworkPolicy that its types leave out leave a doubt about what they do not allow', () => {
    const [ingress, egress] = [[{}], [{ to: [{ podSelector: { matchLabels: { app: 'db' } } }] }]];
    const policy = kubernetes('shop', {
      podSelector: {},
      policyTypes: ['Ingress'],
      ingress,
      egress,
    });
    const under = (enforcer: Settings['enforcer'], to: string): string =>
      answered({ enforcer }, 'web', to, policy);
    assert.equal(under('cilium', 'db'), 'All');
    assert.equal(under('cilium', '8.8.8.8'), 'None in doubt All');
    assert.equal(under('generic', '8.8.8.8'), 'All');
  });
  test('all pods are isolated, or none, where Cilium is told so', () => {
    const always = { assumptions: { policyEnforcement: 'always' as const } };
    assert.equal(answered(always, 'web', 'db'), 'None');
    const never = { assumptions: { policyEnforcement: 'never' as const } };
    assert.equal(answered(never, 'web', 'db', shop({ ingress: [{}] })), 'All');
  });
});

describe('which pods are meant', () => {
  test('peers of a namespaced policy are those of its namespace, of a clusterwide one those of all', () => {
    const everyone = { ingress: [{ fromEndpoints: [{}] }] };
    assert.equal(between('web', 'db', shop(everyone)), 'All');
    assert.equal(between('till', 'db', shop(everyone)), 'None');
    assert.equal(between('till', 'db', clusterwide(everyone)), 'All');
    assert.equal(between('8.8.8.8', 'db', clusterwide(everyone)), 'None');
    assert.equal(between('daemon', 'db', clusterwide(everyone)), 'None in doubt All');
  });
  test('a namespace by name, with or without the source of its label', () => {
    for (const key of ['k8s:', 'any:', ''].map(
      (source) => `${source}io.kubernetes.pod.namespace`,
    )) {
      assert.equal(between('till', 'db', shop(fromPods({ [key]: 'bank' }))), 'All', key);
      assert.equal(between('web', 'db', shop(fromPods({ [key]: 'bank' }))), 'None', key);
    }
  });
  test('a namespace by its labels', () => {
    const key = 'k8s:io.cilium.k8s.namespace.labels.team';
    assert.equal(between('till', 'db', shop(fromPods({ [key]: 'red' }))), 'All');
    assert.equal(between('till', 'db', shop(fromPods({ [key]: 'blue' }))), 'None');
    assert.equal(between('web', 'db', shop(fromPods({ [key]: 'blue', app: 'web' }))), 'All');
  });
  test('every namespace, where its name only has to be there', () => {
    const expression = { key: 'k8s:io.kubernetes.pod.namespace', operator: 'Exists' };
    const policy = shop({ ingress: [{ fromEndpoints: [{ matchExpressions: [expression] }] }] });
    assert.equal(between('till', 'db', policy), 'All');
    assert.equal(between('web', 'db', policy), 'All');
  });
  test('what only leaves namespaces out may be for what has none, too: nodes and the world', () => {
    const others = expressed('NotIn', 'k8s:io.kubernetes.pod.namespace', 'shop');
    const allowed = { ingress: [{ fromEndpoints: [others] }] };
    assert.equal(between('till', 'db', shop(allowed)), 'All');
    assert.equal(between('web', 'db', shop(allowed)), 'None');
    for (const end of ['8.8.8.8', 'daemon']) {
      assert.equal(between(end, 'db', shop(allowed)), 'None in doubt All', end);
      assert.equal(between(end, 'db', clusterwide(allowed)), 'None in doubt All', end);
    }
    const denied = shop({
      ingressDeny: [{ fromEndpoints: [others] }],
      enableDefaultDeny: { ingress: false },
    });
    assert.equal(between('8.8.8.8', 'db', denied), 'None in doubt All');
    assert.equal(between('web', 'db', denied), 'All');
    const unlabelled = {
      ingress: [
        {
          fromEndpoints: [expressed('DoesNotExist', 'k8s:io.cilium.k8s.namespace.labels.team')],
        },
      ],
    };
    assert.equal(between('8.8.8.8', 'db', shop(unlabelled)), 'None in doubt All');
    // Here Cilium asks for some namespace besides, or for a label that only a pod has.
    assert.equal(between('8.8.8.8', 'db', clusterwide(unlabelled)), 'None');
    const labelled = { ...others, matchLabels: { app: 'till' } };
    assert.equal(
      between('8.8.8.8', 'db', shop({ ingress: [{ fromEndpoints: [labelled] }] })),
      'None',
    );
  });
  test('since 1.19 it is for pods of the own cluster, so for nodes at most', () => {
    const others = expressed('NotIn', 'k8s:io.kubernetes.pod.namespace', 'shop');
    const policy = shop({ ingress: [{ fromEndpoints: [others] }] });
    const ends = (...told: readonly string[]): string[] => {
      const { assumptions: those } = settingsFromTexts(told).settings;
      // So that no pod is in doubt for being on the node of the other.
      const assumptions = { ...those, allowLocalhost: 'policy' } as const;
      return ['8.8.8.8', 'daemon', 'till'].map((end) =>
        answered({ assumptions }, end, 'db', policy),
      );
    };
    const DOUBT = 'None in doubt All';
    assert.deepEqual(ends('cilium.version=1.18'), [DOUBT, DOUBT, 'All']);
    assert.deepEqual(ends('cilium.version=1.19'), ['None', DOUBT, 'All']);
    const nodes = 'cilium.flags=enable-node-selector-labels';
    assert.deepEqual(ends('cilium.version=1.20', `${nodes}=false`), ['None', 'None', 'All']);
    assert.deepEqual(ends('cilium.version=1.20', `${nodes}=true`), [DOUBT, DOUBT, 'All']);
    const own = 'cilium.flags=policy-default-local-cluster';
    assert.deepEqual(ends('cilium.version=1.20', `${own}=false`), [DOUBT, DOUBT, 'All']);
    assert.deepEqual(ends(`${own}=true`), ['None', DOUBT, 'All']);
  });
  test('where the selector leaves a cluster out itself, it is for anyone in every release', () => {
    const { matchExpressions } = expressed('NotIn', 'k8s:io.kubernetes.pod.namespace', 'shop');
    const elsewhere = { key: 'io.cilium.k8s.policy.cluster', operator: 'NotIn', values: ['b'] };
    const selector = { matchExpressions: [...matchExpressions, elsewhere] };
    const { assumptions } = settingsFromTexts(['cilium.version=1.20']).settings;
    const policy = shop({ ingress: [{ fromEndpoints: [selector] }] });
    assert.equal(answered({ assumptions }, '8.8.8.8', 'db', policy), 'None in doubt All');
  });
  test('a NetworkPolicy, too, where Cilium enforces it', () => {
    assert.equal(fromOutside('cilium', notBlue({})), 'None in doubt All');
    assert.equal(fromOutside('generic', notBlue({})), 'None');
    assert.equal(
      fromOutside('cilium', notBlue({ podSelector: { matchLabels: { app: 'till' } } })),
      'None',
    );
  });
  test('another namespace of the subject is replaced where it names its source, and contradicts where not', () => {
    assert.equal(between('web', 'db', subjectIn('k8s:io.kubernetes.pod.namespace')), 'None');
    assert.equal(between('web', 'db', subjectIn('io.kubernetes.pod.namespace')), 'All');
  });
  test('the service account, where it is known', () => {
    const key = 'io.cilium.k8s.policy.serviceaccount';
    assert.equal(between('web', 'db', shop(fromPods({ [key]: 'front' }))), 'All');
    assert.equal(between('web', 'db', shop(fromPods({ [key]: 'back' }))), 'None');
    assert.equal(between('till', 'db', clusterwide(fromPods({ [key]: 'default' }))), 'All');
  });
  test('the cluster by a name that has to be told', () => {
    const policy = shop(fromPods({ 'io.cilium.k8s.policy.cluster': 'main' }));
    assert.equal(between('web', 'db', policy), 'None in doubt All');
    assert.equal(answered({ assumptions: { clusterName: 'main' } }, 'web', 'db', policy), 'All');
    assert.equal(answered({ assumptions: { clusterName: 'other' } }, 'web', 'db', policy), 'None');
  });
  test('labels that Cilium leaves out select nothing, and reserved ones no pod', () => {
    assert.equal(
      between('web', 'db', shop(fromPods({ 'topology.kubernetes.io/zone': 'a' }))),
      'None',
    );
    assert.equal(between('web', 'db', shop(fromPods({ 'reserved:host': '' }))), 'None');
    const subject = shop({
      endpointSelector: { matchLabels: { 'reserved:init': '' } },
      ingress: [{}],
    });
    assert.equal(between('web', 'db', subject), 'All');
  });
  test('the label of the world is another where the cluster has addresses of both families', () => {
    const world = shop(fromPods({ 'reserved:world': '' }));
    assert.equal(between('8.8.8.8', 'db', world), 'None in doubt All');
    assert.equal(between('web', 'db', world), 'None');
    const ofIPv4 = shop(fromPods({ 'reserved:world-ipv4': '' }));
    assert.equal(between('8.8.8.8', 'db', ofIPv4), 'None in doubt All');
    assert.equal(between('2001:db8::1', 'db', ofIPv4), 'None');
  });
  test('a label whose source is not Kubernetes is none of a pod', () => {
    assert.equal(between('web', 'db', shop(fromPods({ 'container:app': 'web' }))), 'None');
    assert.equal(between('web', 'db', shop(fromPods({ 'k8s:app': 'web' }))), 'All');
  });
});

describe('entities and addresses', () => {
  test('the world is what is outside, the cluster what is inside', () => {
    assert.equal(between('8.8.8.8', 'db', fromEntity('world')), 'All');
    assert.equal(between('till', 'db', fromEntity('world')), 'None');
    assert.equal(between('till', 'db', fromEntity('cluster')), 'All');
    assert.equal(between('daemon', 'db', fromEntity('cluster')), 'All');
    assert.equal(between('8.8.8.8', 'db', fromEntity('all')), 'All');
    assert.equal(between('web', 'db', fromEntity('none')), 'None');
  });
  test('an address may be that of a node, unless the nodes are known', () => {
    assert.equal(between('8.8.8.8', 'db', fromEntity('cluster')), 'None in doubt All');
    assert.equal(
      answered({ more: NODE }, '8.8.8.8', 'db', fromEntity('host', 'remote-node')),
      'None',
    );
    assert.equal(answered({ more: NODE }, '192.0.2.1', 'db', fromEntity('cluster')), 'All');
    const policy = { more: NODE, assumptions: { allowLocalhost: 'policy' } } as const;
    assert.equal(answered(policy, '192.0.2.1', 'db', fromEntity('world')), 'None');
    assert.equal(answered(policy, '192.0.2.1', 'db', fromEntity('host')), 'None in doubt All');
    assert.equal(
      answered({ more: NODE }, '192.0.2.1', 'db', fromEntity('host', 'remote-node')),
      'All',
    );
  });
  test('which addresses are those of the API server is a doubt', () => {
    assert.equal(between('8.8.8.8', 'db', fromEntity('kube-apiserver')), 'None in doubt All');
    assert.equal(between('web', 'db', fromEntity('kube-apiserver')), 'None');
    // The cluster comprises it, and it may run on none of the nodes.
    assert.equal(
      answered({ more: NODE }, '8.8.8.8', 'db', fromEntity('cluster')),
      'None in doubt All',
    );
    const denied = shop({
      ingress: [{ fromEntities: ['all'] }],
      ingressDeny: [{ fromEntities: ['cluster'] }],
    });
    assert.equal(answered({ more: NODE }, '8.8.8.8', 'db', denied), 'None in doubt All');
  });
  test('what stands for no end that has an address allows none', () => {
    for (const entity of ['ingress', 'health', 'init', 'unmanaged']) {
      assert.equal(between('web', 'db', fromEntity(entity)), 'None', entity);
      assert.equal(between('8.8.8.8', 'db', fromEntity(entity)), 'None', entity);
    }
  });
  test('blocks match neither pods nor nodes, whatever blocks of other policies do', () => {
    assert.equal(between('web', 'db', fromBlocks('0.0.0.0/0')), 'None');
    assert.equal(between('8.8.8.8', 'db', fromBlocks('0.0.0.0/0')), 'All');
    assert.equal(between('2001:db8::1', 'db', fromBlocks('0.0.0.0/0')), 'None');
    const policy = { more: NODE, assumptions: { allowLocalhost: 'policy' } } as const;
    assert.equal(answered(policy, '192.0.2.1', 'db', fromBlocks('0.0.0.0/0')), 'None');
  });
  test('an exception cuts only its own block', () => {
    const cut = { cidr: '8.0.0.0/8', except: ['8.8.8.0/24'] };
    assert.equal(between('8.8.8.8', 'db', fromCidrs(cut)), 'None');
    assert.equal(between('8.8.4.4', 'db', fromCidrs(cut)), 'All');
    assert.equal(between('8.8.8.8', 'db', fromCidrs(cut, { cidr: '8.8.8.8/32' })), 'All');
  });
  test('a group by name or labels; one that is not here leaves a doubt', () => {
    const byName = shop({ ingress: [{ fromCIDRSet: [{ cidrGroupRef: 'partners' }] }] });
    const partners = group('partners', ['8.8.8.0/24'], { kind: 'partner' });
    assert.equal(between('8.8.8.8', 'db', byName, partners), 'All');
    assert.equal(between('9.9.9.9', 'db', byName, partners), 'None');
    assert.equal(between('web', 'db', byName, partners), 'None');
    assert.equal(between('8.8.8.8', 'db', byName), 'None in doubt All');
    const matchLabels = { kind: 'partner' };
    const byLabels = shop({
      ingress: [{ fromCIDRSet: [{ cidrGroupSelector: { matchLabels }, except: ['8.8.8.8/32'] }] }],
    });
    assert.equal(between('8.8.8.9', 'db', byLabels, partners), 'All');
    assert.equal(between('8.8.8.8', 'db', byLabels, partners), 'None');
  });
  test('an empty list of peers is nobody, with ports too', () => {
    assert.equal(
      between('web', 'db', shop({ ingress: [{ fromEndpoints: [], ...port('80') }] })),
      'None',
    );
    const names = { endpointSelector: {}, egress: [{ toFQDNs: [], ...port('80', 'TCP') }] };
    assert.equal(between('web', '8.8.8.8', shop(names)), 'None in doubt TCP 80');
  });
  test('names of DNS are for addresses outside, which are not known', () => {
    const names = shop({
      endpointSelector: {},
      egress: [{ toFQDNs: [{ matchName: 'example.com' }] }],
    });
    assert.equal(between('web', '8.8.8.8', names), 'None in doubt All');
    assert.equal(between('web', 'till', names), 'None');
  });
});

describe('names of DNS', () => {
  const asked = { matchPattern: '*.example.com' };
  test('an address that DNS gave for a name is met by its pattern, one label for each star', () => {
    const seen = withDns('*');
    assert.equal(between('web', '8.8.8.8 api.example.com', toNames(asked), seen), 'TCP 443');
    assert.equal(between('web', '8.8.8.8 API.example.com', toNames(asked), seen), 'TCP 443');
    assert.equal(between('web', '8.8.8.8 a.b.example.com', toNames(asked), seen), 'None');
    assert.equal(between('web', '8.8.8.8 example.com', toNames(asked), seen), 'None');
  });
  test('without a rule that has Cilium look at the queries, it knows no address of a name', () => {
    assert.equal(
      between('web', '8.8.8.8 api.example.com', toNames(asked)),
      'None in doubt TCP 443',
    );
    const other = withDns('*.example.org');
    assert.equal(
      between('web', '8.8.8.8 api.example.com', toNames(asked), other),
      'None in doubt TCP 443',
    );
    const own = withDns('api.example.com');
    assert.equal(between('web', '8.8.8.8 api.example.com', toNames(asked), own), 'TCP 443');
    const elsewhere = { assumptions: { dnsRules: 'elsewhere' as const } };
    assert.equal(answered(elsewhere, 'web', '8.8.8.8 api.example.com', toNames(asked)), 'TCP 443');
  });
});

describe('Services', () => {
  const named = { k8sService: { serviceName: 'db', namespace: 'shop' } };
  test('a Service stands for its pods, by name or labels', () => {
    const db = service('db', { app: 'db' }, { kind: 'store' });
    assert.equal(between('web', 'db', forAll(toServices(named)), db), 'All');
    assert.equal(between('web', 'till', forAll(toServices(named)), db), 'None');
    const labelled = { k8sServiceSelector: { selector: { matchLabels: { kind: 'store' } } } };
    assert.equal(between('web', 'db', forAll(toServices(labelled)), db), 'All');
    assert.equal(between('web', 'db', forAll(toServices({ ...labelled, ...named })), db), 'All');
    const nowhere = { k8sServiceSelector: { selector: {}, namespace: 'bank' } };
    assert.equal(
      between('web', 'db', forAll(toServices({ ...nowhere, ...named })), db),
      'None in doubt All',
    );
  });
  test('what stands behind a Service that is not here, or has no selector, is a doubt', () => {
    assert.equal(between('web', 'db', forAll(toServices(named))), 'None in doubt All');
    assert.equal(
      between('web', '8.8.8.8', forAll(toServices(named)), service('db', undefined)),
      'None in doubt All',
    );
  });
  test('a Service stands for the pods of its own selector, wherever what is sent to it is redirected', () => {
    const redirect = of('CiliumLocalRedirectPolicy', 'near', 'shop', {
      spec: {
        redirectFrontend: { serviceMatcher: { serviceName: 'db', namespace: 'shop' } },
        redirectBackend: {
          localEndpointSelector: { matchLabels: { app: 'web' } },
          toPorts: [{ port: '5432', protocol: 'TCP' }],
        },
      },
    });
    const all = [forAll(toServices(named)), service('db', { app: 'db' }), redirect];
    assert.equal(between('web', 'db', ...all), 'All');
    assert.equal(between('db', 'web', ...all), 'None');
  });
  test('a denial of Services is a doubt, as nothing is looked for behind them', () => {
    const denied = { egressDeny: [{ toServices: [named] }], enableDefaultDeny: { egress: false } };
    assert.equal(
      between('web', 'db', forAll(denied), service('db', { app: 'db' })),
      'None in doubt All',
    );
  });
});

describe('ports', () => {
  test('without a protocol a port is one of TCP, UDP and SCTP', () => {
    assert.equal(atPorts({ port: '80' }), 'SCTP 80; TCP 80; UDP 80');
    assert.equal(atPorts({ port: '80', protocol: 'ANY' }), 'SCTP 80; TCP 80; UDP 80');
  });
  test('a port 0 is every port of its protocol', () => {
    assert.equal(atPorts({ port: '0', protocol: 'TCP' }), 'TCP');
  });
  test('a range ends where it says, unless that is before its start', () => {
    assert.equal(atPorts({ port: '80', endPort: 90, protocol: 'TCP' }), 'TCP 80-90');
    assert.equal(atPorts({ port: '80', endPort: 70, protocol: 'TCP' }), 'TCP 80');
  });
  test('a name is one of the destination, whatever its case', () => {
    assert.equal(atPorts({ port: 'SQL', protocol: 'TCP' }), 'TCP 5432');
    assert.equal(atPorts({ port: 'sql', protocol: 'UDP' }), 'None');
    assert.equal(atPorts({ port: 'sql' }), 'TCP 5432');
  });
  test('a number that begins with zero is octal', () => {
    assert.equal(atPorts({ port: '0120', protocol: 'TCP' }), 'TCP 80');
  });
  test('entries without ports match nothing, an empty list of entries everything', () => {
    const peers = { fromEntities: ['all'] };
    assert.equal(between('web', 'db', shop({ ingress: [{ ...peers, toPorts: [{}] }] })), 'None');
    assert.equal(between('web', 'db', shop({ ingress: [{ ...peers, toPorts: [] }] })), 'All');
  });
  test('messages of ICMP by family and type', () => {
    const fields = [{ type: 'EchoRequest' }, { family: 'IPv6', type: 128 }];
    const policy = shop({ ingress: [{ icmps: [{ fields }] }] });
    assert.equal(between('web', 'db', policy), 'ICMP type 8; ICMPv6 type 128');
  });
});

describe('conditions', () => {
  test('what a rule says of HTTP leaves a doubt until the request is told', () => {
    const policy = withHttp({ method: 'GET', path: '/public' });
    assert.equal(between('web', 'db', policy), 'None in doubt TCP 80');
    assert.equal(requesting('GET /public', policy), 'TCP 80');
    assert.equal(requesting('GET /public/x', policy), 'None');
    assert.equal(requesting('POST /public', policy), 'None');
    assert.equal(
      requesting('GET /public', withHttp({ path: '/public', headers: ['X-Key'] })),
      'None in doubt TCP 80',
    );
  });
  test('methods, paths and hosts are regular expressions for the whole of what they are compared with', () => {
    const policy = withHttp({ method: 'GET|HEAD', path: '/api/v[0-9]+/.*' });
    assert.equal(requesting('HEAD /api/v12/x', policy), 'TCP 80');
    assert.equal(requesting('GET /api/vx/x', policy), 'None');
    assert.equal(requesting('GETS /api/v1/x', policy), 'None');
    const host = withHttp({ host: '.*[.]example[.]com' });
    assert.equal(requesting('GET / host=a.example.com', host), 'TCP 80');
    assert.equal(requesting('GET / host=example.com', host), 'None');
    assert.equal(requesting('GET /', host), 'None in doubt TCP 80');
  });
  test('headers are there, or have a value; one whose mismatch is only noted asks for nothing', () => {
    const policy = withHttp({ headers: ['X-Key: 42', 'X-Id'] });
    assert.equal(requesting('GET / x-key=42 x-id=1', policy), 'TCP 80');
    assert.equal(requesting('GET / x-key=43 x-id=1', policy), 'None');
    assert.equal(requesting('GET / x-key=42', policy), 'None');
    const noted = withHttp({ headerMatches: [{ name: 'X-Key', value: '42', mismatch: 'LOG' }] });
    assert.equal(requesting('GET / x-id=1', noted), 'TCP 80');
    const secret = { name: 'X-Key', secret: { name: 's', namespace: 'shop' } };
    assert.equal(
      requesting('GET / x-key=1', withHttp({ headerMatches: [secret] })),
      'None in doubt TCP 80',
    );
  });
  test('an allowance without conditions for the same traffic takes them away', () => {
    const all = shop({ ingress: [{ ...FROM_WEB, ...port('80', 'TCP') }] }, 'all');
    assert.equal(requesting('POST /x', withHttp({ method: 'GET' }), all), 'TCP 80');
  });
  test('a rule that isolates nothing may refuse other requests all the same, as it does before Cilium 1.18', () => {
    const open = { enableDefaultDeny: { ingress: false } };
    const http = { toPorts: [{ ...HTTP, rules: { http: [{ method: 'GET' }] } }] };
    const policy = shop({ ingress: [http], ...open });
    assert.equal(requesting('GET /', policy), 'All');
    assert.equal(requesting('POST /', policy), EXCEPT_HTTP);
    assert.equal(between('web', 'db', policy), EXCEPT_HTTP);
    const any = { toPorts: [{ ...HTTP, rules: { http: [{}] } }] };
    assert.equal(requesting('POST /', shop({ ingress: [any], ...open })), 'All');
    const request = { method: 'POST', path: '/' };
    const since = (ciliumVersion: string): string =>
      answered({ request, ciliumVersion }, 'web', 'db', policy);
    assert.deepEqual(['1.17', '1.18', '1.20'].map(since), [EXCEPT_HTTP, 'All', 'All']);
  });
  test('what denies has no conditions: they are dropped, and all is denied where it is stored at all', () => {
    const http = { toPorts: [{ ...HTTP, rules: { http: [{ method: 'GET' }] } }] };
    const open = { enableDefaultDeny: { ingress: false, egress: false } };
    assert.equal(requesting('POST /', shop({ ingressDeny: [http], ...open })), EXCEPT_HTTP);
    const toFQDNs = [{ matchName: 'example.com' }];
    const names = forAll({ egressDeny: [{ toFQDNs, toPorts: [HTTP] }], ...open });
    for (const end of ['db', '8.8.8.8', '8.8.8.8 example.org'])
      assert.equal(between('web', end, names), EXCEPT_HTTP, end);
  });
  test('names of servers and listeners hold for what other rules allow at the same port, too', () => {
    const listener = { name: 'l', envoyConfig: { name: 'e', kind: 'CiliumEnvoyConfig' } };
    for (const condition of [{ serverNames: ['example.com'] }, { listener }]) {
      const egress = [{ toEndpoints: [{}], toPorts: [{ ...HTTP, ...condition }] }];
      const limited = forAll({ egress });
      const open = forAll({ egress: [{ toEndpoints: [{}], toPorts: [HTTP] }] });
      assert.equal(between('web', 'db', open), 'TCP 80');
      assert.equal(
        between('web', 'db', limited, { ...open, metadata: { name: 'o', namespace: 'shop' } }),
        'None in doubt TCP 80',
      );
    }
  });
  test('queries of DNS are let through where every name is', () => {
    assert.equal(between('web', 'db', withDns('*')), 'UDP 53');
    assert.equal(between('web', 'db', withDns('*.example.com')), 'None in doubt UDP 53');
  });
  test('peers that have to prove who they are may not, even where others need not', () => {
    const plain = shop({ ingress: [FROM_WEB] });
    assert.equal(between('web', 'db', provenBy('disabled')), 'All');
    assert.equal(between('web', 'db', provenBy('required')), 'None in doubt All');
    assert.equal(between('web', 'db', provenBy('required'), plain), 'None in doubt All');
    assert.equal(between('web', 'db', provenBy('test-always-fail')), 'None');
  });
  test('where nothing handles proofs, what waits for one is dropped, unless a rule may spare it', () => {
    const off = { assumptions: { mutualAuthentication: 'off' } } as const;
    const plain = shop({ ingress: [FROM_WEB] });
    assert.equal(answered(off, 'web', 'db', provenBy('required')), 'None');
    assert.equal(answered(off, 'web', 'db', provenBy('required'), plain), 'None');
    assert.equal(answered(off, 'web', 'db', provenBy('disabled')), 'All');
    assert.equal(answered(off, 'web', 'db', plain), 'All');
    const spared = [provenBy('required'), provenBy('disabled')];
    assert.equal(answered(off, 'web', 'db', ...spared), 'None in doubt All');
    const on = { assumptions: { mutualAuthentication: 'on' } } as const;
    assert.equal(answered(on, 'web', 'db', provenBy('required')), 'None in doubt All');
  });
});

describe('nodes', () => {
  test('a policy for nodes selects no pods, and what it denies on nodes is a doubt', () => {
    const policy = forNodes({ ingress: [{ fromEntities: ['cluster'] }] });
    assert.equal(between('8.8.8.8', 'web', policy), 'All');
    assert.equal(between('8.8.8.8', 'daemon', policy), 'None in doubt All');
    assert.equal(between('daemon', '8.8.8.8', policy), 'All');
  });
  test('where the host firewall is known to run, or not to, they decide for nodes, by their labels', () => {
    const on = { more: TWO_NODES, assumptions: { hostFirewall: 'on' } } as const;
    const policy = forNodes({ ingress: [{ fromEntities: ['world'] }] });
    assert.equal(answered(on, '8.8.8.8', 'daemon', policy), 'All');
    assert.equal(answered(on, 'web', 'daemon', policy), 'None');
    assert.equal(answered(on, 'daemon', '8.8.8.8', policy), 'All');
    const off = { ...on, assumptions: { hostFirewall: 'off' } } as const;
    assert.equal(answered(off, 'web', 'daemon', policy), 'All');
    const named = (role: string): object =>
      forNodes({ nodeSelector: { matchLabels: { role } }, ingress: [{}] });
    assert.equal(answered(on, 'web', 'daemon-of-two', named('edge')), 'None');
    assert.equal(answered(on, 'web', 'daemon-of-two', named('worker')), 'All');
    assert.equal(answered(on, 'web', 'daemon', named('edge')), 'None in doubt All');
  });
  test('a block is for no node unless the mode says so, and then for pods on its network, too', () => {
    const blocks = forAll({ egress: [{ toCIDR: ['192.0.2.0/24'] }] });
    const usual = { more: TWO_NODES };
    assert.equal(answered(usual, 'web', '192.0.2.2', blocks), 'None');
    assert.equal(answered(usual, 'web', '192.0.2.9', blocks), 'All');
    assert.equal(answered(usual, 'web', 'daemon-of-two', blocks), 'None');
    const nodes = { ...usual, assumptions: { cidrsMatchNodes: true } };
    assert.equal(answered(nodes, 'web', '192.0.2.2', blocks), 'All');
    assert.equal(answered(nodes, 'web', 'daemon-of-two', blocks), 'All');
  });
  test('so it is of a group of blocks', () => {
    const groups = forAll({ egress: [{ toCIDRSet: [{ cidrGroupRef: 'nodes' }] }] });
    const told = (assumptions: Partial<Assumptions>, to: string): string =>
      answered(
        { more: TWO_NODES, assumptions },
        'web',
        to,
        groups,
        group('nodes', ['192.0.2.0/24']),
      );
    assert.equal(told({}, '192.0.2.2'), 'None');
    assert.equal(told({}, '192.0.2.9'), 'All');
    assert.equal(told({}, 'daemon-of-two'), 'None');
    const nodes = { cidrsMatchNodes: true };
    assert.equal(told(nodes, '192.0.2.2'), 'All');
    assert.equal(told(nodes, 'daemon-of-two'), 'All');
    assert.equal(told(nodes, 'db'), 'None');
  });
  test('the address of a node that a policy may be for is in doubt, and no other', () => {
    const on = { more: TWO_NODES, assumptions: { hostFirewall: 'on' } } as const;
    const edge = forNodes({ nodeSelector: { matchLabels: { role: 'edge' } }, ingress: [{}] });
    assert.equal(answered(on, 'web', '192.0.2.2', edge), 'None in doubt All');
    assert.equal(answered(on, 'web', '192.0.2.1', edge), 'All');
    assert.equal(answered({ more: TWO_NODES }, 'web', '192.0.2.2', edge), 'None in doubt All');
    const off = { ...on, assumptions: { hostFirewall: 'off' } } as const;
    assert.equal(answered(off, 'web', '192.0.2.2', edge), 'All');
  });
  test('a pod on the network of its node is the node, so no policy for pods is for it', () => {
    assert.equal(between('web', 'daemon', clusterwide({ ingress: [{}] })), 'All');
  });
});

describe('nodes as peers, by their labels', () => {
  const told = {
    more: TWO_NODES,
    ciliumFlags: ['enable-node-selector-labels=true'],
    assumptions: { allowLocalhost: 'policy' },
  } as const;
  const EDGE = { matchLabels: { role: 'edge' } };
  test('pods, and addresses that are of no node where all are known, are surely none', () => {
    for (const end of ['db', 'till', '192.0.2.9']) {
      assert.equal(answered(told, 'web', end, toNodes({})), 'None', end);
      assert.equal(answered(told, 'web', end, notToNodes({})), 'All', end);
    }
    assert.equal(answered({ ...told, more: '' }, 'web', '192.0.2.9', notToNodes({})), DOUBTED);
  });
  test('a node that lacks a label that is asked for is surely none, and nor is what is on its network', () => {
    const placed = { ...told, more: PLACED };
    const selectors = [
      EDGE,
      { matchLabels: { 'node:role': 'edge' } },
      expressed('In', 'role', 'edge', 'gate'),
      expressed('Exists', 'role'),
    ];
    for (const selector of selectors) {
      for (const end of ['192.0.2.1', 'agent']) {
        assert.equal(answered(placed, 'web', end, toNodes(selector)), 'None');
        assert.equal(answered(placed, 'web', end, notToNodes(selector)), 'All');
      }
      for (const end of ['192.0.2.2', 'daemon-of-two', 'daemon']) {
        assert.equal(answered(placed, 'web', end, toNodes(selector)), DOUBTED);
        assert.equal(answered(placed, 'web', end, notToNodes(selector)), DOUBTED);
      }
    }
  });
  test('which labels Cilium keeps of a node is not known, nor those that it gives one itself', () => {
    const selectors = [
      expressed('NotIn', 'role', 'edge'),
      expressed('DoesNotExist', 'role'),
      { matchLabels: { 'k8s:role': 'gate' } },
      { matchLabels: { 'io.cilium.k8s.policy.cluster': 'default' } },
      expressed('Exists', 'kube-apiserver'),
    ];
    for (const end of ['192.0.2.1', '192.0.2.2'])
      for (const selector of selectors) {
        assert.equal(answered(told, 'web', end, toNodes(selector)), DOUBTED);
        assert.equal(answered(told, 'web', end, notToNodes(selector)), DOUBTED);
      }
  });
  test('while the flag is not told the whole policy is a doubt', () => {
    assert.equal(answered({ more: TWO_NODES }, 'web', 'db', toNodes(EDGE)), DOUBTED);
  });
  test('an address may be that of a node of which no manifest tells one', () => {
    const third = `${TWO_NODES}
---
apiVersion: v1
kind: Node
metadata: { name: three }
`;
    const more = { ...told, more: third };
    assert.equal(answered(more, 'web', '192.0.2.9', notToNodes({})), DOUBTED);
    assert.equal(answered(more, 'web', '192.0.2.1', notToNodes(EDGE)), 'All');
    const nodes = { egressDeny: [{ toEntities: ['host', 'remote-node'] }] };
    const open = forAll({ egress: [{ toEntities: ['all'] }], ...nodes });
    assert.equal(answered(more, 'web', '192.0.2.9', open), DOUBTED);
  });
});

describe('nodes with a host firewall', () => {
  const on = { more: PLACED, assumptions: { hostFirewall: 'on' } } as const;
  test('may reach themselves whatever their policies say', () => {
    const closed = forNodes({ ingress: [{}], egress: [{}] });
    assert.equal(answered(on, 'agent', 'daemon-of-two', closed), 'None');
    assert.equal(answered(on, 'agent', 'daemon', closed), 'None in doubt All');
    assert.equal(answered(on, 'agent', '192.0.2.1', closed), 'None in doubt All');
  });
  test('are isolated where all pods are, their addresses as far as they are known', () => {
    const always = {
      ...on,
      assumptions: { ...on.assumptions, policyEnforcement: 'always' },
    } as const;
    const open = forAll({ egress: [{ toEntities: ['all'] }] });
    assert.equal(answered(always, 'web', 'daemon', open), 'None');
    assert.equal(answered(always, 'web', '192.0.2.2', open), 'None in doubt All');
    assert.equal(answered(always, 'web', '192.0.2.9', open), 'All');
  });
});

describe('nodes that only the pods on them tell of', () => {
  const ON_TWO = `
apiVersion: v1
kind: Pod
metadata: { name: far, namespace: bank }
spec: { containers: [] }
status: { hostIP: 192.0.2.2 }
---
apiVersion: v1
kind: Pod
metadata: { name: daemon-of-three, namespace: bank }
spec: { hostNetwork: true, containers: [] }
status: { podIPs: [{ ip: 192.0.2.3 }] }
`;
  const told = (assumptions: Partial<Assumptions>, to: string, ...objects: object[]): string =>
    answered({ more: ON_TWO, assumptions }, 'web', to, ...objects);
  const NODES = ['192.0.2.2', '192.0.2.3'];
  test('are not outside', () => {
    for (const node of NODES) {
      const world = forAll({ egress: [{ toEntities: ['world'] }] });
      assert.equal(told({}, node, world), 'None');
      assert.equal(told({}, node, forAll({ egress: [{ toCIDR: ['192.0.2.0/24'] }] })), 'None');
      const denied = forAll({
        egressDeny: [{ toCIDR: ['192.0.2.0/24'] }],
        egress: [{ toEntities: ['all'] }],
      });
      assert.equal(told({}, node, denied), 'All');
      const nodes = forAll({ egress: [{ toCIDR: ['192.0.2.0/24'] }] });
      assert.equal(told({ cidrsMatchNodes: true }, node, nodes), 'All');
    }
    assert.equal(told({}, '192.0.2.4', forAll({ egress: [{ toEntities: ['world'] }] })), 'All');
  });
  test('are among all nodes, and may not be all there are', () => {
    for (const entities of [['host', 'remote-node'], ['cluster']]) {
      const nodes = forAll({ egress: [{ toEntities: entities }] });
      for (const node of NODES) assert.equal(told({}, node, nodes), 'All');
      assert.equal(told({}, '192.0.2.4', nodes), 'None in doubt All');
    }
  });
  test('may have policies for nodes', () => {
    for (const node of NODES) {
      assert.equal(told({}, node, forNodes({ ingress: [{}] })), 'None in doubt All');
      assert.equal(told({ hostFirewall: 'off' }, node, forNodes({ ingress: [{}] })), 'All');
    }
  });
});

describe('a node and its own pods', () => {
  const BUT_80 = 'SCTP; TCP 1-79,81-65535; UDP';
  test('the node reaches them whatever is not allowed, and so do the pods on its network', () => {
    assert.equal(fromNode(forApi({ ingress: [{}] })), 'All');
    assert.equal(toApi({}, 'agent', forApi({ ingress: [{}] })), 'All');
    assert.equal(toApi({}, '192.0.2.2', forApi({ ingress: [{}] })), 'None');
  });
  test('what is denied of all ends is denied of it', () => {
    assert.equal(fromNode(forApi({ ingressDeny: [port('80', 'TCP')] })), BUT_80);
    assert.equal(toApi({}, 'agent', forApi({ ingressDeny: [port('80', 'TCP')] })), BUT_80);
    const nodes = { fromEntities: ['host', 'remote-node'] };
    assert.equal(fromNode(forApi({ ingressDeny: [{ ...nodes, ...port('80', 'TCP') }] })), BUT_80);
    assert.equal(fromNode(forApi({ ingressDeny: [{ fromEntities: ['all'] }] })), 'None');
  });
  test('what is denied of others is not, nor what is denied of other pods or of the other direction', () => {
    assert.equal(fromNode(forApi({ ingressDeny: [{ fromEndpoints: [{}] }] })), 'All');
    assert.equal(fromNode(forApi({ ingressDeny: [{ fromEntities: ['world'] }] })), 'All');
    assert.equal(fromNode(forApi({ ingressDeny: [{ fromCIDR: ['0.0.0.0/0'] }] })), 'All');
    assert.equal(fromNode(shop({ ingressDeny: [{ fromEntities: ['all'] }] })), 'All');
    assert.equal(fromNode(forApi({ egressDeny: [{ toEntities: ['all'] }] })), 'All');
  });
  test('what may be denied of it leaves a doubt', () => {
    const other = { fromEntities: ['remote-node'], ...port('80', 'TCP') };
    assert.equal(fromNode(forApi({ ingressDeny: [other] })), `${BUT_80} in doubt TCP 80`);
    const closed = forApi({ ingress: [{}], ingressDeny: [port('80', 'TCP')] });
    assert.equal(toApi({}, 'daemon', closed), `None in doubt ${BUT_80}`);
  });
  test('a proof of identity that is asked for is no denial, and may not be asked of it', () => {
    assert.equal(fromNode(askingAll('test-always-fail')), 'None in doubt All');
    const off = { mutualAuthentication: 'off' } as const;
    assert.equal(toApi(off, '192.0.2.1', askingAll('required')), 'None in doubt All');
  });
  test('with `allow-localhost=policy` it is an end like others', () => {
    const policy = { allowLocalhost: 'policy' } as const;
    assert.equal(toApi(policy, '192.0.2.1', forApi({ ingress: [{}] })), 'None');
    const nodes = forApi({ ingress: [{ fromEntities: ['host', 'remote-node'] }] });
    assert.equal(toApi(policy, '192.0.2.1', nodes), 'All');
    assert.equal(toApi(policy, '192.0.2.1'), 'All');
  });
  test('the pods of a workload may be on any of the nodes that are known, and on no other address', () => {
    const closed = shop({ ingress: [{}] });
    assert.equal(answered({ more: NODE }, '192.0.2.1', 'db', closed), 'None in doubt All');
    assert.equal(answered({ more: NODE }, '192.0.2.9', 'db', closed), 'None');
    assert.equal(answered({ more: PLACED }, '192.0.2.2', 'db', closed), 'None in doubt All');
    const plain = kubernetes('shop', { podSelector: {}, policyTypes: ['Ingress'] });
    assert.equal(answered({ more: NODE }, '192.0.2.1', 'db', plain), 'None in doubt All');
    const denied = shop({ ingressDeny: [{ fromEntities: ['all'] }] });
    assert.equal(answered({ more: NODE }, '192.0.2.1', 'db', denied), 'None');
    const policy = { more: NODE, assumptions: { allowLocalhost: 'policy' } } as const;
    assert.equal(answered(policy, '192.0.2.1', 'db', closed), 'None');
  });
  test('where all pods are isolated, a pod without a policy leaves a doubt', () => {
    const always = { policyEnforcement: 'always' } as const;
    assert.equal(toApi(always, '192.0.2.1'), 'None in doubt All');
    assert.equal(toApi(always, '192.0.2.1', forApi({ ingress: [{}] })), 'All');
  });
});

describe('where the API server is', () => {
  const policy = shop({ ingress: [{ fromEntities: ['kube-apiserver'] }] });
  test('is not known, unless it is told', () => {
    assert.equal(answered({ more: NODE }, '192.0.2.10', 'db', policy), 'None in doubt All');
    const told = { more: NODE, assumptions: { apiServer: ['192.0.2.10/32'] } };
    assert.equal(answered(told, '192.0.2.10', 'db', policy), 'All');
    assert.equal(answered(told, '192.0.2.11', 'db', policy), 'None');
    const cluster = fromEntity('cluster');
    assert.equal(answered({ more: NODE }, '192.0.2.10', 'db', cluster), 'None in doubt All');
    assert.equal(answered(told, '192.0.2.10', 'db', cluster), 'All');
    assert.equal(answered(told, '192.0.2.11', 'db', cluster), 'None');
  });
});

describe('what an item requires of its peers', () => {
  const requires = { fromRequires: [{ matchLabels: { env: 'prod' } }] };
  test('leaves a doubt about all that reaches the pods, whichever policy allows it', () => {
    assert.equal(
      between('web', 'db', shop({ ingress: [{ ...FROM_WEB, ...requires }] })),
      'None in doubt All',
    );
    const other = shop({ ingress: [requires] }, 'other');
    assert.equal(between('web', 'db', shop({ ingress: [FROM_WEB] }), other), 'None in doubt All');
    assert.equal(between('till', 'db', shop({ ingress: [FROM_WEB] }), other), 'None');
  });
  test('and grants nothing by itself', () => {
    assert.equal(between('web', 'db', shop({ ingress: [requires] })), 'None');
    const empty = shop({ ingress: [{ ...FROM_WEB, fromRequires: [] }] });
    assert.equal(between('web', 'db', empty), 'All');
  });
});

describe('what an edit changes', () => {
  const fromGroup = shop({ ingress: [{ fromCIDRSet: [{ cidrGroupRef: 'partners' }] }] });
  test('an item, a spec and the isolation of a policy', () => {
    const policy = shop({ ingress: [FROM_WEB] });
    assert.deepEqual(edited([policy], [shop({ ingress: [FROM_WEB, fromTill] })]), [
      'till db added All by p changed',
    ]);
    const open = shop({ ingress: [FROM_WEB], enableDefaultDeny: { ingress: false } });
    assert.ok(edited([policy], [open]).includes('till db added All by p changed'));
    const cluster = clusterwide({
      endpointSelector: { matchLabels: { app: 'db' } },
      ingressDeny: [FROM_WEB],
    });
    assert.deepEqual(edited([policy], [policy, cluster]), ['web db removed All by c added']);
    const spec = { endpointSelector: { matchLabels: { app: 'db' } }, ingress: [FROM_WEB] };
    const one = of('CiliumNetworkPolicy', 's', 'shop', { specs: [spec] });
    const two = of('CiliumNetworkPolicy', 's', 'shop', {
      specs: [spec, { ...spec, ingress: [fromTill] }],
    });
    assert.deepEqual(edited([one], [two]), ['till db added All by s changed']);
  });
  test('the addresses of a group', () => {
    assert.deepEqual(
      edited(
        [fromGroup, group('partners', ['192.0.2.0/24'])],
        [fromGroup, group('partners', ['192.0.2.0/24', '198.51.100.0/24'])],
      ),
      ['198.51.100.0/24 db added All by p same'],
    );
  });
});

const cluster = (tier: string, action: string): object =>
  administrators('ClusterNetworkPolicy', tier, action, 'red');

describe('policies of administrators beside those of Cilium', () => {
  const fromTill = {
    ingress: [{ fromEndpoints: [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'bank' } }] }],
  };
  const notFromTill = {
    ingressDeny: fromTill.ingress,
    enableDefaultDeny: { ingress: false },
  };
  const on: Told = { ciliumFlags: ['enable-k8s-cluster-network-policy=true'] };
  const asked = (told: Told, ...objects: readonly object[]): string =>
    answered(told, 'till', 'db', ...objects);
  const IN_DOUBT = 'None in doubt All';
  test('ClusterNetworkPolicy has the word before and after them, where Cilium is told to enforce it', () => {
    assert.equal(asked(on, shop(fromTill), cluster('Admin', 'Deny')), 'None');
    assert.equal(asked(on, shop(notFromTill), cluster('Admin', 'Accept')), 'All');
    assert.equal(asked(on, shop(fromTill), cluster('Admin', 'Pass')), 'All');
    assert.equal(asked(on, shop(notFromTill), cluster('Admin', 'Pass')), 'None');
    assert.equal(asked(on, shop(fromTill), cluster('Baseline', 'Deny')), 'All');
    assert.equal(asked(on, shop({ ingress: [{}] }), cluster('Baseline', 'Accept')), 'None');
    const elsewhere = shop({ ...fromTill, endpointSelector: { matchLabels: { app: 'web' } } });
    assert.equal(asked(on, elsewhere, cluster('Baseline', 'Deny')), 'None');
  });
  test('where no flag says whether it is enforced that is in doubt, but never before 1.20', () => {
    for (const [policy, rule, without] of [
      [fromTill, cluster('Admin', 'Deny'), 'All'],
      [notFromTill, cluster('Admin', 'Accept'), 'None'],
    ] as const) {
      assert.equal(asked({}, shop(policy), rule), IN_DOUBT);
      assert.equal(asked({ ciliumVersion: '1.20' }, shop(policy), rule), IN_DOUBT);
      assert.equal(asked({ ...on, ciliumVersion: '1.19' }, shop(policy), rule), without);
      const off: Told = { ciliumFlags: ['enable-k8s-cluster-network-policy=false'] };
      assert.equal(asked(off, shop(policy), rule), without);
    }
    assert.equal(asked({}, shop({ ingress: [{}] }), cluster('Baseline', 'Accept')), 'None');
  });
  test('the kinds before it Cilium never enforced', () => {
    const admin = administrators('AdminNetworkPolicy', 'Admin', 'Allow', 'red');
    assert.equal(asked({}, shop({ ingress: [{}] }), admin), 'None');
    const baseline = administrators('BaselineAdminNetworkPolicy', 'Baseline', 'Deny', 'red');
    const elsewhere = shop({ ...fromTill, endpointSelector: { matchLabels: { app: 'web' } } });
    assert.equal(asked({}, elsewhere, baseline), 'All');
  });
});
