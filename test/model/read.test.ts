import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentsAfter, documentsOf } from '../../server/src/model/documents.ts';
import type { NetworkPolicy } from '../../server/src/model/networkPolicy.ts';
import { problemsOf, resourcesOf } from '../../server/src/model/read.ts';

test('an object without metadata, or with something else there, has metadata without anything in it', () => {
  for (const metadata of ['', 'metadata:\n', 'metadata: x\n', 'metadata: [1]\n']) {
    const text = `apiVersion: v1\nkind: Pod\n${metadata}spec: {}\n`;
    assert.deepEqual(resourcesOf({ text }).at(0)?.body.metadata, {}, text);
  }
});

test('an object is of the kind that it was known by, whatever a repeated key holds', () => {
  const text =
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\napiVersion: {a: b}\nkind: [x]\n';
  const { body, sound } = resourcesOf({ text })[0]!;
  assert.deepEqual([body.apiVersion, body.kind], ['networking.k8s.io/v1', 'NetworkPolicy']);
  assert.ok(sound);
});

test('the places of keys within keys are found in a time that follows their depth, not a power of it', () => {
  const text = `kind: Pod\n${'- ? '.repeat(90)}`;
  const nested = `apiVersion: v1\nkind: Pod\nspec:\n  template:\n    ${'? - '.repeat(90)}x\n`;
  assert.deepEqual(resourcesOf({ text }), []);
  assert.equal(resourcesOf({ text: nested }).length, 1);
});

test('a template in the value of a key that a second one replaces is of no account', () => {
  const text = `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec:\n  ingress: [{from: "{{x}}"}]\nspec: {podSelector: {}}\n`;
  assert.deepEqual(resourcesOf({ text }).at(0)?.body, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'p' },
    spec: { podSelector: {} },
  });
});

test('what stands around a template stays of the wrong type, whatever is filled in', () => {
  const text = `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec: {podSelector: {matchLabels: {app: {a: "{{x}}"}}}}\n`;
  const { body, illegible, problems } = resourcesOf({ text }).at(0)!;
  const { matchLabels } = (body as unknown as NetworkPolicy).spec.podSelector!;
  assert.deepEqual(
    problems.map(({ code, path }) => [code, path.join('.')]),
    [['wrong-type', 'spec.podSelector.matchLabels.app']],
  );
  assert.ok(illegible!.get(matchLabels!)!.has('app'));
});

const listOf = (items: number): { text: string } => ({
  text: `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicyList\nitems:\n${'  - {}\n'.repeat(items)}`,
});

test('a list of more items than anybody writes is not read, and says so', () => {
  assert.equal(resourcesOf(listOf(20_000)).length, 20_000);
  const tooLong = listOf(20_001);
  assert.deepEqual(resourcesOf(tooLong), []);
  assert.deepEqual(
    problemsOf(tooLong).map(({ code }) => code),
    ['too-large'],
  );
});

test('a file of more documents than anybody writes is not read, says so, and is read when one is gone', () => {
  const policy = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\n';
  const empty = '---\n'.repeat(20_000);
  const whole = documentsOf(policy + empty);
  assert.equal(whole.length, 1);
  const { chunk } = whole[0]!;
  assert.deepEqual(resourcesOf(chunk), []);
  assert.match(problemsOf(chunk)[0]!.message, /more than 20000 documents/);
  const fewer = documentsAfter(whole, { start: policy.length, end: policy.length + 4, text: '' });
  assert.equal(fewer.length, 20_000);
  assert.equal(resourcesOf(fewer[0]!.chunk).length, 1);
  const more = documentsAfter(fewer, { start: 0, end: 0, text: '---\n---\n' });
  assert.equal(more.length, 1);
});

test('a label without a value has the empty one, in whatever object', () => {
  for (const [path, text] of [
    ['metadata.labels', 'apiVersion: v1\nkind: Pod\nmetadata: {labels: {app: }}'],
    ['metadata.labels', 'apiVersion: v1\nkind: Namespace\nmetadata: {labels: {app: null}}'],
    ['spec.selector', 'apiVersion: v1\nkind: Service\nmetadata: {}\nspec: {selector: {app: ~}}'],
    [
      'spec.template.metadata.labels',
      'apiVersion: apps/v1\nkind: Deployment\nspec: {template: {metadata: {labels: {app: }}}}',
    ],
  ] as const) {
    const [resource] = resourcesOf({ text });
    const labels = path
      .split('.')
      .reduce<unknown>((object, step) => (object as Record<string, unknown>)[step], resource!.body);
    assert.deepEqual(labels, { app: '' }, text);
  }
});

test('a label without a value goes with its key in what the schema of a custom resource checks', () => {
  const meta = 'metadata: {name: web, labels: {team: }}';
  for (const text of [
    `apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\n${meta}\nspec: {endpointSelector: {matchLabels: {app: , tier: db}}}`,
    `apiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\n${meta}\nspec: {subject: {namespaces: {matchLabels: {app: , tier: db}}}}`,
  ]) {
    const [resource] = resourcesOf({ text });
    const { metadata, spec } = resource!.body as unknown as Record<string, { labels?: unknown }>;
    assert.deepEqual(metadata!.labels, { team: '' }, text);
    assert.match(JSON.stringify(spec), /\{"matchLabels":\{"tier":"db"\}\}/, text);
  }
});

test('a document of more keys and values than can be read says so once', () => {
  const text = `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicyList\nitems:\n${'- {}\n'.repeat(200_000)}`;
  assert.deepEqual(resourcesOf({ text }), []);
  assert.deepEqual(
    problemsOf({ text }).map(({ code, message }) => [code, message]),
    [
      [
        'too-large',
        'This document is made of more keys and values than can be read at once, and is not checked. Split it.',
      ],
    ],
  );
});
