import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { rules } from '../../server/src/rules/all.ts';
import { findingsOf } from '../../server/src/rules/run.ts';
import { filesOf, snapshotOf, type FixtureFile } from '../support/fixture.ts';
import { top } from '../support/material.ts';

/*
 * A StagedKubernetesNetworkPolicy says what a NetworkPolicy of Kubernetes will say, so the rules that read one alone, or
 * among pods, find the same in both.
 */

const staged = rules.filter(({ kinds }) => kinds.includes('calico/StagedKubernetesNetworkPolicy'));

/** What depends on the policies beside it, where a staged one does not count, or on how Calico is installed. */
const OTHERWISE = new Set([
  'allow-all-defeats-policy/fires',
  'allow-all-defeats-policy/fires-elsewhere',
  'allow-all-defeats-policy/fires-wider',
  'ip-block-covers-cluster/fires-union',
  'policy-type-without-effect/fires',
]);

const stagedText = ({ name, text }: FixtureFile): FixtureFile => ({
  name,
  text: text.replace(
    /^apiVersion: networking\.k8s\.io\/v1\nkind: NetworkPolicy$/gm,
    'apiVersion: projectcalico.org/v3\nkind: StagedKubernetesNetworkPolicy',
  ),
});

const foundIn = (files: readonly FixtureFile[], code: string): string[] => {
  const snapshot = snapshotOf(files);
  return [...snapshot.files.keys()].flatMap((uri) =>
    findingsOf(snapshot, uri, { rules, log: () => undefined })
      .filter(({ meta }) => meta.code === code)
      .map(({ severity, message }) => `${severity} ${message}`),
  );
};

for (const { meta } of staged) {
  const folder = path.join(top, 'test/rules', meta.code);
  const fixtures = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const fixture of fixtures.filter((name) => /^(?:fires|silent)/.test(name))) {
    if (OTHERWISE.has(`${meta.code}/${path.basename(fixture, '.yaml')}`)) continue;
    test(`${meta.code} finds in staged policies what it finds in policies: ${fixture}`, () => {
      const files = filesOf(readFileSync(path.join(folder, fixture), 'utf8'));
      assert.deepEqual(foundIn(files.map(stagedText), meta.code), foundIn(files, meta.code));
    });
  }
}

test('most rules about NetworkPolicy look at staged ones', () => assert.ok(staged.length > 8));
