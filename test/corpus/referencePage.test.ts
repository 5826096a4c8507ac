import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { rules } from '../../server/src/rules/all.ts';
import { findingsOf } from '../../server/src/rules/run.ts';
import { apply, type Snapshot } from '../../server/src/workspace/snapshot.ts';
import { material, top } from '../support/material.ts';
import { uriOf, worldOfTexts } from './worlds.ts';

/*
 * The reference page that netpol was planned from shows policies for every usual pattern. docs/noise.md says why what
 * netpol says of each is right; here that is held, of each policy alone and of all of the page as one repository.
 */

const folder = material('seeds');
const skip = folder === null;

/** The manifests of a page of plain text: from the line with `apiVersion` to the first that is no line of them. */
const manifestsIn = (page: string): string[] =>
  page
    .split(/^(?=apiVersion: (?:networking\.k8s\.io\/v1|projectcalico\.org\/v3|"cilium\.io\/v2")$)/m)
    .slice(1)
    .map((text) => /^(?:(?:[ -].*|\w+:.*)\n)+/.exec(text)![0]);

const manifests = (folder === null ? [] : readdirSync(folder).sort()).flatMap((name) =>
  manifestsIn(readFileSync(path.join(folder!, name), 'utf8')),
);

const said = (snapshot: Snapshot, file: string): string[] =>
  findingsOf(snapshot, uriOf(file), {
    rules,
    log: (_, error) => {
      throw error;
    },
  }).map(({ severity, meta }) => `${severity} ${meta.code}`);

const nameIn = (text: string): string => /^ {2}name: (\S+)/m.exec(text)![1]!;

const golden = path.join(top, 'test/corpus/reference-page.json');

test('of each policy of the reference page netpol says what was reviewed', { skip }, () => {
  const page = worldOfTexts(new Map(manifests.map((text, index) => [`${index}.yaml`, text])));
  const now = manifests.map((text, index) => ({
    policy: nameIn(text),
    alone: said(worldOfTexts(new Map([['policy.yaml', text]])), 'policy.yaml'),
    together: said(page, `${index}.yaml`),
  }));
  assert.ok(now.length > 10, 'the page has no policies any more');
  if (process.env['UPDATE'] === '1') writeFileSync(golden, `${JSON.stringify(now, null, 2)}\n`);
  assert.deepEqual(now, JSON.parse(readFileSync(golden, 'utf8')));
});

test(
  'a policy of the reference page that is broken on purpose is no longer said to be fine',
  { skip },
  () => {
    const [first] = manifests;
    const broken = worldOfTexts(
      new Map([['policy.yaml', first!.replace('podSelector:', 'podselector:')]]),
    );
    const whole = apply(broken, {
      reason: 'repair',
      upserted: [{ uri: uriOf('policy.yaml'), text: first! }],
    });
    assert.ok(said(broken, 'policy.yaml').includes('error unknown-field'));
    assert.ok(!said(whole, 'policy.yaml').includes('error unknown-field'));
  },
);
