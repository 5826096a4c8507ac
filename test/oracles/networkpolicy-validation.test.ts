import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isClean, refusals } from '../../server/src/admission/refusals.ts';
import { resourcesOf } from '../../server/src/model/read.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { material } from '../support/material.ts';
import { suite } from './support/suite.ts';

interface Case {
  readonly name: string;
  readonly expected: 'valid' | 'invalid';
  readonly errors?: readonly { readonly path: string }[];
  readonly object: unknown;
}

const folder = material('oracles', 'kubernetes-networkpolicy-validation');

if (folder !== null) {
  const { cases } = JSON.parse(readFileSync(path.join(folder, 'expectations.json'), 'utf8')) as {
    cases: readonly Case[];
  };
  suite(
    'kubernetes-networkpolicy-validation',
    cases.map(({ name, expected, errors, object }) => ({
      name,
      expected: {
        verdict: expected,
        ...(errors && { fields: sorted(errors.map(({ path }) => path)) }),
      },
      actual: () => judged(object, errors !== undefined),
    })),
  );
}

function judged(object: unknown, withFields: boolean): unknown {
  const [resource] = resourcesOf({ text: JSON.stringify(object, null, 2) });
  if (resource === undefined) return 'not read';
  const fields = [...resource.problems, ...refusals(resource)].map(({ field }) => field);
  const server = { ...defaultSettings, kubernetesVersion: '1.35' };
  const verdict = isClean(resource, server) ? 'valid' : 'invalid';
  return { verdict, ...(withFields && { fields: sorted(fields) }) };
}

function sorted(fields: readonly string[]): string[] {
  return [...new Set(fields)].sort();
}
