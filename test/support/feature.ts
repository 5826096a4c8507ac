import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { linesIn, positionAt } from '../../server/src/base/lines.ts';
import type { At, Context, SpanIn } from '../../server/src/features/feature.ts';
import type { File } from '../../server/src/workspace/snapshot.ts';
import { nameOf } from '../../server/src/workspace/uri.ts';
import { worldOf } from '../../server/src/workspace/world.ts';
import { filesOf, snapshotOf } from './fixture.ts';

/*
 * A fixture of a feature holds files as one of a rule does. `$0` in one of them is the cursor, twice the selection.
 * What the feature answers stands at the end, each line behind `#= `. Above the first file stand prose and options,
 * `# name: value` each.
 */

/** What a fixture asks a feature. */
export interface Asked {
  readonly context: Context;
  readonly file: File;
  readonly at: At;
  readonly selection: readonly SpanIn[];
  /** The value of an option; null where the fixture does not set it. */
  readonly option: (name: string) => string | null;
}

const CURSOR = '$0';

/** Reads a fixture without its answer. */
export function askedBy(question: string): Asked {
  const preface = question.slice(0, Math.max(0, question.search(/^#- /m)));
  const option = (name: string): string | null =>
    new RegExp(`^# ${name}: (.*)$`, 'm').exec(preface)?.[1]?.trim() ?? null;
  const files = filesOf(question);
  const asking = files.find(({ text }) => text.includes(CURSOR));
  assert.ok(asking !== undefined, 'the fixture has no cursor');
  const snapshot = snapshotOf(
    files.map(({ name, text }) => ({ name, text: text.replaceAll(CURSOR, '') })),
  );
  const [before, inside = '', after] = asking.text.split(CURSOR);
  const start = before!.length;
  const end = after === undefined ? start : start + inside.length;
  const uri = `file:///fixture/${asking.name}`;
  const file = snapshot.files.get(uri)!;
  const selection = file.chunks.flatMap(({ start: base, chunk }): SpanIn[] => {
    const [from, to] = [Math.max(0, start - base), Math.min(chunk.text.length, end - base)];
    return from <= to && from <= chunk.text.length
      ? [{ chunk, span: { start: from, end: to } }]
      : [];
  });
  const placed = [...file.chunks].reverse().find((each) => each.start <= start)!;
  return {
    file,
    selection,
    option,
    at: { chunk: placed.chunk, offset: start - placed.start },
    context: {
      snapshot,
      world: worldOf(snapshot),
      file,
      link: (place) => {
        const line = positionAt(linesIn(place.chunk), place.span.start).line + 1;
        return `[${nameOf(place.uri)}:${line}](${nameOf(place.uri)}#L${line})`;
      },
      completesSchema: option('schema') !== 'off',
      outlines: true,
    },
  };
}

/** Compares the answer in a fixture with the one that is given now, or with `UPDATE=1` writes that down. */
export function checkAnswer(path: string, answer: (asked: Asked) => string): void {
  const fixture = readFileSync(path, 'utf8');
  const question = fixture.replace(/(?:^#=.*\n?)+$(?![^])/m, '');
  const lines = answer(askedBy(question)).split('\n');
  const actual = question + lines.map((line) => `${`#= ${line}`.trimEnd()}\n`).join('');
  if (process.env['UPDATE'] === '1' && actual !== fixture) writeFileSync(path, actual);
  else assert.equal(actual, fixture);
}

/** The lines by which two texts differ, those of the first behind `-`, those of the second behind `+`. */
export function difference(before: string, after: string): string[] {
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
