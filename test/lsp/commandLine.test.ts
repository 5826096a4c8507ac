import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver';
import type { Range } from '../../server/src/base/lines.ts';
import { main } from '../../server/src/cli/main.ts';
import { localHost } from '../../server/src/entry/localHost.ts';
import { filesOf } from '../support/fixture.ts';
import { top } from '../support/material.ts';
import { folderOf, startServer } from './support/client.ts';

/** What both doors say of one place. */
interface Said {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly range: Range;
}

/** Severities by their numbers in LSP. */
const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

/** The fixtures of all rules that need no settings, each in a folder of its own. */
function fixtureFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  const folder = path.join(top, 'test/rules');
  for (const { name: code } of readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  ))
    for (const fixture of readdirSync(path.join(folder, code))) {
      const parts = filesOf(readFileSync(path.join(folder, code, fixture), 'utf8'));
      if (parts.some(({ name }) => name === 'settings.json')) continue;
      const root = `${code}/${path.parse(fixture).name}`;
      for (const { name, text } of parts)
        if (/\.ya?ml$/.test(name) && !name.includes('.fixed.')) files[`${root}/${name}`] = text;
    }
  return files;
}

function saidByCommandLine(directory: string): readonly Said[] {
  let output = '';
  main(['check', '--format', 'json', '--min-severity', 'hint', '.'], {
    ...localHost,
    directory,
    resolve: (file) => path.posix.resolve(directory, file),
    print: (text) => void (output += text),
    progress: () => undefined,
  });
  return (JSON.parse(output) as { readonly findings: readonly Said[] }).findings.map(
    ({ file, code, severity, message, range }) => ({ file, code, severity, message, range }),
  );
}

const saidIn = (file: string, { code, severity, message, range }: Diagnostic): Said => ({
  file,
  code: String(code),
  severity: SEVERITIES[severity ?? 0]!,
  message: typeof message === 'string' ? message : message.value,
  range,
});

const sorted = (said: readonly Said[]): string[] => said.map((one) => JSON.stringify(one)).sort();

test('the server says of each fixture what the command line says', async () => {
  const files = fixtureFiles();
  const folder = folderOf(files);
  const client = await startServer({ folders: [folder.uri], options: { readsFiles: true } });
  await client.until('the end of reading', () =>
    client.received.some(
      ({ method, params }) =>
        method === 'netpol/status' && !(params as { readonly busy: boolean }).busy,
    ),
  );
  // Of closed files the server tells less.
  for (const [file, text] of Object.entries(files))
    await client.open(`${folder.uri}/${file}`, text);
  const said: Said[] = [];
  for (const file of Object.keys(files))
    said.push(...(await client.pull(`${folder.uri}/${file}`)).map((one) => saidIn(file, one)));
  assert.ok(said.length > 100);
  assert.deepEqual(sorted(said), sorted(saidByCommandLine(folder.path)));
  await client.stop();
});
