import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

const top = fileURLToPath(new URL('..', import.meta.url));
const source = path.join(top, 'server/src');

const architecture = readFileSync(path.join(top, 'ARCHITECTURE.md'), 'utf8');

/** The names in backticks in a piece of Markdown. */
const namesIn = (markdown = ''): string[] =>
  [...markdown.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);

/** The cells of the rows of the table below a heading of ARCHITECTURE.md, without its head. */
const tableBelow = (heading: string): string[][] =>
  architecture
    .slice(architecture.indexOf(`\n## ${heading}\n`))
    .slice(1)
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    );

/** What each room may import: other rooms, and packages from outside. */
const rooms: ReadonlyMap<string, { readonly rooms: string[]; readonly packages: string[] }> =
  new Map(
    tableBelow('Rooms').map(([room, , others, packages]) => [
      namesIn(room)[0]!,
      { rooms: namesIn(others), packages: namesIn(packages) },
    ]),
  );

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

/** The room that a relative import leads to, or the package, `node` for all that Node brings. */
function importedBy({ file, target }: Import): {
  readonly room?: string;
  readonly package?: string;
} {
  if (target.startsWith('.'))
    return { room: path.posix.join(path.posix.dirname(file), target).split('/')[0]! };
  return { package: target.startsWith('node:') ? 'node' : target.split('/')[0]! };
}

const files = globSync('**/*.ts', { cwd: source, ignore: ['**/*.test.ts'] }).sort();

test('a room imports only the rooms and packages that its row in ARCHITECTURE.md allows', () => {
  const broken = files.flatMap(importsOf).filter((one) => {
    const row = rooms.get(one.room);
    const { room, package: name } = importedBy(one);
    if (row === undefined) return true;
    return room === undefined
      ? !row.packages.includes(name!)
      : room !== one.room && !row.rooms.includes(room);
  });
  assert.deepEqual(broken, []);
});

test('each row of the rooms in ARCHITECTURE.md names a room, and only what the room imports', () => {
  const imports = files.flatMap(importsOf);
  const idle = [...rooms].flatMap(([room, allowed]) => {
    const imported = imports.filter((one) => one.room === room).map(importedBy);
    return [
      ...(files.some((file) => file.startsWith(`${room}/`)) ? [] : [room]),
      ...allowed.rooms.filter((name) => !imported.some((one) => one.room === name)),
      ...allowed.packages.filter((name) => !imported.some((one) => one.package === name)),
    ].map((name) => `${room}: ${name}`);
  });
  assert.deepEqual(idle, []);
});

test('rooms import downwards only', () => {
  const order = [...rooms.keys()];
  const upwards = [...rooms].flatMap(([room, { rooms: others }]) =>
    others.filter((other) => order.indexOf(other) >= order.indexOf(room)),
  );
  assert.deepEqual(upwards, []);
});

test('ARCHITECTURE.md gives a reason for each package that package.json files name, and no other', () => {
  const named = ['package.json', 'server/package.json', 'client/package.json'].flatMap((file) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(path.join(top, file), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', Record<string, string> | undefined>;
    return Object.keys({ ...dependencies, ...devDependencies });
  });
  assert.deepEqual(
    tableBelow('Dependencies')
      .flatMap(([packages]) => namesIn(packages))
      .sort(),
    named.sort(),
  );
});

test('the tests that ARCHITECTURE.md names are there', () => {
  const named = tableBelow('What always holds').flatMap(([, by]) =>
    by!.split('; ').flatMap((one) => {
      const file = namesIn(one).find((name) => name.endsWith('.ts'));
      return file === undefined
        ? []
        : ['', ...[...one.matchAll(/"([^"]+)"/g)].map(([, title]) => title!)].map((title) => ({
            file,
            title,
          }));
    }),
  );
  assert.ok(named.length > 0);
  const missing = named.filter(({ file, title }) => {
    const found = globSync(file, { cwd: top });
    return found.length !== 1 || !readFileSync(path.join(top, file), 'utf8').includes(title);
  });
  assert.deepEqual(missing, []);
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

const isTest = (file: string): boolean => /^test\/|\.test\.ts$/.test(file);

test('whatever is exported serves another file, or at least its own and a test', () => {
  const trees = ['server', 'client/src', 'test'].map((tree) => `${tree}/**/*.{ts,mjs}`);
  const texts = globSync(trees, { cwd: top, ignore: ['**/node_modules/**', '**/dist/**'] }).map(
    (file) => ({ file, text: readFileSync(path.join(top, file), 'utf8') }),
  );
  const idle = texts.flatMap(({ file, text }) =>
    [...text.matchAll(/^export (?:async )?(?:function\*?|const) (\w+)/gm)].flatMap(([, name]) => {
      const word = new RegExp(`\\b${name!}\\b`, 'g');
      const others = texts.filter((other) => other.file !== file && other.text.search(word) >= 0);
      const isUsedHere = text.match(word)!.length > 1;
      const serves =
        isTest(file) || isUsedHere ? others.length > 0 : others.some((one) => !isTest(one.file));
      return serves ? [] : [`${file}: ${name!}`];
    }),
  );
  assert.deepEqual(idle, []);
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
