/*
 * Bundles the command line, the server and the extension. `--minify` is for what is shipped.
 */
import { chmodSync, statSync } from 'node:fs';
import { build } from 'esbuild';
import { bundles } from './bundles.ts';

const minify = process.argv.includes('--minify');

await Promise.all(bundles.map((bundle) => build({ ...bundle, minify, sourcemap: !minify })));
for (const { outfile } of bundles) {
  if (outfile.startsWith('server/')) chmodSync(outfile, 0o755);
  console.log(`${outfile}  ${Math.round(statSync(outfile).size / 1024)} KB`);
}
