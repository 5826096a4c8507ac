/*
 * `npm test`: installs, builds, and runs all tests that need only Node.
 */
import { build, install, run } from './setup.mjs';

install();
build();
process.exit(
  run(process.execPath, ['--import', 'tsx', 'server/scripts/test.ts', ...process.argv.slice(2)]),
);
