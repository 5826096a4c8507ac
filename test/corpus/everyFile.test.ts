import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { features } from '../../server/src/features/all.ts';
import { NO_COMPARISON } from '../../server/src/features/codeLens/comparison.ts';
import type { AnyFeature, Context } from '../../server/src/features/feature.ts';
import { rules } from '../../server/src/rules/all.ts';
import type { Run } from '../../server/src/rules/run.ts';
import { membersOf } from '../../server/src/workspace/member.ts';
import { textOf, type File, type Snapshot } from '../../server/src/workspace/snapshot.ts';
import { worldOf } from '../../server/src/workspace/world.ts';
import { material, top } from '../support/material.ts';
import { dialectOf, locatedIn, placeOf, type Located } from './findings.ts';
import { pathOf, repositoriesIn, worldOfTexts } from './worlds.ts';

const folder = material('corpus');
const repositories = folder === null ? [] : repositoriesIn(folder);
const thrown: string[] = [];
const run: Run = { rules, log: (code, error) => thrown.push(`${code}: ${String(error)}`) };

const skip = folder === null;
const worlds = repositories.map(({ name, texts }) => ({ name, snapshot: worldOfTexts(texts) }));
const findings = worlds.flatMap(({ name, snapshot }) => locatedIn(name, snapshot, run));

test('every file of the corpus goes through all rules', { skip }, () => {
  assert.deepEqual(thrown, []);
});

/** Where in a document features are asked: at ten words or values of a policy from its start to its end, at one of others. */
function offsetsIn(text: string): number[] {
  const words = [...text.matchAll(/[^\s:#,[\]{}]+/g)].map(({ index }) => index);
  const step = Math.ceil(words.length / (text.includes('NetworkPolicy') ? 10 : 1));
  return words.filter((_, at) => at % step === 0);
}

function ask(feature: AnyFeature, context: Context): void {
  const { chunks } = context.file;
  switch (feature.method) {
    case 'textDocument/documentSymbol':
    case 'textDocument/diagnostic':
      feature.run(context, null);
      return;
    case 'textDocument/codeAction': {
      const spans = chunks.map(({ chunk }) => ({
        chunk,
        span: { start: 0, end: chunk.text.length },
      }));
      for (const action of feature.run(context, { spans, only: null })) action.edits();
      return;
    }
    case 'textDocument/hover':
      for (const { chunk } of chunks)
        for (const offset of offsetsIn(chunk.text)) feature.run(context, { chunk, offset });
      return;
    case 'textDocument/completion':
      for (const { chunk } of chunks)
        for (const offset of offsetsIn(chunk.text)) feature.run(context, { chunk, offset });
  }
}

const contextOf = (snapshot: Snapshot, file: File): Context => ({
  snapshot,
  world: worldOf(snapshot),
  file,
  link: ({ uri }) => uri,
  completesSchema: true,
  outlines: true,
  comparison: NO_COMPARISON,
});

test('every file with a policy goes through all features', { skip }, () => {
  for (const { name, snapshot } of worlds)
    for (const file of snapshot.files.values()) {
      if (!/NetworkPolicy/.test(textOf(file))) continue;
      for (const feature of features)
        assert.doesNotThrow(
          () => ask(feature, contextOf(snapshot, file)),
          `${feature.method} of ${name} ${file.uri}`,
        );
    }
});

/** The findings of one code that somebody looked at: why they are right, and where they are. */
interface Reviewed {
  readonly why: string;
  readonly places: readonly string[];
}

/** Compares findings with those of a list that were looked at, or writes them down to be looked at. */
function compare(file: string, found: readonly Located[]): void {
  const list = path.join(top, 'test/corpus', file);
  const reviewed = JSON.parse(readFileSync(list, 'utf8')) as Record<string, Reviewed>;
  const codes = [...new Set(found.map(({ found: { meta } }) => meta.code))].sort();
  const now = Object.fromEntries(
    codes.map((code): [string, Reviewed] => {
      const places = found.filter(({ found: { meta } }) => meta.code === code).map(placeOf);
      return [code, { why: reviewed[code]?.why ?? '', places: places.sort() }];
    }),
  );
  if (process.env['UPDATE'] === '1') writeFileSync(list, `${JSON.stringify(now, null, 2)}\n`);
  else assert.deepEqual(now, reviewed);
  for (const code of codes) assert.notEqual(now[code]!.why, '', `why is ${code} right?`);
}

const isError = ({ found }: Located): boolean => found.severity === 'error';

test('every error of the corpus was looked at, and the API server refuses it', { skip }, () => {
  compare('errors.json', findings.filter(isError));
});

for (const [vendor, dialect] of [
  ['Calico', 'calico'],
  ['Cilium', 'cilium'],
] as const)
  test(
    `what else is said of ${vendor}'s kinds in the corpus was looked at, and is so`,
    { skip },
    () => {
      const said = findings.filter((one) => dialectOf(one) === dialect && !isError(one));
      compare(`${dialect}.json`, said);
    },
  );

/** Repositories and folders whose manifests are there to be wrong. */
const fixtures = new Set(
  folder === null
    ? []
    : [
        ...readFileSync(path.join(folder, 'PROVENANCE.md'), 'utf8').matchAll(
          /^\| ([^/ ]+)\/([^ ]+) \| tool-fixtures \|/gm,
        ),
      ].map(([, owner, repository]) => `${owner}__${repository}`),
);

const isFixture = (file: string): boolean =>
  fixtures.has(file.slice(0, file.indexOf('/'))) ||
  /(?:^|\/)(?:tests?|testdata|test-data|testing|fixtures|e2e|\.chainsaw-test)\//.test(file);

/** The file of each policy that can be read, as often as it holds one. */
const policies = worlds.flatMap(({ name, snapshot: { files, reading } }) =>
  [...files.values()].flatMap(({ uri, context, chunks }) =>
    chunks
      .flatMap(({ chunk }) => membersOf(context, reading)(chunk))
      .filter(({ resource }) => resource.kind.role === 'policy' && resource.opaque === null)
      .map(() => `${name}/${pathOf(uri)}`),
  ),
);

test('outside of fixtures there is at most one information to twenty policies', { skip }, () => {
  const informations = findings.filter(
    ({ file, found }) => found.severity === 'information' && !isFixture(file),
  );
  const count = policies.filter((file) => !isFixture(file)).length;
  console.log(`corpus: ${informations.length} informations for ${count} policies`);
  assert.ok(informations.length * 20 <= count, informations.map(placeOf).join('\n'));
});
