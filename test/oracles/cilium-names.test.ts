import { readFileSync } from 'node:fs';
import path from 'node:path';
import { canonicalName, matchesName } from '../../server/src/policy/fqdn.ts';
import { material } from '../support/material.ts';
import { suite } from './support/suite.ts';

interface Matching {
  readonly pattern: string;
  readonly accept: readonly string[];
  readonly reject: readonly string[];
}

interface Patterns {
  readonly matching: readonly Matching[];
  readonly canonical: Readonly<Record<string, string>>;
  readonly docExamples: { readonly cases: readonly Matching[] };
}

const folder = material('oracles', 'cilium');

if (folder !== null) {
  const text = readFileSync(path.join(folder, 'selection-cases.json'), 'utf8');
  const { matchPattern } = JSON.parse(text) as { matchPattern: Patterns };
  suite('cilium-names', [
    ...[...matchPattern.matching, ...matchPattern.docExamples.cases].flatMap(
      ({ pattern, accept, reject }) =>
        [...accept, ...reject].map((name) => ({
          name: `${pattern} and "${name}"`,
          expected: accept.includes(name),
          actual: () => matchesName(pattern, name),
        })),
    ),
    ...Object.entries(matchPattern.canonical).map(([pattern, canonical]) => ({
      name: `${pattern} as it is compared`,
      expected: canonical,
      actual: () => canonicalName(pattern),
    })),
  ]);
}
