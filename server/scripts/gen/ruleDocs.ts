import { readFileSync } from 'node:fs';
import type { RuleMeta } from '../../src/model/finding.ts';
import { metas } from '../../src/rules/metas.ts';
import { settingKeys } from '../../src/workspace/settingTable.ts';
import { filesOf } from '../../../test/support/fixture.ts';
import type { Generated } from './validators.ts';

/** A page for every rule, from its meta and its first fixture, and the table of rules in the README. */
export function ruleDocs(): Generated[] {
  const pages = metas.map((meta) => ({ path: `docs/rules/${meta.code}.md`, text: pageOf(meta) }));
  return [...pages, { path: 'README.md', text: withTable(readFileSync('README.md', 'utf8')) }];
}

function pageOf(meta: RuleMeta): string {
  const fixture = `test/rules/${meta.code}/fires.yaml`;
  const files = filesOf(readFileSync(fixture, 'utf8'));
  const examples = files.filter(({ name }) => !name.includes('.fixed.'));
  const fixed = files.find(({ name }) => name.includes('.fixed.'));
  return [
    `# ${meta.title}`,
    '',
    `\`${meta.code}\` · ${meta.severity} · ${meta.category} · since ${meta.since}${meta.fixable ? ' · has fixes' : ''}`,
    '',
    meta.docs,
    '',
    ...section(
      '## Example',
      ...examples.map(({ name, text }) =>
        fenced(name, name === 'settings.json' ? fullNames(text) : text),
      ),
    ),
    ...(fixed === undefined ? [] : section('## After the fix', fenced('', fixed.text))),
    '## Silencing it',
    '',
    `\`# netpol-ignore[${meta.code}] the reason\` on the line or above it, or \`"${meta.code}": "off"\` in \`netpol.rules\`.`,
    '',
  ].join('\n');
}

const section = (title: string, ...parts: readonly string[]): string[] => [title, '', ...parts];

/** Found by its columns, so that the example stands as it is in the fixture without the markers. */
const fenced = (name: string, text: string): string =>
  `${name === '' || name === 'policy.yaml' ? '' : `\`${name}\`:\n\n`}\`\`\`${name.endsWith('.json') ? 'json' : 'yaml'}\n${text.replace(/\n+$/, '').replace(/^---\n/, '')}\n\`\`\`\n`;

/** The settings of a fixture under the names that they have in the settings of an editor. */
const fullNames = (settings: string): string =>
  JSON.stringify(Object.fromEntries(named('netpol', JSON.parse(settings))), null, 2);

const named = (name: string, value: unknown): [string, unknown][] =>
  (settingKeys as readonly string[]).includes(name.replace('netpol.', ''))
    ? [[name, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => named(`${name}.${key}`, inner));

const BEGIN = '<!-- rules -->';
const END = '<!-- /rules -->';

function withTable(readme: string): string {
  const rows = metas.map(
    ({ code, title, severity, category }) =>
      `| [\`${code}\`](docs/rules/${code}.md) | ${title} | ${severity} | ${category} |`,
  );
  const table = [
    '| rule | what it finds | severity | category |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin < 0 || end < begin) return readme;
  return `${readme.slice(0, begin + BEGIN.length)}\n${table}\n${readme.slice(end)}`;
}
