import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { applyEdits } from '../../server/src/base/edits.ts';
import { rules } from '../../server/src/rules/all.ts';
import type { FileFinding } from '../../server/src/rules/fileFinding.ts';
import { ROUNDS, safeRepairs } from '../../server/src/rules/repairs.ts';
import { findingsOf } from '../../server/src/rules/run.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { apply, textOf, type Snapshot } from '../../server/src/workspace/snapshot.ts';
import { material, top } from '../support/material.ts';
import { pathOf, repositoriesIn, uriOf, worldOfTexts } from './worlds.ts';

/*
 * The manifests of the Network Policy API itself, and those of the reference page that netpol was planned from: valid
 * ones stay without errors, and wrong ones get one error a mistake.
 */

const corpus = material('corpus');
const seeds = material('seeds');

const experimental = { ...defaultSettings, channel: 'experimental' } as const;

const worldOf = (texts: ReadonlyMap<string, string>): Snapshot =>
  apply(worldOfTexts(texts), { reason: 'channel', settings: experimental });

const foundIn = (snapshot: Snapshot, uri: string): readonly FileFinding[] =>
  findingsOf(snapshot, uri, {
    rules,
    log: (_, error) => {
      throw error;
    },
  });

/** The errors of a file, each with whether a safe fix repairs it. */
const errorsIn = (snapshot: Snapshot, uri: string): string[] =>
  foundIn(snapshot, uri)
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ meta, fixes = [] }) => `${meta.code}${fixes.some(({ safe }) => safe) ? ', fixed' : ''}`,
    );

/** The errors of a file that safe fixes do not repair; what they uncover is repaired too. */
function errorsAfter(snapshot: Snapshot, uri: string, rounds = ROUNDS): string[] {
  const repairs = safeRepairs(foundIn(snapshot, uri));
  if (repairs.length === 0 || rounds === 0) return errorsIn(snapshot, uri);
  const file = snapshot.files.get(uri)!;
  const edits = repairs.flatMap(({ chunk, edits }) => {
    const { start } = file.chunks.find((placed) => placed.chunk === chunk)!;
    return edits.map(({ span, text }) => ({
      span: { start: span.start + start, end: span.end + start },
      text,
    }));
  });
  const upserted = [{ uri, text: applyEdits(textOf(file), edits) }];
  return errorsAfter(apply(snapshot, { reason: 'repair', upserted }), uri, rounds - 1);
}

/** By file, what is wrong with each that is: all of it looked at, and refused by the API server or by kubectl. */
const golden = path.join(top, 'test/corpus/network-policy-api.json');

const repository = (): ReadonlyMap<string, string> =>
  repositoriesIn(corpus!).find(({ name }) => name === 'kubernetes-sigs__network-policy-api')!.texts;

test(
  'of the manifests of the Network Policy API the wrong ones get one error a mistake, all others none',
  { skip: corpus === null },
  () => {
    const world = worldOf(repository());
    const files = [...world.files.keys()];
    assert.ok(files.length > 40, 'the manifests are there no more');
    const now = Object.fromEntries(
      files.flatMap((uri) => {
        const errors = errorsIn(world, uri);
        return errors.length === 0 ? [] : [[pathOf(uri), errors]];
      }),
    );
    if (process.env['UPDATE'] === '1') writeFileSync(golden, `${JSON.stringify(now, null, 2)}\n`);
    assert.deepEqual(now, JSON.parse(readFileSync(golden, 'utf8')));
  },
);

test(
  'the fixes rewrite the old nesting, and what they leave is what they did not mean to repair',
  { skip: corpus === null },
  () => {
    const world = worldOf(repository());
    for (const uri of world.files.keys())
      assert.deepEqual(
        errorsAfter(world, uri),
        errorsIn(world, uri).filter((error) => !error.endsWith(', fixed')),
        pathOf(uri),
      );
  },
);

test(
  'the administrators’ policies of the reference page get one error a mistake, with the fix',
  { skip: seeds === null },
  () => {
    const policies = readdirSync(seeds!).flatMap((name) =>
      readFileSync(path.join(seeds!, name), 'utf8')
        .split(/^(?=apiVersion: policy\.networking\.k8s\.io\/)/m)
        .slice(1)
        .map((text) => /^(?:(?: .*|\w+:.*)\n)+/.exec(text)![0]),
    );
    assert.equal(policies.length, 2);
    const file = uriOf('policy.yaml');
    const errors = policies.map((text) => {
      const world = worldOfTexts(new Map([['policy.yaml', text]]));
      return { before: errorsIn(world, file), after: errorsAfter(world, file) };
    });
    assert.deepEqual(errors, [
      { before: ['unknown-field, fixed', 'unknown-field, fixed'], after: [] },
      // `sameLabels` cannot be rewritten.
      { before: ['unknown-field', 'unknown-field, fixed'], after: ['unknown-field'] },
    ]);
  },
);
