import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAhead } from '../../server/src/workspace/ahead.ts';
import { apply, EMPTY, textOf, type Snapshot } from '../../server/src/workspace/snapshot.ts';
import { surroundingsOf } from '../../server/src/workspace/surroundings.ts';
import { settingsFromTexts, type Settings } from '../../server/src/workspace/settings.ts';
import { at, deployment, namespace, policy, snapshotOf, typed } from './build.ts';

const shop = {
  'shop/web.yaml':
    deployment('web', { namespace: 'shop' }) + deployment('db', { namespace: 'shop' }),
  'shop/policy.yaml':
    policy('allow-web', { namespace: 'shop' }) + policy('allow-db', { namespace: 'shop' }),
  'billing/api.yaml': deployment('api', { namespace: 'billing' }),
  'namespaces.yaml': namespace('shop', 'team: a') + namespace('billing', 'team: b'),
};

const names = (
  members: readonly {
    readonly resource: { readonly body: { readonly metadata: { readonly name?: string } } };
  }[],
): (string | undefined)[] => members.map(({ resource }) => resource.body.metadata.name);

const keysOf = (snapshot: Snapshot): string[] => [...snapshot.inventory.keys()].sort();

test('objects stand in the slice of their namespace, in the order of file and place', () => {
  const snapshot = snapshotOf(shop);
  assert.deepEqual([...snapshot.inventory.keys()].sort(), ['billing', 'shop']);
  assert.deepEqual(names(snapshot.inventory.get('shop')!.workloads), ['web', 'db']);
  assert.deepEqual(names(snapshot.inventory.get('shop')!.declarations), ['shop']);
  assert.deepEqual(names(snapshot.policies.get('shop')!), ['allow-web', 'allow-db']);
});

test('typing in a policy keeps the whole inventory and every other policy', () => {
  const before = snapshotOf(shop);
  const after = typed(before, 'shop/policy.yaml', 'app: web', 'app: wab');
  assert.equal(after.inventory, before.inventory);
  assert.equal(after.namespaces, before.namespaces);
  assert.equal(surroundingsOf(after), surroundingsOf(before));
  assert.notEqual(after.policies.get('shop'), before.policies.get('shop'));
  assert.equal(after.policies.get('shop')![1], before.policies.get('shop')![1]);
});

test('typing in a pod template keeps the policies, the namespaces, and the objects of other namespaces', () => {
  const before = snapshotOf(shop);
  const after = typed(before, 'shop/web.yaml', 'app: web', 'app: wob');
  assert.equal(after.policies, before.policies);
  assert.equal(after.namespaces, before.namespaces);
  assert.equal(after.inventory.get('billing'), before.inventory.get('billing'));
  const [old, now] = [before.inventory.get('shop')!, after.inventory.get('shop')!];
  assert.notEqual(surroundingsOf(after), surroundingsOf(before));
  assert.equal(now.declarations, old.declarations);
  assert.equal(now.services, old.services);
  assert.notEqual(now.workloads[0], old.workloads[0]);
  assert.equal(now.workloads[1], old.workloads[1]);
});

test("typing in a Namespace's label keeps the workloads", () => {
  const before = snapshotOf(shop);
  const after = typed(before, 'namespaces.yaml', 'team: a', 'team: c');
  assert.equal(after.inventory.get('shop')!.workloads, before.inventory.get('shop')!.workloads);
  assert.equal(after.inventory.get('billing'), before.inventory.get('billing'));
  assert.equal(after.policies, before.policies);
});

test('a change that changes nothing keeps everything', () => {
  const before = snapshotOf(shop);
  const uri = at('shop/web.yaml');
  const after = apply(before, {
    reason: 'saved',
    upserted: [{ uri, text: shop['shop/web.yaml'] }],
    opened: [uri],
    settings: settingsFromTexts(['completion=off']).settings,
  });
  assert.equal(after.inventory, before.inventory);
  assert.equal(after.policies, before.policies);
  assert.equal(after.files.get(uri)!.open, true);
  assert.equal(after.files.get(uri)!.chunks, before.files.get(uri)!.chunks);
});

