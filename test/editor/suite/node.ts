/*
 * The tests where extensions have Node: the server is a process.
 */
import childProcess, { type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { runWith } from './run.ts';

/** The server's file in the extension's folder. */
const SERVER = path.join('dist', 'server.js');

const started: ChildProcess[] = [];
childProcess.fork = new Proxy(childProcess.fork, {
  apply(fork, self, args) {
    const child = Reflect.apply(fork, self, args);
    // Other extensions start servers too.
    if (String(args[0]).endsWith(SERVER)) started.push(child);
    return child;
  },
});

/** Called by VS Code. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  await runWith(new Mocha({ ui: 'bdd', color: false }), {
    started: () => started.length,
    kill: () => started.at(-1)!.kill('SIGKILL'),
    noticed: true,
  });
}
