import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/base/edits.ts';
import { conversions } from '../../../server/src/features/codeAction/conversions.ts';
import type { Action } from '../../../server/src/features/feature.ts';
import { clusterOf } from '../../../server/src/workspace/cluster.ts';
import { apply, textOf, type Snapshot } from '../../../server/src/workspace/snapshot.ts';
import { diffOf } from '../../policy/load.ts';
import { contextIn } from '../../support/answer.ts';

/** The conversion that is offered for the policy in a file; to a kind, if one is named. */
export function conversionIn(snapshot: Snapshot, uri: string, kind = ''): Action {
  const file = snapshot.files.get(uri)!;
  const [{ chunk } = assert.fail()] = file.chunks;
  const span = { start: 0, end: chunk.text.length };
  const action = conversions
    .actions(contextIn(snapshot, file), [{ chunk, span }])
    .find(({ title }) => title.startsWith(`Convert to a ${kind}`));
  assert.ok(action, textOf(file));
  return action;
}

/** The cluster after an action on the policy in a file. */
export const after = (snapshot: Snapshot, uri: string, action: Action): Snapshot => {
  const text = textOf(snapshot.files.get(uri)!);
  const [{ edits } = assert.fail()] = action.edits();
  return apply(snapshot, { reason: 'test', upserted: [{ uri, text: applyEdits(text, edits) }] });
};

/** Nothing changes from one cluster to another, and nothing comes into doubt; a failure shows what is in a file. */
export const assertSame = (before: Snapshot, now: Snapshot, uri: string): void => {
  const { assumptions } = before.settings;
  const { changes, doubts } = diffOf(clusterOf(before), clusterOf(now), assumptions);
  const texts = [before, now].map(({ files }) => textOf(files.get(uri)!));
  assert.deepEqual([changes, doubts], [[], []], texts.join('\n'));
};
