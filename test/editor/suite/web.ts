/*
 * The tests where extensions run in a web worker: the server is another one.
 */
import { runWith } from './run.ts';

const started: Worker[] = [];
globalThis.Worker = new Proxy(Worker, {
  construct(constructor, args) {
    const worker = Reflect.construct(constructor, args) as Worker;
    started.push(worker);
    return worker;
  },
});

/** Called by VS Code. */
export function run(): Promise<void> {
  mocha.setup({ ui: 'bdd' });
  return runWith(mocha, {
    running: () => started.length || undefined,
    kill: () => started.at(-1)!.terminate(),
    // A worker that is gone tells nobody.
    noticed: false,
  });
}
