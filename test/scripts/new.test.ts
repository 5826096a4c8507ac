import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { isRuleCode, LIST, newRule } from '../../server/scripts/new/rule.ts';
import { top } from '../support/material.ts';

const list = readFileSync(path.join(top, LIST), 'utf8');

test('a new rule comes with both fixtures and stands in the list in order', () => {
  const files = newRule('lonely-port', list);
  assert.deepEqual(
    files.map(({ path }) => path),
    [
      'server/src/rules/lonely-port.ts',
      'test/rules/lonely-port/fires.yaml',
      'test/rules/lonely-port/silent.yaml',
      LIST,
    ],
  );
  const after = files.at(-1)!.text;
  const added = after.split('\n').filter((line) => !list.split('\n').includes(line));
  assert.deepEqual(added, ["import lonelyPort from './lonely-port.ts';", '  lonelyPort,']);
  assert.equal(after.split('\n').length, list.split('\n').length + 2);
  const imports = [...after.matchAll(/from '\.\/(.+)'/g)].map(([, file]) => file!);
  assert.deepEqual(imports, [...imports].sort());
});

test('the code of a rule is words joined by dashes', () => {
  assert.ok(isRuleCode('and-or-peers'));
  for (const name of ['', 'AndOr', 'a--b', '-a', 'a-', '../x', 'a b']) assert.ok(!isRuleCode(name));
});
