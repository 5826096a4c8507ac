/*
 * Runs the suite in VS Code: `desktop`, where extensions have Node, or `web`, where they run in a web worker.
 *
 * The desktop's VS Code is downloaded where a screen could show it; elsewhere VS Code's own server and Chromium stand in.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleSuite } from './bundle.ts';
import { runTestsAt } from './chromium.ts';
import { folder } from './install.ts';
import { freePort } from './port.ts';
import { serve } from './web.ts';

const extension = path.join(folder, '..', '..', 'client');
const workspace = path.join(folder, 'workspace');
/** Milliseconds for all tests of one editor. */
const LIMIT = 180_000;

const screen =
  process.platform !== 'linux' ||
  process.env['DISPLAY'] !== undefined ||
  process.env['WAYLAND_DISPLAY'] !== undefined;

const { node, web } = await bundleSuite();
if (process.argv[2] === 'web') {
  const port = await freePort(3100);
  const server = await serve({ extension, opened: workspace, tests: web }, port);
  process.exitCode = await runTestsAt(`http://localhost:${port}/`, LIMIT);
  server.kill();
} else {
  const repository = committedCopy(workspace);
  try {
    await runTests({
      ...(screen ? {} : { vscodeExecutablePath: path.join(folder, 'code') }),
      extensionDevelopmentPath: extension,
      extensionTestsPath: node,
      launchArgs: [repository],
    });
  } finally {
    rmSync(repository, { recursive: true, force: true });
  }
}

/** A copy of a directory as a git repository of its own, with all that is in it committed. */
function committedCopy(directory: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'netpol-repository-'));
  cpSync(directory, copy, { recursive: true });
  const author = ['-c', 'user.name=netpol', '-c', 'user.email=netpol@example.com'];
  for (const args of [
    ['init', '--quiet'],
    ['add', '.'],
    ['commit', '--quiet', '-m', 'Start'],
  ])
    execFileSync('git', [...author, ...args], { cwd: copy });
  return copy;
}
