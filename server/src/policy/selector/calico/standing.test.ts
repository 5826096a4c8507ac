import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { standingAt, type Standing } from './standing.ts';
import { termsIn } from './terms.ts';
import { tokenize } from './tokenize.ts';

/** What stands at `^` of a text: what is expected, and the word on both sides of the place. */
const at = (marked: string): string | null => {
  const offset = marked.indexOf('^');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const standing = standingAt(text, offset);
  return standing && shown(standing, text);
};

function shown(standing: Standing, text: string): string {
  const { expected, typed, place } = standing;
  const word = `${expected} [${typed}|${text.slice(place.start + typed.length, place.end)}]`;
  switch (standing.expected) {
    case 'operator':
      return `${word} of ${standing.label}`;
    case 'set':
      return `${word} of ${standing.label} ${standing.operator}`;
    case 'label':
      return standing.closed ? `${word} closed` : word;
    case 'connective':
      return standing.open ? `${word} open` : word;
    case 'value': {
      const { label, operator, quote, closed, others } = standing;
      const quotes = `${quote ?? 'none'}${closed ? ' closed' : ''}`;
      return `${word} of ${label} ${operator} in ${quotes}${others.map((one) => ` not ${one}`).join('')}`;
    }
    default:
      return word;
  }
}

const CASES: readonly (readonly [string, string | null])[] = [
  ['^', 'operand [|]'],
  ['ap^', 'operand [ap|]'],
  ['ap^p == "x"', 'operand [ap|p]'],
  ['a == "b" && ^', 'operand [|]'],
  ['a == "b" && ti^er in {"x"}', 'operand [ti|er]'],
  ['!^', 'operand [|]'],
  ['(^', 'operand [|]'],
  ['(a == "b" || ^)', 'operand [|]'],
  ['app ^', 'operator [|] of app'],
  ['app =^', 'value [|] of app == in none'],
  ['app co^', 'operator [co|] of app'],
  ['app not ^', 'operator [not |] of app'],
  ['app not i^', 'operator [not i|] of app'],
  ['app starts wi^', 'operator [starts wi|] of app'],
  ['app in^', 'operator [in|] of app'],
  ['app contains^', 'operator [contains|] of app'],
  ['app == ^', 'value [|] of app == in none'],
  ['app == "^', 'value [|] of app == in "'],
  ['app == "we^', 'value [we|] of app == in "'],
  ['app == "we^b"', 'value [we|b] of app == in " closed'],
  ['app == "we^ && tier == "x"', 'value [we|] of app == in "'],
  ["app == '^'", "value [|] of app == in ' closed"],
  ['app == we^', 'value [we|] of app == in none'],
  ['app starts with "f^', 'value [f|] of app starts with in "'],
  ['app in ^', 'set [|] of app in'],
  ['app in we^', 'set [we|] of app in'],
  ['app in {^', 'value [|] of app in in none'],
  ['app not in {"a", "^', 'value [|] of app not in in " not a'],
  ['app in {"a", ^}', 'value [|] of app in in none not a'],
  ['app in {"a"^', 'comma [|]'],
  ['app in {"a"} ^', 'connective [|]'],
  ['app == "x" ^', 'connective [|]'],
  ['app == "x"^', 'connective [|]'],
  ['app == "x" an^', 'connective [an|]'],
  ['(app == "x" ^', 'connective [|] open'],
  ['(app == "x") ^', 'connective [|]'],
  ['has(^', 'label [|]'],
  ['has( ^)', 'label [|] closed'],
  ['has(ap^', 'label [ap|]'],
  ['has(ap^p)', 'label [ap|p] closed'],
  ['has(app ^', 'parenthesis [|]'],
  ['has(app)^', 'connective [|]'],
  ['all(^', 'parenthesis [|]'],
  ['all() ^', 'connective [|]'],
  ['"app" ^', null],
  ['app == "x" tier == ^', null],
];

describe('what stands at a place of a selector', () => {
  for (const [marked, expected] of CASES) test(marked, () => assert.equal(at(marked), expected));

  test('is told of any text, and the word is there', () => {
    const words = [
      'a',
      ' ',
      '==',
      ' in ',
      '{',
      '}',
      '"',
      "'",
      ',',
      '(',
      ')',
      'has(',
      '&&',
      '!',
      'not',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words)), fc.nat(), (parts, seed) => {
        const text = parts.join('');
        const offset = seed % (text.length + 1);
        const standing = standingAt(text, offset);
        if (standing === null) return;
        const { place, typed } = standing;
        assert.equal(text.slice(place.start, offset), typed);
        assert.ok(place.start <= offset && offset <= place.end && place.end <= text.length);
      }),
      { numRuns: 5000 },
    );
  });
});

test('terms are told where they stand, also in a text with faults', () => {
  const text = `has(a) && b in {'x', "y"} || c = z and !d starts with "" e`;
  assert.deepEqual(
    termsIn(tokenize(text).tokens).map(({ span, label, operator, values }) => [
      text.slice(span.start, span.end),
      text.slice(label.span.start, label.span.end),
      operator,
      ...values.map((value) => text.slice(value.span.start, value.span.end)),
    ]),
    [
      ['has(a)', 'a', 'has'],
      [`b in {'x', "y"}`, 'b', 'in', 'x', 'y'],
      ['c = z', 'c', '==', 'z'],
      ['d starts with ""', 'd', 'starts with', ''],
      ['e', 'e', null],
    ],
  );
});
