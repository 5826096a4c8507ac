import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the repository. */
export const top = fileURLToPath(new URL('../..', import.meta.url));

/** Material from outside that some tests read, and the variable that says where it is. */
const places = {
  oracles: 'NETPOL_ORACLES',
  corpus: 'NETPOL_CORPUS',
  mistakes: 'NETPOL_MISTAKES',
  upstream: 'NETPOL_UPSTREAM',
  seeds: 'NETPOL_SEEDS',
} as const;

/**
 * The folder of some outside material, or null where it is absent: the test then says so and skips, so that the
 * project stands alone.
 */
export function material(name: keyof typeof places, ...below: string[]): string | null {
  const variable = places[name];
  const folder = path.join(process.env[variable] ?? path.join(top, '../shared', name), ...below);
  if (existsSync(folder)) return folder;
  console.log(`skipped: ${folder} is absent (${variable})`);
  return null;
}