test('incremental edits of one change each speak of the text that the one before left', () => {
  const before = snapshotOf({ 'a.yaml': 'kind: A\n---\nkind: B\n' });
  const after = apply(before, {
    reason: 'typed',
    edited: [
      {
        uri: at('a.yaml'),
        changes: [
          { start: 0, end: 0, text: '# first\n' },
          { start: 14, end: 15, text: 'AA' },
          { start: 27, end: 28, text: 'BB' },
        ],
      },
    ],
  });
  const file = after.files.get(at('a.yaml'))!;
  assert.equal(textOf(file), '# first\nkind: AA\n---\nkind: BB\n');
});

test('what a removed file brought is gone, and so is a namespace that nothing uses', () => {
  const before = snapshotOf(shop);
  const after = apply(before, {
    reason: 'deleted',
    removed: [at('billing/api.yaml'), at('namespaces.yaml')],
  });
  assert.deepEqual([...after.namespaces.keys()], ['shop']);
  assert.deepEqual([...after.inventory.keys()], ['shop']);
});

test('objects without a namespace live in that of their root, named by its kustomization or the setting', () => {
  const files = { 'a/x/web.yaml': deployment('web'), 'b/web.yaml': deployment('web') };
  const plain = snapshotOf(files);
  assert.deepEqual(keysOf(plain), ['?file:///repo/a/x', '?file:///repo/b']);
  const landmarks = new Map([[at('a/kustomization.yaml'), 'namespace: shop\n']]);
  const rooted = apply(plain, { reason: 'kustomization', landmarks });
  assert.deepEqual(keysOf(rooted), ['?file:///repo/b', 'shop']);
  const { settings } = settingsFromTexts(['defaultNamespace=main']);
  assert.deepEqual(keysOf(apply(rooted, { reason: 'settings', settings })), ['main', 'shop']);
  assert.deepEqual(keysOf(apply(plain, { reason: 'settings', settings })), ['main']);
});

test('a kustomization takes the objects of the files that it lists to its namespace, whatever they say', () => {
  const files = {
    'a/web.yaml': deployment('web'),
    'a/policy.yaml': policy('p', { namespace: 'shop' }),
    'a/other.yaml': policy('q', { namespace: 'shop' }),
    'a/templated.yaml': policy('r', { namespace: '"{{ .Release.Namespace }}"' }),
  };
  const resources = 'resources: [web.yaml, ./policy.yaml, templated.yaml]\n';
  const snapshot = snapshotOf(files, {
    landmarks: new Map([[at('a/kustomization.yaml'), `namespace: prod\n${resources}`]]),
  });
  assert.deepEqual(names(snapshot.inventory.get('prod')!.workloads), ['web']);
  assert.deepEqual(names(snapshot.policies.get('prod')!), ['p', 'r']);
  assert.deepEqual(names(snapshot.policies.get('shop')!), ['q']);
  const silent = apply(snapshot, {
    reason: 'the kustomization names no namespace any more',
    landmarks: new Map([[at('a/kustomization.yaml'), resources]]),
  });
  assert.deepEqual([...silent.policies.keys()].sort(), ['?file:///repo/a', 'shop']);
});

const overlay = (name: string): readonly [string, string] => [
  at(`${name}/kustomization.yaml`),
  `namespace: ${name}\nresources: [../base]`,
];

test('the namespace of the outermost kustomization holds for all that it builds, unless there are several', () => {
  const files = {
    'base/web.yaml': deployment('web'),
    'base/policy.yaml': policy('p', { namespace: 'shop' }),
  };
  const base = [at('base/kustomization.yaml'), 'resources: [web.yaml, policy.yaml]'] as const;
  const usedBy = (...landmarks: readonly (readonly [string, string])[]): string[] =>
    [...snapshotOf(files, { landmarks: new Map([base, ...landmarks]) }).namespaces.keys()].sort();
  assert.deepEqual(usedBy(), ['?file:///repo/base', 'shop']);
  assert.deepEqual(usedBy(overlay('prod')), ['prod']);
  // No name is that of both, but all objects of the base have the same in each.
  assert.deepEqual(usedBy(overlay('prod'), overlay('dev')), ['?file:///repo/base']);
  const unchanged = [at('plain/kustomization.yaml'), 'resources: [../base]'] as const;
  assert.deepEqual(usedBy(overlay('prod'), unchanged), ['?file:///repo/base', 'shop']);
  const outermost = [at('all/kustomization.yaml'), 'namespace: all\nbases: [../prod]'] as const;
  assert.deepEqual(usedBy(overlay('prod'), outermost), ['all']);
  const circle = [at('base/kustomization.yml'), 'namespace: own\nresources: [../base]'] as const;
  assert.deepEqual(usedBy(circle), ['own', 'shop']);
});

