import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { rules } from '../../server/src/rules/all.ts';
import { findingsOf } from '../../server/src/rules/run.ts';
import { material, top } from '../support/material.ts';
import { uriOf, worldOfTexts } from './worlds.ts';

/*
 * Files before and after commits that repaired them, of all dialects, each by itself. Most such commits open a port or a
 * peer for something new, which no manifest shows beforehand, so this counts what netpol would have caught; and a repair
 * must not be answered with new complaints. Every finding that a commit silences or brings was looked at.
 */

const folder = material('mistakes', 'pairs');
const skip = folder === null;

/** The folders of the pairs. */
const pairs = (folder === null ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  .filter((file) => path.basename(file) === 'before.yaml')
  .map((file) => path.dirname(file))
  .sort();

/** What somebody found who looked: pairs of files by the codes of the findings in which they differ. */
interface Reviewed {
  /** The finding says what the commit repaired. */
  readonly repaired: Codes;
  /** The finding is about something else that the commit changed. */
  readonly besides: Codes;
  /** The errors and warnings that only the repaired file has, and why they are right. */
  readonly brought: Readonly<
    Record<string, { readonly why: string; readonly pairs: readonly string[] }>
  >;
}

type Codes = Readonly<Record<string, readonly string[]>>;

const reviewed = JSON.parse(
  readFileSync(path.join(top, 'test/corpus/mistakes.json'), 'utf8'),
) as Reviewed;

const textOf = (pair: string, side: 'before' | 'after'): string =>
  readFileSync(path.join(folder!, pair, `${side}.yaml`), 'utf8');

const foundIn = (text: string): string[] =>
  findingsOf(worldOfTexts(new Map([['policy.yaml', text]])), uriOf('policy.yaml'), {
    rules,
    log: (_, error) => {
      throw error;
    },
  }).map(({ severity, meta }) => `${severity} ${meta.code}`);

const times = (list: readonly string[], one: string): number =>
  list.filter((other) => other === one).length;

/** What is found of one side of a pair more often than of the other. */
const more = (of: readonly string[], than: readonly string[]): string[] =>
  [...new Set(of)].filter((one) => times(of, one) > times(than, one));

const judged = pairs.map((pair) => {
  const [before, after] = [foundIn(textOf(pair, 'before')), foundIn(textOf(pair, 'after'))];
  return { pair, gone: more(before, after), brought: more(after, before) };
});

/** The pairs by code. */
const byCode = (found: readonly (readonly [pair: string, finding: string])[]): Codes => {
  const codes = new Map<string, Set<string>>();
  for (const [pair, finding] of found) {
    const code = finding.split(' ')[1]!;
    codes.set(code, (codes.get(code) ?? new Set()).add(pair));
  }
  return Object.fromEntries(
    [...codes].map(([code, those]): [string, string[]] => [code, [...those].sort()]),
  );
};

test(
  'the mistakes that netpol finds before their repair and not after it are known',
  { skip },
  () => {
    const gone = byCode(
      judged.flatMap(({ pair, gone: those }) => those.map((one) => [pair, one] as const)),
    );
    const listed = byCode(
      [reviewed.repaired, reviewed.besides].flatMap((codes) =>
        Object.entries(codes).flatMap(([code, those]) =>
          those.map((pair) => [pair, `- ${code}`] as const),
        ),
      ),
    );
    assert.deepEqual(gone, listed);
    const caught = new Set(Object.values(reviewed.repaired).flat());
    const rulesOf = Object.entries(reviewed.repaired).map(
      ([code, those]) => `${code} ${those.length}`,
    );
    console.log(
      `mistakes: ${caught.size} of ${pairs.length} repairs were of what netpol finds: ${rulesOf.join(', ')}`,
    );
  },
);

test('no repair brings an error or a warning but for those that were looked at', { skip }, () => {
  const brought = judged.flatMap(({ pair, brought: those }) =>
    those.filter((one) => /^(?:error|warning)/.test(one)).map((one) => [pair, one] as const),
  );
  const known = Object.entries(reviewed.brought).map(([code, { pairs: those }]) => [code, those]);
  assert.deepEqual(byCode(brought), Object.fromEntries(known));
  for (const [code, { why }] of Object.entries(reviewed.brought))
    assert.notEqual(why, '', `why is ${code} right?`);
});
