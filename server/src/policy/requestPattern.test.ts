import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patternFault } from './requestPattern.ts';

test('patterns of RE2 can be read', () => {
  for (const pattern of [
    '',
    '/public/.*',
    'GET|POST',
    '^/v\\d+/[a-z]{1,8}$',
    '(?i)get',
    '(?P<id>a)',
  ])
    assert.equal(patternFault(pattern), null, pattern);
});

test('of others it is said what is wrong', () => {
  const faults: Readonly<Record<string, string>> = {
    '*': 'has `*` with nothing before that it could repeat',
    '/api/**': 'repeats a repetition with `**`',
    '/a(b': 'lacks a `)`',
    '/a)b': 'has a `)` too many',
    '/[a-': 'lacks the `]` that closes `[a-`',
    '/[z-a]': 'has the range `z-a` that runs backwards',
    '(?=/a)': 'has `(?=`, which RE2 does not know',
    '(?<=/a)b': 'looks behind, which RE2 does not know',
    '(a)\\1': 'has `\\1`, which stands for nothing',
    'a{1001}': 'repeats with `{1001}`, which cannot be',
    '/a\\': 'ends with a backslash',
  };
  for (const [pattern, fault] of Object.entries(faults)) assert.equal(patternFault(pattern), fault);
});

test('patterns that ruin engines which try every way are read at once', () => {
  const began = performance.now();
  for (const pattern of [
    '(a+)+$',
    '(a|a)*b',
    '(x+x+)+y',
    '((a{30}){30})*',
    '('.repeat(4000),
    'a'.repeat(1e6),
  ])
    patternFault(pattern);
  assert.ok(performance.now() - began < 2000);
});
