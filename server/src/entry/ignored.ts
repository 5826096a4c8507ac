import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import { IGNORE_FILE, type Excluded, type Files } from '../lsp/host.ts';
import { canonical, directoryOf, nameOf } from '../workspace/uri.ts';

/** Directories that hold what others wrote, or what is no work of anybody. */
export const skippedNames: ReadonlySet<string> = new Set(['.git', 'node_modules', 'vendor']);

/** The rules of one `.gitignore`, for the paths below its directory. */
export interface Rules {
  readonly directory: string;
  readonly ignore: Ignore;
}

/** The rules that the text of an ignore file makes. */
export const rulesFrom = (directory: string, text: string): Rules => ({
  directory,
  ignore: ignore({ ignorecase: false }).add(text),
});

/** Whether a path is ignored: the nearest rules that speak of it decide. That of a directory ends with a slash. */
export function isIgnored(path: string, rules: readonly Rules[]): boolean {
  for (const { directory, ignore: rule } of rules) {
    const below = path.slice(withSlash(directory).length);
    // Rules never speak of the directory that they stand in.
    if (below === '') continue;
    const { ignored, unignored } = rule.test(below);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** A directory's path with the slash at its end that only roots have already. */
export const withSlash = (directory: string): string =>
  directory.endsWith('/') ? directory : `${directory}/`;

/** Whether one of the globs, seen from `top`, names a path below it. */
export function excluding(top: string, globs: Excluded): (path: string) => boolean {
  const excluded = picomatch([...globs], { dot: true });
  return (path) => globs.length > 0 && excluded(path.slice(withSlash(top).length));
}

/**
 * Of files that were listed without a look at ignore files, those that a walk over a disk would find.
 * @param uris files below `folder`, ignore files among them
 */
export async function sift(
  folder: string,
  uris: readonly string[],
  exclude: Excluded,
  read: Files['read'],
): Promise<readonly string[]> {
  const top = canonical(folder);
  const ignoreFiles = uris.filter((uri) => nameOf(uri) === IGNORE_FILE);
  const texts = await read(ignoreFiles);
  const rules = ignoreFiles.map((uri, at) =>
    rulesFrom(directoryOf(canonical(uri)), texts[at] ?? ''),
  );
  const isFound = findingBelow(top, exclude, rules);
  return uris.filter((uri) => nameOf(uri) !== IGNORE_FILE && isFound(canonical(uri)));
}

/**
 * Whether a walk that begins at `top` would find a file.
 * @param below the rules of the ignore files below `top`
 * @param above those that hold in `top` from the directories above it, the nearest first
 */
export function findingBelow(
  top: string,
  exclude: Excluded,
  below: readonly Rules[],
  above: readonly Rules[] = [],
): (path: string) => boolean {
  const isExcluded = excluding(top, exclude);
  const own = new Map(below.map((rules) => [rules.directory, rules]));
  /** The rules that hold in a directory, nearest first; null where it is not walked. */
  const known = new Map<string, readonly Rules[] | null>();
  const rulesIn = (directory: string): readonly Rules[] | null => {
    let rules = known.get(directory);
    if (rules === undefined) known.set(directory, (rules = found(directory)));
    return rules;
  };
  function found(directory: string): readonly Rules[] | null {
    const here = own.get(directory);
    const added = here === undefined ? [] : [here];
    if (!directory.startsWith(withSlash(top))) return [...added, ...above];
    const outer = rulesIn(directoryOf(directory));
    return outer === null ||
      skippedNames.has(nameOf(directory)) ||
      isExcluded(directory) ||
      isIgnored(`${directory}/`, outer)
      ? null
      : [...added, ...outer];
  }
  return (path) => {
    const rules = rulesIn(directoryOf(path));
    return rules !== null && !isExcluded(path) && !isIgnored(path, rules);
  };
}
