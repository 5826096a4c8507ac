import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { applyEdits } from '../../../server/src/base/edits.ts';
import { prepareRename, rename } from '../../../server/src/features/rename.ts';
import type { DocumentEdits } from '../../../server/src/features/feature.ts';
import { clusterOf } from '../../../server/src/workspace/cluster.ts';
import { apply, type Snapshot } from '../../../server/src/workspace/snapshot.ts';
import { parse } from '../../../server/src/yaml/parse.ts';
import { checkAnswer, type Asked } from '../../support/answer.ts';
import { top } from '../../support/material.ts';
import { reachOf } from '../../policy/load.ts';

const folder = path.join(top, 'test/features/rename');

for (const name of readdirSync(folder).filter((each) => each.endsWith('.yaml')))
  test(`rename: ${name}`, () => checkAnswer(path.join(folder, name), answer));

/** What is renamed, and each line that changes; who reaches whom stays as it is. */
function answer({ context, at, option }: Asked): string {
  const { snapshot } = context;
  const prepared = prepareRename.run(context, at);
  if (prepared === null) return 'nothing to rename';
  if ('refused' in prepared) return `refused: ${prepared.refused}`;
  const head = `renames ${prepared.text}`;
  assert.equal(prepared.chunk.text.slice(prepared.span.start, prepared.span.end), prepared.text);
  const renamed = rename.run(context, { ...at, name: option('name')! });
  if ('refused' in renamed) return `${head}\nrefused: ${renamed.refused}`;
  const { after, lines } = made(snapshot, renamed);
  assert.deepEqual(reached(after), reached(snapshot));
  return [head, ...lines].join('\n');
}

const reached = (snapshot: Snapshot): unknown => {
  const { connections, doubts } = reachOf(clusterOf(snapshot), snapshot.settings.assumptions);
  return [connections, doubts].map((rows) => rows.map((row) => JSON.stringify(row)).sort());
};

/** The workspace after some edits, and the lines that they change. */
function made(
  snapshot: Snapshot,
  edits: readonly DocumentEdits[],
): { readonly after: Snapshot; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const upserted = [...snapshot.files].map(([uri, file]) => {
    const texts = file.chunks.map(({ chunk }) => {
      const own = edits.filter((one) => one.chunk === chunk).flatMap((one) => one.edits);
      const text = applyEdits(chunk.text, own);
      assert.equal(parse(text).errors.length, parse(chunk.text).errors.length);
      return { before: chunk.text, text };
    });
    const [before, text] = [
      texts.map((one) => one.before).join(''),
      texts.map((one) => one.text).join(''),
    ];
    const [old, now] = [before.split('\n'), text.split('\n')];
    assert.equal(old.length, now.length);
    for (const [index, line] of now.entries())
      if (line !== old[index])
        lines.push(`${uri.slice(uri.lastIndexOf('/') + 1)}:${index + 1} ${line}`);
    return { uri, text };
  });
  return { after: apply(snapshot, { reason: 'rename', upserted }), lines };
}
