/*
 * `npm start` as its user meets it: runs it, opens the address that it prints, and interrupts it.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { withPage } from './chromium.ts';
import { folder } from './install.ts';

/** Milliseconds to wait for anything to appear; it may have to install something first. */
const LIMIT = 120_000;
const TAKEN = 3200;

/** Somebody is there already. */
const other = createServer().listen(TAKEN, 'localhost');

const start = spawn(process.execPath, ['server/scripts/start.mjs', '--port', String(TAKEN)], {
  cwd: path.join(folder, '..', '..'),
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise<number | null>((resolve) => start.once('exit', resolve));
const timer = setTimeout(() => start.kill(), LIMIT);

let passed = 0;
const ok = (what: string): void => {
  console.log(`  ok    ${what}`);
  passed++;
};

const EXPECTED = 3;
try {
  let address: string | undefined;
  for await (const line of createInterface(start.stdout)) {
    address = /http:\/\/localhost:\d+\//.exec(line)?.[0];
    if (address !== undefined) break;
  }
  if (address !== `http://localhost:${TAKEN + 1}/`)
    throw new Error(`${address} is not the next free port's`);
  ok('prints an address at the next free port');

  await withPage({ width: 1280, height: 800, scale: 1 }, async (page) => {
    await page.goto(address);
    await page.waitForSelector('.monaco-editor .squiggly-warning', { timeout: LIMIT });
  });
  ok('shows an example with findings in the browser');

  start.kill('SIGINT');
  if ((await ended) !== 0) throw new Error('it did not end well');
  ok('ends when it is interrupted');
} catch (error) {
  console.error('  FAIL ', error);
  process.exitCode = 1;
} finally {
  clearTimeout(timer);
  start.kill();
  other.close();
}
console.log(`\n${passed} passed, ${EXPECTED - passed} failed`);
