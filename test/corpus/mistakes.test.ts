import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { rules } from '../../server/src/rules/all.ts';
import { findingsOf } from '../../server/src/rules/run.ts';
import { material } from '../support/material.ts';
import { uriOf, worldOfTexts } from './worlds.ts';

/*
 * Files before and after commits that repaired them. Most such commits open a port for something new, which no manifest
 * shows beforehand, so this counts what netpol would have caught; and a repair must not be answered with new complaints.
 */

const folder = material('mistakes', 'pairs');
const skip = folder === null;

/** The folders of pairs whose files hold policies of Kubernetes itself. */
const pairs = (folder === null ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  .filter((file) => path.basename(file) === 'before.yaml')
  .map((file) => path.dirname(file))
  .filter((pair) => existsSync(path.join(folder!, pair, 'after.yaml')))
  .filter(
    (pair) =>
      /^kind: NetworkPolicy$/m.test(textOf(pair, 'before')) &&
      /^apiVersion: (?:networking\.k8s\.io\/v1|extensions\/v1beta1)$/m.test(textOf(pair, 'before')),
  )
  .sort();

function textOf(pair: string, side: 'before' | 'after'): string {
  return readFileSync(path.join(folder!, pair, `${side}.yaml`), 'utf8');
}

const foundIn = (text: string): string[] =>
  findingsOf(worldOfTexts(new Map([['policy.yaml', text]])), uriOf('policy.yaml'), {
    rules,
    log: (_, error) => {
      throw error;
    },
  }).map(({ severity, meta }) => `${severity} ${meta.code}`);

/** What one side has more of than the other. */
const more = (of: readonly string[], than: readonly string[]): string[] =>
  [...new Set(of)].filter(
    (one) =>
      of.filter((other) => other === one).length > than.filter((other) => other === one).length,
  );

test('some real mistakes are found before their repair and not after it', { skip }, () => {
  const caught = pairs.filter((pair) => {
    const gone = more(foundIn(textOf(pair, 'before')), foundIn(textOf(pair, 'after')));
    if (gone.length > 0) console.log(`mistakes: ${pair}: ${gone.join(', ')}`);
    return gone.length > 0;
  });
  console.log(`mistakes: ${caught.length} of ${pairs.length} repairs silence a finding`);
  assert.ok(caught.length >= 8);
});

/** A repair that brought a mistake: its port and the protocol are two entries, which three later repairs make one. */
const MISTAKEN: ReadonlySet<string> = new Set([
  'argoproj__argo-cd/33d691eccd-20: warning split-ports-item',
]);

test('no repair brings an error or a warning, but for one that brought a mistake', { skip }, () => {
  const brought = pairs.flatMap((pair) =>
    more(foundIn(textOf(pair, 'after')), foundIn(textOf(pair, 'before')))
      .filter((one) => /^(?:error|warning)/.test(one))
      .map((one) => `${pair}: ${one}`),
  );
  assert.deepEqual(new Set(brought), MISTAKEN);
});
