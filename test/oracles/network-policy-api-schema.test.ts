import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isClean, refusals } from '../../server/src/admission/refusals.ts';
import { problemsOf, resourcesOf } from '../../server/src/model/read.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { material } from '../support/material.ts';
import { suite } from './support/suite.ts';

/** A manifest that the definitions of the standard channel take, or do not; with paths where they are known. */
interface Case {
  readonly file: string;
  readonly expected: 'valid' | 'invalid' | 'yaml-error';
  readonly errors?: readonly { readonly path: string }[];
  /** What strict validation of fields finds besides. */
  readonly extra?: readonly { readonly path: string }[];
}

const name = 'network-policy-api/schema-validity';
const folder = material('oracles', ...name.split('/'));

if (folder !== null) {
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  const { cases } = JSON.parse(read('expectations.json')) as { readonly cases: readonly Case[] };
  suite(
    name,
    cases.map(({ file, expected, errors = [], extra = [] }) => ({
      name: file,
      expected: { verdict: expected, fields: [...errors, ...extra].map(({ path }) => path).sort() },
      actual: () => judged(read(file)),
    })),
  );
}

function judged(text: string): unknown {
  const chunks = text.split(/^---$/m).map((text) => ({ text }));
  if (chunks.some((chunk) => problemsOf(chunk).some(({ code }) => code === 'yaml-syntax')))
    return { verdict: 'yaml-error', fields: [] };
  const resources = chunks.flatMap((chunk) => resourcesOf(chunk));
  if (resources.length === 0) return 'not read';
  return {
    verdict: resources.every((resource) => isClean(resource, defaultSettings))
      ? 'valid'
      : 'invalid',
    fields: resources
      .flatMap((resource) => [...resource.problems, ...refusals(resource)])
      .map(({ field }) => field)
      .sort(),
  };
}
