import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { main } from '../../server/src/cli/main.ts';
import { localHost } from '../../server/src/entry/localHost.ts';
import { top } from '../support/material.ts';

/** The official schema. It is written for draft 4 of JSON Schema, of which it uses nothing that has changed since. */
const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(
  readFileSync(
    path.join(
      path.dirname(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json')),
      'lib/schemas/sarif-2.1.0-rtm.5.json',
    ),
    'utf8',
  ),
) as Record<string, unknown>;
const validate = new Ajv({
  strict: false,
  validateFormats: false,
  unicodeRegExp: false,
  allErrors: true,
}).compile(schema);

function sarifOf(...args: string[]): Log {
  let output = '';
  main(['check', '--format', 'sarif', '--min-severity', 'hint', ...args], {
    ...localHost,
    directory: top,
    resolve: (file) => path.posix.resolve(top, file),
    print: (text) => void (output += text),
    progress: () => undefined,
  });
  return JSON.parse(output) as Log;
}

test('the log of every fixture of every rule is valid SARIF 2.1.0', () => {
  for (const root of ['examples', 'test/rules', 'test/cli']) {
    const log = sarifOf('--root', root, root);
    assert.ok(log.runs[0]!.results!.length > 0);
    validate(log);
    assert.deepEqual(validate.errors ?? [], []);
  }
});

test('every result has a rule, a place inside its file, and a fingerprint of its own', () => {
  const { results, tool } = sarifOf('--root', 'examples', 'examples').runs[0]!;
  const prints = new Set(results!.map((result) => result.partialFingerprints!['objectField/v1']));
  assert.equal(prints.size, results!.length);
  for (const { ruleId, ruleIndex, locations, fixes = [] } of results!) {
    assert.equal(tool.driver.rules![ruleIndex!]!.id, ruleId);
    const { artifactLocation, region } = locations![0]!.physicalLocation!;
    assert.equal(artifactLocation!.uriBaseId, '%SRCROOT%');
    const lines = readFileSync(path.join(top, 'examples', artifactLocation!.uri!), 'utf8').split(
      '\n',
    );
    for (const at of [region!, ...fixes.flatMap(regionsOf)]) {
      assert.ok(at.startLine! >= 1 && at.endLine! >= at.startLine!);
      assert.ok(at.startColumn! >= 1 && at.startColumn! <= lines[at.startLine! - 1]!.length + 1);
    }
  }
});

const regionsOf = (fix: NonNullable<NonNullable<Log['runs'][0]['results']>[0]['fixes']>[0]) =>
  fix.artifactChanges.flatMap(({ replacements }) =>
    replacements.map(({ deletedRegion }) => deletedRegion),
  );

function sarifOfInput(text: string): Log {
  let output = '';
  main(['check', '--format', 'sarif', '-'], {
    ...localHost,
    print: (part) => void (output += part),
    input: () => ({ text }),
  });
  return JSON.parse(output) as Log;
}

test('fingerprints stay where lines move, and what comments silence is suppressed', () => {
  const text = readFileSync(path.join(top, 'test/cli/check/shop/policies.yaml'), 'utf8');
  const [before, after] = [text, `# one\n# two\n${text}`].map(
    (input) => sarifOfInput(input).runs[0]!.results!,
  );
  assert.deepEqual(
    before!.map(({ partialFingerprints }) => partialFingerprints),
    after!.map(({ partialFingerprints }) => partialFingerprints),
  );
  assert.deepEqual(before!.at(-1)!.suppressions, [
    { kind: 'inSource', justification: 'the operator rewrites it' },
  ]);
});

const withLabels = (labels: string): string => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec:
  podSelector:
    matchLabels: {${labels}}
`;

test('of two faults in one map each keeps its fingerprint when the other is repaired', () => {
  const [both, second] = ['app: "-", tier: "-"', 'app: web, tier: "-"'].map((labels) =>
    sarifOfInput(withLabels(labels)).runs[0]!.results!.map(
      ({ partialFingerprints }) => partialFingerprints,
    ),
  );
  assert.equal(both!.length, 2);
  assert.deepEqual(second, both!.slice(1));
});
