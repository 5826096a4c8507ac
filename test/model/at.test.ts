import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locate, typingAt } from '../../server/src/model/at.ts';

const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: web
  ingress:
    - from:
        - podSelector: {}
      ports:
        - port: 80
`;

const at = (text: string): { text: string; offset: number } => ({
  text: text.replace('$0', ''),
  offset: text.indexOf('$0'),
});

test('the key or value at an offset is found with its path and schema', () => {
  const location = locate({ text: policy }, policy.indexOf('80'))!;
  assert.deepEqual(location.path, ['spec', 'ingress', 0, 'ports', 0, 'port']);
  assert.equal(location.on, 'value');
  assert.match(location.schema!.node.description!, /port/);
  assert.equal(locate({ text: policy }, policy.indexOf('matchLabels'))!.on, 'key');
});

const cases: readonly (readonly [
  string,
  string,
  readonly (string | number)[],
  string | null,
  string,
])[] = [
  [
    'a key of a rule',
    '  ingress:\n    - from:\n        - podSelector: {}\n      po$0\n',
    ['spec', 'ingress', 0],
    null,
    'po',
  ],
  ['the first key of an item', '  ingress:\n    - fr$0\n', ['spec', 'ingress', 0], null, 'fr'],
  [
    'a key of a peer',
    '  ingress:\n    - from:\n        - $0\n',
    ['spec', 'ingress', 0, 'from', 0],
    null,
    '',
  ],
  [
    'a value',
    '  ingress:\n    - ports:\n        - protocol: T$0\n',
    ['spec', 'ingress', 0, 'ports', 0],
    'protocol',
    'T',
  ],
  [
    'lists that are not indented',
    '  ingress:\n  - from:\n    - podSelector:\n        match$0\n',
    ['spec', 'ingress', 0, 'from', 0, 'podSelector'],
    null,
    'match',
  ],
  ['an item of scalars', '  policyTypes:\n    - In$0\n', ['spec', 'policyTypes', 0], null, 'In'],
  ['the spec', '  $0\n', ['spec'], null, ''],
];

for (const [name, tail, path, key, prefix] of cases)
  test(`typing is placed by indentation: ${name}`, () => {
    const { text, offset } = at(
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  podSelector: {}\n${tail}`,
    );
    const typing = typingAt({ text }, offset);
    assert.deepEqual(typing.path, path);
    assert.equal(typing.key, key);
    assert.equal(typing.prefix, prefix);
    assert.notEqual(typing.schema, null);
  });

test('keys that are there already are known', () => {
  const { text, offset } = at(
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nspec:\n  podSelector: {}\n  $0\n  ingress: []\n',
  );
  assert.deepEqual(typingAt({ text }, offset).siblings, ['podSelector', 'ingress']);
});

test('neither a neighbour before nor an item after the cursor leads astray', () => {
  const { text, offset } = at(
    'kind: NetworkPolicy\nspec:\n  egress:\n  - to:\n    - ipBlock:\n        cidr: 10.0.0.0/8\n    ports:\n    - port: 53\n      $0\n    - port: 80\n  policyTypes: [Egress]\n',
  );
  const typing = typingAt({ text }, offset);
  assert.deepEqual(typing.path, ['spec', 'egress', 0, 'ports', 0]);
  assert.deepEqual(typing.siblings, ['port']);
});

test('comments, blank lines and an empty document have a place too', () => {
  const { text, offset } = at('kind: NetworkPolicy\nspec: # the pods\n\n  # all\n  $0');
  assert.deepEqual(typingAt({ text }, offset).path, ['spec']);
  assert.deepEqual(typingAt({ text: '' }, 0).path, []);
});
