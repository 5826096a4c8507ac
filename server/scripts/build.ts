/*
 * Bundles the command line, the server and the extension. `--minify` is for what is shipped.
 */
import { chmodSync, copyFileSync, statSync } from 'node:fs';
import { build } from 'esbuild';
import { bundles, grammars } from './bundles.ts';

const minify = process.argv.includes('--minify');

await Promise.all(bundles.map((bundle) => build({ ...bundle, minify, sourcemap: !minify })));
for (const { outfile } of bundles) {
  if (outfile.startsWith('server/')) chmodSync(outfile, 0o755);
  console.log(`${outfile}  ${Math.round(statSync(outfile).size / 1024)} KB`);
}
// The extension is run from its folder, which holds all that it contributes.
for (const grammar of grammars) copyFileSync(`syntaxes/${grammar}`, `client/dist/${grammar}`);
