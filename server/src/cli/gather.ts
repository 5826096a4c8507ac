import { compare } from '../base/order.ts';
import { rootOfUnnamed, type NamespaceKey } from '../model/namespace.ts';
import { isLandmark, landmarkNames } from '../workspace/roots.ts';
import { isManifest } from '../workspace/scan.ts';
import { unknownCodes } from '../rules/unknownCodes.ts';
import { settingsFromTexts, type Settings } from '../workspace/settings.ts';
import { apply, EMPTY, type Snapshot } from '../workspace/snapshot.ts';
import type { Found, Host } from './host.ts';
import type { ContextOptions } from './options.ts';
import { directoryOf, isWithin, relativePath, uriOf } from './paths.ts';
import { tellTooLarge } from './leftOut.ts';
import { INPUT, inputFiles, isInput } from './stdin.ts';

/** What was read for one run. */
export interface Gathered {
  readonly snapshot: Snapshot;
  /** The URIs of the files to report on, in the order of their names. */
  readonly reported: readonly string[];
  /** The URIs of the files that were given as inventory. */
  readonly inventory: readonly string[];
  /** How a file is shown: relative to the working directory, or as standard input names it. */
  readonly nameOf: (uri: string) => string;
  /** How the root of an unnamed namespace is shown, likewise. */
  readonly directoryNameOf: (namespace: NamespaceKey) => string;
  /** The paths of files by URI; standard input has none. */
  readonly paths: ReadonlyMap<string, string>;
  /** The directory that outputs for other programs name files from: the context's, else the working directory. */
  readonly root: string;
  /** Files with documents that were passed over for their size, and that `check` speaks of where it reports on them. */
  readonly tooLarge: readonly string[];
  /** Whether something could not be read; it was said already. */
  readonly unreadable: boolean;
}

/** A mistake in how the command was called, in a sentence. */
export interface Misuse {
  readonly misuse: string;
}

/** Whether the command was called wrongly. */
export const isMisuse = (value: object): value is Misuse => 'misuse' in value;

/** Files that can hold objects or say what is around them. */
export const wanted = (name: string): boolean => /\.(?:ya?ml|json)$/.test(name) || isLandmark(name);

/** The settings that the command line gives. */
export function settingsOf({
  namespace,
  set,
}: Pick<ContextOptions, 'namespace' | 'set'>): Settings | Misuse {
  const texts = namespace === undefined ? set : [...set, `defaultNamespace=${namespace}`];
  const { settings, problems } = settingsFromTexts(texts);
  const misused = [...problems, ...unknownCodes(settings)];
  return misused.length > 0 ? { misuse: misused.join(' ') } : settings;
}

/** The directory that the command line gives as root; null where it gives none. */
export function rootOf({ root }: Pick<ContextOptions, 'root'>, host: Host): string | null | Misuse {
  if (root === undefined) return null;
  const path = host.resolve(root);
  return host.kind(path) === 'directory' ? path : { misuse: `\`${root}\` is no directory.` };
}

/** Reads the context and what is to be reported, and joins them to one snapshot. */
export function gather(options: ContextOptions, host: Host): Gathered | Misuse {
  const settings = settingsOf(options);
  if (isMisuse(settings)) return settings;
  const root = rootOf(options, host);
  if (root !== null && typeof root !== 'string') return root;
  const plan = planOf(options, root, host, settings.exclude);
  const read = readAll(plan, host);
  const names = new Map<string, string>();
  const upserted = read.files.map(({ path, text }) => {
    const uri = uriOf(path);
    names.set(uri, relativePath(host.directory, path));
    return { uri, text };
  });
  if (options.paths.includes('-')) {
    const input = host.input();
    if (input.problem !== undefined)
      return { misuse: `Standard input cannot be read: ${input.problem}.` };
    for (const { name, text } of inputFiles(input.text)) {
      const uri = `${INPUT}/${name.split('/').map(encodeURIComponent).join('/')}`;
      names.set(uri, name);
      upserted.push({ uri, text });
      plan.reported.add(uri);
    }
  }
  const landmarks = new Map(
    upserted.filter(({ uri }) => isLandmark(uri)).map(({ uri, text }) => [uri, text]),
  );
  // What comes through one pipe is applied together, wherever its sources lie.
  landmarks.set(`${INPUT}/fleet.yaml`, '');
  const nameOf = (uri: string): string => names.get(uri) ?? uri;
  const all = apply(EMPTY, { reason: 'command line', settings, landmarks, upserted });
  const [stock, tooLarge] = [true, false].map((given) =>
    [...all.passedOver].filter((uri) => plan.inventory.has(uri) === given),
  ) as [string[], string[]];
  tellTooLarge(stock, nameOf, settings, host);
  const unreadable = read.unreadable || stock.length > 0;
  const snapshot = apply(all, { reason: 'end of reading', read: !unreadable });
  return {
    snapshot,
    nameOf,
    directoryNameOf: (namespace) => directoryName(host.directory, rootOfUnnamed(namespace) ?? ''),
    reported: [...plan.reported]
      .filter((uri) => snapshot.files.has(uri))
      .sort((a, b) => compare(nameOf(a), nameOf(b))),
    inventory: [...plan.inventory],
    paths: new Map(read.files.map(({ path }) => [uriOf(path), path])),
    root: root ?? plan.repository ?? host.directory,
    tooLarge,
    unreadable,
  };
}

