/*
 * Installs and builds what a fresh checkout lacks, with nothing but Node itself.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the repository. */
export const top = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a program to its end and shows what it prints.
 * @returns {number} its exit code
 */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: top, stdio: 'inherit', ...options });
  if (error) console.error(String(error));
  return status ?? 1;
}

/** Runs a program that everything after depends on; ends the process where it fails. */
export function must(program, args, options) {
  const code = run(program, args, options);
  if (code !== 0) process.exit(code);
}

/** The npm that this Node came with. */
export const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Installs the packages of the lock file, unless they are there already and newer than it. */
export function install(folder = top) {
  const installed = path.join(folder, 'node_modules', '.package-lock.json');
  const lock = path.join(folder, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  must(npm, ['ci', '--no-audit', '--no-fund'], { cwd: folder });
}

/** Bundles everything. */
export function build() {
  must(process.execPath, ['--import', 'tsx', 'server/scripts/build.ts']);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`netpol needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
