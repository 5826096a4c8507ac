/*
 * The tests where extensions have Node: the server is a process.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { runWith } from './run.ts';

/** The server's file in the extension's folder. */
const SERVER = path.join('dist', 'server.mjs');

/**
 * The newest process of the server among those that this one started; other extensions start servers too, and one that
 * is being replaced may still be there.
 */
function running(): number | undefined {
  let newest: number | undefined;
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  for (const line of processes.split('\n')) {
    const [, pid, parent, command] = /^ *(\d+) +(\d+) (.*)$/.exec(line) ?? [];
    if (Number(parent) === process.pid && command!.includes(SERVER)) newest = Number(pid);
  }
  return newest;
}

/** Called by VS Code. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  await runWith(new Mocha({ ui: 'bdd', color: false }), {
    running,
    kill: () => process.kill(running()!, 'SIGKILL'),
    noticed: true,
  });
}