function directoryName(from: string, uri: string): string {
  if (isInput(uri)) return 'standard input';
  const path = uri.replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?/, '');
  return directoryOf(relativePath(from, `${path}/file`)) || '.';
}

/** Which paths are to be read, and why. */
interface Plan {
  /** The repository that the first path lies in, or null. */
  readonly repository: string | null;
  /** Files that were named, which are read whatever they are. */
  readonly named: ReadonlySet<string>;
  /** Files that were found. */
  readonly found: ReadonlySet<string>;
  /** Paths that are not there, and directories that could not be looked into. */
  readonly problems: Found['problems'];
  /** The URIs of files to report on. */
  readonly reported: Set<string>;
  /** The URIs of files that were given as inventory. */
  readonly inventory: ReadonlySet<string>;
}

function planOf(
  { paths, inventory }: ContextOptions,
  root: string | null,
  host: Host,
  exclude: readonly string[],
): Plan {
  const given = paths.filter((path) => path !== '-').map(host.resolve);
  const extra = inventory.map(host.resolve);
  const missing = [...given, ...extra].filter((path) => host.kind(path) === 'missing');
  const there = given.filter((path) => !missing.includes(path));
  const repositories = root === null ? there.map(host.repository) : [];
  const roots = root === null ? there.map((path, index) => repositories[index] ?? path) : [root];
  const isDirectory = (path: string): boolean => host.kind(path) === 'directory';
  const problems = new Map(missing.map((path) => [path, 'no such file or directory']));
  const find = (directory: string): readonly string[] => {
    const result = host.find(directory, wanted, exclude);
    for (const { path, problem } of result.problems) problems.set(path, problem);
    return result.files;
  };
  const found = new Set([...new Set(roots)].filter(isDirectory).flatMap(find));
  const stock = extra.flatMap((path) => (isDirectory(path) ? find(path) : [path]));
  for (const path of stock) if (!extra.includes(path)) found.add(path);
  const named = new Set([...there, ...extra].filter((path) => host.kind(path) === 'file'));
  const reported = new Set<string>();
  for (const path of there) {
    if (!isDirectory(path)) {
      reported.add(uriOf(path));
      for (const landmark of landmarkNames)
        if (host.kind(`${directoryOf(path)}/${landmark}`) === 'file')
          found.add(`${directoryOf(path)}/${landmark}`);
      continue;
    }
    let below = [...found].filter((file) => isWithin(path, file));
    // A directory outside the root, or one that the root's ignore files name, was still asked for.
    if (below.length === 0) below = [...find(path)];
    for (const file of below) {
      found.add(file);
      reported.add(uriOf(file));
    }
  }
  return {
    repository: repositories[0] ?? null,
    named,
    found,
    problems: [...problems].map(([path, problem]) => ({ path, problem })),
    reported,
    inventory: new Set(stock.map(uriOf)),
  };
}

interface ReadFiles {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly unreadable: boolean;
}

function readAll({ named, found, problems }: Plan, host: Host): ReadFiles {
  const files: { readonly path: string; readonly text: string }[] = [];
  const failed = [...problems];
  const all = [...new Set([...named, ...found])].sort();
  for (const [index, path] of all.entries()) {
    host.progress(`reading ${index + 1} of ${all.length} files`);
    const { text, problem } = host.read(path);
    const matters = named.has(path) || text === undefined || isLandmark(path) || isManifest(text);
    if (!matters) continue;
    if (problem === undefined) files.push({ path, text });
    else failed.push({ path, problem });
  }
  host.progress(null);
  for (const { path, problem } of failed.sort((a, b) => compare(a.path, b.path)))
    host.complain(`netpol: ${relativePath(host.directory, path)}: ${problem}\n`);
  return { files, unreadable: failed.length > 0 };
}
