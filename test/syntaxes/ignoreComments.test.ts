import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { suppressionsOf } from '../../server/src/workspace/suppress.ts';
import { top } from '../support/material.ts';

const grammar = JSON.parse(
  readFileSync(path.join(top, 'syntaxes/netpol-ignore.tmLanguage.json'), 'utf8'),
) as { patterns: [{ match: string; captures: Record<'4', { patterns: [{ match: string }] }> }] };
const [{ match, captures }] = grammar.patterns;

/** The rules that an editor colours in a comment, which reaches the grammar from its `#` on. */
function coloured(comment: string): string[] {
  const list = new RegExp(match).exec(comment)?.[4];
  return list === undefined
    ? []
    : [...list.matchAll(new RegExp(captures['4'].patterns[0].match, 'g'))].map(([code]) => code);
}

test('the rules that are coloured in a comment are those that it silences', () => {
  const comments = [
    '# netpol-ignore[unknown-field] why',
    '#netpol-ignore[unknown-field,invalid-port]',
    '#\tnetpol-ignore[ unknown-field , invalid-port ]  two of them',
    '# netpol-ignore[]',
    '# netpol-ignore unknown-field',
    '# see netpol-ignore[unknown-field]',
    '# netpol-ignore[unknown-field',
  ];
  for (const comment of comments)
    assert.deepEqual(
      coloured(comment),
      suppressionsOf({ text: `a: 1 ${comment}\n` }).map(({ code }) => code),
      comment,
    );
  assert.equal(coloured(comments[2]!).length, 2);
});
