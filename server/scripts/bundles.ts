import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';

/** One bundle and where it goes. */
export type Bundle = BuildOptions & { readonly outfile: string };

const common: BuildOptions = {
  bundle: true,
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

/**
 * The build of `yaml` for Node looks into the environment at every token, for a setting that helps its authors; the one
 * for browsers is the same without, and takes a fifth less time.
 */
const yaml = fileURLToPath(new URL('../../node_modules/yaml/browser/index.js', import.meta.url));

const node: BuildOptions = { ...common, platform: 'node', target: 'node20', alias: { yaml } };
const esm: BuildOptions = { ...node, format: 'esm', banner: { js: executable } };
const extension: BuildOptions = { ...common, format: 'cjs', external: ['vscode'] };

/** The language server, all of it in one file. */
export const serverBundle: Bundle = {
  ...esm,
  entryPoints: ['server/src/entry/node.ts'],
  outfile: 'server/dist/serving.mjs',
};

/** What starts the server that lies beside it. */
export const launcherBundle: Bundle = {
  ...esm,
  entryPoints: ['server/src/entry/launch.ts'],
  outfile: 'server/dist/server.js',
};

/** The command line. */
const commandLineBundle: Bundle = {
  ...esm,
  entryPoints: ['server/src/entry/cli.ts'],
  outfile: 'server/dist/netpol.js',
};

/** The server in a web worker. */
const workerBundle: Bundle = {
  ...common,
  platform: 'browser',
  format: 'iife',
  entryPoints: ['server/src/entry/browser.ts'],
  outfile: 'client/dist/serverWorker.js',
};

/** The names of the grammars that the extension contributes, in `syntaxes/` and beside its bundles. */
export const grammars = ['netpol-ignore.tmLanguage.json', 'netpol-selector.tmLanguage.json'];

/** Everything that is built; paths are relative to the top. */
export const bundles: readonly Bundle[] = [
  commandLineBundle,
  serverBundle,
  launcherBundle,
  // The extension is installed as a folder of its own, whose modules are CommonJS unless their names say otherwise.
  { ...serverBundle, outfile: 'client/dist/serving.mjs' },
  { ...launcherBundle, outfile: 'client/dist/server.mjs' },
  workerBundle,
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
    outfile: 'client/dist/browser.js',
  },
];
