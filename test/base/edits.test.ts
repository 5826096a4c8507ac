import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { applyEdits, composed, disjoint, type Edit } from '../../server/src/base/edits.ts';
import { overlaps } from '../../server/src/base/span.ts';

const TEXT = 'abcdefghij';

/** Edits of a text of `length` that do not overlap. */
const editsOf = (length: number): fc.Arbitrary<Edit[]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.nat(length), { maxLength: 6 }),
      fc.array(fc.constantFrom('', 'X', 'YZ'), { minLength: 3, maxLength: 3 }),
    )
    .map(([places, texts]) => {
      const sorted = places.sort((a, b) => a - b);
      return texts.flatMap((text, index) => {
        const [start, end] = [sorted[2 * index], sorted[2 * index + 1]];
        return start === undefined || end === undefined ? [] : [{ span: { start, end }, text }];
      });
    });

test('composed edits do at once what the two do one after the other', () => {
  const twice = editsOf(TEXT.length).chain((first) =>
    editsOf(applyEdits(TEXT, first).length).map((second) => ({ first, second })),
  );
  fc.assert(
    fc.property(twice, ({ first, second }) => {
      const edits = composed(TEXT.length, first, second);
      assert.equal(applyEdits(TEXT, edits), applyEdits(applyEdits(TEXT, first), second));
      for (const [index, { span }] of edits.entries())
        assert.ok(index === 0 || edits[index - 1]!.span.end < span.start);
    }),
    { numRuns: 2000 },
  );
});

test('edits that are left alone stay edits of their own', () => {
  const first = [{ span: { start: 1, end: 2 }, text: 'B' }];
  const second = [{ span: { start: 8, end: 8 }, text: '!' }];
  assert.deepEqual(composed(TEXT.length, first, second), [...first, ...second]);
});

test('of sets of edits those that touch an earlier one are left out whole', () => {
  const sets = fc.array(editsOf(TEXT.length), { maxLength: 6 });
  fc.assert(
    fc.property(sets, (sets) => {
      const expected: Edit[][] = [];
      for (const set of sets)
        if (!set.some(({ span }) => expected.flat().some((other) => overlaps(span, other.span))))
          expected.push(set);
      assert.deepEqual(disjoint(sets), expected);
    }),
    { numRuns: 2000 },
  );
});
