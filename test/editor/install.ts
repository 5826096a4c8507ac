/*
 * Installs what only editors under test and the benchmark need, so that nobody else downloads it. Nothing happens where
 * it is installed already. Run as a program it installs everything.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** This folder. */
export const folder = fileURLToPath(new URL('.', import.meta.url));

/** Where things lie that are made from packages; git ignores it. */
export const cache = path.join(folder, '.cache');

const inPackages = (...names: string[]): string => path.join(folder, 'node_modules', ...names);

/**
 * Installs the packages of the lock file.
 * @param part `web` is what VS Code in a browser needs, the packages' dependencies; `all` also Node 24, the test runners
 *   and the peer of the benchmark.
 * @throws where npm fails
 */
export function install(part: 'web' | 'all'): void {
  const lock = path.join(folder, 'package-lock.json');
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const wanted = Object.keys(
    part === 'web' ? dependencies : { ...dependencies, ...devDependencies },
  );
  const marker = inPackages('.package-lock.json');
  const fresh = existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs;
  if (fresh && wanted.every((name) => existsSync(inPackages(name)))) return;
  console.log(`installing ${part === 'web' ? 'VS Code for the browser' : 'editors under test'}`);
  npm(folder, 'ci', ...(part === 'web' ? ['--omit=dev', '--omit=optional'] : []));
}

/**
 * The program of a Node 24, which newer editors and language servers ask for.
 * @throws where no package has one for this platform and the running Node is older
 */
export function node24(): string {
  const platform = { linux: 'linux', win32: 'win' }[process.platform as string];
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = inPackages(`node-${platform}-${process.arch}`, 'bin', name);
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(`no package has Node 24 for ${process.platform} ${process.arch}; run with it`);
}

/** The package that carries VS Code's server and workbench, and what npm says of its content. */
const SERVER = {
  package: 'code-server@4.139.1',
  integrity:
    'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
} as const;

/**
 * Puts VS Code's server where it is not yet and returns its folder. Only the part of the package that is VS Code is
 * kept; native modules stay unbuilt, which costs nothing but lines in its log.
 * @throws where it cannot be fetched or is not what was expected
 */
export function vscodeServer(): string {
  const home = path.join(cache, SERVER.package);
  if (existsSync(home)) return home;
  console.log(`installing VS Code's server, ${SERVER.package}`);
  mkdirSync(cache, { recursive: true });
  // Everything happens beside its place, so that what is there is always whole.
  const making = mkdtempSync(path.join(cache, 'making-'));
  try {
    const [packed] = JSON.parse(npm(making, 'pack', SERVER.package, '--json')) as [
      { readonly filename: string; readonly integrity: string },
    ];
    if (packed.integrity !== SERVER.integrity)
      throw new Error(`${SERVER.package} is not what it was: ${packed.integrity}`);
    run(making, 'tar', '-xzf', packed.filename, 'package/lib/vscode');
    const vscode = path.join(making, 'package', 'lib', 'vscode');
    // It has a lock file, but one that `npm ci` finds incomplete.
    npm(vscode, 'install', '--omit=dev', '--ignore-scripts');
    for (const unused of [
      'node_modules/@github',
      'node_modules/@microsoft/mxc-sdk',
      'extensions/copilot',
      'extensions/mermaid-markdown-features',
      'extensions/microsoft-authentication',
    ])
      rmSync(path.join(vscode, unused), { recursive: true, force: true });
    renameSync(vscode, home);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return home;
}

/** Runs npm, once more where a registry did not answer the first time. */
function npm(cwd: string, ...args: string[]): string {
  const program = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const all = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    return run(cwd, program, ...all);
  } catch (error) {
    console.error(String(error));
    return run(cwd, program, ...all);
  }
}

function run(cwd: string, program: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 1 << 26,
    timeout: 300_000,
  });
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr.slice(0, 2000)}`);
  return stdout;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install('all');
  vscodeServer();
}
