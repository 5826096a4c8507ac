/*
 * Runs the tests below the folders or files given, or all that need only Node. The files are listed here because
 * Node 20's runner expands no globs and calls a run of no tests a success.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { globSync } from 'tinyglobby';

const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const places = given.length > 0 ? given : ['server/src', 'test'];
const files = places.flatMap((place) => {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return globSync('**/*.test.ts', {
    cwd: place,
    absolute: true,
    ignore: ['editor/**', '**/node_modules/**'],
  });
});

if (files.length === 0) {
  console.error(`no test files in ${places.join(', ')}`);
  process.exit(1);
}
const run = spawnSync(
  process.execPath,
  [
    '--import=tsx',
    '--import=./test/support/seed.ts',
    '--test',
    '--test-reporter=spec',
    ...flags,
    ...files.sort(),
  ],
  { stdio: 'inherit' },
);
process.exit(run.status ?? 1);
