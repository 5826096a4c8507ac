import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { matchesName, meetingAny, patternsMeet } from './fqdn.ts';

const label = fc.stringMatching(/^[ab*]{1,3}$/);

/** A name of some labels, and a pattern that matches it: of each label a part is left to a star, or all. */
const labels = fc.array(fc.stringMatching(/^[ab]{1,4}$/), { minLength: 1, maxLength: 4 });
const patternOf = (of: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(...of.map((text) => fc.constantFrom(text, '*', `${text[0]}*`, `*${text.slice(1)}`)))
    .chain((parts) =>
      fc
        .integer({ min: 0, max: parts.length - 1 })
        .map((deep) => (deep === 0 ? parts : ['**', ...parts.slice(deep)]).join('.')),
    );
const drawn = labels.chain((of) =>
  fc.record({ name: fc.constant(`${of.join('.')}.`), one: patternOf(of), other: patternOf(of) }),
);

test('patterns meet where some name matches both', () => {
  fc.assert(
    fc.property(drawn, ({ name, one, other }) => {
      assert.ok(matchesName(one, name) && matchesName(other, name));
      assert.ok(patternsMeet(one, other), `${one} and ${other} both match ${name}`);
    }),
  );
});

/** Every name of up to three labels of up to four letters. */
const texts = ['a', 'b'].flatMap((first) =>
  [
    '',
    'a',
    'b',
    'aa',
    'ab',
    'ba',
    'bb',
    'aaa',
    'aab',
    'aba',
    'baa',
    'bab',
    'bba',
    'abb',
    'bbb',
  ].map((rest) => first + rest),
);

test('patterns that meet have such a name', () => {
  const two = fc.array(label, { minLength: 1, maxLength: 2 }).map((labels) => labels.join('.'));
  const names = [
    ...texts.map((one) => `${one}.`),
    ...texts.flatMap((one) => texts.map((other) => `${one}.${other}.`)),
    ...texts.flatMap((one) => texts.map((other) => `a.${one}.${other}.`)),
  ];
  // Longer literals than these names have would need longer names.
  fc.assert(
    fc.property(two, two, (one, other) => {
      fc.pre([one, other].every((text) => text.replaceAll(/[.*]/g, '').length <= 2));
      if (patternsMeet(one, other))
        assert.ok(
          names.some((text) => matchesName(one, text) && matchesName(other, text)),
          `${one} and ${other}`,
        );
    }),
  );
});

test('a pattern meets some of a list where it meets one of them by itself', () => {
  const pattern = fc
    .array(fc.constantFrom('a', 'b', 'A', '*', 'a*', '**'), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join('.'));
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 4 }), pattern, (patterns, one) => {
      const alone = patterns.some((other) => patternsMeet(other, one));
      assert.equal(meetingAny(patterns)(one), alone);
    }),
  );
});

test('what no name matches does not meet', () => {
  for (const [one, other] of [
    ['api.example.com', '*.example.org'],
    ['example.com', '*.example.com'],
    ['a.b.example.com', '*.example.com'],
    ['**.example.com', 'example.com'],
    ['api-*.example.com', 'www*.example.com'],
  ] as const)
    assert.ok(!patternsMeet(one, other), `${one} and ${other}`);
});
