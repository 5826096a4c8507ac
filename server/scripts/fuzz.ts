/*
 * `npm run fuzz -- --runs 100000 --seed 1`: hostile and broken documents through the whole engine. Prints the crashes with
 * what is needed to repeat them (`--only RUN`), the slowest step and the peak of memory; fails on any crash, on a step
 * that blocks for more than two seconds, and above 1.5 GB.
 */
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { fuzzOnce, inputOf, type Failure, type Outcome, type Slowest } from './fuzz/fuzz.ts';
import { seedDocuments } from './fuzz/seeds.ts';
import type { Job } from './fuzz/worker.ts';

/** What no step may exceed. */
const LONGEST = 2000;
const MOST_MEMORY = 1.5 * 1024 ** 3;

/** After this many milliseconds at one run it is taken to hang. */
const HANGING = 60_000;

/** The loader of the parent does not reach into threads. */
const ENTRY = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(
  new URL('fuzz/worker.ts', import.meta.url).href,
)})))`;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    print: { type: 'boolean', default: false },
  },
});
const [seed, runs] = [Number(values.seed), Number(values.runs)];

if (values.only === undefined) await all();
else one(Number(values.only));

function one(run: number): void {
  const documents = seedDocuments();
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
  let tooSlow = 0;
  let done = 0;
  const began = performance.now();
  const take = ({ failure, slowest: own }: Outcome): void => {
    done++;
    if (failure !== null) failures.push(failure);
    if (failure !== null) console.log(`\n${failureText(failure)}`);
    if (own.milliseconds > LONGEST) {
      tooSlow++;
      console.log(`\nblocks: ${slowestText(own)}`);
    }
    if (slowest === null || own.milliseconds > slowest.milliseconds) slowest = own;
    if (done % 10_000 === 0) console.log(`${done} runs, ${failures.length} crashes`);
  };
  for (let from = 0; from < runs;) {
    const stuck = await inThread(from, take);
    if (stuck === null) break;
    const text = `hangs: --seed ${seed} --only ${stuck}`;
    failures.push({ run: stuck, what: text, text: '' });
    console.log(`\n${text}`);
    from = stuck + 1;
  }
  const peak = process.resourceUsage().maxRSS * 1024;
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

/** Does the runs from `from` on in a thread; resolves to the run that hangs, or null at the end. */
function inThread(from: number, take: (outcome: Outcome) => void): Promise<number | null> {
  const at = new Int32Array(new SharedArrayBuffer(4));
  const job: Job = { seed, from, to: runs, at };
  const thread = new Worker(ENTRY, { eval: true, workerData: job });
  return new Promise((resolve, reject) => {
    let [last, since] = [-1, performance.now()];
    const watch = setInterval(() => {
      const now = Atomics.load(at, 0);
      if (now !== last) [last, since] = [now, performance.now()];
      else if (performance.now() - since > HANGING) {
        resolve(now);
        void thread.terminate();
      }
    }, 1000);
    thread.on('message', take);
    thread.on('error', reject);
    thread.on('exit', () => {
      clearInterval(watch);
      resolve(null);
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
