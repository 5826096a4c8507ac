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
