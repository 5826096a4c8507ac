import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { applyEdits } from '../../../server/src/base/edits.ts';
import { codeAction } from '../../../server/src/features/codeAction.ts';
import type { Action } from '../../../server/src/features/feature.ts';
import { findingsOf } from '../../../server/src/rules/run.ts';
import { apply, type File } from '../../../server/src/workspace/snapshot.ts';
import { checkAnswer, type Asked } from '../../support/answer.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

for (const name of readdirSync(folder).filter((each) => each.endsWith('.yaml')))
  test(`code actions: ${name}`, () => checkAnswer(path.join(folder, name), answer));

/** Each action with its kind, and the lines that it changes; with an option those alone whose titles begin so. */
function answer({ context, selection, option }: Asked): string {
  const { file } = context;
  const only = option('only')?.split(' ') ?? null;
  const titled = option('titles') ?? '';
  const actions = codeAction
    .run(context, { spans: selection, only })
    .filter(({ title }) => title.startsWith(titled));
  if (actions.length === 0) return 'none';
  return actions
    .flatMap((action) => {
      if (action.refused !== undefined) return [`${action.title} (refused: ${action.refused})`];
      const fixed = documentsAfter(file, action);
      holds(context, fixed.join(''), action);
      const preferred = action.preferred ? ', preferred' : '';
      return [
        `${action.title} (${action.kind}${preferred})`,
        ...file.chunks.flatMap(({ chunk }, index) => difference(chunk.text, fixed[index]!)),
      ];
    })
    .join('\n');
}

function documentsAfter(file: File, action: Action): string[] {
  const edits = action.edits();
  return file.chunks.map(({ chunk }) =>
    applyEdits(
      chunk.text,
      edits.find((one) => one.chunk === chunk && one.uri === undefined)?.edits ?? [],
    ),
  );
}

/** What an action repairs is gone after it, and nothing is refused that was not. */
function holds(
  { snapshot, file }: Asked['context'],
  text: string,
  { title, repairs }: Action,
): void {
  const after = apply(snapshot, { reason: 'fix', upserted: [{ uri: file.uri, text }] });
  const [old, now] = [snapshot, after].map((each) => findingsOf(each, file.uri));
  if (repairs !== null)
    assert.ok(
      count(now!, (one) => one.meta.code === repairs.code && one.message === repairs.message) <
        count(old!, (one) => one.meta.code === repairs.code && one.message === repairs.message),
      `"${title}" leaves its finding`,
    );
  assert.ok(count(now!, isError) <= count(old!, isError), `"${title}" brings an error`);
}

const isError = ({ severity }: { readonly severity: string }): boolean => severity === 'error';

const count = <T>(list: readonly T[], wanted: (one: T) => boolean): number =>
  list.filter(wanted).length;

/** The lines by which two texts differ, those of the first behind `-`, those of the second behind `+`. */
function difference(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
  let end = 0;
  while (
    end < Math.min(old.length, now.length) - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++;
  return [
    ...old.slice(start, old.length - end).map((line) => `- ${line}`),
    ...now.slice(start, now.length - end).map((line) => `+ ${line}`),
  ];
}
