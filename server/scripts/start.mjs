/*
 * `npm start`: installs, builds, prints what netpol finds in the examples, and opens a real VS Code in the browser with
 * netpol at work on them. `--no-editor` stops after the findings.
 */
import { build, install, must, run } from './setup.mjs';

install();
build();

console.log('\nnetpol check examples\n');
run(process.execPath, ['server/dist/netpol.js', 'check', '--root', 'examples', 'examples']);

if (!process.argv.includes('--no-editor'))
  must(process.execPath, [
    '--import',
    'tsx',
    'server/scripts/browser.ts',
    ...process.argv.slice(2),
  ]);
