import assert from 'node:assert/strict';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Host } from '../../server/src/cli/host.ts';
import { main } from '../../server/src/cli/main.ts';
import { localHost } from '../../server/src/entry/localHost.ts';

/*
 * Each folder is a session at a shell: its files, and `transcript.txt` with commands (`$ netpol ...`, input by `< FILE`,
 * and `$ cat FILE`) and what they answer. `! ` begins what goes to standard error, `= ` tells an exit code other than 0.
 * The session runs in a copy of the folder in which `dot-NAME` is called `.NAME`. `UPDATE=1` writes the answers down.
 */

const here = fileURLToPath(new URL('.', import.meta.url));

for (const { name } of readdirSync(here, { withFileTypes: true }).filter((each) =>
  each.isDirectory(),
))
  test(name, () => {
    const file = path.join(here, name, 'transcript.txt');
    const expected = readFileSync(file, 'utf8');
    const commands = expected.split('\n').filter((line) => line.startsWith('$ '));
    assert.ok(commands.length > 0, 'a transcript without a command');
    const directory = mkdtempSync(path.join(tmpdir(), 'netpol-cli-'));
    try {
      cpSync(path.join(here, name), directory, { recursive: true });
      rmSync(path.join(directory, 'transcript.txt'));
      renameDots(directory);
      const actual = commands
        .map((line) => `${line}\n${answer(line.slice(2), directory)}`)
        .join('\n');
      if (process.env['UPDATE'] === '1' && actual !== expected) writeFileSync(file, actual);
      else assert.equal(actual, expected);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

function renameDots(directory: string): void {
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }))
    if (path.basename(name).startsWith('dot-')) {
      const from = path.join(directory, name);
      renameSync(from, path.join(path.dirname(from), path.basename(name).replace('dot-', '.')));
    }
}

function answer(command: string, directory: string): string {
  const [program, ...words] = [...command.matchAll(/"([^"]*)"|\S+/g)].map(
    ([word, quoted]) => quoted ?? word,
  );
  if (program === 'cat') return readFileSync(path.join(directory, words[0]!), 'utf8');
  assert.equal(program, 'netpol', `\`${program}\` is no command of a transcript`);
  const from = words.indexOf('<');
  const input = from < 0 ? null : path.join(directory, words[from + 1]!);
  let [output, errors] = ['', ''];
  const host: Host = {
    ...localHost,
    directory,
    columns: 100,
    print: (text) => void (output += text),
    complain: (text) => void (errors += text),
    progress: () => undefined,
    input: () => (input === null ? { problem: 'no input' } : localHost.read(input)),
    resolve: (file) => path.posix.resolve(directory, file),
  };
  const code = main(from < 0 ? words : words.slice(0, from), host);
  const complaints = errors.replace(/^(?=.)/gm, '! ');
  return output + complaints + (code === 0 ? '' : `= ${code}\n`);
}
