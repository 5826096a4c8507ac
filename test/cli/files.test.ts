import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { walk } from '../../server/src/entry/files.ts';
import { localHost } from '../../server/src/entry/localHost.ts';

/** Lays files out in a directory of their own for as long as `use` runs; a text that begins with `->` is a link. */
function within(files: Readonly<Record<string, string>>, use: (top: string) => void): void {
  const top = mkdtempSync(path.join(tmpdir(), 'netpol-files-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(top, name);
      mkdirSync(path.dirname(file), { recursive: true });
      if (text.startsWith('->')) symlinkSync(text.slice(2), file);
      else writeFileSync(file, text);
    }
    use(top);
  } finally {
    rmSync(top, { recursive: true });
  }
}

const found = (top: string, exclude: readonly string[] = [], below = top): string[] =>
  [...walk(below, (name) => name.endsWith('.yaml'), exclude)].flatMap(({ files }) =>
    files.map((file) => path.relative(top, file)),
  );

test('ignore files hold for what is below them, and the nearest has the last word', () => {
  const files = {
    '.git/HEAD': '',
    '.git/info/exclude': 'local.yaml\n',
    '.gitignore': 'build/\n*.tmp.yaml\n/top.yaml\n',
    'a.yaml': '',
    'a.tmp.yaml': '',
    'top.yaml': '',
    'local.yaml': '',
    'build/x.yaml': '',
    'deep/.gitignore': '!keep.tmp.yaml\nsecret.yaml\n',
    'deep/keep.tmp.yaml': '',
    'deep/other.tmp.yaml': '',
    'deep/secret.yaml': '',
    'deep/top.yaml': '',
    'secret.yaml': '',
    'node_modules/x/x.yaml': '',
    'vendor/x.yaml': '',
  };
  within(files, (top) => {
    const all = ['a.yaml', 'secret.yaml', 'deep/keep.tmp.yaml', 'deep/top.yaml'];
    assert.deepEqual(found(top), all);
    assert.deepEqual(found(top, ['deep/**']), ['a.yaml', 'secret.yaml']);
    assert.deepEqual(found(top, ['**/top.yaml', 'secret.yaml']), ['a.yaml', 'deep/keep.tmp.yaml']);
    assert.deepEqual(found(top, [], path.join(top, 'deep')), all.slice(2));
    assert.deepEqual(found(top, [], path.join(top, 'build')), ['build/x.yaml']);
  });
});

test('links to files are read, links to directories and to nothing are left alone', () => {
  const files = {
    'a/x.yaml': '',
    'a/loop': '->..',
    'link.yaml': '->a/x.yaml',
    'lost.yaml': '->nothing',
    'odd.yaml/y.yaml': '',
  };
  within(files, (top) =>
    assert.deepEqual(found(top), ['link.yaml', 'a/x.yaml', 'odd.yaml/y.yaml']),
  );
});

test('a file is replaced whole, keeps its permissions, and a link stays a link', () => {
  within({ 'real/x.yaml': 'before', 'link.yaml': '->real/x.yaml' }, (top) => {
    const [real, link] = [path.join(top, 'real/x.yaml'), path.join(top, 'link.yaml')];
    chmodSync(real, 0o640);
    assert.equal(localHost.replace(link, 'after'), null);
    assert.equal(readFileSync(real, 'utf8'), 'after');
    assert.equal(statSync(real).mode & 0o777, 0o640);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.deepEqual(readdirSync(path.join(top, 'real')), ['x.yaml']);
    assert.equal(localHost.replace(path.join(top, 'no.yaml'), ''), 'no such file or directory');
  });
});

test('what is no text of UTF-8 is said to be none, and a byte order mark stays', () => {
  within({ 'bom.yaml': '\ufeffa: 1\r\n' }, (top) => {
    const file = path.join(top, 'bytes.yaml');
    const read = (...bytes: number[]): unknown => {
      writeFileSync(file, new Uint8Array(bytes));
      return localHost.read(file).problem;
    };
    assert.deepEqual(localHost.read(path.join(top, 'bom.yaml')), { text: '\ufeffa: 1\r\n' });
    assert.equal(read(0xff, 0xfe, 0x61, 0), 'is UTF-16 text; save it as UTF-8');
    assert.equal(read(0x61, 0xff), 'is not UTF-8 text');
    assert.equal(localHost.read(top).problem, 'is a directory');
    assert.equal(localHost.kind(path.join(file, 'below')), 'missing');
  });
});
