/*
 * Prints the warnings of the corpus in an order that nobody chose, the first fifty of which docs/noise.md judges:
 * `npx tsx test/corpus/sample.ts [HOW MANY]`.
 */
import { rules } from '../../server/src/rules/all.ts';
import { material } from '../support/material.ts';
import { locatedIn, lotOf, placeOf } from './findings.ts';
import { repositoriesIn, worldOfTexts } from './worlds.ts';

const folder = material('corpus');
const run = { rules, log: (code: string, error: unknown) => console.error(code, error) };
const warnings = (folder === null ? [] : repositoriesIn(folder))
  .flatMap(({ name, texts }) => locatedIn(name, worldOfTexts(texts), run))
  .filter(({ found }) => found.severity === 'warning')
  .map((one) => ({ one, lot: lotOf(one) }))
  .sort((a, b) => (a.lot < b.lot ? -1 : 1));
console.log(`${warnings.length} warnings`);
for (const { one, lot } of warnings.slice(0, Number(process.argv[2] ?? 50)))
  console.log(
    `${lot.slice(0, 8)}  ${one.found.meta.code}\n  ${placeOf(one)}\n  ${one.found.message}`,
  );
