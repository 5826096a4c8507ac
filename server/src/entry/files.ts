import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { excluding, isIgnored, rulesFrom, skippedNames, withSlash, type Rules } from './ignored.ts';

/** What one directory of a walk holds. */
export interface Visited {
  readonly directory: string;
  /** Absolute paths of the files in it that are wanted, in order. */
  readonly files: readonly string[];
  /** Why the directory could not be read, or null. */
  readonly problem: string | null;
}

/**
 * Walks the directories below `top`, one at a time so that a caller can rest between them, without what ignore files
 * or the globs of `exclude`, seen from `top`, name. `.gitignore` counts in every directory from the repository's top
 * down, as in git; what was asked for by its own name is walked even so. Links to files are files; links to directories
 * are not followed, as in git, so that no loop and no other tree is ever entered. Paths are absolute with forward slashes.
 */
export function* walk(
  top: string,
  wanted: (name: string) => boolean,
  exclude: readonly string[],
): Generator<Visited> {
  const isExcluded = excluding(top, exclude);
  const above = rulesAbove(top);
  const waiting: { readonly directory: string; readonly rules: readonly Rules[] }[] = [
    { directory: top, rules: isIgnored(`${top}/`, above) ? [] : above },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { directory } = next;
    let entries: Dirent[];
    try {
      entries = readdirSync(directory, { withFileTypes: true });
    } catch (error) {
      yield { directory, files: [], problem: problemOf(error) };
      continue;
    }
    const rules = [...rulesIn(directory), ...next.rules];
    const files: string[] = [];
    const below: typeof waiting = [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = withSlash(directory) + entry.name;
      if (entry.isDirectory()) {
        if (skippedNames.has(entry.name) || isExcluded(path) || isIgnored(`${path}/`, rules))
          continue;
        below.push({ directory: path, rules });
      } else if (wanted(entry.name) && isFile(entry, path))
        if (!isExcluded(path) && !isIgnored(path, rules)) files.push(path);
    }
    waiting.push(...below.reverse());
    yield { directory, files, problem: null };
  }
}

/** What a failed call of the file system means, in the words that shells use. */
export function problemOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ENOENT: 'no such file or directory',
    EISDIR: 'is a directory',
    ELOOP: 'too many levels of symbolic links',
    ENOSPC: 'no space left on the device',
    EROFS: 'the file system is read-only',
    ERR_FS_FILE_TOO_LARGE: 'the file is too large',
    ERR_STRING_TOO_LONG: 'the file is too large',
  };
  return words[code ?? ''] ?? message;
}

function isFile(entry: Dirent, path: string): boolean {
  if (entry.isFile()) return true;
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(path).isFile();
  } catch {
    return false; // A link to nothing is no file.
  }
}

function rulesIn(directory: string): Rules[] {
  const text = textAt(`${withSlash(directory)}.gitignore`);
  return text === null ? [] : [rulesFrom(directory, text)];
}

/** The rules that hold in a directory from those above it, the nearest first, up to the top of its repository. */
function rulesAbove(directory: string): Rules[] {
  const rules: Rules[] = [];
  for (let path = directory; ; path = path.slice(0, path.lastIndexOf('/'))) {
    if (path !== directory) rules.push(...rulesIn(path === '' ? '/' : path));
    if (exists(`${path}/.git`)) {
      const local = textAt(`${path}/.git/info/exclude`);
      return local === null ? rules : [...rules, rulesFrom(path, local)];
    }
    if (!path.includes('/')) return [];
  }
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

function textAt(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
