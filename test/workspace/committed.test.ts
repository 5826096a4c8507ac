import assert from 'node:assert/strict';
import { test } from 'node:test';
import { committedOf, type Committed } from '../../server/src/workspace/committed.ts';
import { apply, EMPTY, textOf, type Snapshot } from '../../server/src/workspace/snapshot.ts';
import { policy } from '../lsp/support/policies.ts';

const pod = (name: string, namespace = 'shop'): string => `apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: ${namespace}, labels: { app: ${name} } }
spec: { containers: [{ name: main }] }
`;

const kustomization = (namespace: string): string => `namespace: ${namespace}\n`;

const read = (texts: Readonly<Record<string, string>>): Snapshot => {
  const files = Object.entries(texts);
  return apply(EMPTY, {
    reason: 'test',
    upserted: files
      .filter(([name]) => !name.endsWith('kustomization.yaml'))
      .map(([name, text]) => ({ uri: `file:///w/${name}`, text })),
    landmarks: new Map(
      files
        .filter(([name]) => name.endsWith('kustomization.yaml'))
        .map(([name, text]) => [`file:///w/${name}`, text]),
    ),
    read: true,
  });
};

function committed(
  now: Snapshot,
  texts: Readonly<Record<string, string | null>>,
  last = EMPTY,
): Snapshot {
  const all: Committed = new Map(
    Object.entries(texts).map(([name, text]) => [`file:///w/${name}`, text]),
  );
  const steps = committedOf(now, all, last);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What a snapshot says: its texts, and the names of what is in each namespace. */
const said = ({ files, policies, inventory, landmarks }: Snapshot): unknown => ({
  files: new Map([...files].map(([uri, file]) => [uri, textOf(file)])),
  policies: new Map([...policies].map(([key, members]) => [key, members.length])),
  workloads: new Map([...inventory].map(([key, { workloads }]) => [key, workloads.length])),
  landmarks,
});

test('a commit is read as if it were on the disk: files that came, went, changed, and what stands around them', () => {
  const now = read({
    'same.yaml': pod('same'),
    'edited.yaml': `${policy('80')}---\n${pod('web')}`,
    'added.yaml': pod('added'),
    'emptied.yaml': '# Nothing is left.\n',
    'app/kustomization.yaml': kustomization('later'),
    'app/pod.yaml': pod('app').replace(', namespace: shop', ''),
  });
  const before = {
    'edited.yaml': `${policy('81')}---\n${pod('web')}---\n${pod('gone')}`,
    'emptied.yaml': pod('emptied'),
    'removed.yaml': policy('82').replace('name: web', 'name: removed'),
    'app/kustomization.yaml': kustomization('earlier'),
  };
  const same = {
    'same.yaml': pod('same'),
    'app/pod.yaml': pod('app').replace(', namespace: shop', ''),
  };
  assert.deepEqual(
    said(committed(now, { ...before, 'added.yaml': null })),
    said(read({ ...same, ...before })),
  );
});

test('what a commit shares with now is the same object, and what it does not is that of the last time', () => {
  const texts = { 'policies.yaml': policy('80'), 'pods.yaml': `${pod('a')}---\n${pod('b')}` };
  const now = read(texts);
  const head = { 'policies.yaml': policy('81'), 'pods.yaml': texts['pods.yaml'] };
  const first = committed(now, head);
  assert.equal(first.inventory, now.inventory);
  assert.equal(first.files.get('file:///w/pods.yaml'), now.files.get('file:///w/pods.yaml'));
  const again = committed(now, head, first);
  const [before, after] = [first, again].map(({ policies }) => policies.get('shop')![0]);
  assert.notEqual(before, now.policies.get('shop')![0]);
  assert.equal(after, before);
});
