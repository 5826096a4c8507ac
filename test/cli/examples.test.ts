import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { main } from '../../server/src/cli/main.ts';
import { localHost } from '../../server/src/entry/localHost.ts';
import { top } from '../support/material.ts';

/*
 * The examples are what a new user sees first: every mistake in the broken shop is found, and nothing in its twin.
 */

/** Every finding of `netpol check` below the examples, hints too, as `FILE:LINE SEVERITY CODE`. */
function findingsIn(folder: string): readonly string[] {
  let output = '';
  const directory = path.join(top, 'examples');
  main(['check', '--root', '.', '--format', 'json', '--min-severity', 'hint', folder], {
    ...localHost,
    directory,
    print: (text) => void (output += text),
    complain: (text) => assert.fail(text),
    progress: () => undefined,
    resolve: (file) => path.resolve(directory, file),
  });
  const { findings } = JSON.parse(output) as {
    findings: readonly {
      code: string;
      severity: string;
      file: string;
      range: { start: { line: number } };
    }[];
  };
  return findings.map(
    ({ code, severity, file, range }) => `${file}:${range.start.line + 1} ${severity} ${code}`,
  );
}

for (const folder of ['shop', 'calico', 'cilium'])
  test(`nothing is found in ${folder}`, () => assert.deepEqual(findingsIn(folder), []));

test('exactly the mistakes of the broken shop are found', () =>
  assert.deepEqual(
    findingsIn('shop-broken'),
    [
      '9 information missing-dns-egress',
      '30 warning and-or-peers',
      '35 warning missing-dns-egress',
      '37 warning one-sided-allow',
      '41 warning service-port-not-target-port',
      '52 warning selector-matches-nothing',
      '60 error invalid-protocol',
      '61 error invalid-port',
      '70 warning selector-matches-nothing',
      '78 information split-ports-item',
      '80 warning policy-type-without-effect',
      '95 warning ambiguous-cidr',
      '97 warning named-port-unknown',
    ].map((found) => `shop-broken/policies.yaml:${found}`),
  ));
