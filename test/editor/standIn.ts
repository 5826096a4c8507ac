/*
 * Stands in for the executable of the desktop's VS Code where that cannot be had: takes the arguments that
 * @vscode/test-electron gives, and runs the tests in VS Code's own server, shown by Chromium. Extensions run in a Node
 * extension host there too.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTestsAt } from './chromium.ts';
import { addressOf, remote, startServer } from './server.ts';

/** Milliseconds for all tests. */
const LIMIT = 180_000;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
  },
});

// As on a desktop, git is there.
const server = await startServer(undefined, { 'git.enabled': true });
try {
  const workspace = positionals
    .map((place) => path.resolve(place))
    .find((place) => existsSync(place));
  const address = addressOf(server, workspace, [
    ...(values.extensionDevelopmentPath as string[]).map(
      (extension) => ['extensionDevelopmentPath', remote(server, extension)] as const,
    ),
    ['extensionTestsPath', remote(server, String(values.extensionTestsPath))],
    ['skipWelcome', 'true'],
  ]);
  process.exitCode = await runTestsAt(address, LIMIT);
} finally {
  await server.stop();
}
