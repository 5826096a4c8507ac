import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { isAtLeast } from '../../server/src/rules/severity.ts';
import { metas } from '../../server/src/rules/metas.ts';
import { rules } from '../../server/src/rules/all.ts';
import { findingsOf } from '../../server/src/rules/run.ts';
import { checkFixture, filesOf, snapshotOf } from '../support/fixture.ts';
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

/** What rules find in a fixture. They remember by the object that they look at, so each call gets objects of its own. */
function foundBy(order: typeof rules, fixture: string): unknown {
  const snapshot = snapshotOf(filesOf(readFileSync(fixture, 'utf8')));
  return [...snapshot.files.keys()].map((uri) =>
    findingsOf(snapshot, uri, { rules: order, log: () => undefined }).map(
      ({ meta, span, message }) => ({ code: meta.code, span, message }),
    ),
  );
}

test('what a rule finds depends on no order of rules', () => {
  for (const code of codes)
    for (const file of readdirSync(path.join(folder, code))) {
      const fixture = path.join(folder, code, file);
      assert.deepEqual(foundBy([...rules].reverse(), fixture), foundBy(rules, fixture));
    }
});

test('every folder of fixtures is that of a rule', () => {
  assert.deepEqual(
    codes.filter((code) => !metas.some((meta) => meta.code === code)),
    [],
  );
});
