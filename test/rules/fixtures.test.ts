import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { isAtLeast } from '../../server/src/rules/severity.ts';
import { metas } from '../../server/src/rules/metas.ts';
import { checkFixture } from '../support/fixture.ts';
import { top } from '../support/material.ts';

const folder = path.join(top, 'test/rules');
const codes = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

for (const code of codes)
  for (const file of readdirSync(path.join(folder, code)))
    test(`${code}: ${file} is found as written`, () => {
      const all = checkFixture(path.join(folder, code, file));
      for (const { meta, confidence, severity } of all)
        if (confidence === 'possible')
          assert.ok(!isAtLeast(severity, 'warning'), `${meta.code} is only possible`);
      const found = all.filter(({ meta }) => meta.code === code);
      if (file.startsWith('fires')) assert.ok(found.length > 0, `${code} stays silent`);
      if (file.startsWith('silent')) assert.deepEqual(found, []);
    });

test('every rule has a code of its own, a fixture in which it fires, one in which it is silent, and a page', () => {
  assert.deepEqual(
    metas.map(({ code }) => code),
    [...new Set(metas.map(({ code }) => code))],
  );
  const missing = metas.flatMap(({ code }) => {
    const files = codes.includes(code) ? readdirSync(path.join(folder, code)) : [];
    return [
      ...['fires', 'silent']
        .filter((name) => !files.some((file) => file.startsWith(name)))
        .map((name) => `${code}/${name}`),
      ...(existsSync(path.join(top, 'docs/rules', `${code}.md`)) ? [] : [`docs/rules/${code}.md`]),
    ];
  });
  assert.deepEqual(missing, []);
});

test('every folder of fixtures is that of a rule', () => {
  assert.deepEqual(
    codes.filter((code) => !metas.some((meta) => meta.code === code)),
    [],
  );
});
