import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { linesIn, positionAt } from '../../server/src/base/lines.ts';
import type { At, Context } from '../../server/src/features/feature.ts';
import type { Place } from '../../server/src/model/finding.ts';
import type { File, Snapshot } from '../../server/src/workspace/snapshot.ts';
import { worldOf } from '../../server/src/workspace/world.ts';
import { filesOf, snapshotOf, type FixtureFile } from './fixture.ts';

/*
 * A fixture of a feature: the files of a workspace as in a fixture of a rule, in one of them `$0`, the cursor. What the
 * feature answers there stands below all files, each line behind `#= `.
 */

const CURSOR = '$0';

/** What a feature is asked in a fixture. */
export interface Asked {
  readonly context: Context;
  readonly at: At;
}

/** Compares the answer that a fixture holds with the one given now, or with `UPDATE=1` writes that down. */
export function checkAnswer(path: string, answerOf: (asked: Asked) => string): void {
  const fixture = readFileSync(path, 'utf8');
  const question = fixture.replace(/(?:^#=.*\n?)+$/m, '');
  const answer = answerOf(askedIn(filesOf(question)));
  const actual = `${question}${answer
    .split('\n')
    .map((line) => `#= ${line}`.trimEnd())
    .join('\n')}\n`;
  if (process.env['UPDATE'] === '1' && actual !== fixture) writeFileSync(path, actual);
  else assert.equal(fixture, actual);
}

/** The workspace of the files, and the place of the cursor in it. */
function askedIn(files: readonly FixtureFile[]): Asked {
  const marked = files.find(({ text }) => text.includes(CURSOR));
  assert.ok(marked, 'the fixture has no $0');
  const cursor = marked.text.indexOf(CURSOR);
  const snapshot = snapshotOf(
    files.map(({ name, text }) => ({ name, text: text.replace(CURSOR, '') })),
  );
  const file = snapshot.files.get(`file:///fixture/${marked.name}`)!;
  return { context: contextIn(snapshot, file), at: atOffset(file, cursor) };
}

/** All that a feature may look at; links are shown as file and line. */
export const contextIn = (snapshot: Snapshot, file: File): Context => ({
  snapshot,
  world: worldOf(snapshot),
  file,
  link: (place) => `[${lineText(snapshot, place)}]`,
  completesSchema: true,
  outlines: true,
});

/** The document at an offset of a file, and the offset in it. */
export function atOffset({ chunks }: File, offset: number): At {
  const { start, chunk } = [...chunks].reverse().find((placed) => placed.start <= offset)!;
  return { chunk, offset: offset - start };
}

/** `pods.yaml:12`. */
function lineText({ files }: Snapshot, { uri, chunk, span }: Place): string {
  const file = files.get(uri)!;
  const { start } = file.chunks.find((placed) => placed.chunk === chunk)!;
  const { line } = positionAt(linesIn(file), start + span.start);
  return `${uri.slice(uri.lastIndexOf('/') + 1)}:${line + 1}`;
}
