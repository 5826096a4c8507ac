/*
 * Writes every generated file, or with `--check` only compares and fails where one is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ruleDocs } from './gen/ruleDocs.ts';
import { validators } from './gen/validators.ts';

const generated = [...validators(), ...ruleDocs()];
const stale = generated.filter(
  ({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text,
);

if (process.argv.includes('--check')) {
  for (const { path } of stale) console.error(`stale: ${path}; run npm run gen`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const { path, text } of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}
