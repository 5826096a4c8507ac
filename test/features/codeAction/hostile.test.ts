import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { applyEdits } from '../../../server/src/base/edits.ts';
import { codeAction } from '../../../server/src/features/codeAction.ts';
import type { Action } from '../../../server/src/features/feature.ts';
import { policiesOf } from '../../../server/src/workspace/policies.ts';
import { defaultSettings } from '../../../server/src/workspace/settings.ts';
import { apply, EMPTY, type File, type Snapshot } from '../../../server/src/workspace/snapshot.ts';
import { contextIn } from '../../support/answer.ts';
import { diffOf, load } from '../../policy/load.ts';

/*
 * The refactorings of administrators' policies, each on texts that are hard to edit. What an action makes of them has to
 * be YAML, with every comment, and has to mean what the title says; or the action has to refuse.
 */

const PODS = ['web', 'db'].map(
  (name) => `---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: shop, labels: {app: ${name}}}
spec: {containers: [{name: main, ports: [{name: http, containerPort: 80}]}]}
`,
);

const HEAD = 'apiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\n';

const BLOCK = `# c0 above
${HEAD}metadata: # c1
  name: a # c2
spec: # c3
  # c4
  priority: 5 # c5
  subject: # c6
    namespaces: {} # c7
  ingress: # c8
    # c9
    - name: in # c10
      action: Allow # c11
      from: # c12
        - namespaces: {} # c13
      ports: # c14
        # c15
        - portNumber: {port: 80} # c16
        - portRange: {start: 90, end: 99, protocol: UDP} # c17
  egress: # c18
    # c19
    - action: Deny # c20
      to: # c21
        - networks: [0.0.0.0/0] # c22
        # c23
`;

/** A text each, by what makes it hard. */
const TEXTS: Readonly<Record<string, string>> = {
  'comments everywhere': BLOCK,
  'a comment inside an entry': BLOCK.replace(
    '- portNumber: {port: 80}',
    '- portNumber: # c50\n            port: 80',
  ),
  CRLF: BLOCK.replaceAll('\n', '\r\n'),
  'a byte order mark': `\uFEFF${BLOCK}`,
  'no final line break': BLOCK.trimEnd(),
  'lists at the column of their key': `${HEAD}metadata: {name: a}
spec:
  priority: 5
  subject: {namespaces: {}}
  egress:
  # c0
  - action: Deny # c1
    to:
    # c2
    - namespaces: {} # c3
    ports:
    - portNumber: # c4
        port: 80
    # c5
`,
  'flow style': `${HEAD}metadata: {name: a} # c0
spec: {priority: 5, subject: {namespaces: {}}, # c1
  ingress: [{action: Allow, from: [{namespaces: {}}], ports: [{portNumber: {port: 80}}]}], # c2
  egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}]}]} # c3
`,
  'flow style on one line': `${HEAD}metadata: {name: a}
spec: {priority: 5, subject: {namespaces: {}}, egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}], ports: [{portRange: {start: 1, end: 90}}]}]} # c0
`,
  JSON: `${JSON.stringify(
    {
      apiVersion: 'policy.networking.k8s.io/v1alpha1',
      kind: 'AdminNetworkPolicy',
      metadata: { name: 'a' },
      spec: {
        priority: 5,
        subject: { namespaces: {} },
        egress: [
          {
            action: 'Deny',
            to: [{ networks: ['0.0.0.0/0'] }],
            ports: [{ portNumber: { port: 80 } }],
          },
        ],
      },
    },
    null,
    2,
  )}\n`,
  'an anchor and its alias': `${HEAD}metadata: {name: a}
spec: # c0
  priority: 5
  subject: &all {namespaces: {}} # c1
  ingress:
    - action: Allow # c2
      from: [*all]
      ports: &ports # c3
        - portNumber: {port: 80} # c4
    - action: Deny # c5
      from: [*all]
      ports: *ports # c6
  egress:
    - action: Deny
      to: [*all] # c7
`,
  'a merge key': `${HEAD}metadata: {name: a}
spec:
  priority: 5
  subject: {namespaces: {}}
  egress:
    - &base # c0
      action: Deny # c1
      to: [{namespaces: {}}]
    - <<: *base # c2
      ports: [{portNumber: {port: 80}}]
`,
  'an item of a List': `apiVersion: v1
kind: List
items: # c0
  # c1
${BLOCK.trimEnd()
  .replaceAll('c0', 'c90')
  .split('\n')
  .map((line, index) => (index === 1 ? `  - ${line}` : `    ${line}`))
  .join('\n')}
`,
  templates: BLOCK.replace('priority: 5', 'priority: {{ .Values.priority }}').replace(
    'port: 80',
    'port: {{ .Values.port }}',
  ),
  'a template around an entry': BLOCK.replace(
    '        - portRange',
    '        {{- if .Values.http }}\n        - portRange',
  ).replace('  egress: # c18', '        {{- end }}\n  egress: # c18'),
  'several documents': `# c70\n---\n${PODS[0]}---\n${BLOCK}--- # c71\n${PODS[1]}`,
  'an end of document': `${BLOCK}... # c60\n`,
  'a directive': `%YAML 1.2\n---\n${BLOCK}`,
  'quoted words': BLOCK.replace('kind: AdminNetworkPolicy', `kind: 'AdminNetworkPolicy'`)
    .replace('action: Allow', '"action": "Allow"')
    .replace('ports:', "'ports':"),
  'a tag and an anchor on values': BLOCK.replace('priority: 5', 'priority: !!int 5').replace(
    'action: Allow',
    'action: &allow Allow',
  ),
  'empty lists': `${HEAD}metadata: {name: a}
spec:
  priority: 5
  subject: {namespaces: {}}
  ingress: [] # c0
  egress: # c1
    - action: Deny # c2
      to: [{namespaces: {}}]
`,
};

