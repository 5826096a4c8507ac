/*
 * Bundles the command line, the server and the extension. `--minify` is for what is shipped.
 */
import { chmodSync, existsSync, statSync } from 'node:fs';
import { build, type BuildOptions } from 'esbuild';

const minify = process.argv.includes('--minify');

const common: BuildOptions = {
  bundle: true,
  minify,
  sourcemap: !minify,
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
};

/** Packages that are CommonJS ask for Node's modules by `require`, which an ES module has to make for itself. */
const executable = [
  '#!/usr/bin/env node',
  "import { createRequire } from 'node:module';",
  'const require = createRequire(import.meta.url);',
].join('\n');

const node: BuildOptions = { ...common, platform: 'node', target: 'node20' };
const esm: BuildOptions = { ...node, format: 'esm', banner: { js: executable } };
const extension: BuildOptions = { ...common, format: 'cjs', external: ['vscode'] };

const bundles: readonly (BuildOptions & { readonly outfile: string })[] = [
  { ...esm, entryPoints: ['server/src/entry/cli.ts'], outfile: 'server/dist/netpol.js' },
  { ...esm, entryPoints: ['server/src/entry/node.ts'], outfile: 'server/dist/server.js' },
  // The extension's folder is CommonJS, so it has a server of its own.
  {
    ...node,
    format: 'cjs',
    entryPoints: ['server/src/entry/node.ts'],
    outfile: 'client/dist/server.js',
  },
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['server/src/entry/browser.ts'],
    outfile: 'client/dist/serverWorker.js',
  },
  {
    ...extension,
    platform: 'node',
    entryPoints: ['client/src/node.ts'],
    outfile: 'client/dist/node.cjs',
  },
  {
    ...extension,
    platform: 'browser',
    entryPoints: ['client/src/browser.ts'],
    outfile: 'client/dist/browser.cjs',
  },
];

await Promise.all(bundles.map((options) => build(options)));
for (const { outfile } of bundles) {
  if (outfile.startsWith('server/')) chmodSync(outfile, 0o755);
  if (existsSync(outfile))
    console.log(`${outfile}  ${Math.round(statSync(outfile).size / 1024)} KB`);
}
