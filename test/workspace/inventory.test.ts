import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { usualAssumptions } from '../../server/src/policy/assumptions.ts';
import type { PodEndpoint } from '../../server/src/policy/endpoint.ts';
import { load, reachOf } from '../policy/load.ts';
import { at } from './build.ts';

/*
 * Which pods a workspace describes. The manifests are JSON where their form does not matter.
 */

type Tree = Readonly<Record<string, unknown>>;

const files = (...objects: (Tree | string)[]): readonly PodEndpoint[] =>
  load(
    objects.map((object, index) => ({
      uri: at(`${index}.yaml`),
      text: typeof object === 'string' ? object : JSON.stringify(object, null, 2),
    })),
    usualAssumptions,
  ).endpoints;

const podSpec = { containers: [{ name: 'main', ports: [{ name: 'http', containerPort: 8080 }] }] };
const template = { metadata: { labels: { app: 'web' } }, spec: podSpec };
const object = (apiVersion: string, kind: string, spec: Tree, metadata: Tree = {}): Tree => ({
  apiVersion,
  kind,
  metadata: { name: 'web', namespace: 'shop', labels: { app: 'not-the-pods' }, ...metadata },
  spec,
});
const plainPod = (name: string, metadata: Tree = {}, more: Tree = {}): Tree => ({
  ...object('v1', 'Pod', podSpec, { name, labels: { app: 'web' }, ...metadata }),
  ...more,
});
const names = (endpoints: readonly PodEndpoint[]): string[] =>
  endpoints.map(({ owner, name }) => `${owner.kind}/${owner.name} as ${name}`);

const portsOf = ({ ports }: PodEndpoint): string[] =>
  ports.map(({ name, protocol, number }) => `${name} ${protocol} ${number}`);

/** Which labels the manifests leave open. */
const left = (...objects: Tree[]): unknown =>
  files(...objects).map(({ complete }) => (typeof complete === 'object' ? complete.but : complete));

describe('the kinds that run pods', () => {
  for (const [apiVersion, kind] of [
    ['apps/v1', 'Deployment'],
    ['apps/v1', 'StatefulSet'],
    ['apps/v1', 'DaemonSet'],
    ['apps/v1', 'ReplicaSet'],
    ['v1', 'ReplicationController'],
    ['batch/v1', 'Job'],
    ['argoproj.io/v1alpha1', 'Rollout'],
    ['serving.knative.dev/v1', 'Service'],
  ] as const)
    test(`${apiVersion} ${kind} by its pod template`, () => {
      const [end, ...others] = files(object(apiVersion, kind, { replicas: 0, template }));
      assert.deepEqual(others, []);
      assert.deepEqual(end!.owner, { name: 'web', kind });
      assert.deepEqual(end!.labels, { app: 'web' });
      assert.deepEqual(portsOf(end!), ['http TCP 8080']);
      assert.equal(end!.namespace.name, 'shop');
    });

  test('CronJob by the template of its jobs', () => {
    const [end] = files(object('batch/v1', 'CronJob', { jobTemplate: { spec: { template } } }));
    assert.deepEqual([end!.owner.kind, end!.labels], ['CronJob', { app: 'web' }]);
  });

  test('Pod by itself, with its addresses, once each', () => {
    const status = {
      podIP: '10.0.0.1',
      podIPs: [{ ip: '10.0.0.1' }, { ip: 'fd00::1' }],
      hostIP: '192.0.2.1',
    };
    const [end] = files(plainPod('web-0', {}, { status }));
    assert.deepEqual(end!.addresses, ['10.0.0.1', 'fd00::1']);
    assert.equal(end!.hostAddress, '192.0.2.1');
    assert.deepEqual(end!.labels, { app: 'web' });
  });

  test('labels of their controllers and nodes are left open, of Pods saved from a cluster none', () => {
    const node = ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone'];
    assert.deepEqual(left(object('apps/v1', 'Deployment', { template })), [
      [...node, 'pod-template-hash'],
    ]);
    assert.deepEqual(left(object('apps/v1', 'StatefulSet', { template })), [
      [
        ...node,
        'apps.kubernetes.io/pod-index',
        'controller-revision-hash',
        'statefulset.kubernetes.io/pod-name',
      ],
    ]);
    assert.deepEqual(left(object('argoproj.io/v1alpha1', 'Rollout', { template })), [false]);
    assert.deepEqual(left(plainPod('web-1')), [node]);
    assert.deepEqual(left(plainPod('web-1', {}, { status: { podIP: '10.0.0.1' } })), [true]);
  });

  test('nothing else does', () => {
    const others = [
      object('v1', 'ConfigMap', {}),
      object('example.com/v1', 'Thing', { template: { metadata: {}, spec: { size: 3 } } }),
      object('v1', 'Service', { selector: { app: 'web' }, ports: [{ port: 80 }] }),
    ];
    assert.deepEqual(files(...others), []);
  });

  test('ports without a protocol are TCP; those of sidecars count, of other init containers not', () => {
    const spec = {
      containers: [{ ports: [{ containerPort: 53, protocol: 'UDP' }, { name: 'half-typed' }] }, {}],
      initContainers: [
        { restartPolicy: 'Always', ports: [{ name: 'proxy', containerPort: 15001 }] },
        { ports: [{ name: 'setup', containerPort: 1 }] },
      ],
    };
    const [end] = files(object('apps/v1', 'Deployment', { template: { spec } }));
    assert.deepEqual(portsOf(end!), ['null UDP 53', 'proxy TCP 15001']);
  });
});