test('fragments bring neither policies nor workloads', () => {
  const landmarks = new Map([
    [
      at('kustomization.yaml'),
      'patches:\n  - path: patch/web.yaml\npatchesStrategicMerge: [patch/p.yaml]\n',
    ],
  ]);
  const snapshot = snapshotOf(
    {
      'patch/web.yaml': deployment('web'),
      'patch/p.yaml': policy('p'),
      'db.yaml': deployment('db'),
    },
    { landmarks },
  );
  assert.deepEqual([...snapshot.namespaces.keys()], ['?file:///repo']);
  assert.deepEqual(names(snapshot.inventory.get('?file:///repo')!.workloads), ['db']);
  assert.equal(snapshot.policies.size, 0);
});

test('many changes at once and one after another give the same slices', () => {
  const cold = snapshotOf(shop);
  let warm = EMPTY;
  for (const [path, text] of Object.entries(shop).reverse())
    warm = apply(warm, { reason: 'one', upserted: [{ uri: at(path), text }] });
  for (const [key, objects] of cold.inventory)
    assert.deepEqual(names(warm.inventory.get(key)!.workloads), names(objects.workloads));
  assert.deepEqual(names(warm.policies.get('shop')!), names(cold.policies.get('shop')!));
});

const limit = (bytes: number): Settings =>
  settingsFromTexts([`maxDocumentBytes=${bytes}`]).settings;
const documents = ({ files }: Snapshot): number => files.get(at('a.yaml'))!.chunks.length;

test('a file with more to read than the limit stays whole, and is split when it has shrunk or the limit is raised', () => {
  const [one, two] = [policy('one', { namespace: 'shop' }), policy('two', { namespace: 'shop' })];
  const filler = policy(`more-${'x'.repeat(1000)}`, { namespace: 'shop' });
  const large = snapshotOf({ 'a.yaml': one + filler.repeat(3) + two }, { settings: limit(1700) });
  assert.equal(documents(large), 1);
  assert.equal(large.policies.size, 0);
  const shrunk = typed(large, 'a.yaml', filler, '');
  assert.equal(documents(shrunk), 4);
  assert.equal(documents(typed(shrunk, 'a.yaml', two, filler + two)), 1);
  const raised = apply(large, { reason: 'settings', settings: limit(5000) });
  assert.equal(documents(raised), 5);
  assert.equal(raised.policies.get('shop')?.length, 5);
});

test('what is passed over does not count to the size of a file', () => {
  const settings = limit(1500);
  const definition = `---\nkind: CustomResourceDefinition\n# NetworkPolicy ${'x'.repeat(1000)}\n`;
  const text = definition.repeat(10) + policy('one', { namespace: 'shop' });
  const snapshot = snapshotOf({ 'a.yaml': text }, { settings });
  assert.equal(documents(snapshot), 11);
  assert.deepEqual(names(snapshot.policies.get('shop')!), ['one']);
  const twice = typed(snapshot, 'a.yaml', 'app: web', 'app: wab');
  assert.equal(documents(twice), 11);
  assert.equal(
    twice.files.get(at('a.yaml'))!.chunks[0]!.chunk,
    snapshot.files.get(at('a.yaml'))!.chunks[0]!.chunk,
  );
});

const chunksIn = ({ files }: Snapshot): unknown[] =>
  files.get(at('shop/policy.yaml'))!.chunks.map(({ chunk }) => chunk);

test('documents that were read ahead serve in the snapshot, and those that are there already serve again', () => {
  const before = snapshotOf(shop);
  const text = shop['shop/policy.yaml'] + policy('new', { namespace: 'shop' });
  const steps = readAhead(before, at('shop/policy.yaml'), text);
  let count = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) count++;
  assert.equal(count, 3);
  const after = apply(before, { reason: 'read', upserted: [step.value] });
  assert.deepEqual(names(after.policies.get('shop')!), ['allow-web', 'allow-db', 'new']);
  assert.equal(chunksIn(after)[0], chunksIn(before)[0]);
  assert.equal(chunksIn(after)[2], step.value.ahead![2]!.chunk);
});
