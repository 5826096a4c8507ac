import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { applyEdits } from '../../server/src/base/edits.ts';
import {
  editText,
  offsetOf,
  partSpan,
  placedText,
  type PlacedText,
} from '../../server/src/model/characters.ts';
import { resourcesOf } from '../../server/src/model/read.ts';
import type { Resource } from '../../server/src/model/resource.ts';

/** The text of `spec.selector` of a policy, where it is written as `spelling`. */
function placed(spelling: string): {
  readonly policy: Resource;
  readonly spec: { readonly selector: string };
  readonly text: PlacedText;
} {
  const chunk = {
    text: `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nspec:\n  selector: ${spelling}\n  order: 1\n`,
  };
  const [policy] = resourcesOf(chunk);
  const { spec } = policy!.body as unknown as { readonly spec: { readonly selector: string } };
  return { policy: policy!, spec, text: placedText(policy!, spec, 'selector', spec.selector) };
}

/** What is written for each character. */
function writings(spelling: string): string[] | null {
  const { policy, text } = placed(spelling);
  const { places, value } = text;
  return (
    places &&
    places.slice(0, value.length).map(({ start, end }) => policy.chunk.text.slice(start, end))
  );
}

const cases: readonly (readonly [
  name: string,
  spelling: string,
  value: string,
  writings: string[] | null,
])[] = [
  ['plain', `a=="b"`, 'a=="b"', ['a', '=', '=', '"', 'b', '"']],
  ['plain over lines', `ab\n    c`, 'ab c', ['a', 'b', '\n    ', 'c']],
  ['plain over a blank line', `a\n\n    c`, 'a\nc', ['a', '\n\n    ', 'c']],
  ['plain over two blank lines', `a\n\n\n    c`, 'a\n\nc', ['a', '\n\n\n    ', '\n\n\n    ', 'c']],
  ['doubled quotes', `'a''b'`, "a'b", ['a', "''", 'b']],
  ['escaped quotes', `"a\\"b\\\\"`, 'a"b\\', ['a', '\\"', 'b', '\\\\']],
  ['escaped blanks', `"a\\n\\tb\\ c"`, 'a\n\tb c', ['a', '\\n', '\\t', 'b', '\\ ', 'c']],
  ['escaped numbers', `"\\x61\\u0062\\U00000063"`, 'abc', ['\\x61', '\\u0062', '\\U00000063']],
  [
    'rare escapes',
    `"\\0\\a\\b\\v\\f\\r\\e\\/\\N\\_\\L\\P"`,
    '\0\x07\b\v\f\r\x1b/\x85\xa0\u2028\u2029',
    ['\\0', '\\a', '\\b', '\\v', '\\f', '\\r', '\\e', '\\/', '\\N', '\\_', '\\L', '\\P'],
  ],
  ['lines that are joined', `"ab\\\n    c"`, 'abc', ['a', 'b', 'c']],
  ['lines that are joined behind a blank', `"a \\\n    c"`, 'a c', ['a', ' ', 'c']],
  ['quotes over lines', `"a\n    b"`, 'a b', ['a', '\n    ', 'b']],
  ['literal block', `|\n    a\n    b`, 'a\nb\n', ['a', '\n    ', 'b', '\n']],
  ['folded block', `>-\n    a\n    b`, 'a b', ['a', '\n    ', 'b']],
  ['folded block with a blank line', `>-\n    a\n\n    b`, 'a\nb', ['a', '\n\n    ', 'b']],
  [
    'block with blanks at the end of a line',
    `>-\n    a \n    b`,
    'a  b',
    ['a', ' ', '\n    ', 'b'],
  ],
];

for (const [name, spelling, value, expected] of cases)
  test(`the characters of a text are found: ${name}`, () => {
    assert.equal(placed(spelling).text.value, value);
    assert.deepEqual(writings(spelling), expected);
  });

test('a character of two units stands in one place', () => {
  const { text } = placed('"\\U0001F600b"');
  assert.equal(text.value, '😀b');
  assert.deepEqual(partSpan(text, { start: 0, end: 2 }), text.places![0]);
  assert.deepEqual(text.places![0], text.places![1]);
});

const characters = fc.array(
  fc.constantFrom(
    'a',
    'b',
    ' ',
    '"',
    "'",
    '\\',
    '\t',
    '\n',
    '=',
    '&&',
    'é',
    '😀',
    '\u2028',
    '#',
    ':',
  ),
  { maxLength: 40 },
);

test('every character of any text is found in any spelling, and can be edited there', () => {
  const spellings = fc.constantFrom(
    'QUOTE_DOUBLE',
    'QUOTE_SINGLE',
    'PLAIN',
    'BLOCK_LITERAL',
    'BLOCK_FOLDED' as const,
  );
  let [found, all] = [0, 0];
  fc.assert(
    fc.property(characters, spellings, fc.nat(), (parts, spelling, seed) => {
      const value = `x${parts.join('')}`;
      const written = stringify(value, { lineWidth: 30, defaultStringType: spelling as 'PLAIN' });
      const { policy, spec, text } = placed(written.trimEnd().replaceAll('\n', '\n  '));
      // Blocks at the end of the text lose what they end with.
      if (text.value !== value) return;
      all++;
      if (text.places === null) return;
      found++;
      for (const [index, { start, end }] of text.places.slice(0, -1).entries()) {
        const character = policy.chunk.text.slice(start, end);
        if (/^\s*\n\s*$/.test(character)) assert.match(value[index]!, /[ \n]/);
        else if (character.startsWith('\\') && text.style === '"')
          assert.ok((parse(`"${character}"`) as string).includes(value[index]!));
        else assert.equal(character === "''" ? "'" : character, value[index]);
        assert.equal(
          offsetOf(text, start),
          text.places.findIndex((one) => one.start === start),
        );
      }
      const at = seed % (value.length + 1);
      const edits = editText(policy, spec, 'selector', text, [
        { span: { start: at, end: at }, text: 'z' },
      ]);
      if (edits.length === 0) return;
      const [after] = resourcesOf({ text: applyEdits(policy.chunk.text, edits) });
      const { selector } = (after!.body as unknown as typeof policy.body & { spec: typeof spec })
        .spec;
      assert.match(selector, /z/);
    }),
    { numRuns: 3000 },
  );
  assert.ok(found > all * 0.9, `${found} of ${all}`);
});
