import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { rangeIn } from '../../server/src/cli/report.ts';
import { rules } from '../../server/src/rules/all.ts';
import { metas } from '../../server/src/rules/metas.ts';
import { fileFindingsOf, type Run } from '../../server/src/rules/run.ts';
import { isLandmark } from '../../server/src/workspace/roots.ts';
import { sameObject } from '../../server/src/workspace/duplicates.ts';
import { apply, type Snapshot } from '../../server/src/workspace/snapshot.ts';
import { material } from '../support/material.ts';
import { fixtureWorlds } from './fixtureWorlds.ts';
import { repositoriesIn, worldOfTexts } from './worlds.ts';

/*
 * Reading fewer files never creates a finding. What rules say of an absence (`meta.absence`) is excepted, and landmarks
 * stay: a kustomization is no object among others but says how files are joined, and it is always read first. So does
 * what enforces, which is guessed only when all files are read. Manifests that contradict each other leave in doubt what
 * there is, so of them none is left out: who does chooses one, and knows more than before.
 */

const RUNS = 400;

const run: Run = {
  rules,
  log: (_, error) => {
    throw error;
  },
};

const absences = new Set(metas.filter(({ absence }) => absence === true).map(({ code }) => code));

/** The findings that the law speaks of, by code and place; what comments silence was found too. */
const foundIn = (snapshot: Snapshot): string[] =>
  [...snapshot.files.values()].flatMap((file) => {
    const { findings, silenced } = fileFindingsOf(snapshot, file.uri, run);
    return [...findings, ...silenced]
      .filter(({ meta }) => !absences.has(meta.code))
      .map(({ chunk, span, meta }) => {
        const { start, end } = rangeIn(file, chunk, span);
        return `${meta.code} ${file.uri}:${start.line}:${start.character}-${end.line}:${end.character}`;
      });
  });

/** The files of all objects of which there are several versions. */
function contradicting(snapshot: Snapshot): ReadonlySet<string> {
  const { policies, clusterPolicies, companions, inventory } = snapshot;
  const lists = [
    ...policies.values(),
    clusterPolicies,
    ...companions.values(),
    ...[...inventory.values()].flatMap(({ workloads, services, accounts }) => [
      workloads,
      services,
      accounts,
    ]),
  ];
  const rivals = lists
    .flatMap((members) => [...sameObject(members).values()])
    .filter(({ versions }) => versions.length > 1);
  return new Set(rivals.flatMap(({ members }) => members.map(({ uri }) => uri)));
}

const folder = material('corpus');
const repositories = (folder === null ? [] : repositoriesIn(folder)).filter(
  ({ texts }) =>
    texts.size > 1 && [...texts.values()].some((text) => /kind: *NetworkPolicy\b/.test(text)),
);
const snapshots = new Map(
  [...repositories, ...fixtureWorlds.filter(({ texts }) => texts.size > 1)].map(
    ({ name, texts }) => [name, worldOfTexts(texts)],
  ),
);

const removal = fc.record({
  world: fc.constantFrom(...snapshots.keys()),
  /** Which files go: those at whose place the list says so, around and around. */
  gone: fc.array(fc.boolean(), { minLength: 3, maxLength: 17 }),
});

test(`${RUNS} random removals of files create no finding`, () => {
  let removed = 0;
  fc.assert(
    fc.property(removal, ({ world, gone }) => {
      const snapshot = snapshots.get(world)!;
      const before = new Set(foundIn(snapshot));
      const kept = contradicting(snapshot);
      const files = [...snapshot.files.keys()].filter(
        (uri, index) => gone[index % gone.length] === true && !isLandmark(uri) && !kept.has(uri),
      );
      removed += files.length;
      const after = foundIn(
        apply(snapshot, { reason: 'removed', removed: files, guess: snapshot.guess }),
      );
      assert.deepEqual(
        after.filter((one) => !before.has(one)),
        [],
      );
    }),
    { numRuns: RUNS, seed: 7 },
  );
  console.log(`monotony: ${removed} files removed in ${RUNS} worlds`);
  assert.ok(removed > RUNS / 2);
});