/** How a Pod with one owner reference is shown. */
const owned = (reference: Tree | null): string[] =>
  names(files(plainPod('web-0', { ownerReferences: reference === null ? [] : [reference] })));

describe('the owner that a Pod is shown as', () => {
  test('its controller, one hop', () => {
    assert.deepEqual(owned({ kind: 'ReplicaSet', name: 'web-1', controller: true }), [
      'ReplicaSet/web-1 as web-0',
    ]);
  });

  test('itself without a controller, under its node, or where kind or name is not given', () => {
    for (const reference of [
      null,
      { kind: 'ReplicaSet', name: 'web-1' },
      { kind: 'ReplicaSet', name: 'web-1', controller: false },
      { kind: 'Node', name: 'node-1', controller: true },
      { kind: 'ReplicaSet', controller: true },
      { name: 'web-1', controller: true },
    ])
      assert.deepEqual(owned(reference), ['Pod/web-0 as web-0'], JSON.stringify(reference));
  });

  test('broken references are no owners', () => {
    for (const ownerReferences of ['web', [null], [{ kind: 3, name: [], controller: true }], {}])
      assert.deepEqual(names(files(plainPod('web-0', { ownerReferences }))), [
        'Pod/web-0 as web-0',
      ]);
  });
});

describe('lists', () => {
  test('of any kinds, and of one kind whose items do not say it', () => {
    const { apiVersion: _, kind: __, ...bare } = plainPod('web-0');
    assert.deepEqual(
      names(
        files(
          {
            apiVersion: 'v1',
            kind: 'List',
            items: [plainPod('web-1'), object('apps/v1', 'Deployment', { template })],
          },
          { apiVersion: 'v1', kind: 'PodList', items: [bare] },
        ),
      ),
      ['Pod/web-1 as web-1', 'Deployment/web as web', 'Pod/web-0 as web-0'],
    );
  });
});

describe('objects of one name', () => {
  const deployment = object('apps/v1', 'Deployment', { template });

  test('equal ones count once, whatever the order of their keys', () => {
    const { spec, ...rest } = deployment;
    assert.equal(files(deployment, { spec, ...rest }).length, 1);
  });

  test('different ones are all there, each in doubt, with the files of both', () => {
    const other = object('apps/v1', 'Deployment', {
      template: { ...template, metadata: { labels: { app: 'db' } } },
    });
    const ends = files(deployment, other, object('apps/v1', 'StatefulSet', { template }));
    assert.deepEqual(
      ends.map(({ unsure }) => unsure),
      [
        '0.yaml and 1.yaml hold different Deployments named `web`',
        '0.yaml and 1.yaml hold different Deployments named `web`',
        null,
      ],
    );
  });

  test('of other namespaces, and without a name, are others', () => {
    const elsewhere = object('apps/v1', 'Deployment', { template: {} }, { namespace: 'bank' });
    const generated = object(
      'batch/v1',
      'Job',
      { template },
      { name: undefined, generateName: 'web-' },
    );
    const ends = files(deployment, elsewhere, generated, { ...generated, spec: { template: {} } });
    assert.deepEqual(
      ends.map(({ unsure }) => unsure ?? null),
      [null, null, null, null],
    );
  });
});

const deploymentOf = (metadata: Tree): Tree =>
  object('apps/v1', 'Deployment', { template }, metadata);
const declaring = (name: string, own: Tree | null): Tree => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: own },
});

