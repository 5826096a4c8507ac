import { apply, EMPTY, type Change, type File, type Snapshot } from '../workspace/snapshot.ts';
import { canonical } from '../workspace/uri.ts';

/** The world of files that lie in no workspace folder. */
export const LOOSE = '';

/** What changed: the world's folder, and its snapshots before and after. */
export interface Changed {
  readonly folder: string;
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** How long the change took to apply. */
  readonly milliseconds: number;
}

/**
 * One world for each workspace folder, known by its canonical URI, and one for loose files. The snapshots held here are
 * all of the program that ever changes; everything else follows from them.
 */
export interface Worlds {
  readonly folders: () => readonly string[];
  readonly add: (folder: string) => void;
  readonly remove: (folder: string) => void;
  /** The folder that a file belongs to: the innermost that holds it. */
  readonly folderOf: (key: string) => string;
  readonly snapshot: (folder: string) => Snapshot;
  /** A file and the snapshot that it is of; null where it is not known. */
  readonly find: (key: string) => { readonly file: File; readonly snapshot: Snapshot } | null;
  readonly change: (folder: string, change: Change) => void;
  /** The key of a file: one for all spellings of its URI. The spelling that the client uses is remembered. */
  readonly key: (uri: string, spelledByClient?: boolean) => string;
  /** The spelling under which the client, or else the file system, knows a key. */
  readonly uri: (key: string) => string;
}

/** Makes the worlds; `onChange` hears of every new snapshot, `now` tells milliseconds. */
export function worldsOf(onChange: (changed: Changed) => void, now: () => number): Worlds {
  const snapshots = new Map<string, Snapshot>([[LOOSE, EMPTY]]);
  const spellings = new Map<string, string>();
  const folderOf = (key: string): string => {
    let innermost = LOOSE;
    for (const folder of snapshots.keys())
      if (folder !== LOOSE && folder.length > innermost.length && isBelow(key, folder))
        innermost = folder;
    return innermost;
  };
  const snapshot = (folder: string): Snapshot => snapshots.get(folder) ?? EMPTY;
  return {
    folders: () => [...snapshots.keys()],
    add: (folder) => {
      if (!snapshots.has(folder)) snapshots.set(folder, EMPTY);
    },
    remove: (folder) => {
      if (folder !== LOOSE) snapshots.delete(folder);
    },
    folderOf,
    snapshot,
    find(key) {
      const current = snapshot(folderOf(key));
      const file = current.files.get(key);
      return file === undefined ? null : { file, snapshot: current };
    },
    change(folder, change) {
      const before = snapshots.get(folder);
      // The folder may have been removed while its files were being read.
      if (before === undefined) return;
      const start = now();
      const after = apply(before, change);
      snapshots.set(folder, after);
      onChange({ folder, before, after, milliseconds: now() - start });
    },
    key(uri, spelledByClient = false) {
      const key = canonical(uri);
      if (spelledByClient || !spellings.has(key)) spellings.set(key, uri);
      return key;
    },
    uri: (key) => spellings.get(key) ?? key,
  };
}

/** Whether a file or directory is `directory` or lies below it; both canonical. */
export const isBelow = (key: string, directory: string): boolean =>
  key === directory || key.startsWith(directory.endsWith('/') ? directory : `${directory}/`);
