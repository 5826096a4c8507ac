import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { linesIn, positionAt } from '../../server/src/base/lines.ts';
import { NO_COMPARISON } from '../../server/src/features/codeLens/comparison.ts';
import type { At, Context, SpanIn } from '../../server/src/features/feature.ts';
import type { Place } from '../../server/src/model/finding.ts';
import type { File, Snapshot } from '../../server/src/workspace/snapshot.ts';
import { worldOf } from '../../server/src/workspace/world.ts';
import { filesOf, snapshotOf } from './fixture.ts';

/*
 * A fixture of a feature: the files of a workspace as in a fixture of a rule, in one of them `$0`, the cursor, or two of
 * them, a selection. What the feature answers there stands below all files, each line behind `#= `. Above the files
 * stand a word about the case and options, `# name: value` each.
 */

const CURSOR = '$0';

/** What a feature is asked in a fixture. */
export interface Asked {
  readonly context: Context;
  readonly at: At;
  readonly selection: readonly SpanIn[];
  /** The value of an option; null where the fixture does not set it. */
  readonly option: (name: string) => string | null;
}

/** Compares the answer that a fixture holds with the one given now, or with `UPDATE=1` writes that down. */
export function checkAnswer(path: string, answerOf: (asked: Asked) => string): void {
  const fixture = readFileSync(path, 'utf8');
  const question = fixture.replace(/(?:^#=.*\n?)+$/m, '');
  const answer = answerOf(askedIn(question));
  const actual = `${question}${answer
    .split('\n')
    .map((line) => `#= ${line}`.trimEnd())
    .join('\n')}\n`;
  if (process.env['UPDATE'] === '1' && actual !== fixture) writeFileSync(path, actual);
  else assert.equal(fixture, actual);
}

/** The workspace of the files, and the place of the cursor in it. */
function askedIn(question: string): Asked {
  const files = filesOf(question);
  const marked = files.find(({ text }) => text.includes(CURSOR));
  assert.ok(marked, 'the fixture has no $0');
  const [before, inside, after] = marked.text.split(CURSOR);
  const cursor = before!.length;
  const end = after === undefined ? cursor : cursor + inside!.length;
  const snapshot = snapshotOf(
    files.map(({ name, text }) => ({ name, text: text.replaceAll(CURSOR, '') })),
  );
  const file = snapshot.files.get(`file:///fixture/${marked.name}`)!;
  const preface = question.slice(0, question.search(/^#- /m));
  const option = (name: string): string | null =>
    new RegExp(`^# ${name}: (.*)$`, 'm').exec(preface)?.[1] ?? null;
  return {
    context: { ...contextIn(snapshot, file), completesSchema: option('schema') !== 'off' },
    at: atOffset(file, cursor),
    selection: spansIn(file, cursor, end),
    option,
  };
}

/** The parts of a file's documents from `start` to `end`. */
const spansIn = ({ chunks }: File, start: number, end: number): SpanIn[] =>
  chunks.flatMap((placed): SpanIn[] => {
    const { length } = placed.chunk.text;
    const [from, to] = [Math.max(0, start - placed.start), Math.min(length, end - placed.start)];
    return from <= to ? [{ chunk: placed.chunk, span: { start: from, end: to } }] : [];
  });

/** All that a feature may look at; links are shown as file and line. */
export const contextIn = (snapshot: Snapshot, file: File): Context => ({
  snapshot,
  world: worldOf(snapshot),
  file,
  link: (place) => `[${lineText(snapshot, place)}]`,
  completesSchema: true,
  outlines: true,
  comparison: NO_COMPARISON,
});

/** The document at an offset of a file, and the offset in it. */
export function atOffset({ chunks }: File, offset: number): At {
  const { start, chunk } = [...chunks].reverse().find((placed) => placed.start <= offset)!;
  return { chunk, offset: offset - start };
}

/** `pods.yaml:12`. */
function lineText({ files }: Snapshot, { uri, chunk, span }: Place): string {
  const file = files.get(uri)!;
  const above = file.chunks.find((placed) => placed.chunk === chunk)!.line;
  const { line } = positionAt(linesIn(chunk), span.start);
  return `${uri.slice(uri.lastIndexOf('/') + 1)}:${above + line + 1}`;
}
