import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { folder } from './install.ts';

const common: BuildOptions = {
  bundle: true,
  absWorkingDir: folder,
  logLevel: 'warning',
  target: 'es2022',
};

/**
 * Bundles the tests for both kinds of extension host and returns the files. The one for web workers goes into the
 * extension's folder, the only one that is served to it.
 */
export async function bundleSuite(): Promise<{ readonly node: string; readonly web: string }> {
  const node = path.join(folder, 'dist', 'node.cjs');
  const web = path.join(folder, '..', '..', 'client', 'dist', 'test', 'web.js');
  await build({
    ...common,
    entryPoints: ['suite/node.ts'],
    outfile: node,
    format: 'cjs',
    platform: 'node',
    external: ['vscode', 'mocha'],
  });
  await build({
    ...common,
    entryPoints: ['suite/web.ts'],
    outfile: web,
    platform: 'browser',
    external: ['vscode'],
    inject: ['mocha/mocha.js'],
    // Mocha takes whatever `module` it finds for its own, so ours is exported after it.
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
  });
  return { node, web };
}
