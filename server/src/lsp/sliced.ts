/** What long work needs of the place where it runs. */
export interface Clock {
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
  /** Lets waiting messages in before the work goes on. */
  readonly pause: () => Promise<void>;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** How long a slice of work may run before messages are let in, in milliseconds: a keystroke may have to wait for its end. */
const SLICE = 5;

/**
 * Runs `steps` in slices, with a pause between them, until they end or `stop` says so after a pause; tells whether they
 * ended. What the steps remembered stays good either way, as it hangs on immutable values.
 */
export async function sliced(
  steps: Iterator<void>,
  stop: () => boolean,
  { now, pause }: Clock,
): Promise<boolean> {
  for (let until = now() + SLICE; ;) {
    if (steps.next().done === true) return true;
    if (now() < until) continue;
    await pause();
    if (stop()) return false;
    until = now() + SLICE;
  }
}

/**
 * Gives back a function that asks for `work`. The work is done once nothing has been asked for `rest` milliseconds; when
 * more is asked while it runs, `stop` turns true and it is done again. It must not throw.
 */
export function afterRest(
  rest: number,
  work: (stop: () => boolean) => Promise<void>,
  { sleep }: Clock,
): () => void {
  let asked = 0;
  let busy = false;
  const run = async (): Promise<void> => {
    busy = true;
    for (let done = 0; done !== asked;) {
      const current = asked;
      await sleep(rest);
      if (current !== asked) continue;
      await work(() => current !== asked);
      done = current;
    }
    busy = false;
  };
  return () => {
    asked++;
    if (!busy) void run();
  };
}
