import { hostileText, hugeFile } from './hostile.ts';
import { mutated } from './mutate.ts';
import type { Random } from './random.ts';

/** The size of the largest files, in units of text. */
const HUGE = 50 * 1024 * 1024;

/** One run in this many is of a file of that size. */
const SELDOM = 20_000;

/** The text of one run: one to three mutated documents, or something made to hurt, or at times a huge file. */
export function textOf(run: number, random: Random, documents: readonly string[]): string {
  if (run % SELDOM === SELDOM - 1) return hugeFile(random, HUGE);
  if (random.once(5)) return hostileText(random);
  const count = random.once(4) ? 2 + random.below(2) : 1;
  const parts = Array.from({ length: count }, () =>
    mutated(random.pick(documents), random, documents),
  );
  if (random.once(12)) parts.push(hostileText(random));
  return parts.join(random.pick(['', '\n---\n', '---\n']));
}
