/*
 * Writes every generated file, or with `--check` only compares and fails where one is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Generated } from './gen/validators.ts';

/** In order: what the core itself imports is written before a generator that loads the core. */
const generators: readonly (() => Promise<Generated[]>)[] = [
  async () => (await import('./gen/validators.ts')).validators(),
  async () => (await import('./gen/ruleDocs.ts')).ruleDocs(),
  async () => (await import('./gen/settings.ts')).settings(),
  async () => (await import('./gen/cliDocs.ts')).cliDocs(),
];

const check = process.argv.includes('--check');
for (const generate of generators) {
  for (const { path, text } of await generate()) {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    if (check) {
      console.error(`stale: ${path}; run npm run gen`);
      process.exitCode = 1;
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}
