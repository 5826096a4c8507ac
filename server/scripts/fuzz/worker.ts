/*
 * Runs of the fuzzer in a process of their own, so that one that never ends can be seen and stopped from outside, and so
 * that its time and memory are those of the engine alone.
 */
import { setImmediate as pause } from 'node:timers/promises';
import { fuzzOnce, type Outcome } from './fuzz.ts';

/** What a worker is told: each of the runs `from` up to, not including, `to` in steps of `step`. */
export interface Job {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly documents: readonly string[];
}

/** What a worker tells of a run, with the peak of its memory so far in bytes. */
export interface Told {
  readonly outcome: Outcome;
  readonly peak: number;
}

process.once('message', async ({ seed, from, to, step, documents }: Job) => {
  for (let run = from; run < to; run += step) {
    const outcome = fuzzOnce(seed, run, documents);
    process.send!({ outcome, peak: process.resourceUsage().maxRSS * 1024 } satisfies Told);
    await pause();
  }
  process.disconnect();
});
