import { isAtLeast } from '../rules/severity.ts';
import { exitCodes, misused, type ExitCode } from './exitCode.ts';
import { repair } from './fix.ts';
import { gather, isMisuse } from './gather.ts';
import type { Host } from './host.ts';
import type { CheckOptions } from './options.ts';
import { diffsOf } from './output/diff.ts';
import { checkGithub } from './output/github.ts';
import { checkJson } from './output/json.ts';
import { checkSarif } from './output/sarif.ts';
import { checkText } from './output/text.ts';
import { reportOf, withoutMilder, type Report } from './report.ts';

/** `netpol check`: what is wrong with the policies of some files, in one of the formats; repairs it where asked to. */
export function check(options: CheckOptions, host: Host): ExitCode {
  if ((options.fix || options.fixDryRun) && options.paths.includes('-'))
    return misused(host, 'Standard input cannot be repaired; `--fix` needs files.');
  const gathered = gather(options, host);
  if (isMisuse(gathered)) return misused(host, gathered.misuse);
  const repaired =
    options.fix || options.fixDryRun ? repair(gathered, options.minSeverity, host) : null;
  if (repaired !== null && options.fixDryRun) {
    host.print(diffsOf(repaired.changes));
    return exitCode(reportOf(gathered, host), options, gathered.unreadable);
  }
  let { unreadable } = gathered;
  for (const { path, name, after } of repaired?.changes ?? []) {
    const problem = host.replace(path, after);
    if (problem === null) continue;
    unreadable = true;
    host.complain(`netpol: ${name}: ${problem}\n`);
  }
  const report = reportOf({ ...gathered, snapshot: repaired?.snapshot ?? gathered.snapshot }, host);
  const shown = withoutMilder(report, options.minSeverity);
  switch (options.format) {
    case 'text':
      host.print(checkText(shown, report, repaired?.fixes ?? 0, host));
      break;
    case 'json':
      host.print(checkJson(shown, gathered.snapshot));
      break;
    case 'sarif':
      host.print(checkSarif(shown, gathered));
      break;
    case 'github':
      host.print(checkGithub(shown));
      break;
  }
  return exitCode(report, options, unreadable);
}

function exitCode({ findings }: Report, { failOn }: CheckOptions, unreadable: boolean): ExitCode {
  if (unreadable) return exitCodes.failed;
  if (failOn === 'never') return exitCodes.clean;
  return findings.some(({ severity }) => isAtLeast(severity, failOn))
    ? exitCodes.found
    : exitCodes.clean;
}
