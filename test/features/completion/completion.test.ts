import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { applyEdits } from '../../../server/src/base/edits.ts';
import { completion } from '../../../server/src/features/completion.ts';
import type { Proposal } from '../../../server/src/features/feature.ts';
import { parse } from '../../../server/src/yaml/parse.ts';
import { checkAnswer, type Asked } from '../../support/answer.ts';
import { withoutTabStops } from '../../../server/src/lsp/tabStops.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

for (const name of readdirSync(folder).filter((each) => each.endsWith('.yaml')))
  test(`completion: ${name}`, () => checkAnswer(path.join(folder, name), answer));

/** Each proposal with its detail, and the text where it is not the label; a line break shows as `⏎`. */
function answer({ context, at, option }: Asked): string {
  const proposals = completion.run(context, at);
  if (proposals.length === 0) return 'none';
  const ranks = proposals.map(({ item }) => item.sortText ?? '');
  assert.deepEqual(ranks, [...ranks].sort(), 'the order is not the one that editors show');
  if (option('parses') !== 'no') proposals.forEach(parses);
  return proposals.map(lineOf).join('\n');
}

function lineOf({ item: { label, detail }, edit: { text } }: Proposal): string {
  const shown = text.trim() === label ? '' : ` => ${text.replaceAll('\n', '⏎')}`;
  return `${label}${detail === undefined ? '' : ` (${detail})`}${shown}`;
}

/** What is written at the cursor makes YAML of the document, as soon as the tab stops are filled in. */
function parses({ chunk, edit, item: { label } }: Proposal): void {
  const text = withoutTabStops(edit.text) || 'x';
  const { errors } = parse(applyEdits(chunk.text, [{ ...edit, text }]));
  assert.deepEqual(errors, [], `"${label}" breaks the document`);
}