describe('namespaces', () => {
  test('declared ones have their labels and that of their name; others may have more', () => {
    const [shop, bank] = files(
      deploymentOf({}),
      deploymentOf({ namespace: 'bank' }),
      declaring('shop', { team: 'blue' }),
    );
    assert.deepEqual(shop!.namespace.labels, {
      team: 'blue',
      'kubernetes.io/metadata.name': 'shop',
    });
    assert.equal(shop!.namespace.complete, true);
    assert.deepEqual(bank!.namespace.labels, { 'kubernetes.io/metadata.name': 'bank' });
    assert.equal(bank!.namespace.complete, false);
  });

  test('of two declarations only what both say is known', () => {
    const [end] = files(
      deploymentOf({}),
      declaring('shop', { team: 'blue', env: 'a' }),
      declaring('shop', { team: 'blue', env: 'b' }),
    );
    assert.deepEqual(end!.namespace.labels, {
      team: 'blue',
      'kubernetes.io/metadata.name': 'shop',
    });
    assert.equal(end!.namespace.complete, false);
    const [same] = files(deploymentOf({}), declaring('shop', null), declaring('shop', {}));
    assert.equal(same!.namespace.complete, true);
    const saved = { team: 'blue', 'kubernetes.io/metadata.name': 'shop' };
    const [implied] = files(
      deploymentOf({}),
      declaring('shop', { team: 'blue' }),
      declaring('shop', saved),
    );
    assert.deepEqual(implied!.namespace.labels, saved);
    assert.equal(implied!.namespace.complete, true);
  });

  test('an object that names none lives in the unnamed one of its root', () => {
    const [end] = files(deploymentOf({ namespace: undefined }));
    assert.equal(end!.namespace.name, null);
    assert.equal(end!.namespace.complete, false);
  });
});

describe('mistyped manifests', () => {
  const policy = object(
    'networking.k8s.io/v1',
    'NetworkPolicy',
    {
      podSelector: { matchLabels: { app: 'web' } },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [
            { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
            {
              namespaceSelector: { matchLabels: { team: 'red' } },
              podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['db'] }] },
            },
          ],
          ports: [{ protocol: 'TCP', port: 80, endPort: 90 }],
        },
      ],
    },
    { name: 'p' },
  );
  const sound: readonly Tree[] = [
    policy,
    object('apps/v1', 'Deployment', { template }),
    object('batch/v1', 'CronJob', { jobTemplate: { spec: { template } } }),
    plainPod(
      'web-0',
      { ownerReferences: [{ kind: 'ReplicaSet', name: 'web-1', controller: true }] },
      { status: { podIP: '10.0.0.1', podIPs: [{ ip: '10.0.0.1' }], hostIP: '192.0.2.1' } },
    ),
    declaring('shop', { team: 'blue' }),
    object('v1', 'Service', {
      selector: { app: 'web' },
      ports: [{ port: 80, targetPort: 'http' }],
    }),
    { apiVersion: 'v1', kind: 'List', items: [plainPod('web-2'), policy] },
  ];

  /** The value with what stands at a path replaced; the path is walked by remainders, so any numbers are one. */
  function mistyped(value: unknown, [step, ...rest]: readonly number[], other: unknown): unknown {
    if (step === undefined || typeof value !== 'object' || value === null) return other;
    const keys = Object.keys(value);
    if (keys.length === 0) return other;
    const key = keys[step % keys.length]!;
    const inner = mistyped((value as Tree)[key], rest, other);
    return Array.isArray(value)
      ? value.map((item, index) => (index === Number(key) ? inner : (item as unknown)))
      : { ...value, [key]: inner };
  }

  test('are read as far as they go, and never throw', () => {
    const other = fc.constantFrom<unknown>(null, 3, true, '', 'x', [], {}, [null], [3], [[]], {
      a: null,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(50), fc.array(fc.nat(50), { maxLength: 8 }), other), {
          maxLength: 3,
        }),
        (mistakes) => {
          const objects = mistakes.reduce(
            (before, [index, steps, value]) => mistyped(before, [index, ...steps], value),
            sound as unknown,
          ) as readonly unknown[];
          const text = objects.map((one) => JSON.stringify(one)).join('\n---\n');
          const cluster = load([{ uri: at('all.yaml'), text }], usualAssumptions);
          for (const { name, owner } of cluster.endpoints)
            assert.deepEqual(
              [typeof name, typeof owner.name, typeof owner.kind],
              ['string', 'string', 'string'],
            );
          reachOf(cluster, usualAssumptions);
        },
      ),
      { numRuns: 300 },
    );
  });
});
