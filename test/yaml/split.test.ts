import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { linesOf, positionAt } from '../../server/src/base/lines.ts';
import { resplit, reuse, split, type Placed } from '../../server/src/yaml/split.ts';

const texts = (parts: readonly Placed[]): string[] => parts.map(({ chunk }) => chunk.text);

const cases: Readonly<Record<string, readonly string[]>> = {
  'one document': ['a: 1\n'],
  'an empty file': [''],
  'a marker between two': ['a: 1\n', '---\nb: 2\n'],
  'a marker at the start is part of the first': ['---\na: 1\n', '---\nb: 2\n'],
  'a marker with content and with a comment': ['--- {a: 1}\n', '--- # b\nb: 2\n'],
  'an end marker': ['a: 1\n...\n', 'b: 2\n'],
  'CRLF and a byte order mark': ['\ufeff---\r\na: 1\r\n', '---\r\nb: 2\r\n'],
  'directives stay with their document': ['a: 1\n...\n', '%YAML 1.1\n---\nb: 2\n'],
  'dashes that are no marker': ['a: |\n  ---\n  b\n----\n---x\n'],
  'comments before the first marker': ['# top\n', '---\na: 1\n'],
  'no line break at the end': ['a: 1\n', '---'],
};

for (const [name, parts] of Object.entries(cases))
  test(`a file is split at its markers: ${name}`, () => {
    assert.deepEqual(texts(split(parts.join(''))), parts);
  });

const piece = fc.constantFrom(
  '---\n',
  '---\r\n',
  '---',
  '--',
  '-',
  '...\n',
  '...',
  '\n',
  '\r\n',
  'c\r',
  '%YAML 1.2\n',
  '# c\n',
  'a: 1\n',
  'b: |\n  x\n',
  ' ',
  '\ufeff',
  '"',
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

test('the documents put together are the file, and their places are true', () => {
  fc.assert(
    fc.property(text, (text) => {
      const parts = split(text);
      assert.equal(texts(parts).join(''), text);
      for (const { start, line, chunk } of parts) {
        assert.equal(text.slice(start, start + chunk.text.length), chunk.text);
        assert.equal(line, positionAt(linesOf(text), start).line);
      }
    }),
  );
});

test('resuming at an edit gives what splitting the whole text gives, edit after edit', () => {
  const edit = fc.record({ at: fc.nat(60), length: fc.nat(12), text });
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 6 }), (first, edits) => {
      let [now, parts]: [string, readonly Placed[]] = [first, split(first)];
      for (const { at, length, text } of edits) {
        const start = Math.min(at, now.length);
        const end = Math.min(start + length, now.length);
        now = now.slice(0, start) + text + now.slice(end);
        parts = resplit(parts, { start, end, text });
        assert.deepEqual(parts, split(now));
      }
    }),
    { numRuns: 2000 },
  );
});

test('an edit keeps the objects of all documents but its own', () => {
  const documents = Array.from({ length: 100 }, (_, index) => `---\na: ${index}\n`);
  const before = split(documents.join(''));
  const start = before.at(50)!.start + 7;
  const after = resplit(before, { start, end: start, text: 'x' });
  const kept = after.filter(({ chunk }, index) => chunk === before.at(index)!.chunk);
  assert.equal(kept.length, 99);
});

test('two equal documents stay two, also when one of them moves', () => {
  const before = split('a: 1\n---\nb: 2\n---\nb: 2\n');
  const after = reuse(before, split('---\nb: 2\n---\nc: 3\n---\nb: 2\n'));
  assert.equal(after.at(0)!.chunk, before.at(1)!.chunk);
  assert.equal(after.at(2)!.chunk, before.at(2)!.chunk);
  assert.notEqual(after.at(0)!.chunk, after.at(2)!.chunk);
});
