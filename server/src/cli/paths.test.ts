import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directoryOf, isWithin, relativePath, uriOf } from './paths.ts';

test('paths are shown as seen from a directory', () => {
  const cases: readonly (readonly [directory: string, path: string, shown: string])[] = [
    ['/home/me', '/home/me/a.yaml', 'a.yaml'],
    ['/home/me', '/home/me/b/a.yaml', 'b/a.yaml'],
    ['/home/me/b', '/home/me/a.yaml', '../a.yaml'],
    ['/home/me', '/home/meme/a.yaml', '../meme/a.yaml'],
    ['/', '/a.yaml', 'a.yaml'],
    ['C:/home', 'C:/home/b/a.yaml', 'b/a.yaml'],
    ['C:/home/b', 'C:/a.yaml', '../../a.yaml'],
    ['C:/home', 'D:/home/a.yaml', 'D:/home/a.yaml'],
  ];
  for (const [directory, path, shown] of cases) assert.equal(relativePath(directory, path), shown);
});

test('URIs spell what is special in a path', () => {
  assert.equal(uriOf('/a b/ü#?%.yaml'), 'file:///a%20b/%C3%BC%23%3F%25.yaml');
  assert.equal(uriOf('C:/home/a.yaml'), 'file:///C%3A/home/a.yaml');
});

test('a directory holds itself and what is below it', () => {
  assert.ok(isWithin('/a', '/a'));
  assert.ok(isWithin('/a', '/a/b'));
  assert.ok(isWithin('/', '/a'));
  assert.ok(!isWithin('/a', '/ab'));
  assert.equal(directoryOf('/a/b.yaml'), '/a');
  assert.equal(directoryOf('/b.yaml'), '');
});
