import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { touches } from '../../server/src/base/span.ts';
import { documentSymbol } from '../../server/src/features/documentSymbol.ts';
import type { Entry } from '../../server/src/features/feature.ts';
import { hover } from '../../server/src/features/hover.ts';
import { apply, EMPTY, type File, type Snapshot } from '../../server/src/workspace/snapshot.ts';
import { contextIn } from '../support/answer.ts';
import { material } from '../support/material.ts';

/*
 * Real files, whole and cut off at random places as while they are being typed: whatever is asked, features answer.
 */

/** A policy of a kind and version that is read. */
const POLICY =
  /^apiVersion: (?:networking\.k8s\.io\/v1\nkind: |policy\.networking\.k8s\.io\/(?:v1alpha1\nkind: (?:Baseline)?Admin|v1alpha2\nkind: Cluster))NetworkPolicy\b/m;

const folder = material('corpus');
const files =
  folder === null
    ? []
    : globSync('**/*.{yaml,yml}', { cwd: folder })
        .sort()
        .filter((_, index) => index % 3 === 0)
        .map((name) => readFileSync(path.join(folder, name), 'utf8'))
        .filter((text) => text.length < 8_000 && POLICY.test(text));

const uri = 'file:///corpus/file.yaml';

function read(text: string): { readonly snapshot: Snapshot; readonly file: File } {
  const snapshot = apply(EMPTY, {
    reason: 'corpus',
    upserted: [{ uri, text }],
    read: true,
  });
  return { snapshot, file: snapshot.files.get(uri)! };
}

/** An editor refuses an outline in which something does not lie in what it belongs to, or has no name. */
function checkOutline(entries: readonly Entry[]): void {
  for (const { name, span, selection, children } of entries) {
    assert.notEqual(name.trim(), '');
    for (const inner of [selection, ...children.map((child) => child.span)])
      assert.ok(
        span.start <= inner.start && inner.end <= span.end,
        `${name} does not hold its parts`,
      );
    checkOutline(children);
  }
}

function askEverywhere(text: string, step: number): number {
  const { snapshot, file } = read(text);
  const context = contextIn(snapshot, file);
  checkOutline(documentSymbol.run(context, null));
  let answered = 0;
  for (const { chunk } of file.chunks)
    for (let offset = 0; offset <= chunk.text.length; offset += step) {
      const answer = hover.run(context, { chunk, offset });
      if (answer === null) continue;
      answered++;
      assert.ok(touches(answer.span, offset), 'another place is marked');
      assert.ok(answer.markdown.split('\n').length <= 24, answer.markdown);
      assert.doesNotMatch(answer.markdown, /undefined|\[object|NaN/);
    }
  return answered;
}

test('hover and outline answer at every offset of real files', { skip: folder === null }, () => {
  const answered = files.map((text) => askEverywhere(text, 1));
  assert.ok(files.length > 100, `only ${files.length} files`);
  const silent = files.filter((_, index) => answered[index] === 0);
  assert.deepEqual(silent, []);
});

test('hover and outline answer in files that end anywhere', { skip: folder === null }, () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (text, cut) => {
        askEverywhere(text.slice(0, Math.floor(text.length * cut)), 7);
      },
    ),
    { numRuns: 300 },
  );
});
