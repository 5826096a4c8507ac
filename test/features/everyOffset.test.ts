import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { globSync } from 'tinyglobby';
import { applyEdits } from '../../server/src/base/edits.ts';
import { codeAction } from '../../server/src/features/codeAction.ts';
import { completion } from '../../server/src/features/completion.ts';
import type { Proposal } from '../../server/src/features/feature.ts';
import { definition } from '../../server/src/features/definition.ts';
import { references } from '../../server/src/features/references.ts';
import { rename } from '../../server/src/features/rename.ts';
import { hover } from '../../server/src/features/hover.ts';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { withoutTabStops } from '../../server/src/lsp/tabStops.ts';
import { apply, EMPTY, type File, type Snapshot } from '../../server/src/workspace/snapshot.ts';
import { parse } from '../../server/src/yaml/parse.ts';
import { split } from '../../server/src/yaml/split.ts';
import { atOffset, contextIn } from '../support/answer.ts';
import { material, top } from '../support/material.ts';

/*
 * What is asked at many places of real manifests, whole and cut off where a person could be typing. Nothing may throw, and
 * what completion and code actions write changes nothing but its own place; a rename leaves YAML what it is.
 */

const FILES = 60;
const PLACES = 12;

/** Numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const texts = [
  path.join(top, 'examples'),
  path.join(top, 'test/features/semanticTokens'),
  material('corpus'),
].flatMap((folder) =>
  folder === null
    ? []
    : globSync('**/*.{yaml,yml,json}', { cwd: folder, absolute: true })
        .sort()
        .map((file) => readFileSync(file, 'utf8'))
        .filter((text) => text.includes('NetworkPolicy') && text.length < 20_000),
);

const draw = numbers(7);
const chosen =
  texts.length <= FILES ? texts : Array.from({ length: FILES }, () => texts[draw(texts.length)]!);

const uri = 'file:///repo/policy.yaml';

const snapshotOf = (text: string): Snapshot =>
  apply(EMPTY, { reason: 'test', upserted: [{ uri, text }], read: true });

test('at every place of whole and cut manifests there are answers, and they fit', () => {
  assert.ok(chosen.length > 0);
  let proposals = 0;
  for (const text of chosen) {
    proposals += everyPlace(text);
    // Cut off at the cursor, as if the rest were still to be written, and with a hole in the middle.
    const cut = draw(text.length + 1);
    proposals += everyPlace(text.slice(0, cut), cut);
    proposals += everyPlace(text.slice(0, cut) + text.slice(cut + draw(40)), cut);
  }
  assert.ok(proposals > chosen.length, `only ${proposals} proposals`);
});

function everyPlace(text: string, first?: number): number {
  const snapshot = snapshotOf(text);
  const file = snapshot.files.get(uri)!;
  const context = contextIn(snapshot, file);
  const places = [first ?? 0, ...Array.from({ length: PLACES }, () => draw(text.length + 1))];
  let count = 0;
  semanticTokens.run(context, null);
  for (const place of places) {
    const at = atOffset(file, Math.min(place, text.length));
    hover.run(context, at);
    definition.run(context, at);
    references.run(context, { ...at, declaration: true });
    const renamed = rename.run(context, { ...at, name: 'another' });
    for (const { chunk, edits } of 'refused' in renamed ? [] : renamed)
      assert.equal(
        parse(applyEdits(chunk.text, edits)).errors.length,
        parse(chunk.text).errors.length,
      );
    const found = completion.run(context, at);
    for (const proposal of found) fits(proposal, file, at.offset);
    count += found.length;
    const span = { start: at.offset, end: at.offset };
    const spans = [{ chunk: at.chunk, span }];
    for (const action of codeAction.run(context, { spans, only: null }))
      for (const { chunk, edits } of action.edits()) applyEdits(chunk.text, edits);
  }
  for (const action of codeAction.run(context, { spans: [], only: ['source'] }))
    for (const { chunk, edits } of action.edits()) applyEdits(chunk.text, edits);
  return count;
}

/** The edit is around the cursor, on one line, and leaves the number of documents as it is. */
function fits({ chunk, edit, item }: Proposal, file: File, offset: number): void {
  const { start, end } = edit.span;
  assert.ok(start <= offset && offset <= end, `${item.label} is not at the cursor`);
  assert.ok(!chunk.text.slice(start, end).includes('\n'), `${item.label} replaces a line break`);
  const after = applyEdits(chunk.text, [{ ...edit, text: withoutTabStops(edit.text) }]);
  assert.ok(after.startsWith(chunk.text.slice(0, start)) && after.endsWith(chunk.text.slice(end)));
  const parts = file.chunks.map((placed) => (placed.chunk === chunk ? after : placed.chunk.text));
  assert.equal(split(parts.join('')).length, file.chunks.length, `${item.label} makes documents`);
}
