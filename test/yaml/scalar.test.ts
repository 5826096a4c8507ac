import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMap, isScalar } from 'yaml';
import { parse, scalarValue } from '../../server/src/yaml/parse.ts';
import { plainScalar, type ScalarValue } from '../../server/src/yaml/scalar.ts';

/* What plain scalars decode to, after go-yaml v2 (resolve.go) and its own test table. */
const table: Readonly<Record<string, ScalarValue>> = {
  // Nulls: the listed spellings only.
  '': null,
  '~': null,
  null: null,
  Null: null,
  NULL: null,
  nULL: 'nULL',
  // Booleans: the listed spellings only.
  y: true,
  Y: true,
  yes: true,
  Yes: true,
  YES: true,
  yEs: 'yEs',
  on: true,
  On: true,
  ON: true,
  true: true,
  True: true,
  TRUE: true,
  tRUE: 'tRUE',
  n: false,
  N: false,
  no: false,
  No: false,
  NO: false,
  off: false,
  Off: false,
  OFF: false,
  false: false,
  False: false,
  FALSE: false,
  t: 't',
  f: 'f',
  // Integers in the bases of Go.
  '0': 0,
  '80': 80,
  '-80': -80,
  '+80': 80,
  '017': 15,
  '-017': -15,
  '0o17': 15,
  '0O17': 15,
  '08': 8,
  '09': 9,
  '0b101': 5,
  '-0b101': -5,
  '0x1F': 31,
  '0XfF': 255,
  '1_000': 1000,
  '0x_1f': 31,
  '12_': 12,
  '0x': '0x',
  '0b2': '0b2',
  '0o8': '0o8',
  // Floats.
  '1.5': 1.5,
  '1.10': 1.1,
  '80.': 80,
  '80.0': 80,
  '.5': 0.5,
  '-.5': -0.5,
  '1e3': 1000,
  '1E+3': 1000,
  '1.5e-3': 0.0015,
  '1_0.5': 10.5,
  '._5': '._5',
  '1e400': '1e400',
  '.inf': Infinity,
  '+.Inf': Infinity,
  '-.INF': -Infinity,
  '.nan': NaN,
  '.NaN': NaN,
  '.NAN': NaN,
  '-.nan': '-.nan',
  '.e3': '.e3',
  // No sexagesimals, and times stay strings.
  '12:30': '12:30',
  '190:20:30': '190:20:30',
  '2001-01-01': '2001-01-01',
  '2001-12-14T21:59:43Z': '2001-12-14T21:59:43Z',
  // Strings that begin like numbers.
  '10.0.0.0/8': '10.0.0.0/8',
  '1.2.3': '1.2.3',
  '-': '-',
  '+': '+',
  '.': '.',
  _1: '_1',
  '80/TCP': '80/TCP',
  '1e': '1e',
  '5d': '5d',
};

for (const [text, expected] of Object.entries(table))
  test(`\`${text}\` decodes to ${typeof expected} ${String(expected)}`, () => {
    assert.deepEqual(plainScalar(text), expected);
    const { root } = parse(`key: ${text}\n`);
    assert.ok(isMap(root));
    const value = root.get('key', true);
    // A lone dash or an empty value is no scalar to YAML.
    if (isScalar(value) && text !== '-') assert.deepEqual(scalarValue(value), expected);
  });

const valueOf = (text: string): ScalarValue => {
  const { root, errors } = parse(`key: ${text}\n`);
  assert.deepEqual(errors, []);
  assert.ok(isMap(root));
  const value = root.get('key', true);
  assert.ok(isScalar(value));
  return scalarValue(value);
};

test('quotes, block scalars and the tag for strings keep a string a string', () => {
  for (const text of ['"80"', "'80'", '!!str 80', '!!str yes', '|-\n  80', '>-\n  80'])
    assert.equal(typeof valueOf(text), 'string', text);
});

test('a tag makes a number or boolean of a quoted scalar, and an unknown one a string', () => {
  assert.equal(valueOf('!!int "80"'), 80);
  assert.equal(valueOf('!!bool "yes"'), true);
  assert.equal(valueOf('!mine thing'), 'thing');
  assert.equal(typeof valueOf('!!binary aGk='), 'string');
});
