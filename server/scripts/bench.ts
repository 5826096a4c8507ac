/*
 * `npm run bench`: netpol beside its peer, yaml-language-server, with the same client, Node and edits; and the engine and
 * the server in a workspace of 10,000 documents, and on a matrix of 1,000 workloads and policies. `--json FILE` also writes the figures, `--runs N` repeats each measurement
 * beside the peer and takes the least, which on a busy machine is the nearest to the truth; `--engine` leaves the peer out.
 */
import { statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { connectionMetrics } from './bench/connection.ts';
import { engineMetrics } from './bench/engine.ts';
import { matrixMetrics } from './bench/matrix.ts';
import { valueText, type Metric } from './bench/metrics.ts';
import { ownServer, program, servers, type Server } from './bench/servers.ts';
import { sessionWith, startOf, type Session } from './bench/session.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    runs: { type: 'string', default: '3' },
    engine: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);

const SIZES = [40, 400, 4000, 40_000] as const;

/** What is compared of a session. */
const parts = [
  ['keystroke', 'work per keystroke', 'ms'],
  ['open', 'open', 'ms'],
  ['hoverAfterEdit', 'hover right after an edit', 'ms'],
  ['memory', 'memory after the edits', 'MB'],
  ['peak', 'peak of memory', 'MB'],
] as const satisfies readonly (readonly [keyof Session, string, Metric['unit']])[];

const least = (list: readonly number[]): number => Math.min(...list);

const metrics: Metric[] = [];
function tell(...found: readonly Metric[]): void {
  for (const metric of found)
    console.log(`${metric.name.padEnd(72)} ${valueText(metric).padStart(10)}`);
  metrics.push(...found);
}

const both = values.engine ? null : await servers();
if (both !== null) await besidePeer(both);
tell(...engineMetrics());
tell(...(await connectionMetrics(both?.[0] ?? (await ownServer(process.execPath)))));
for (const metric of matrixMetrics()) tell(metric);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ metrics }, null, 2)}\n`);

async function besidePeer(both: readonly [netpol: Server, peer: Server]): Promise<void> {
  const kilobytes = statSync(program).size / 1024;
  tell({ name: 'size of the server bundle', value: kilobytes, unit: 'KB' });
  const starts = await alternating(both, runs + 2, startOf);
  compare('start', 'ms', both, starts.map(least) as [number, number]);
  for (const lines of SIZES) {
    const sessions = await alternating(both, runs, (server) => sessionWith(server, lines));
    for (const [part, what, unit] of parts)
      compare(
        `${what}, ${lines} lines`,
        unit,
        both,
        sessions.map((list) => least(list.map((session) => session[part]))) as [number, number],
      );
  }
}

/** Measures the servers in turn, so that what else the machine does falls on both. */
async function alternating<Result>(
  both: readonly Server[],
  times: number,
  measure: (server: Server) => Promise<Result>,
): Promise<Result[][]> {
  const results: Result[][] = both.map(() => []);
  for (let count = 0; count < times; count++)
    for (const [index, server] of both.entries()) results[index]!.push(await measure(server));
  return results;
}

function compare(
  what: string,
  unit: Metric['unit'],
  both: readonly Server[],
  [own, peer]: readonly [number, number],
): void {
  tell(
    { name: `${what}: ${both[0]!.name}`, value: own, unit },
    { name: `${what}: ${both[1]!.name}`, value: peer, unit },
    { name: `${what}: how many times less`, value: peer / own, unit: 'times' },
  );
}
