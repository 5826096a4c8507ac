import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Position } from 'vscode-languageserver-types';
import { pause, startClient, type BenchClient } from './client.ts';
import { median, percentile, type Metric } from './metrics.ts';
import type { Server } from './servers.ts';
import { edits, pathOf, typedIn, workspaceFiles, type Edit } from './workspace.ts';

/** How many letters are typed, each in another namespace. */
const KEYSTROKES = 40;
const WARM_UP = 5;

/** The server is given this much rest between two keystrokes: enough to look at all other files after each. */
const REST = 400;

/**
 * The three edits through the server as it is shipped, with the workspace of 10,000 documents on disk: from the change of
 * an open file to the diagnostics of that file, as the client sees it.
 */
export async function connectionMetrics(server: Server): Promise<Metric[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'netpol-bench-'));
  const texts = new Map(workspaceFiles().map((file) => [file.path, file.text]));
  for (const [name, text] of texts) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const client = await startClient(server, pathToFileURL(folder).href);
  try {
    const [first] = texts.entries();
    // A folder is read when one of its files speaks of policies.
    await client.open(pathToFileURL(path.join(folder, first![0])).href, first![1]);
    await client.whenRead(texts.size);
    const metrics: Metric[] = [];
    for (const edit of edits) {
      const times: number[] = [];
      for (const [count, namespace] of typedIn(WARM_UP + KEYSTROKES).entries()) {
        const name = pathOf(namespace, edit.part);
        const uri = pathToFileURL(path.join(folder, name)).href;
        const time = await keystroke(client, uri, texts.get(name)!, edit);
        if (count >= WARM_UP) times.push(time);
      }
      const what = `edit of a ${edit.name}, over a connection`;
      metrics.push(
        { name: `${what}: edited file, p95`, value: percentile(times, 95), unit: 'ms' },
        { name: `${what}: edited file, median`, value: median(times), unit: 'ms' },
      );
    }
    return metrics;
  } finally {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens a file and types a letter in it; the time until its diagnostics. */
async function keystroke(
  client: BenchClient,
  uri: string,
  text: string,
  { behind }: Edit,
): Promise<number> {
  await client.open(uri, text);
  await pause(REST);
  const time = await client.type(uri, positionOf(text, text.indexOf(behind) + behind.length));
  await pause(REST);
  return time;
}

function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}
