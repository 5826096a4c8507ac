import { derive } from '../../base/derive.ts';
import { linesOf, type Range } from '../../base/lines.ts';
import type { Severity } from '../../model/finding.ts';
import { count, list } from '../../policy/print.ts';
import { severities } from '../../rules/severity.ts';
import { textOf, type File } from '../../workspace/snapshot.ts';
import type { Host, Paint } from '../host.ts';
import type { Report, Reported } from '../report.ts';
import { isInput } from '../stdin.ts';
import { excerptOf } from './excerpt.ts';
import { harmless } from '../../base/harmless.ts';
import { countsOf } from './json.ts';

type Screen = Pick<Host, 'paint' | 'columns'>;

/**
 * `check` for people: each finding points at its line as compilers do. `all` is the report before the milder findings
 * were left out, `fixes` how many were repaired.
 */
export function checkText(shown: Report, all: Report, fixes: number, screen: Screen): string {
  const blocks = shown.findings.map((finding) => `${blockOf(finding, screen)}\n`);
  return [...blocks, summary(shown, all, fixes, screen.paint)].join('\n');
}

/** A place as terminals and editors link it: line and column from 1. */
export const placeText = (file: string, { start }: Range): string =>
  harmless(`${file}:${start.line + 1}:${start.character + 1}`);

const colourOf: Readonly<Record<Severity, keyof Paint>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};

function blockOf(finding: Reported, { paint, columns }: Screen): string {
  const { code, severity, message, file, range, related, source, found } = finding;
  const colour = paint[colourOf[severity]];
  const number = `${range.start.line + 1}`;
  const gutter = (text: string): string => paint.blue(`${text.padStart(number.length)} |`);
  const { line, indent, carets } = excerptOf(
    lineAt(source, range.start.line),
    range.start.character,
    range.end.line === range.start.line ? range.end.character : Infinity,
    columns - number.length - 3,
  );
  const note = (name: string, text: string): string =>
    `${' '.repeat(number.length)} ${paint.blue('=')} ${paint.bold(`${name}:`)} ${harmless(text)}`;
  return [
    `${paint.bold(placeText(file, range))}: ${colour(paint.bold(`${severity}[${code}]`))}: ${harmless(message)}`,
    gutter(''),
    `${gutter(number)} ${line}`.trimEnd(),
    `${gutter('')} ${indent}${colour(carets)}`,
    ...related.map((place) =>
      note('see', `${placeText(place.file, place.range)}: ${place.message}`),
    ),
    ...(found.fixes ?? []).map(({ title, safe }) => note('fix', safe ? `${title} (safe)` : title)),
  ].join('\n');
}

const linesIn = derive((file: File) => linesOf(textOf(file)));

function lineAt(file: File, line: number): string {
  const { starts } = linesIn(file);
  return textOf(file)
    .slice(starts[line], starts[line + 1])
    .replace(/[\r\n]+$/, '');
}

const PLURALS: Readonly<Record<Severity, string>> = {
  error: 'errors',
  warning: 'warnings',
  information: 'infos',
  hint: 'hints',
};

function summary(shown: Report, all: Report, fixes: number, paint: Paint): string {
  const scope = `${count(all.files, 'file')} with ${count(all.policies, 'policy', 'policies')}`;
  const counted = countsText(shown.findings);
  const guilty = new Set(shown.findings.map(({ file }) => file)).size;
  const seen = new Set(shown.findings);
  const hidden = all.findings.filter((finding) => !seen.has(finding));
  const safe = shown.findings.filter(
    ({ source, found }) => !isInput(source.uri) && found.fixes?.some((fix) => fix.safe),
  ).length;
  const lines = [
    ...(fixes > 0 ? [`Applied ${count(fixes, 'fix', 'fixes')}.`] : []),
    shown.findings.length === 0
      ? paint.green(`No findings in ${scope}.`)
      : `${paint.bold(counted)} in ${guilty === all.files ? scope : `${guilty} of ${scope}`}.`,
    ...(safe > 0
      ? [
          `${count(safe, 'fix is', 'fixes are')} safe: \`netpol check --fix\` applies ${safe === 1 ? 'it' : 'them'}.`,
        ]
      : []),
    ...(hidden.length > 0
      ? [`Not shown: ${countsText(hidden)} (\`--min-severity hint\` shows everything).`]
      : []),
    ...(all.silenced.length > 0 ? [`Silenced by comments: ${countsText(all.silenced)}.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function countsText(findings: readonly Pick<Reported, 'severity'>[]): string {
  const counts = countsOf(findings);
  return list(
    severities.flatMap((severity) =>
      counts[severity] === 0 ? [] : [count(counts[severity], severity, PLURALS[severity])],
    ),
  );
}
