import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inputFiles } from './stdin.ts';

test('source comments name the files of standard input', () => {
  const first = '---\n# Source: shop/templates/a.yaml\na: 1\n';
  const second = '---\n# Source: shop/templates/b.yaml\nb: 1\n';
  const third = '---\n# Source: shop/templates/a.yaml\na: 2\n';
  assert.deepEqual(inputFiles(first + second + third), [
    { name: 'shop/templates/a.yaml', text: first + third },
    { name: 'shop/templates/b.yaml', text: second },
  ]);
});

test('input without such comments is one file', () => {
  const text = 'a: 1\n---\nb: "--- # Source: no"\n';
  assert.deepEqual(inputFiles(text), [{ name: '-', text }]);
});
