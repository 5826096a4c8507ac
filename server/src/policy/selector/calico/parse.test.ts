import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { applyEdits } from '../../../base/edits.ts';
import type { Labels } from '../../endpoint.ts';
import { implies, neverMatches } from '../implies.ts';
import { matches, type Selector } from '../selector.ts';
import { canonical } from './canonical.ts';
import { not, type Expression } from './expression.ts';
import { parse } from './parse.ts';
import { restrictionsOf } from './restrictions.ts';
import { prefixed, replaced } from './rewrite.ts';
import { selectorOf } from './selectorOf.ts';

const LABELS = ['a', 'b', 'k8s.io/in', 'not', 'has'];
const VALUES = ['x', 'xy', 'y', '', `it's`, 'say "x"', ' in {'];

const record = <Shape>(shape: {
  [Key in keyof Shape]: fc.Arbitrary<Shape[Key]>;
}): fc.Arbitrary<Shape> => fc.record(shape, { noNullPrototype: true }) as fc.Arbitrary<Shape>;

const expression: fc.Arbitrary<Expression> = fc.letrec<{ any: Expression }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    record({ kind: fc.constantFrom('all' as const, 'global' as const) }),
    record({ kind: fc.constant('has' as const), label: fc.constantFrom(...LABELS) }),
    record({
      kind: fc.constant('compare' as const),
      label: fc.constantFrom(...LABELS),
      operator: fc.constantFrom('==', '!=', 'contains', 'starts with', 'ends with'),
      value: fc.constantFrom(...VALUES),
    }),
    record({
      kind: fc.constant('set' as const),
      label: fc.constantFrom(...LABELS),
      operator: fc.constantFrom('in', 'not in'),
      values: fc.subarray<string>([...VALUES].sort()),
    }),
    tie('any').map(not),
    record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      of: fc.array(tie('any'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).any;

const labels: fc.Arbitrary<Labels> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...LABELS), fc.constantFrom(...VALUES, 'other')), {
    selector: ([label]) => label,
  })
  .map((pairs) => Object.fromEntries(pairs));

/** Values that need no quotes to be understood. */
const SIMPLE = /(?<=[ {])"(xy?|y)"(?=[,} )]|$)/g;

/** Mistakes that are common in selectors, made wherever they can be. */
const MISTAKES: ((text: string) => string)[] = [
  (text) => text.replaceAll(/(?<=\w )not in/g, 'NOT IN'),
  (text) => text.replaceAll(' == ', ' = '),
  (text) => text.replaceAll(' && ', ' and '),
  (text) => text.replaceAll(' && ', ' & '),
  (text) => text.replaceAll(' || ', ' OR '),
  (text) => text.replaceAll(SIMPLE, '$1'),
  (text) => text.replaceAll(SIMPLE, '“$1”'),
  (text) => text.replaceAll('has(', 'has ('),
  (text) => text.replaceAll('starts with', 'startsWith'),
  (text) => `${text}\n`,
];

const WORDS = [
  ...'a b/c has( has(a) HAS(a,b) all() global( not in IN and or == = != ! && & || |'.split(' '),
  ...`( ) { } [ ] , ; "x" 'y' " ' “x” contains startswith startsWith like : # ö % =~ x,y`.split(
    ' ',
  ),
  '`',
  'has (a)',
  'starts with',
  '\n',
  '\u00a0',
  ' ',
  '\t',
  '\ud83d\ude00',
  '\ud800',
];

/** Words of the language and what is often mistaken for them, in any order. */
const soup = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary' })))
  .chain((words) => fc.constantFrom('', ' ').map((gap) => words.join(gap)));

