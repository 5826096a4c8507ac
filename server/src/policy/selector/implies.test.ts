import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { Labels } from '../endpoint.ts';
import { areApart, implies, neverMatches } from './implies.ts';
import { selectorOf } from './k8s.ts';
import { matches, type Selector } from './selector.ts';

const KEYS = ['a', 'b'];
const VALUES = ['x', 'y', ''];

const selector: fc.Arbitrary<Selector> = fc.letrec<{ any: Selector }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      op: fc.constant('in' as const),
      key: fc.constantFrom(...KEYS),
      values: fc.uniqueArray(fc.constantFrom(...VALUES)),
    }),
    fc.record({ op: fc.constant('exists' as const), key: fc.constantFrom(...KEYS) }),
    fc.record({
      op: fc.constant('text' as const),
      key: fc.constantFrom(...KEYS),
      where: fc.constantFrom('start' as const, 'end' as const, 'anywhere' as const),
      text: fc.constantFrom(...VALUES),
    }),
    fc.record({
      op: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('any'), { maxLength: 3 }),
    }),
    fc.record({ op: fc.constant('not' as const), of: tie('any') }),
  ),
})).any;

/** Values that have the texts of conditions at the start, in the middle and at the end, and nothing else of them. */
const TEXTS = ['', 'x', 'y'].flatMap((start) =>
  ['', 'x', 'y', 'x~y'].flatMap((middle) =>
    ['', 'x', 'y'].map((end) => `${start}~${middle}~${end}`),
  ),
);

/** Every set of labels over the keys, with each value that selectors name or ask for a text of. */
const everyLabels: Labels[] = KEYS.reduce<Labels[]>(
  (sets, key) =>
    sets.flatMap((labels) => [
      labels,
      ...[...VALUES, ...TEXTS].map((value) => ({ ...labels, [key]: value })),
    ]),
  [{}],
);

/** One of two values, of a key of its own. */
const clause = (i: number): Selector => ({
  op: 'any',
  of: [
    { op: 'in', key: `k${i}`, values: ['x'] },
    { op: 'in', key: `k${i}`, values: ['y'] },
  ],
});

describe('selectors without labels at hand', () => {
  test('neverMatches is true exactly where no labels match', () => {
    fc.assert(
      fc.property(selector, (drawn) => {
        assert.equal(
          neverMatches(drawn),
          everyLabels.every((labels) => matches(drawn, labels) === 'no'),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('implies is true exactly where all matching labels match the wider one', () => {
    fc.assert(
      fc.property(selector, selector, (narrow, wide) => {
        assert.equal(
          implies(narrow, wide),
          everyLabels.every(
            (labels) => matches(narrow, labels) === 'no' || matches(wide, labels) === 'yes',
          ),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('areApart is true exactly where no labels match both', () => {
    fc.assert(
      fc.property(selector, selector, (one, other) => {
        assert.equal(
          areApart(one, other),
          everyLabels.every(
            (labels) => matches(one, labels) === 'no' || matches(other, labels) === 'no',
          ),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('selectors of plain labels are judged as all others are', () => {
    const plain = fc.array(
      fc.record({
        op: fc.constant('in' as const),
        key: fc.constantFrom(...KEYS),
        values: fc.subarray(VALUES),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        const [a, b] = [one, other].map((of): Selector => ({ op: 'all', of })) as [
          Selector,
          Selector,
        ];
        const never = neverMatches({ op: 'all', of: [a, b] });
        assert.equal(areApart(a, b), never);
        assert.equal(implies(a, b), neverMatches({ op: 'all', of: [a, { op: 'not', of: b }] }));
      }),
      { numRuns: 2000 },
    );
  });

  test('an answer about unknown labels holds for every completion of them', () => {
    fc.assert(
      fc.property(selector, fc.constantFrom(...everyLabels), (drawn, labels) => {
        const said = matches(drawn, labels, false);
        if (said === 'unknown') return;
        for (const more of everyLabels) assert.equal(matches(drawn, { ...more, ...labels }), said);
      }),
      { numRuns: 2000 },
    );
  });

  test('a deep nest of alternatives ends, and counts as possible', () => {
    const clauses = Array.from({ length: 40 }, (_, i) => clause(i));
    const deep: Selector = {
      op: 'all',
      of: [...clauses, { op: 'not', of: { op: 'any', of: clauses } }],
    };
    assert.equal(typeof neverMatches(deep), 'boolean');
  });
});

describe('selectorOf', () => {
  test('an empty selector matches everything, one that says nothing that can be asked is none', () => {
    assert.deepEqual(selectorOf({}), { op: 'all', of: [] });
    for (const expression of [
      { key: 'a', operator: 'in', values: ['x'] },
      { key: 'a', operator: 'In' },
      { key: 'a', operator: 'NotIn', values: [] },
      { key: 'a', operator: 'Exists', values: ['x'] },
    ])
      assert.equal(selectorOf({ matchExpressions: [expression] }), null);
  });
});
