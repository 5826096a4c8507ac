import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Committed, Host, ReadResult } from '../cli/host.ts';
import { IGNORE_FILE } from '../lsp/host.ts';
import { findingBelow, isIgnored, rulesFrom, type Rules } from './ignored.ts';

/** A file of a revision: its path from the top of the repository, and where git keeps its text. */
interface Entry {
  readonly path: string;
  readonly object: string;
  readonly link: boolean;
}

/**
 * Reads a revision of the repository around a directory from git's own store; neither the working tree nor the network
 * is touched. Inside, `:` stands for the top of the repository.
 */
export function committedWith(textOf: (bytes: Buffer) => ReadResult): Host['committed'] {
  return (directory, revision, wanted, exclude): Committed => {
    const git = (input: string, ...args: string[]): Buffer => run(directory, input, args);
    try {
      const prefix = git('', 'rev-parse', '--show-prefix').toString().trim();
      const tree = treeOf(git, revision);
      if (tree === null) return { problem: 'the repository has no such revision' };
      const entries = entriesOf(git('', 'ls-tree', '-r', '-z', '--full-tree', tree));
      const top = `:/${prefix}`.slice(0, -1);
      const local = localRules(directory, git);
      const isFound = finder(top, exclude, local, ignoreFilesIn(entries, git));
      const found = entries.filter(
        (entry) => entry.path.startsWith(`${top}/`) && wanted(nameOf(entry)) && isFound(entry.path),
      );
      const linked = withoutLinks(found, entries, git);
      const texts = textsOf(
        linked.map(({ object }) => object),
        git,
      );
      return {
        files: new Map(
          linked.map((entry, index) => [
            `${directory.replace(/\/$/, '')}/${entry.path.slice(top.length + 1)}`,
            textOf(texts[index]!),
          ]),
        ),
      };
    } catch (error) {
      return { problem: (error as Error).message };
    }
  };
}

type Git = (input: string, ...args: string[]) => Buffer;

/** What would make git look elsewhere than in the directory, as hooks of git do. */
const ELSEWHERE = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_OBJECT_DIRECTORY',
]);

function run(directory: string, input: string, args: readonly string[]): Buffer {
  const inherited = Object.entries(process.env).filter(([name]) => !ELSEWHERE.has(name));
  const { error, status, stdout, stderr } = spawnSync('git', [...args], {
    cwd: directory,
    input,
    maxBuffer: Infinity,
    windowsHide: true,
    env: {
      ...Object.fromEntries(inherited),
      LC_ALL: 'C',
      // A partial clone would ask its server for what it lacks.
      GIT_NO_LAZY_FETCH: '1',
      GIT_OPTIONAL_LOCKS: '0',
    },
  });
  if (error !== undefined)
    throw (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? new Error('git cannot be run; is it installed?')
      : error;
  if (status !== 0)
    throw new Error(
      `git says: ${stderr
        .toString()
        .split('\n')[0]!
        .replace(/^fatal: /, '')}`,
    );
  return stdout;
}

/** The tree of a revision; null where there is none. */
function treeOf(git: Git, revision: string): string | null {
  // Git takes what begins like an option for one; no revision does.
  if (revision === '' || revision.startsWith('-')) return null;
  try {
    return git('', 'rev-parse', '--verify', '--quiet', `${revision}^{tree}`).toString().trim();
  } catch {
    return null;
  }
}

/** The files of a listing `MODE TYPE OBJECT<tab>PATH`, each ended by a zero byte. */
const entriesOf = (listing: Buffer): Entry[] =>
  listing
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [, mode, object, name] = /^(\d+) blob ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
      return name === undefined
        ? []
        : [{ path: `:/${name}`, object: object!, link: mode === '120000' }];
    });

const nameOf = ({ path: file }: Entry): string => path.posix.basename(file);

/** The texts of objects, in their order: `OBJECT blob SIZE`, a line break, the text, a line break. */
function textsOf(objects: readonly string[], git: Git): Buffer[] {
  if (objects.length === 0) return [];
  const output = git(`${objects.join('\n')}\n`, 'cat-file', '--batch');
  let at = 0;
  return objects.map((object) => {
    const start = output.indexOf(0x0a, at) + 1;
    const size = Number(/ blob (\d+)$/.exec(output.toString('latin1', at, start - 1))?.[1]);
    if (Number.isNaN(size)) throw new Error(`git has lost the object ${object}`);
    at = start + size + 1;
    return output.subarray(start, start + size);
  });
}

/** Links as the files that they lead to, as on a disk; without those that lead to none. */
function withoutLinks(found: readonly Entry[], all: readonly Entry[], git: Git): Entry[] {
  const links = found.filter(({ link }) => link);
  const targets = textsOf(
    links.map(({ object }) => object),
    git,
  );
  const byPath = new Map(all.map((entry) => [entry.path, entry]));
  const objects = new Map(
    links.map((entry, index) => {
      const target = path.posix.join(path.posix.dirname(entry.path), targets[index]!.toString());
      const file = byPath.get(target);
      return [entry, file === undefined || file.link ? null : file.object];
    }),
  );
  return found.flatMap((entry) => {
    const object = entry.link ? objects.get(entry)! : entry.object;
    return object === null ? [] : [{ ...entry, object }];
  });
}

function ignoreFilesIn(entries: readonly Entry[], git: Git): Rules[] {
  const files = entries.filter((entry) => nameOf(entry) === IGNORE_FILE && !entry.link);
  const texts = textsOf(
    files.map(({ object }) => object),
    git,
  );
  return files.map((entry, index) =>
    rulesFrom(path.posix.dirname(entry.path), texts[index]!.toString()),
  );
}

/** The rules of `.git/info/exclude`, which is in no revision. */
function localRules(directory: string, git: Git): Rules[] {
  const file = git('', 'rev-parse', '--git-path', 'info/exclude').toString().trim();
  try {
    return [rulesFrom(':', readFileSync(path.resolve(directory, file), 'utf8'))];
  } catch {
    return [];
  }
}

/** Whether a walk from `top` would find a file; what is asked for by its own name is walked even where it is ignored. */
function finder(
  top: string,
  exclude: readonly string[],
  local: readonly Rules[],
  rules: readonly Rules[],
): (file: string) => boolean {
  const holds = ({ directory }: Rules): boolean =>
    directory !== top && `${top}/`.startsWith(`${directory}/`);
  const above = [
    ...rules.filter(holds).sort((a, b) => b.directory.length - a.directory.length),
    ...local,
  ];
  return findingBelow(top, exclude, rules, isIgnored(`${top}/`, above) ? [] : above);
}
