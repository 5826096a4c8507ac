import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { isLandmark, type Landmarks } from '../../server/src/workspace/roots.ts';
import { isClusterDump, mayHoldObjects } from '../../server/src/workspace/scan.ts';
import { apply, EMPTY, type Snapshot } from '../../server/src/workspace/snapshot.ts';

/** The files of one repository that a root is read as: manifests and landmarks by path inside the repository. */
export interface Repository {
  readonly name: string;
  readonly texts: ReadonlyMap<string, string>;
}

const PREFIX = 'file:///';

/** The URI that a file of a repository has in its world. */
export const uriOf = (file: string): string =>
  PREFIX + file.split('/').map(encodeURIComponent).join('/');

/** The path of a file inside its repository. */
export const pathOf = (uri: string): string =>
  uri.slice(PREFIX.length).split('/').map(decodeURIComponent).join('/');

/** The repositories below a folder in the order of their names, each file kept that the command line would read. */
export function repositoriesIn(folder: string): Repository[] {
  const files = globSync(['*/**/*.{yaml,yml,json}', '*/**/Kustomization'], {
    cwd: folder,
    dot: true,
  }).sort();
  const repositories = new Map<string, Map<string, string>>();
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    if (!isLandmark(file) && (!mayHoldObjects(text) || isClusterDump(text))) continue;
    const slash = file.indexOf('/');
    const name = file.slice(0, slash);
    const texts = repositories.get(name) ?? new Map<string, string>();
    repositories.set(name, texts.set(file.slice(slash + 1), text));
  }
  return [...repositories].map(([name, texts]) => ({ name, texts }));
}

/** The landmarks among files by path. */
const landmarksIn = (texts: ReadonlyMap<string, string>): Landmarks =>
  new Map([...texts].flatMap(([file, text]) => (isLandmark(file) ? [[uriOf(file), text]] : [])));

/** The world of some files by path, read completely. */
export const worldOfTexts = (texts: ReadonlyMap<string, string>): Snapshot =>
  apply(EMPTY, {
    reason: 'corpus',
    landmarks: landmarksIn(texts),
    upserted: [...texts].map(([file, text]) => ({ uri: uriOf(file), text })),
    read: true,
  });
