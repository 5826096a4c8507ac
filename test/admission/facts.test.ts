import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { rules } from '../../server/src/rules/all.ts';
import { findingsOf } from '../../server/src/rules/run.ts';
import { settingsFromJson } from '../../server/src/workspace/settings.ts';
import { filesOf, snapshotOf } from '../support/fixture.ts';
import { top } from '../support/material.ts';

/** By fact of the API server's validation, the fixtures below `test/rules/` that hold it. */
const facts: Readonly<Record<string, readonly string[]>> = {
  '1.7 name': ['invalid-metadata/fires', 'invalid-metadata/fires-lengths', 'missing-field/fires'],
  '1.7 generateName': ['invalid-metadata/fires-prefix', 'invalid-metadata/silent'],
  '1.7 namespace': ['invalid-metadata/fires', 'invalid-metadata/fires-lengths'],
  '1.7 labels': ['invalid-label/fires'],
  '1.7 annotations': ['invalid-metadata/fires', 'invalid-metadata/silent'],
  '1.7 finalizers': ['invalid-metadata/fires-owners', 'invalid-metadata/silent-owners'],
  '1.7 ownerReferences': ['invalid-metadata/fires-owners', 'invalid-metadata/silent-owners'],
  'LS-1': ['invalid-label/fires', 'invalid-label/fires-keys', 'invalid-label/silent'],
  'LS-2': ['invalid-label/fires', 'invalid-label/fires-keys', 'invalid-label/silent'],
  'LS-3': ['invalid-operator/fires', 'invalid-operator/fires-empty'],
  'LS-4': ['invalid-operator/fires', 'invalid-operator/fires-empty'],
  'LS-5': ['invalid-operator/fires', 'invalid-operator/fires-empty', 'invalid-operator/silent'],
  'LS-6': ['invalid-label/fires', 'invalid-label/fires-keys'],
  'LS-7': ['invalid-label/fires'],
  'LS-8': ['empty-peer/fires', 'empty-peer/silent-accepted'],
  'NP-S1': [
    'missing-pod-selector/fires',
    'missing-pod-selector/fires-before',
    'missing-pod-selector/silent',
  ],
  'NP-T1': ['invalid-policy-type/fires'],
  'NP-T2': ['invalid-policy-type/fires', 'invalid-policy-type/silent'],
  'NP-T3': ['invalid-policy-type/silent-unlisted', 'empty-peer/silent-accepted'],
  'NP-P1': ['invalid-protocol/fires'],
  'NP-P2': ['invalid-port/fires', 'invalid-port/fires-names'],
  'NP-P3': ['invalid-port/fires', 'invalid-port/fires-names'],
  'NP-P4': ['invalid-end-port/fires', 'invalid-end-port/silent'],
  'NP-P5': ['invalid-end-port/fires', 'invalid-end-port/fires-both'],
  'NP-P6': ['invalid-end-port/fires'],
  'NP-P7': ['invalid-end-port/fires'],
  'NP-P8': ['invalid-port/silent-accepted'],
  'NP-E1': ['empty-peer/fires'],
  'NP-E2': ['ip-block-with-selector/fires', 'ip-block-with-selector/fires-parts'],
  'NP-E3': ['empty-peer/silent', 'empty-peer/silent-accepted'],
  'NP-B1': ['invalid-cidr/fires', 'missing-field/fires', 'missing-field/fires-block'],
  'NP-B2': ['invalid-cidr/fires', 'invalid-cidr/fires-exceptions'],
  'NP-B3': ['invalid-cidr/fires', 'invalid-cidr/fires-exceptions'],
  'NP-B4': [
    'except-outside-block/fires',
    'except-outside-block/fires-masked',
    'except-outside-block/silent',
  ],
  'NP-B5': ['ambiguous-cidr/fires-refused', 'ambiguous-cidr/fires-ipv6'],
  // What a policy said before an update is not known from its manifest, so each is judged as a new one.
  'NP-B6': ['ambiguous-cidr/fires-refused'],
  'NP-B7': ['ambiguous-cidr/silent'],
  'NP-W1': ['ambiguous-cidr/fires', 'ambiguous-cidr/fires-before'],
  'NP-W2': ['ambiguous-cidr/fires', 'ambiguous-cidr/fires-ipv6'],
  'NP-W3': ['ambiguous-cidr/silent'],
  // What is filled in is no mistake; its meaning is held by `test/policy`.
  'NP-D1': ['invalid-port/silent-accepted'],
  'NP-D2': ['invalid-policy-type/silent-unlisted'],
  'NP-D3': ['empty-peer/silent-accepted'],
};

/** How many facts of each family there are. */
const FAMILIES = { LS: 8, S: 1, T: 3, P: 8, E: 3, B: 7, W: 3, D: 3 };

const fixture = (name: string): string => path.join(top, 'test/rules', `${name}.yaml`);

test('every fact of validation is held by fixtures', () => {
  const expected = Object.entries(FAMILIES).flatMap(([family, count]) =>
    Array.from(
      { length: count },
      (_, index) =>
        `${family === 'LS' ? 'LS' : `NP-${family}`}${family === 'LS' ? '-' : ''}${index + 1}`,
    ),
  );
  assert.deepEqual(
    expected.filter((fact) => facts[fact] === undefined),
    [],
  );
  for (const [fact, names] of Object.entries(facts)) {
    assert.ok(names.length > 0, fact);
    for (const name of names) assert.ok(existsSync(fixture(name)), `${fact}: ${name}`);
  }
});

test('where a fixture stays silent, nothing at all is refused', () => {
  const names = new Set(Object.values(facts).flat());
  for (const name of names)
    if (/\/silent-(?:accepted|unlisted|owners)$/.test(name))
      assert.doesNotMatch(readFileSync(fixture(name), 'utf8'), /^ *#\^* error\[/m, name);
});

test('the releases that differ are each looked at', () => {
  const versions = [...new Set(Object.values(facts).flat())].flatMap((name) => {
    const file = filesOf(readFileSync(fixture(name), 'utf8')).find(
      (part) => part.name === 'settings.json',
    );
    return file === undefined
      ? []
      : [settingsFromJson(JSON.parse(file.text)).settings.kubernetesVersion];
  });
  assert.deepEqual(new Set(versions), new Set(['1.33', '1.34', '1.36']));
});

/** What is said of a policy whose annotations take so many bytes. */
const foundOf = (bytes: number): string[] => {
  const text = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, annotations: {note: "ü${'x'.repeat(bytes - 'noteü'.length - 1)}"}}
spec: {podSelector: {}}
`;
  return findingsOf(snapshotOf([{ name: 'policy.yaml', text }]), 'file:///fixture/policy.yaml', {
    rules,
    log: (code, error) => {
      throw new Error(code, { cause: error });
    },
  }).map(({ message }) => message);
};

test('all annotations together take at most 256 KiB, keys and values counted in bytes', () => {
  assert.deepEqual(foundOf(256 * 1024), []);
  assert.deepEqual(foundOf(256 * 1024 + 1), [
    'The annotations take 257 KiB together, and the API server refuses more than 256.',
  ]);
});
