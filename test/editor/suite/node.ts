/*
 * The tests where extensions have Node: the server is a process.
 */
import childProcess, { type ChildProcess } from 'node:child_process';
import { runWith } from './run.ts';

const started: ChildProcess[] = [];
childProcess.fork = new Proxy(childProcess.fork, {
  apply(fork, self, args) {
    const child = Reflect.apply(fork, self, args);
    started.push(child);
    return child;
  },
});

/** Called by VS Code. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  await runWith(new Mocha({ ui: 'bdd' }), {
    started: () => started.length,
    kill: () => started.at(-1)!.kill('SIGKILL'),
    noticed: true,
  });
}
