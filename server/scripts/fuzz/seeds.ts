import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { split } from '../../src/yaml/split.ts';

const top = fileURLToPath(new URL('../../..', import.meta.url));

/** Longer documents are left out: mutations would be lost in them. */
const LONGEST = 32 * 1024;

/**
 * Documents to begin with: the project's fixtures and examples, of every kind there is, and those of the corpus where
 * there is one.
 */
export function seedDocuments(): readonly string[] {
  const corpus = process.env['NETPOL_CORPUS'] ?? path.join(top, '../shared/corpus');
  const places = [
    ...(existsSync(corpus) ? [corpus] : []),
    path.join(top, 'test/rules'),
    path.join(top, 'examples'),
  ];
  return places.flatMap((place) =>
    globSync('**/*.{yaml,yml,json}', { cwd: place, absolute: true })
      .sort()
      .flatMap((file) => split(readFileSync(file, 'utf8')))
      .map(({ chunk }) => chunk.text)
      .filter((text) => text.trim() !== '' && text.length <= LONGEST),
  );
}
