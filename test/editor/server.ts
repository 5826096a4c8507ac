/*
 * VS Code's own server, which serves its workbench to a browser and runs extensions as the desktop does.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { node24, vscodeServer } from './install.ts';
import { freePort } from './port.ts';

/** A server that runs. */
export interface Server {
  /** As in `127.0.0.1:4000`. */
  readonly host: string;
  /** Ends it and all that it started, and removes its profile. */
  readonly stop: () => Promise<void>;
}

/** Nothing on the screen but files and what netpol says of them. */
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.navigationControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'chat.disableAIFeatures': true,
  'editor.hover.delay': 100,
  'editor.fontFamily': "'JetBrains Mono', monospace",
  'editor.minimap.enabled': false,
  'editor.scrollbar.horizontal': 'hidden',
  'editor.scrollbar.vertical': 'hidden',
  'editor.stickyScroll.enabled': false,
  'editor.wordBasedSuggestions': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'window.title': '${activeEditorShort}${separator}${rootName}',
};

/**
 * Starts a server with a profile that is thrown away.
 * @param extension a packed extension to install
 * @param settings settings beside the usual ones, or in their place
 * @throws where it does not answer within half a minute
 */
export async function startServer(
  extension?: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Server> {
  const profile = mkdtempSync(path.join(tmpdir(), 'netpol-vscode-'));
  mkdirSync(path.join(profile, 'user', 'User'), { recursive: true });
  writeFileSync(
    path.join(profile, 'user', 'User', 'settings.json'),
    JSON.stringify({ ...SETTINGS, ...settings }),
  );
  const port = await freePort(4100);
  const node = node24();
  const log = openSync(path.join(profile, 'server.log'), 'w');
  const environment = {
    ...process.env,
    PATH: `${path.dirname(node)}${path.delimiter}${process.env['PATH']}`,
    TMPDIR: profile,
    XDG_RUNTIME_DIR: profile,
    EXTENSIONS_GALLERY: '{"serviceUrl":"","itemUrl":"","resourceUrlTemplate":""}',
  };
  const common = [
    path.join(vscodeServer(), 'out', 'server-main.js'),
    `--server-data-dir=${path.join(profile, 'data')}`,
    `--user-data-dir=${path.join(profile, 'user')}`,
    `--extensions-dir=${path.join(profile, 'extensions')}`,
    '--accept-server-license-terms',
    '--telemetry-level=off',
  ];
  if (extension !== undefined)
    execFileSync(node, [...common, `--install-extension=${extension}`], {
      stdio: ['ignore', log, log],
      env: environment,
    });
  const server = spawn(
    node,
    [
      ...common,
      '--host=127.0.0.1',
      `--port=${port}`,
      '--without-connection-token',
      '--disable-workspace-trust',
      // Without it the workbench ignores the extension and the tests that an address names.
      '--enable-smoke-test-driver',
    ],
    // A group of its own, so that extension hosts end with it.
    { detached: true, stdio: ['ignore', log, log], env: environment },
  );
  const kill = (): void => void process.kill(-server.pid!, 'SIGKILL');
  process.once('exit', kill).once('SIGTERM', leave).once('SIGINT', leave);
  const stop = async (): Promise<void> => {
    process.off('exit', kill).off('SIGTERM', leave).off('SIGINT', leave);
    await end(server);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const host = `127.0.0.1:${port}`;
  if (await answers(`http://${host}/version`, 30_000)) return { host, stop };
  await stop();
  throw new Error("VS Code's server did not start");
}

/** The address of something in a server's workbench: parameters, and what VS Code itself shall know. */
export function addressOf(
  { host }: Server,
  workspace: string | undefined,
  payload: readonly (readonly [string, string])[],
): string {
  const query = new URLSearchParams({
    ...(workspace === undefined
      ? { ew: 'true' }
      : { [workspace.endsWith('.code-workspace') ? 'workspace' : 'folder']: workspace }),
    payload: JSON.stringify(payload),
  });
  // VS Code reads a plus sign as itself.
  return `http://${host}/?${query.toString().replaceAll('+', '%20')}`;
}

/** A file as that server's workbench calls it. */
export const remote = ({ host }: Server, file: string): string =>
  `vscode-remote://${host}${path.resolve(file)}`;

/** Ends this process so that what it does on exit is done. */
const leave = (): void => process.exit(1);

async function answers(address: string, limit: number): Promise<boolean> {
  const until = Date.now() + limit;
  while (Date.now() < until) {
    const status = await new Promise<number | undefined>((resolve) => {
      get(address, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', () => resolve(undefined));
    });
    if (status === 200) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  const killed = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), 3000);
  await ended;
  clearTimeout(killed);
}