describe('reading a selector', () => {
  test('what is printed reads as the same expression', () => {
    fc.assert(
      fc.property(expression, (drawn) => {
        assert.deepEqual(parse(canonical(drawn)), {
          ...parse(canonical(drawn)),
          expression: drawn,
          faults: [],
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('any text is either an expression or has faults in their order, within the text', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
        const { expression, faults, tokens } = parse(text);
        assert.equal(expression === null, faults.length > 0);
        let before = 0;
        for (const { span } of faults) {
          assert.ok(before <= span.start && span.start <= span.end && span.end <= text.length);
          before = span.start;
        }
        let end = 0;
        for (const { span, inside, kind, value } of tokens) {
          assert.ok(end <= span.start && span.start <= inside.start && inside.end <= span.end);
          if (kind === 'label' || kind === 'has' || kind === 'string')
            assert.equal(text.slice(inside.start, inside.end), value);
          end = span.end;
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('every fix changes the text, and none gets in the way of itself', () => {
    fc.assert(
      fc.property(soup, (text) => {
        for (const { fix } of parse(text).faults)
          if (fix !== null) assert.notEqual(applyEdits(text, fix.edits), text);
      }),
      { numRuns: 5000 },
    );
  });

  test('the fixes of common mistakes give back what was meant', () => {
    fc.assert(
      fc.property(expression, fc.subarray([...MISTAKES], { minLength: 1 }), (drawn, mistakes) => {
        const wrong = mistakes.reduce((text, mistake) => mistake(text), canonical(drawn));
        const edits = parse(wrong).faults.flatMap(({ fix }) => fix?.edits ?? []);
        assert.deepEqual(parse(applyEdits(wrong, edits)).expression, drawn);
      }),
      { numRuns: 2000 },
    );
  });

  test('a selector of any length and depth ends', () => {
    for (const text of ['('.repeat(100_000), '!('.repeat(100_000), '!'.repeat(100_000)])
      assert.equal(parse(text).expression, null);
    for (const depth of [200, 201, 100_000]) {
      const nested = `${'('.repeat(depth)}has(a)${')'.repeat(depth)} && has(b)`;
      const { expression, faults } = parse(nested);
      // Calico takes them all, so that none is refused.
      assert.deepEqual(faults, []);
      assert.equal(expression === null, depth > 200);
      assert.deepEqual(
        parse(`${nested} &&`).faults.map(({ span }) => span.start),
        [nested.length + 1],
      );
    }
    for (const join of [' && ', ' || ']) {
      const long = Array.from({ length: 30_000 }, (_, i) => `has(a${i})`).join(join);
      assert.equal(neverMatches(selectorOf(parse(long).expression!)), false);
    }
  });
});

describe('the meaning of a selector', () => {
  test('the canonical form matches what the text matches', () => {
    fc.assert(
      fc.property(expression, labels, (drawn, given) => {
        const again = parse(canonical(drawn)).expression!;
        assert.equal(matches(selectorOf(again), given), matches(selectorOf(drawn), given));
      }),
      { numRuns: 1000 },
    );
  });

  test('restrictions hold for all that matches', () => {
    fc.assert(
      fc.property(expression, (drawn) => {
        const selector = selectorOf(drawn);
        const restrictions = restrictionsOf(drawn);
        const impossible = [...restrictions.values()].some(
          ({ present, absent, values }) => (present && absent) || values?.length === 0,
        );
        if (impossible) assert.ok(neverMatches(selector));
        for (const [key, { present, absent, values }] of restrictions) {
          const exists: Selector = { op: 'exists', key };
          if (present) assert.ok(implies(selector, exists));
          if (absent) assert.ok(implies(selector, { op: 'not', of: exists }));
          if (values !== null) assert.ok(implies(selector, { op: 'in', key, values }));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a prefix moves every label', () => {
    fc.assert(
      fc.property(expression, labels, (drawn, given) => {
        const moved = Object.fromEntries(
          Object.entries(given).map(([label, value]) => [`pcns.${label}`, value]),
        );
        assert.equal(
          matches(selectorOf(prefixed(drawn, 'pcns.')), { ...moved, a: 'z' }),
          matches(selectorOf(drawn), given),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('scopes take the place of all() and global()', () => {
    const { expression: parsed } = parse('!global() && (all() || has(a))');
    const inNamespace: Expression = { kind: 'has', label: 'ns' };
    assert.equal(
      canonical(replaced(parsed!, { all: inNamespace, global: not(inNamespace) })),
      '(!!has(ns) && (has(ns) || has(a)))',
    );
  });
});

/** A text, its faults' kinds, and what all fixes together make of it; null where none is offered. */
const REPAIRS: readonly (readonly [string, readonly string[], string | null])[] = [
  ['a = "b"', ['operator'], 'a == "b"'],
  ['a=="b" &has(c)|has(d)', ['connective', 'connective'], 'a=="b" &&has(c)||has(d)'],
  ['a == b', ['quotes'], 'a == "b"'],
  ['a == true && c == d', ['quotes', 'quotes'], 'a == "true" && c == "d"'],
  ['a == “b”', ['quotes'], 'a == "b"'],
  ['a == `b`', ['quotes'], 'a == "b"'],
  ['a == "b', ['unterminated'], 'a == "b"'],
  ['a == "b && c == "d"', ['unterminated'], null],
  ['a == "b" and c == "d"', ['connective'], 'a == "b" && c == "d"'],
  [
    'a == b and c == d OR has(e)',
    ['quotes', 'connective', 'quotes', 'connective'],
    'a == "b" && c == "d" || has(e)',
  ],
  ['a == "b", c == "d"', ['connective'], 'a == "b"&& c == "d"'],
  ['not has(a)', ['operator'], '!has(a)'],
  ['not (a == "b")', ['operator'], '!(a == "b")'],
  ['not app == "x"', ['operator'], '!app == "x"'],
  ['a == "b" c == "d"', ['missing'], 'a == "b" && c == "d"'],
  ['has(a)has(b)', ['missing'], 'has(a) && has(b)'],
  ['a', ['missing'], 'has(a)'],
  ['a && b', ['missing', 'missing'], 'has(a) && has(b)'],
  ['a "b"', ['missing'], 'a == "b"'],
  ['a {"b"}', ['missing'], 'a in {"b"}'],
  ['has (a)', ['function'], 'has(a)'],
  ['HAS(a)', ['function'], 'has(a)'],
  ['has("a")', ['function'], 'has(a)'],
  ['has(a, b)', ['function'], 'has(a) && has(b)'],
  ['!has(a, b)', ['function'], null],
  ['has(a', ['function'], 'has(a)'],
  ['has(a && has(b)', ['function'], 'has(a) && has(b)'],
  ['has()', ['function'], null],
  ['all(x)', ['function'], 'all()'],
  ['all(', ['function'], 'all()'],
  ['a in ("x", "y")', ['brackets'], 'a in {"x", "y"}'],
  ['a in (x)', ['brackets', 'quotes'], 'a in {"x"}'],
  ['a in ["x"]', ['brackets'], 'a in {"x"}'],
  ['a in "x"', ['brackets'], 'a in {"x"}'],
  ['a in"x"', ['brackets'], 'a in {"x"}'],
  ['a in x', ['quotes'], 'a in {"x"}'],
  ['a in x, y', ['quotes'], 'a in {"x", "y"}'],
  ['a in {x}', ['quotes'], 'a in {"x"}'],
  ['a in {"x" "y"}', ['missing'], 'a in {"x", "y"}'],
  ['a in {,"x"}', ['missing'], 'a in {"x"}'],
  ['a in {"x"', ['brackets'], 'a in {"x"}'],
  ['a in', ['missing'], null],
  ['a == {"x"}', ['operator'], 'a in {"x"}'],
  ['a!={"x"}', ['operator'], 'a not in {"x"}'],
  ['a !in {"x"}', ['operator'], 'a not in {"x"}'],
  ['a IN {"x"}', ['operator'], 'a in {"x"}'],
  ['a NotIn {"x"}', ['operator'], 'a not in {"x"}'],
  ['a startsWith "x"', ['operator'], 'a starts with "x"'],
  ['a start with "x"', ['operator'], 'a starts with "x"'],
  ['a ends-with "x"', ['operator'], 'a ends with "x"'],
  ['a equals "x"', ['operator'], 'a == "x"'],
  ['a is not "x"', ['operator'], 'a != "x"'],
  ['a <> "x"', ['operator'], 'a != "x"'],
  ['a === "x"', ['operator'], 'a == "x"'],
  ['a: x', ['operator', 'quotes'], 'a== "x"'],
  ['a like "x"', ['operator'], null],
  ['a =~ "x"', ['operator'], null],
  ['"a" == "b"', ['quotes'], 'a == "b"'],
  ['&& a == "b"', ['missing'], ' a == "b"'],
  ['a == "b" &&', ['missing'], 'a == "b" '],
  ['a == "b" || || c == "d"', ['missing'], 'a == "b" ||  c == "d"'],
  ['!', ['missing'], null],
  ['()', ['missing'], null],
  ['(a == "b"', ['parenthesis'], '(a == "b")'],
  ['(a == "b" || c == "d") && (has(e)', ['parenthesis'], '(a == "b" || c == "d") && (has(e))'],
  ['a == "b")', ['parenthesis'], 'a == "b"'],
  ['all()()', ['missing', 'missing'], null],
  ['a == "b"\n', ['blank'], 'a == "b"'],
  ['a == "b"\n&& has(c)', ['blank'], 'a == "b" && has(c)'],
  ['a == "b" # why', ['character'], 'a == "b" '],
  ['a == "b" ; has(c)', ['connective'], 'a == "b" && has(c)'],
  ['größe == "b"', ['label'], null],
  [`${'a'.repeat(513)} == "b"`, ['label'], null],
];

describe('faults', () => {
  for (const [text, kinds, repaired] of REPAIRS)
    test(text.slice(0, 60), () => {
      const { faults } = parse(text);
      assert.deepEqual(
        faults.map(({ kind }) => kind),
        kinds,
      );
      if (repaired === null) assert.ok(faults.some(({ fix }) => fix === null));
      else {
        assert.equal(
          applyEdits(
            text,
            faults.flatMap(({ fix }) => fix?.edits ?? []),
          ),
          repaired,
        );
        assert.deepEqual(parse(repaired).faults, []);
      }
    });
});
