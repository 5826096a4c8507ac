import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { rangeIn } from '../../server/src/cli/report.ts';
import { rules } from '../../server/src/rules/all.ts';
import { fileFindingsOf, type Run } from '../../server/src/rules/run.ts';
import {
  apply,
  EMPTY,
  textOf,
  type Change,
  type Snapshot,
} from '../../server/src/workspace/snapshot.ts';
import { material } from '../support/material.ts';
import { fixtureWorlds } from './fixtureWorlds.ts';
import { deepFreeze } from './freeze.ts';
import { repositoriesIn, uriOf, worldOfTexts, type Repository } from './worlds.ts';

/*
 * A snapshot that grew by edits must say of every file what one that was just read says. Worlds are small, so that
 * the cold one can be made after each single edit, and are cut from the corpus and from the fixtures of all rules.
 */

const RUNS = 100;
const EDITS = 20;

const run: Run = {
  rules,
  log: (_, error) => {
    throw error;
  },
};

/** Everything that is found in a world, in a form that two worlds can share. */
const told = (snapshot: Snapshot): string[] =>
  [...snapshot.files.values()]
    .flatMap((file) => {
      const { findings, silenced } = fileFindingsOf(snapshot, file.uri, run);
      return [...findings, ...silenced].map((found) =>
        JSON.stringify([
          file.uri,
          rangeIn(file, found.chunk, found.span),
          found.severity,
          found.meta.code,
          found.message,
          found.fixes?.map(({ title }) => title),
          found.also?.map(({ uri, span, message }) => [uri, span, message]),
        ]),
      );
    })
    .sort();

/** The same files read anew, in another order; what is guessed of the enforcer stands while a file is being typed in. */
const cold = ({ files, landmarks, configured, read, guess }: Snapshot): Snapshot =>
  apply(EMPTY, {
    reason: 'cold',
    settings: configured,
    guess,
    landmarks: new Map([...landmarks].reverse()),
    upserted: [...files.values()].map((file) => ({ uri: file.uri, text: textOf(file) })).reverse(),
    opened: [...files.values()].filter(({ open }) => open).map(({ uri }) => uri),
    read,
  });

/** What is typed: everything that means something to YAML, to templates or to a policy. */
const snippets = [
  'x',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\t',
  ':',
  ': ',
  '- ',
  '#',
  "'",
  '"',
  '{',
  '}',
  '[',
  ']',
  '&a',
  '*a',
  '|',
  '%',
  '!',
  '---\n',
  '\n---\n',
  '...\n',
  '\ufeff',
  '😀',
  '\0',
  '{{ .Values.x }}',
  '${VAR}',
  '<name>',
  'null',
  '80',
  '{}',
  'app: web\n',
  'namespace: shop\n',
  '  namespace: default\n',
  'podSelector: {}\n',
  '# netpol-ignore[and-or-peers]\n',
  'kind: NetworkPolicy\n',
  'kind: Deployment\n',
  'kind: List\n',
  'apiVersion: networking.k8s.io/v1\n',
  '<<: *a\n',
];

/** One edit as numbers, which every world understands in its own way. */
const edit = fc.record({
  kind: fc.nat({ max: 15 }),
  file: fc.nat(),
  place: fc.nat(),
  length: fc.nat({ max: 30 }),
  snippet: fc.constantFrom(...snippets),
});
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

const lineStart = (text: string, place: number): number => text.lastIndexOf('\n', place - 1) + 1;
const lineEnd = (text: string, place: number): number => {
  const end = text.indexOf('\n', place);
  return end < 0 ? text.length : end + 1;
};

