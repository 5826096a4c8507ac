import type { Found, Host, ReadResult } from './host.ts';
import { directoryOf, isWithin, relativePath } from './paths.ts';

/*
 * Two versions of some files stand at the same place, so that what is around them, and what has no name but that of its
 * directory, is the same for both.
 */

/** What the command line names as a version: files on the disk, or those that a revision of the repository has. */
export type Version =
  | { readonly kind: 'disk'; readonly path: string }
  | { readonly kind: 'commit'; readonly revision: string };

/** Where both versions stand, and the files of each by the paths that they have there. */
export interface Versions {
  readonly place: string;
  readonly before: Files;
  readonly after: Files;
  /** Whether a file on the disk is of one of the versions, and so not around them. */
  readonly isOwn: (path: string) => boolean;
  /** Whether the repository is around them, as what was committed is a part of it. */
  readonly inRepository: boolean;
}

type Files = ReadonlyMap<string, () => ReadResult>;

/** How files are looked for. */
interface Search {
  readonly wanted: (name: string) => boolean;
  readonly exclude: readonly string[];
  /** What is around the versions, where the command line says it. */
  readonly root: string | null;
}

/** What a text of the command line stands for: `git:REVISION`, or a path. */
export const versionNamed = (text: string, host: Host): Version =>
  text.startsWith('git:')
    ? { kind: 'commit', revision: text.slice('git:'.length) }
    : { kind: 'disk', path: host.resolve(text) };

/**
 * Reads two versions. What is compared with a revision is the path that the other version names, or where both are
 * revisions the repository. Gives a sentence where something is not there.
 */
export function versionsOf(
  before: Version,
  after: Version,
  search: Search,
  host: Host,
): Versions | string {
  const paths = [after, before].flatMap((version) =>
    version.kind === 'disk' ? [version.path] : [],
  );
  const missing = paths.find((path) => host.kind(path) === 'missing');
  const shown = (path: string): string => relativePath(host.directory, path);
  if (missing !== undefined) return `There is no file or directory \`${shown(missing)}\`.`;
  const inRepository = paths.length < 2;
  const repository = host.repository(paths[0] ?? search.root ?? host.directory);
  if (inRepository && repository === null)
    return paths.length === 0
      ? 'The working directory is in no git repository.'
      : `\`${shown(paths[0]!)}\` is in no git repository.`;
  const [first = search.root ?? repository!, second = first] = paths;
  const isFile = (path: string): boolean => host.kind(path) === 'file';
  const place = isFile(first) && !isFile(second) ? directoryOf(first) : first;
  const top = search.root ?? (inRepository ? repository : null);
  const filesOf = (version: Version): Files | string =>
    version.kind === 'disk'
      ? onDisk(version.path, place, top, search, host)
      : committed(version.revision, place, narrower(repository!, top), search, host);
  const [old, now] = [filesOf(before), filesOf(after)];
  if (typeof old === 'string') return old;
  if (typeof now === 'string') return now;
  const isOwn = (path: string): boolean => paths.some((own) => isWithin(own, path));
  return { place, before: old, after: now, isOwn, inRepository };
}

const narrower = (repository: string, top: string | null): string =>
  top !== null && isWithin(repository, top) ? top : repository;

/** The files of a path, as they stand at `place`. */
function onDisk(
  path: string,
  place: string,
  top: string | null,
  { wanted, exclude }: Search,
  host: Host,
): Files | string {
  if (host.kind(path) === 'file') {
    const alone = host.kind(place) === 'file';
    const shown = alone ? place : place + path.slice(directoryOf(path).length);
    return new Map([[shown, () => host.read(path)]]);
  }
  const around = top !== null && isWithin(top, path) ? host.find(top, wanted, exclude).files : [];
  const inside = around.filter((file) => isWithin(path, file));
  const { files, problems } =
    inside.length > 0 ? { files: inside, problems: [] } : host.find(path, wanted, exclude);
  const [problem] = problems;
  if (problem !== undefined)
    return `\`${relativePath(host.directory, problem.path)}\` cannot be read: ${problem.problem}.`;
  return new Map(
    files.map((file) => [place + file.slice(path.length), () => host.read(file)] as const),
  );
}

/** The files at `place` that a revision has. */
function committed(
  revision: string,
  place: string,
  top: string,
  { wanted, exclude }: Search,
  host: Host,
): Files | string {
  const found = new Map<string, () => ReadResult>();
  // As with `find`, what is asked for by its own name is there even where the directories above ignore it.
  for (const directory of host.kind(place) === 'directory' ? [top, place] : [top]) {
    const read = host.committed(directory, revision, wanted, exclude);
    if (read.problem !== undefined) return `\`git:${revision}\` cannot be read: ${read.problem}.`;
    for (const [path, text] of read.files) if (isWithin(place, path)) found.set(path, () => text);
    if (found.size > 0) break;
  }
  return found;
}

/** The host for a reader who shall see one of the versions at their place, and around it what is on the disk. */
export function hostOf(
  { place, isOwn, inRepository, ...versions }: Versions,
  side: 'before' | 'after',
  host: Host,
): Host {
  const files = versions[side];
  const isInside = (path: string): boolean => isWithin(place, path);
  return {
    ...host,
    repository: (path) => (inRepository ? host.repository(path) : null),
    kind(path) {
      if (files.has(path)) return 'file';
      // A place where a version has nothing is an empty one.
      if (path === place) return 'directory';
      return isInside(path) && isOwn(path) ? 'missing' : host.kind(path);
    },
    read: (path) => files.get(path)?.() ?? host.read(path),
    find(directory, wanted, exclude): Found {
      const own = [...files.keys()].filter((path) => isWithin(directory, path)).sort();
      if (isInside(directory)) return { files: own, problems: [] };
      const around = host.find(directory, wanted, exclude);
      const others = around.files.filter((path) => !isInside(path) && !isOwn(path));
      return { files: [...others, ...own], problems: around.problems };
    },
  };
}
