import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

const top = fileURLToPath(new URL('..', import.meta.url));
const source = path.join(top, 'server/src');

/** What each room may import: other rooms, and packages from outside. ARCHITECTURE.md gives the reasons. */
const rooms: Readonly<Record<string, { readonly rooms: string; readonly packages: string }>> = {
  base: { rooms: '', packages: '' },
  yaml: { rooms: 'base', packages: 'yaml' },
  schema: { rooms: 'base', packages: 'ajv' },
  model: { rooms: 'base yaml schema', packages: 'yaml fastest-levenshtein' },
  admission: { rooms: 'base yaml schema model policy', packages: '' },
  policy: { rooms: 'base model', packages: 'cidr-tools' },
  workspace: { rooms: 'base yaml model admission policy', packages: '' },
  rules: {
    rooms: 'base yaml schema model admission policy workspace',
    packages: 'cidr-tools fastest-levenshtein',
  },
  features: {
    rooms: 'base yaml schema model admission policy workspace rules',
    packages: 'vscode-languageserver-types',
  },
  lsp: {
    rooms: 'base model policy workspace rules features',
    packages:
      'vscode-languageserver vscode-languageserver-types vscode-languageserver-textdocument',
  },
  cli: {
    rooms: 'base yaml model admission policy workspace rules',
    packages: 'commander sarif diff get-east-asian-width',
  },
  entry: {
    rooms: 'base workspace lsp cli',
    packages: 'node: ignore picocolors picomatch vscode-uri vscode-languageserver',
  },
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(source, file), 'utf8');
  const room = file.split('/')[0]!;
  const targets = [
    ...text.matchAll(/^\s*(?:import|export)[^'";]*?from '([^']+)'|^import '([^']+)'/gm),
  ];
  return targets.map((match) => ({ file, room, target: (match[1] ?? match[2])! }));
}

const files = globSync('**/*.ts', { cwd: source, ignore: ['**/*.test.ts'] }).sort();

test('a room imports only the rooms and packages that its row allows', () => {
  const broken = files.flatMap(importsOf).filter(({ file, room, target }) => {
    const row = rooms[room];
    if (row === undefined) return true;
    if (target.startsWith('.')) {
      const other = path.posix
        .normalize(path.posix.join(path.posix.dirname(file), target))
        .split('/')[0]!;
      return other !== room && !row.rooms.split(' ').includes(other);
    }
    return !row.packages
      .split(' ')
      .some(
        (name) =>
          name !== '' &&
          (target === name ||
            target.startsWith(`${name}/`) ||
            (name === 'node:' && target.startsWith(name))),
      );
  });
  assert.deepEqual(broken, []);
});

test('every room is a row of the table', () => {
  const there = new Set(files.map((file) => file.slice(0, file.indexOf('/'))));
  assert.deepEqual(
    [...there].filter((room) => !Object.hasOwn(rooms, room)),
    [],
  );
});

test('every exported function and type of the server has a docstring', () => {
  const bare = files.flatMap((file) => {
    if (file.includes('/generated/')) return [];
    const lines = readFileSync(path.join(source, file), 'utf8').split('\n');
    return lines.flatMap((line, index) => {
      if (!/^export (?:async )?(?:function|const|interface|type|default)\b/.test(line)) return [];
      // The overloads of a function share the docstring above the first.
      const before = lines[index - 1]?.trimEnd() ?? '';
      const documented = before.endsWith('*/') || /^export (?:async )?function/.test(before);
      return documented || line.startsWith('export type {') || /^export default \w+;/.test(line)
        ? []
        : [`${file}:${index + 1} ${line}`];
    });
  });
  assert.deepEqual(bare, []);
});

test('the project speaks of nothing but itself', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: top, encoding: 'utf8' }).split('\n');
  const own = 'test/tidy.test.ts';
  const forbidden =
    /\bissue #\d+|\/work\/|registry\.npmjs|npmjs\.org|github\.com\/netpol\/issues\/\d/;
  const telling = tracked.filter((file) => {
    if (file === '' || file === own || /\.(?:png|vsix)$/.test(file)) return false;
    try {
      return forbidden.test(readFileSync(path.join(top, file), 'utf8'));
    } catch {
      return false; // Removed from the work tree, not yet from the index.
    }
  });
  assert.deepEqual(telling, []);
});