/** What an edit does to a world; `pool` holds files that may be added. */
function changeOf(snapshot: Snapshot, pool: Repository, edit: Edit): Change {
  const files = [...snapshot.files.values()];
  const file = files[edit.file % Math.max(1, files.length)];
  const texts = [...pool.texts];
  const [name, other] = texts[edit.place % texts.length]!;
  if (file === undefined || edit.kind === 0)
    return { reason: 'added', upserted: [{ uri: uriOf(name), text: other }] };
  const { uri } = file;
  const text = textOf(file);
  const place = edit.place % (text.length + 1);
  const at = (start: number, end: number, by: string): Change => ({
    reason: 'typed',
    edited: [{ uri, changes: [{ start, end: Math.min(end, text.length), text: by }] }],
  });
  switch (edit.kind) {
    case 1:
      return { reason: 'removed', removed: [uri] };
    case 2:
      return { reason: 'copied', upserted: [{ uri: uriOf(`copy/${edit.length}.yaml`), text }] };
    case 3:
      return { reason: 'replaced', upserted: [{ uri, text: other }] };
    case 4:
      return { reason: 'opened', [file.open ? 'closed' : 'opened']: [uri] };
    case 5:
      return {
        reason: 'landmarks',
        landmarks: landmarksAfter(snapshot, uri.slice(0, uri.lastIndexOf('/')), edit),
      };
    case 6:
      return { reason: 'completeness', read: !snapshot.read };
    case 7:
      return at(lineStart(text, place), lineEnd(text, place), '');
    case 8:
      return at(
        lineStart(text, place),
        lineStart(text, place),
        text.slice(lineStart(text, place), lineEnd(text, place)),
      );
    case 9:
      return at(lineStart(text, place), lineStart(text, place), '---\n');
    case 10:
      return at(place, place + edit.length, '');
    case 11:
      return at(place, place + edit.length, edit.snippet);
    case 12: {
      const start = text.indexOf('---', place);
      return start < 0 ? at(place, place, '---') : at(start, start + 3, '');
    }
    case 13:
      return {
        reason: 'typed twice',
        edited: [
          {
            uri,
            changes: [
              { start: place, end: place, text: edit.snippet },
              { start: place, end: Math.min(place + 1, text.length), text: '' },
            ],
          },
        ],
      };
    default:
      return at(place, place, edit.snippet);
  }
}

function landmarksAfter(
  { landmarks }: Snapshot,
  directory: string,
  edit: Edit,
): Snapshot['landmarks'] {
  const uri = `${directory}/kustomization.yaml`;
  const without = [...landmarks].filter(([key]) => key !== uri);
  const texts = [
    '',
    'namespace: shop\n',
    'namespace: default\n',
    'patches: [{path: policy.yaml}]\n',
  ];
  return new Map(
    landmarks.has(uri) && edit.length % 2 === 0
      ? without
      : [...without, [uri, texts[edit.place % texts.length]!]],
  );
}

const folder = material('corpus');
const repositories = folder === null ? [] : repositoriesIn(folder);
const withPolicies = repositories.filter(({ texts }) =>
  [...texts.values()].some((text) => /kind: *NetworkPolicy\b/.test(text)),
);

/** Some files of a repository that lie near each other, the landmarks among them known. */
const cut = ({ name, texts }: Repository, from: number): Repository => {
  const files = [...texts];
  const start = from % files.length;
  return { name, texts: new Map(files.slice(start, start + 5)) };
};

const world = fc
  .record({
    repository:
      withPolicies.length === 0
        ? fc.constantFrom(...fixtureWorlds)
        : fc.oneof(fc.constantFrom(...withPolicies), fc.constantFrom(...fixtureWorlds)),
    from: fc.nat(),
  })
  .map(({ repository, from }) => ({ pool: repository, start: cut(repository, from) }));

test(`after each of ${RUNS * EDITS} random edits every file has the findings of a fresh start`, () => {
  let count = 0;
  fc.assert(
    fc.property(
      world,
      fc.array(edit, { minLength: EDITS, maxLength: EDITS }),
      ({ pool, start }, edits) => {
        let snapshot = worldOfTexts(start.texts);
        told(snapshot);
        for (const one of edits) {
          deepFreeze(snapshot);
          snapshot = apply(snapshot, changeOf(snapshot, pool, one));
          assert.deepEqual(told(snapshot), told(cold(snapshot)));
          count++;
        }
      },
    ),
    { numRuns: RUNS, seed: 20 },
  );
  console.log(`incremental: ${count} edits`);
});
