import assert from 'node:assert/strict';
import { applyEdits } from '../../src/base/edits.ts';
import { features } from '../../src/features/all.ts';
import { NO_COMPARISON } from '../../src/features/codeLens/comparison.ts';
import type { AnyFeature, Context } from '../../src/features/feature.ts';
import { connect } from '../../src/policy/connect.ts';
import { documentsOf } from '../../src/model/documents.ts';
import { rules } from '../../src/rules/all.ts';
import type { FileFinding } from '../../src/rules/fileFinding.ts';
import { fileFindingsOf, findingInSteps, type Run } from '../../src/rules/run.ts';
import { readAhead } from '../../src/workspace/ahead.ts';
import {
  apply,
  EMPTY,
  textOf,
  type PlacedChunk,
  type Snapshot,
} from '../../src/workspace/snapshot.ts';
import { worldOf } from '../../src/workspace/world.ts';
import type { Random } from './random.ts';

/** What the engine does with a text in one go, without letting anything else run. */
export type Step = 'read' | 'find' | 'decide' | 'ask' | 'fix' | 'edit';

const uri = 'file:///fuzz/policy.yaml';

/** A rule that throws is caught by the engine, and a crash all the same. */
const run: Run = {
  rules,
  log: (code, error) => {
    throw new Error(`${code} threw`, { cause: error });
  },
};

/** A few workloads and a policy, so that selectors have something to select. */
const around = `apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {team: a}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop, labels: {app: web}}
spec:
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, ports: [{name: http, containerPort: 8080}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny, namespace: shop}
spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
`;

const workspace = apply(EMPTY, {
  reason: 'fuzz',
  upserted: [{ uri: 'file:///fuzz/around.yaml', text: around }],
  read: true,
});

/** How many of the fixes, places and pairs of one text are tried; the rest would be more of the same. */
const TRIED = 12;

/**
 * Puts a text through everything: splitting, reading, admission and rules, the evaluator, every feature at random
 * places, every fix, and edits as they are typed. Yields the name of each step when it is done; throws what it throws.
 */
export function* exercise(text: string, random: Random): Generator<Step> {
  const snapshot = yield* opened(text);
  const { chunks } = snapshot.files.get(uri)!;
  assert.equal(joined(chunks), text, 'the documents put together are not the file');
  yield 'read';
  const findings = yield* finding(snapshot);
  findings.forEach(checkSpans);
  decideSome(snapshot, random);
  yield 'decide';
  for (const feature of features) yield* asking(feature, snapshot, random);
  for (const finding of some(findings))
    for (const fix of finding.fixes ?? []) {
      const edited = applyEdits(finding.chunk.text, fix.edits());
      const after = apply(snapshot, { reason: 'fix', upserted: [{ uri, text: edited }] });
      fileFindingsOf(after, uri, run);
      yield 'fix';
    }
  yield* typing(snapshot, random);
}

function* opened(text: string): Generator<Step, Snapshot> {
  const steps = readAhead(workspace, uri, text);
  for (;;) {
    const step = steps.next();
    yield 'read';
    if (step.done === true)
      return apply(workspace, { reason: 'fuzz', upserted: [step.value], opened: [uri] });
  }
}

function* finding(snapshot: Snapshot): Generator<Step, readonly FileFinding[]> {
  const steps = findingInSteps(snapshot, uri, run);
  for (;;) {
    const step = steps.next();
    yield 'find';
    if (step.done === true) return step.value.findings;
  }
}

const joined = (chunks: readonly PlacedChunk[]): string =>
  chunks.map(({ chunk }) => chunk.text).join('');

const some = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, TRIED);

function checkSpans({ meta, chunk, span, also = [] }: FileFinding): void {
  for (const place of [{ chunk, span }, ...also]) {
    const { start, end } = place.span;
    assert.ok(
      0 <= start && start <= end && end <= place.chunk.text.length,
      `${meta.code} marks ${start} to ${end} of ${place.chunk.text.length}`,
    );
  }
}

function decideSome(snapshot: Snapshot, random: Random): void {
  const world = worldOf(snapshot);
  const pods = world.namespaces().flatMap(({ key }) => some(world.inventory(key).pods));
  if (pods.length === 0) return;
  for (let count = 0; count < 4; count++)
    connect(
      random.pick(pods),
      random.pick(pods),
      (key) => world.tiers(key),
      world.settings.assumptions,
    );
}

/** Asks a feature as an editor does; each question is a step of its own. */
function* asking(feature: AnyFeature, snapshot: Snapshot, random: Random): Generator<Step> {
  const file = snapshot.files.get(uri)!;
  const context: Context = {
    snapshot,
    world: worldOf(snapshot),
    file,
    link: (place) => place.uri,
    completesSchema: true,
    outlines: true,
    comparison: NO_COMPARISON,
  };
  const at = (): { chunk: PlacedChunk['chunk']; offset: number } => {
    const { chunk } = random.pick(file.chunks);
    return { chunk, offset: random.below(chunk.text.length + 1) };
  };
  switch (feature.method) {
    case 'textDocument/diagnostic':
    case 'textDocument/documentSymbol':
      feature.run(context, null);
      yield 'ask';
      return;
    case 'textDocument/codeAction': {
      const spans = file.chunks
        .slice(0, TRIED)
        .map(({ chunk }) => ({ chunk, span: { start: 0, end: chunk.text.length } }));
      const actions = feature.run(context, { spans, only: null });
      yield 'ask';
      for (const action of some(actions)) {
        for (const { chunk, edits } of action.edits()) applyEdits(chunk.text, edits);
        yield 'fix';
      }
      return;
    }
    case 'textDocument/hover':
      for (let count = 0; count < TRIED; count++) {
        feature.run(context, at());
        yield 'ask';
      }
      return;
    case 'textDocument/completion':
      for (let count = 0; count < TRIED; count++) {
        const asked = at();
        for (const { edit } of some(feature.run(context, asked)))
          applyEdits(asked.chunk.text, [edit]);
        yield 'ask';
      }
  }
}

/** Edits in the middle of the text, one after the other; what is kept must be what a fresh reading gives. */
function* typing(first: Snapshot, random: Random): Generator<Step> {
  let snapshot = first;
  for (let count = 0; count < 3; count++) {
    const text = textOf(snapshot.files.get(uri)!);
    const start = random.below(text.length + 1);
    const change = {
      start,
      end: Math.min(text.length, start + random.below(4)),
      text: random.pick(['x', '', '\n', '---\n', '\n---\n', ' ', '"', '{', '...\n', '%', '\ufeff']),
    };
    snapshot = apply(snapshot, { reason: 'typed', edited: [{ uri, changes: [change] }] });
    yield 'edit';
    const now = text.slice(0, change.start) + change.text + text.slice(change.end);
    const { chunks } = snapshot.files.get(uri)!;
    if (now.length < 1_000_000)
      assert.deepEqual(chunks, documentsOf(now), 'edits are not as read anew');
    yield* finding(snapshot);
  }
}
