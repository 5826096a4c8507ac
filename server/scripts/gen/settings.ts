import { readFileSync } from 'node:fs';
import { metas } from '../../src/rules/metas.ts';
import { settingKeys, table, type SettingKey } from '../../src/workspace/settingTable.ts';
import type { Generated } from './validators.ts';

const MANIFEST = 'client/package.json';

/** The settings as VS Code's settings editor reads them, and a page about them. */
export function settings(): Generated[] {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
  const contributes = { ...manifest.contributes, configuration };
  return [
    { path: MANIFEST, text: `${JSON.stringify({ ...manifest, contributes }, null, 2)}\n` },
    { path: 'docs/settings.md', text: page() },
  ];
}

interface Manifest {
  readonly contributes: Readonly<Record<string, unknown>>;
}

/** Every rule by its name, so that editors offer them. */
function schemaOf(key: SettingKey): Readonly<Record<string, unknown>> {
  const { schema } = table[key].type;
  if (key !== 'rules') return schema;
  const { additionalProperties } = schema;
  return {
    ...schema,
    properties: Object.fromEntries(
      metas.map(({ code, title }) => [
        code,
        { ...(additionalProperties as object), description: title },
      ]),
    ),
    additionalProperties: false,
  };
}

const configuration = {
  title: 'netpol',
  properties: Object.fromEntries([
    ...settingKeys.map((key, order) => [
      `netpol.${key}`,
      {
        ...schemaOf(key),
        default: table[key].initial,
        markdownDescription: table[key].description,
        scope: 'resource',
        order,
      },
    ]),
    [
      'netpol.trace.server',
      {
        type: 'string',
        enum: ['off', 'messages', 'verbose'],
        default: 'off',
        markdownDescription: 'What of the talk between the editor and the server is logged.',
        scope: 'window',
        order: settingKeys.length,
      },
    ],
  ]) as Readonly<Record<string, unknown>>,
};

function page(): string {
  const sections = settingKeys.map((key) => {
    const { type, initial, description } = table[key];
    return [
      `## \`netpol.${key}\``,
      '',
      description,
      '',
      `Takes ${type.what}. ${initial === null ? 'Unset by default' : `Default: \`${JSON.stringify(initial)}\``}.`,
    ].join('\n');
  });
  return `${[
    '# Settings',
    'In VS Code these are settings of the user, the workspace or a folder. Other editors send them as the section `netpol` of their configuration, or as `settings` in the initialization options. On the command line each is `--set KEY=VALUE`, lists with commas between their entries, rules as `--set rules.CODE=SEVERITY`.',
    ...sections,
  ].join('\n\n')}\n`;
}
