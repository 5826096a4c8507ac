import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../../server/src/features/hover.ts';
import { contextIn } from '../../support/answer.ts';
import { at, deployment, namespace, policy, snapshotOf } from '../../workspace/build.ts';

const many = Array.from({ length: 40 }, (_, index) =>
  deployment(`client-${index}`, { namespace: 'clients', labels: 'app: client' }),
);

const spec = (name: string, text: string): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n${text}`;

const admin = (name: string, priority: number, action: string): string =>
  `---\napiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\nmetadata: { name: ${name} }\nspec:\n  tier: Admin\n  priority: ${priority}\n  subject: { namespaces: {} }\n  ingress: [{ action: ${action}, from: [{ namespaces: {} }] }]\n`;

/** What is said at the kind of the only policy of a file. */
function said(files: Readonly<Record<string, string>>): string {
  const snapshot = snapshotOf(files);
  const file = snapshot.files.get(at('policy.yaml'))!;
  const [{ chunk }] = file.chunks as [(typeof file.chunks)[number]];
  const answer = hover.run(contextIn(snapshot, file), {
    chunk,
    offset: chunk.text.indexOf('NetworkPolicy'),
  });
  return answer!.markdown;
}

test('a peer of many pods is told by the words of its rule, others still by name', () => {
  const text = said({
    'clients.yaml': [namespace('clients'), ...many].join(''),
    'shop.yaml': `${namespace('shop')}${deployment('web', { namespace: 'shop' })}${deployment('client', { namespace: 'shop' })}`,
    'policy.yaml': spec(
      'web',
      '  podSelector: {matchLabels: {app: web}}\n  ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 80}]}, {from: [{podSelector: {matchLabels: {app: client}}}], ports: [{port: 443}]}]\n',
    ),
  });
  assert.match(text, /- all pods in every namespace on TCP 80, unless held back by policies/);
  assert.match(text, /- `client` \(.*\) on TCP 80,443\n/);
  assert.doesNotMatch(text, /client-1/);
});

test('a policy of many workloads speaks for itself and names the others', () => {
  const text = said({
    'clients.yaml': [namespace('clients'), ...many].join(''),
    'other.yaml': policy('other', { namespace: 'clients', labels: 'app: client' }),
    'policy.yaml': spec('deny', '  podSelector: {}\n').replace('shop', 'clients'),
  });
  assert.match(
    text,
    /\*\*Selects all pods\*\* of `clients`, here the pods of 40 workloads: .*and 35 more/,
  );
  assert.match(text, /\*\*Ingress\*\* is restricted, and this policy lets nobody in\./);
  assert.match(text, /Together with `other`/);
});

test('a rule of an administrator for very many pods is told by the words of its neighbours', () => {
  const crowd = Array.from({ length: 500 }, (_, index) =>
    deployment(`one-${index}`, { namespace: 'clients', labels: `app: one-${index}` }),
  );
  const snapshot = snapshotOf({
    'clients.yaml': [namespace('clients'), ...crowd].join(''),
    'before.yaml': admin('before', 1, 'Pass'),
    'policy.yaml': admin('wide', 5, 'Deny'),
    'behind.yaml': admin('behind', 9, 'Accept'),
  });
  const file = snapshot.files.get(at('policy.yaml'))!;
  const { chunk } = file.chunks.find((placed) => placed.chunk.text.includes('wide'))!;
  const answer = hover.run(contextIn(snapshot, file), {
    chunk,
    offset: chunk.text.indexOf('Deny') + 1,
  });
  assert.match(answer!.markdown, /may decide some of it first: ClusterNetworkPolicy `before`/);
  assert.match(
    answer!.markdown,
    /comes before what these say of it: ClusterNetworkPolicy `behind`/,
  );
});
