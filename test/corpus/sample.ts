/*
 * Prints what the corpus is told in an order that nobody chose, which is what docs/noise.md judges:
 * `npx tsx test/corpus/sample.ts [--dialects calico,cilium] [--severities warning,hint] [HOW MANY]`. Without options it is
 * the first fifty warnings of all kinds. A document that holds no object is of no dialect.
 */
import { parseArgs } from 'node:util';
import { rules } from '../../server/src/rules/all.ts';
import { material } from '../support/material.ts';
import { dialectOf, locatedIn, lotOf, placeOf } from './findings.ts';
import { repositoriesIn, worldOfTexts } from './worlds.ts';

const { values, positionals } = parseArgs({
  options: {
    dialects: { type: 'string' },
    severities: { type: 'string' },
  },
  allowPositionals: true,
});
const severities = (values.severities ?? 'warning').split(',');
const dialects = values.dialects?.split(',');

const folder = material('corpus');
const run = { rules, log: (code: string, error: unknown) => console.error(code, error) };
const sampled = (folder === null ? [] : repositoriesIn(folder))
  .flatMap(({ name, texts }) => locatedIn(name, worldOfTexts(texts), run))
  .filter((one) => severities.includes(one.found.severity))
  .filter((one) => dialects === undefined || dialects.includes(dialectOf(one) ?? ''))
  .map((one) => ({ one, lot: lotOf(one) }))
  .sort((a, b) => (a.lot < b.lot ? -1 : 1));
console.log(`${sampled.length} of severity ${severities.join(', ')}`);
for (const { one, lot } of sampled.slice(0, Number(positionals[0] ?? 50)))
  console.log(
    `${lot.slice(0, 8)}  ${one.found.meta.code}\n  ${placeOf(one)}\n  ${one.found.message}`,
  );