const URI = 'file:///shop/policy.yaml';

const filesWith = (text: string) => [
  { uri: URI, text },
  { uri: 'file:///shop/pods.yaml', text: PODS.join('') },
];

const snapshotOf = (text: string): Snapshot =>
  apply(EMPTY, {
    reason: 'test',
    upserted: filesWith(text),
    settings: defaultSettings,
    read: true,
  });

const actionsOn = (text: string): { readonly file: File; readonly actions: readonly Action[] } => {
  const snapshot = snapshotOf(text);
  const file = snapshot.files.get(URI)!;
  const spans = file.chunks.map(({ chunk }) => ({
    chunk,
    span: { start: 0, end: chunk.text.length },
  }));
  const actions = codeAction.run(contextIn(snapshot, file), { spans, only: ['refactor'] });
  return { file, actions: actions.filter(({ refused }) => refused === undefined) };
};

const afterAction = ({ chunks }: File, { edits }: Action): string => {
  const parts = edits();
  return chunks
    .map(({ chunk }) =>
      applyEdits(chunk.text, parts.find((part) => part.chunk === chunk)?.edits ?? []),
    )
    .join('');
};

const commentsIn = (text: string): string[] => [...(text.match(/# c\d+/g) ?? [])].sort();

const isTemplate = (text: string): boolean => text.includes('{{');

let applied = 0;

for (const [what, text] of Object.entries(TEXTS))
  test(`refactorings keep what they do not speak of, with ${what}`, () => {
    const { file, actions } = actionsOn(text);
    for (const action of actions) {
      assert.ok(action.edits().length > 0, `"${action.title}" does nothing`);
      applied++;
      const after = afterAction(file, action);
      const shown = `${action.title}\n${after}`;
      assert.deepEqual(commentsIn(after), commentsIn(text), shown);
      assert.equal(/[^\r]\n/.test(after), /[^\r]\n/.test(text), shown);
      assert.equal(after.startsWith('\uFEFF'), text.startsWith('\uFEFF'), shown);
      if (isTemplate(text)) continue;
      for (const { errors } of parseAllDocuments(after)) assert.deepEqual(errors, [], shown);
      const policies = policiesOf(snapshotOf(after).clusterPolicies, defaultSettings);
      const before = policiesOf(snapshotOf(text).clusterPolicies, defaultSettings);
      assert.equal(
        policies.length,
        before.length + (action.title.startsWith('Add') ? 1 : 0),
        shown,
      );
      if (action.title.startsWith('Add')) {
        const added = policies.find(({ name }) => name !== 'a');
        assert.equal(added?.unsure, null, shown);
        assert.deepEqual(
          added.rules.map(({ direction, verdict }) => `${direction} ${verdict}`),
          ['ingress deny', 'egress allow', 'egress deny'],
          shown,
        );
      }
      if (action.title.startsWith('Let DNS out')) {
        const first = policies[0]!.rules.find(({ direction }) => direction === 'egress');
        assert.equal(first?.verdict, 'allow', shown);
        assert.equal(first?.name, 'allow-dns', shown);
      }
      if (!action.title.startsWith('Migrate')) continue;
      assert.equal(policies[0]!.kind, 'ClusterNetworkPolicy', shown);
      const assumptions = defaultSettings.assumptions;
      const [old, now] = [text, after].map((each) => load(filesWith(each), assumptions));
      const { changes, doubts } = diffOf(old!, now!, assumptions);
      assert.deepEqual([changes, doubts], [[], []], shown);
    }
  });

test('most of these texts can be edited', () => {
  assert.ok(applied > 2 * Object.keys(TEXTS).length, `${applied} actions were applied`);
});
