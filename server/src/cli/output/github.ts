import type { Severity } from '../../model/finding.ts';
import type { Report, Reported } from '../report.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** `check` as workflow commands of GitHub Actions, which become annotations of the changed lines. */
export const checkGithub = ({ findings }: Report): string => findings.map(annotation).join('');

function annotation({ code, severity, message, file, range, found }: Reported): string {
  const properties = {
    file,
    line: range.start.line + 1,
    col: range.start.character + 1,
    endLine: range.end.line + 1,
    title: `netpol ${code}`,
  };
  const fixes = (found.fixes ?? []).map(({ title }) => `Fix: ${title}`);
  const places = Object.entries(properties).map(
    ([name, value]) => `${name}=${inProperty(`${value}`)}`,
  );
  return `::${commands[severity]} ${places.join(',')}::${inData([message, ...fixes].join('\n'))}\n`;
}

/** Escapes as the runner's own toolkit does (actions/toolkit, `command.ts`). */
const inData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const inProperty = (text: string): string =>
  inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
