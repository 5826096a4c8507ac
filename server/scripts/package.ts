/*
 * `npm run package`: builds the extension and packs it as `netpol.vsix`. What packs it is large and of no use for
 * anything else, so it lives in `client/packaging/` and is installed here.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundles, grammars } from './bundles.ts';
import { install, must, top } from './setup.mjs';

const tools = path.join(top, 'client/packaging');
const target = path.join(top, 'netpol.vsix');

must(process.execPath, ['--import', 'tsx', 'server/scripts/build.ts', '--minify']);
install(tools);

// What stands in this folder is packed, and nothing else.
const staged = mkdtempSync(path.join(tmpdir(), 'netpol-package-'));
try {
  mkdirSync(path.join(staged, 'dist'));
  const made = bundles.map(({ outfile }) => outfile).filter((file) => file.startsWith('client/'));
  for (const file of [...made, ...grammars.map((name) => `client/dist/${name}`)])
    copyFileSync(path.join(top, file), path.join(staged, 'dist', path.basename(file)));
  for (const name of ['README.md', 'icon.png'])
    copyFileSync(path.join(top, 'client', name), path.join(staged, name));
  for (const name of ['LICENSE', 'CHANGELOG.md'])
    copyFileSync(path.join(top, name), path.join(staged, name));
  // Everything is bundled, so nothing is depended on.
  const { dependencies, devDependencies, ...manifest } = JSON.parse(
    readFileSync(path.join(top, 'client/package.json'), 'utf8'),
  ) as Record<string, unknown>;
  void [dependencies, devDependencies];
  writeFileSync(
    path.join(staged, 'package.json'),
    JSON.stringify({ ...manifest, files: ['**'] }, null, 2),
  );
  const vsce = path.join(tools, 'node_modules/@vscode/vsce/vsce');
  const { status } = spawnSync(
    process.execPath,
    [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', target],
    { cwd: staged, stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(staged, { recursive: true });
}
