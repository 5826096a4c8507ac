import { exercise, type Step } from './exercise.ts';
import { textOf } from './generate.ts';
import { randomOf } from './random.ts';

/** One text that the engine did not survive, or not in time. */
export interface Failure {
  readonly run: number;
  readonly what: string;
  readonly text: string;
}

/** The longest that anything blocked, and where. */
export interface Slowest {
  readonly run: number;
  readonly step: Step;
  readonly milliseconds: number;
  readonly length: number;
}

/** What a run came to: what it did wrong, if anything, and its longest step. */
export interface Outcome {
  readonly failure: Failure | null;
  readonly slowest: Slowest;
}

/** The text of a run. */
export const inputOf = (seed: number, run: number, documents: readonly string[]): string =>
  textOf(run, randomOf(seed, run), documents);

/** Makes the text of one run and puts it through everything. */
export function fuzzOnce(seed: number, run: number, documents: readonly string[]): Outcome {
  const text = inputOf(seed, run, documents);
  let slowest: Slowest = { run, step: 'read', milliseconds: 0, length: text.length };
  const note = (step: Step, milliseconds: number): void => {
    if (milliseconds > slowest.milliseconds)
      slowest = { run, step, milliseconds, length: text.length };
  };
  const lap = stopwatch();
  try {
    for (const step of exercise(text, randomOf(~seed, run))) note(step, lap());
    return { failure: null, slowest };
  } catch (error) {
    return { failure: { run, what: whatOf(error), text: shrunk(seed, run, text, error) }, slowest };
  }
}

/** How often the processor's time is asked for, in milliseconds: asking takes longer than many a step. */
const SAMPLED = 20;

/** Tells the milliseconds since it was last asked, without those that other programs took from a busy machine. */
function stopwatch(): () => number {
  let [last, sampled, cpu] = [performance.now(), performance.now(), process.cpuUsage()];
  return () => {
    const now = performance.now();
    const passed = now - last;
    last = now;
    if (now - sampled < SAMPLED) return passed;
    const { user, system } = process.cpuUsage(cpu);
    [sampled, cpu] = [now, process.cpuUsage()];
    return Math.min(passed, (user + system) / 1000);
  };
}

/** The error and where it was thrown, causes first. */
function whatOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const lines = (error.stack ?? error.message).split('\n').slice(0, 6).join('\n');
  return error.cause === undefined ? lines : `${whatOf(error.cause)}\n${error.message}`;
}

/** What tells one crash from another while a text is made smaller. */
const signature = (error: unknown): string =>
  whatOf(error).split('\n').slice(0, 2).join(' ').replace(/\d+/g, '0');

/** How many smaller texts are tried, and for how long, in milliseconds. */
const ATTEMPTS = { count: 400, milliseconds: 10_000 } as const;

/** A smaller text that fails alike: lines, then single units, are left out for as long as it still does. */
function shrunk(seed: number, run: number, text: string, error: unknown): string {
  const wanted = signature(error);
  const until = performance.now() + ATTEMPTS.milliseconds;
  let left: number = ATTEMPTS.count;
  const fails = (candidate: string): boolean => {
    if (left-- <= 0 || performance.now() > until) return false;
    try {
      for (const _ of exercise(candidate, randomOf(~seed, run)));
      return false;
    } catch (other) {
      return signature(other) === wanted;
    }
  };
  const lines = smaller(text.split(/(?<=\n)/), (parts) => fails(parts.join('')));
  return smaller(lines.join('').split(''), (parts) => fails(parts.join(''))).join('');
}

function smaller(all: readonly string[], fails: (parts: readonly string[]) => boolean): string[] {
  let parts = [...all];
  for (let size = parts.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at < parts.length;) {
      const without = [...parts.slice(0, at), ...parts.slice(at + size)];
      if (fails(without)) parts = without;
      else at += size;
    }
  return parts;
}
