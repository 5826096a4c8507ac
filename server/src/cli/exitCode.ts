import type { Host } from './host.ts';

/** How a run ends: nothing to complain of, findings, or wrong usage or something that could not be read. */
export const exitCodes = { clean: 0, found: 1, failed: 2 } as const;

/** The exit code of a run. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Says what is wrong with how the command was called. */
export function misused(host: Host, sentence: string): ExitCode {
  host.complain(`netpol: ${sentence}\n`);
  return exitCodes.failed;
}
