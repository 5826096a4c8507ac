/*
 * `npm start`: installs, builds, prints what netpol finds in the examples, and opens a real VS Code in the browser with
 * netpol at work on them. `--no-editor` stops after the findings.
 */
import { spawn } from 'node:child_process';
import { build, install, run, top } from './setup.mjs';

install();
build();

console.log('\nnetpol check examples\n');
run(process.execPath, ['server/dist/netpol.js', 'check', '--root', 'examples', 'examples']);

if (!process.argv.includes('--no-editor')) {
  const script = ['--import', 'tsx', 'server/scripts/browser.ts', ...process.argv.slice(2)];
  const editor = spawn(process.execPath, script, { cwd: top, stdio: 'inherit' });
  // Whoever ends this process means the editor.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => editor.kill(signal));
  editor.on('exit', (code) => process.exit(code ?? 1));
}
