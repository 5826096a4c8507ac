/*
 * `npm run fuzz -- --runs 100000 --seed 1`: hostile and broken documents through the whole engine, bundled as it is
 * shipped. Prints the crashes with what is needed to repeat them (`--only RUN`), the slowest step and the peak of memory;
 * fails on any crash, on a step that blocks for more than two seconds, and above 1.5 GB. `--processes N` shares the runs
 * among that many, each with its own memory.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { serverBundle } from './bundles.ts';
import { fuzzOnce, inputOf, type Failure, type Slowest } from './fuzz/fuzz.ts';
import { seedDocuments } from './fuzz/seeds.ts';
import type { Job, Told } from './fuzz/worker.ts';

/** What no step may exceed. */
const LONGEST = 2000;
const MOST_MEMORY = 1.5 * 1024 ** 3;

/**
 * All that the engine may keep at once, in MB: far less than the above, of which the rest is what has become free and
 * was not collected. More ends the process, which counts as a crash.
 */
const MOST_KEPT = 768;

/** After this many milliseconds at one run it is taken to hang. */
const HANGING = 60_000;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '1' },
    only: { type: 'string' },
    print: { type: 'boolean', default: false },
  },
});
const [seed, runs, processes] = [values.seed, values.runs, values.processes].map(Number) as [
  number,
  number,
  number,
];
const documents = seedDocuments();

if (values.only === undefined) await all();
else one(Number(values.only));

function one(run: number): void {
  if (values.print) process.stdout.write(inputOf(seed, run, documents));
  const { failure, slowest } = fuzzOnce(seed, run, documents);
  console.log(slowestText(slowest));
  if (failure === null) return;
  console.log(failureText(failure));
  process.exitCode = 1;
}

async function all(): Promise<void> {
  const failures: Failure[] = [];
  let slowest: Slowest | null = null;
  let [tooSlow, done, peak] = [0, 0, 0];
  const began = performance.now();
  const take = ({ outcome: { failure, slowest: own }, peak: memory }: Told): void => {
    done++;
    peak = Math.max(peak, memory);
    if (failure !== null) {
      failures.push(failure);
      console.log(`\n${failureText(failure)}`);
    }
    if (own.milliseconds > LONGEST) {
      tooSlow++;
      console.log(`\nblocks: ${slowestText(own)}`);
    }
    if (slowest === null || own.milliseconds > slowest.milliseconds) slowest = own;
    if (done % 10_000 === 0) console.log(`${done} runs, ${failures.length} crashes`);
  };
  const folder = mkdtempSync(path.join(tmpdir(), 'netpol-fuzz-'));
  try {
    const worker = path.join(folder, 'worker.mjs');
    await build({
      ...serverBundle,
      entryPoints: [fileURLToPath(new URL('fuzz/worker.ts', import.meta.url))],
      outfile: worker,
    });
    const share = async (first: number): Promise<void> => {
      for (let from = first; from < runs;) {
        const stuck = await inProcess(worker, from, take);
        if (stuck === null) break;
        const text = `hangs, or ends the process: --seed ${seed} --only ${stuck}`;
        failures.push({ run: stuck, what: text, text: '' });
        console.log(`\n${text}`);
        from = stuck + processes;
      }
    };
    await Promise.all(Array.from({ length: processes }, (_, first) => share(first)));
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(
    [
      `runs: ${done} in ${Math.round((performance.now() - began) / 1000)} s (seed ${seed})`,
      `crashes: ${failures.length}`,
      `slowest: ${slowest === null ? 'none' : slowestText(slowest)}`,
      `peak memory: ${Math.round(peak / 1024 ** 2)} MB`,
    ].join('\n'),
  );
  if (failures.length > 0 || tooSlow > 0 || peak > MOST_MEMORY) process.exitCode = 1;
}

/** Does the runs from `from` on in a process; resolves to the run that hangs or ends it, or null at the end. */
function inProcess(
  worker: string,
  from: number,
  take: (told: Told) => void,
): Promise<number | null> {
  const child = fork(worker, {
    execArgv: [`--max-old-space-size=${MOST_KEPT}`],
    serialization: 'advanced',
  });
  child.send({ seed, from, to: runs, step: processes, documents } satisfies Job);
  return new Promise((resolve) => {
    let [at, since] = [from, performance.now()];
    const watch = setInterval(() => {
      if (performance.now() - since > HANGING) child.kill('SIGKILL');
    }, 1000);
    child.on('message', (told: Told) => {
      take(told);
      [at, since] = [at + processes, performance.now()];
    });
    child.on('exit', () => {
      clearInterval(watch);
      resolve(at < runs ? at : null);
    });
  });
}

function slowestText({ run, step, milliseconds, length }: Slowest): string {
  return `${Math.round(milliseconds)} ms, step "${step}" of run ${run} (${length} units of text)`;
}

function failureText({ run, what, text }: Failure): string {
  const shown =
    text.length > 2000 ? `${JSON.stringify(text.slice(0, 2000))}…` : JSON.stringify(text);
  return `crash: --seed ${seed} --only ${run}\n${what}\nin ${shown}`;
}
