import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { applyEdits } from '../../../server/src/base/edits.ts';
import type { TypedSpan } from '../../../server/src/features/feature.ts';
import {
  semanticTokens,
  semanticTokensInRange,
} from '../../../server/src/features/semanticTokens.ts';
import { checkAnswer, type Asked } from '../../support/answer.ts';
import { top } from '../../support/material.ts';

const folder = path.join(top, 'test/features/semanticTokens');

for (const name of readdirSync(folder).filter((each) => each.endsWith('.yaml')))
  test(`semantic tokens: ${name}`, () => checkAnswer(path.join(folder, name), answer));

/** The lines that have words to be coloured, each word in brackets behind the first letter of what it is. */
function answer({ context, selection }: Asked): string {
  const words = semanticTokens.run(context, null);
  for (const { chunk, span } of words)
    assert.doesNotMatch(chunk.text.slice(span.start, span.end), /^\s|\n|\s$|^$/);
  const isPart = selection.some(({ span }) => span.start < span.end);
  const shown = isPart ? semanticTokensInRange.run(context, { spans: selection }) : words;
  assert.ok(shown.every((one) => words.includes(one)));
  const lines = context.file.chunks.flatMap(({ chunk }) =>
    marked(
      chunk.text,
      shown.filter((one) => one.chunk === chunk),
    ),
  );
  return lines.length === 0 ? 'none' : lines.join('\n');
}

function marked(text: string, words: readonly TypedSpan[]): readonly string[] {
  const edits = words.flatMap(({ span: { start, end }, type }) => [
    { span: { start, end: start }, text: `⟨${type[0]!}:` },
    { span: { start: end, end }, text: '⟩' },
  ]);
  return applyEdits(text, edits)
    .split('\n')
    .filter((line) => line.includes('⟨'));
}
