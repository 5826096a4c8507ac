/*
 * Runs of the fuzzer in a thread of their own, so that one that never ends can be seen and stopped from outside.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { fuzzOnce } from './fuzz.ts';
import { seedDocuments } from './seeds.ts';

/** What the thread is told: the runs `from` up to, not including, `to`, and where it tells which one it is at. */
export interface Job {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly at: Int32Array;
}

const { seed, from, to, at } = workerData as Job;
const documents = seedDocuments();
for (let run = from; run < to; run++) {
  Atomics.store(at, 0, run);
  parentPort!.postMessage(fuzzOnce(seed, run, documents), []);
}
