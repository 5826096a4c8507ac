import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { joinedFlow } from '../../server/src/yaml/flow.ts';
import { parse } from '../../server/src/yaml/parse.ts';

/** What a text decodes to, and whether anything is wrong with it. */
const read = (text: string): { value: unknown; errors: number } => {
  const { root, errors } = parse(text);
  return { value: JSON.parse(JSON.stringify(root)) as unknown, errors: errors.length };
};

describe('within brackets and quotes go-yaml asks for no indentation', () => {
  for (const [text, value] of [
    ['a:\n  b: [\n\t"x",\n\t\t"y"\n\t]\n', { a: { b: ['x', 'y'] } }],
    ['a:\n  b: {\n"c": 1 # one\n}\n', { a: { b: { c: 1 } } }],
    ['a: [\nx, # not ] here\nz\n]\nb: 2\n', { a: ['x', 'z'], b: 2 }],
    ['a:\n  b: "x\ny"\n  c: |\n    [ "\n', { a: { b: 'x y', c: '[ "\n' } }],
    ["a:\n  - b: '\n}'\n    c: [\n  d\n  ]\n", { a: [{ b: ' }', c: ['d'] }] }],
  ] as const)
    test(JSON.stringify(text), () => {
      assert.deepEqual(read(text), { value, errors: 0 });
      assert.equal(joinedFlow(text).length, text.length);
    });

  for (const text of [
    'a:\n\tb: 1\n',
    'a: [x\nb: 1\n',
    'a: "x\nb: 1\n',
    'a: {x\ny: 1}\n',
    '- a\n-\tb: 1\n  c: 2\n',
  ])
    test(`${JSON.stringify(text)} stays broken`, () => {
      assert.ok(read(text).errors > 0);
    });
});
