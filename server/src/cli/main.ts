import { CommanderError } from 'commander';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { exitCodes, type ExitCode } from './exitCode.ts';
import type { Host } from './host.ts';
import { programOf } from './program.ts';
import { reach } from './reach.ts';

/** Runs netpol with the arguments that follow its name; gives the exit code. */
export function main(args: readonly string[], host: Host): ExitCode {
  let code: ExitCode = exitCodes.clean;
  const program = programOf(host, {
    check: (options) => void (code = check(options, host)),
    reach: (options) => void (code = reach(options, host)),
    explain: (options) => void (code = explain(options, host)),
    diff: (options) => void (code = diff(options, host)),
  });
  try {
    program.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has said it already; asking for help or the version is no failure.
    return error.exitCode === 0 ? exitCodes.clean : exitCodes.failed;
  }
  return code;
}
