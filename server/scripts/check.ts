/*
 * `npm run check`: everything that must hold before a commit. Each step runs even where an earlier one failed, so that
 * one run shows all there is to repair.
 */
import { spawnSync } from 'node:child_process';

const steps: readonly (readonly [name: string, command: readonly string[]])[] = [
  ['types of the core rooms', ['tsc', '-p', 'server/tsconfig.core.json']],
  ['types of the server', ['tsc', '-p', 'server/tsconfig.json']],
  ['types of the tests', ['tsc', '-p', 'test/tsconfig.json']],
  ['types of the client', ['tsc', '-p', 'client/tsconfig.json']],
  ['lint', ['oxlint', '--type-aware', '--deny-warnings']],
  ['format', ['oxfmt', '--check']],
  ['freshness of generated files', ['tsx', 'server/scripts/gen.ts', '--check']],
  ['tests', ['tsx', 'server/scripts/test.ts']],
];

// The gates alone are for a run that has the tests elsewhere.
const wanted = process.argv.includes('--gates') ? steps.slice(0, -1) : steps;

const failed = wanted.filter(([name, [program, ...args]]) => {
  console.log(`\n── ${name}`);
  return spawnSync(`node_modules/.bin/${program!}`, args, { stdio: 'inherit' }).status !== 0;
});

console.log(`\n${wanted.length - failed.length} passed, ${failed.length} failed`);
for (const [name] of failed) console.log(`failed: ${name}`);
process.exitCode = failed.length > 0 ? 1 : 0;
