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
  'ANP-1': ['missing-field/fires-administrators', 'invalid-metadata/silent-cluster'],
  'ANP-2': ['invalid-priority/fires', 'invalid-priority/silent', 'wrong-type/fires-numbers'],
  'ANP-3': ['not-exactly-one/fires', 'not-exactly-one/fires-v1alpha1', 'not-exactly-one/silent'],
  'ANP-4': ['missing-field/fires-administrators'],
  'ANP-5': ['list-length/fires-v1alpha1', 'list-length/silent'],
  'ANP-6': ['invalid-action/fires', 'invalid-action/silent'],
  'ANP-7': ['text-too-long/fires', 'text-too-long/silent'],
  'ANP-8': ['list-length/fires', 'missing-field/fires-administrators'],
  'ANP-9': ['not-exactly-one/fires-v1alpha1', 'experimental-field/fires'],
  'ANP-10': ['missing-field/fires-administrators'],
  'ANP-11': ['invalid-cidr/fires-networks', 'duplicate-item/fires', 'text-too-long/fires'],
  'ANP-12': ['invalid-domain-name/fires', 'invalid-domain-name/silent', 'duplicate-item/fires'],
  'ANP-13': ['list-length/fires', 'list-length/fires-v1alpha1'],
  'ANP-14': ['not-exactly-one/fires-v1alpha1', 'experimental-field/fires'],
  'ANP-15': ['invalid-port/fires-administrators', 'missing-field/fires-administrators'],
  'ANP-16': ['named-port-of-addresses/fires', 'named-port-of-addresses/silent'],
  'BANP-1': ['baseline-name/fires', 'baseline-name/silent'],
  'BANP-2': ['unknown-field/fires-administrators'],
  'BANP-3': ['invalid-action/fires', 'invalid-action/silent'],
  'BANP-4': ['unknown-field/fires-administrators', 'experimental-field/fires'],
  'BANP-5': ['named-port-of-addresses/fires'],
  'CNP-1': ['missing-field/fires-administrators', 'baseline-name/silent'],
  'CNP-2': ['invalid-tier/fires', 'invalid-tier/silent', 'missing-field/fires-administrators'],
  'CNP-3': ['invalid-priority/fires', 'invalid-priority/silent'],
  'CNP-4': ['not-exactly-one/fires'],
  'CNP-5': ['not-exactly-one/silent', 'missing-field/fires-administrators'],
  'CNP-6': ['list-length/fires-rules', 'list-length/silent'],
  'CNP-7': ['text-too-long/fires', 'invalid-action/fires', 'invalid-action/silent'],
  'CNP-8': ['list-length/fires', 'not-exactly-one/fires'],
  'CNP-9': ['experimental-field/fires', 'experimental-field/silent-experimental'],
  'CNP-10': ['invalid-domain-name/fires', 'duplicate-item/fires', 'list-length/fires'],
  'CNP-11': ['list-length/fires', 'not-exactly-one/fires', 'experimental-field/silent'],
  'CNP-12': ['not-exactly-one/fires', 'unknown-field/fires-indentation'],
  'CNP-13': ['not-exactly-one/fires', 'invalid-port/fires-administrators'],
  'CNP-14': ['invalid-port-range/fires', 'invalid-port-range/silent'],
  'CNP-15': ['not-exactly-one/silent', 'invalid-port/silent-administrators'],
  'CNP-16': ['named-port-of-addresses/fires', 'named-port-of-addresses/silent'],
  // What the server takes although it is wrong.
  'GAP-1': ['unusable-selector/fires', 'unusable-selector/silent'],
  'GAP-2': ['unknown-field/fires-nesting', 'unknown-field/fires-same-labels'],
  'GAP-3': ['backwards-port-range/fires', 'backwards-port-range/silent'],
  'GAP-4': ['unknown-protocol/fires', 'unknown-protocol/silent'],
  'GAP-5': ['named-port-never-matches/fires', 'named-port-never-matches/silent-experimental'],
  'GAP-6': ['denied-domain-names/fires', 'denied-domain-names/silent'],
  'GAP-7': ['ambiguous-priority/fires'],
  'GAP-8': ['shadowed-rule/fires'],
  'GAP-9': ['network-with-host-bits/fires', 'redundant-network/fires'],
  'GAP-10': ['policy-without-rules/fires', 'subject-selects-nothing/fires'],
  'GAP-11': ['policy-type-without-effect/fires'],
};

/** How many facts of each family there are. */
const FAMILIES = {
  LS: 8,
  'NP-S': 1,
  'NP-T': 3,
  'NP-P': 8,
  'NP-E': 3,
  'NP-B': 7,
  'NP-W': 3,
  'NP-D': 3,
  ANP: 16,
  BANP: 5,
  CNP: 16,
  GAP: 11,
};

const fixture = (name: string): string => path.join(top, 'test/rules', `${name}.yaml`);

test('every fact of validation is held by fixtures', () => {
  // Families of one letter are counted without a dash: `NP-P1`, but `ANP-1`.
  const expected = Object.entries(FAMILIES).flatMap(([family, count]) =>
    Array.from(
      { length: count },
      (_, index) => `${family}${family.startsWith('NP-') ? '' : '-'}${index + 1}`,
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
    if (file === undefined) return [];
    return settingsFromJson(JSON.parse(file.text)).settings.kubernetesVersion ?? [];
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
