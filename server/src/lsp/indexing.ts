import { mentionsPolicies } from '../model/mentions.ts';
import { readAhead } from '../workspace/ahead.ts';
import { isLandmark, type Landmarks } from '../workspace/roots.ts';
import { isManifest } from '../workspace/scan.ts';
import type { File, Upserted } from '../workspace/snapshot.ts';
import type { Excluded, Host } from './host.ts';
import { sliced } from './sliced.ts';
import { isBelow, LOOSE, type Worlds } from './worlds.ts';

/** What happened to a file or directory; created and changed are one, as editors mix them up. */
export interface FileEvent {
  readonly uri: string;
  readonly gone: boolean;
}

/**
 * Brings the files of the workspace folders into their worlds. A folder sleeps, with nothing of it read into the
 * world but what is open, until one of its files mentions a policy kind.
 */
export interface Index {
  /** Reads a folder anew; what an editor holds open stays as it is there. */
  readonly load: (folder: string, excluded: Excluded) => Promise<void>;
  /** Takes what happened to files outside the editor. */
  readonly happened: (events: readonly FileEvent[]) => Promise<void>;
  /** Wakes the folder of a file that is open, if the file mentions a policy kind. */
  readonly wake: (file: File) => void;
  /** Takes a file back from the editor: as it is on disk, or not at all if it would not be read otherwise. */
  readonly close: (key: string) => Promise<void>;
  readonly forget: (folder: string) => void;
  /** Of files that are not known now those that would be, if there were manifests in them. */
  readonly missed: (folder: string, keys: readonly string[]) => Promise<readonly string[]>;
  /** Whether any folder is being read. */
  readonly busy: () => boolean;
}

interface FolderState {
  readonly excluded: Excluded;
  /** The files that are read, by key. */
  readonly listed: ReadonlySet<string>;
  /** Those of them that could not be read. */
  readonly unread: ReadonlySet<string>;
  readonly awake: boolean;
  /** Whether all that is listed has been brought into the world. */
  readonly filled: boolean;
}

/** How many files are asked for at once. */
const BATCH = 64;

/** How much text is read before it is brought into a world together, so that a large workspace is seen while it is read. */
const BATCH_LENGTH = 32 * 1024;

function* batchesOf(
  texts: readonly (readonly [key: string, text: string])[],
): Generator<readonly (readonly [key: string, text: string])[]> {
  for (let start = 0; start < texts.length;) {
    let [end, length] = [start, 0];
    while (end < texts.length && (end === start || length < BATCH_LENGTH))
      length += texts[end++]![1].length;
    yield texts.slice(start, end);
    start = end;
  }
}

/** Makes the index; `log` takes what went wrong, `onIdle` hears whenever reading has come to an end. */
export function makeIndex(
  worlds: Worlds,
  host: Host,
  log: (message: string) => void,
  onIdle: () => void,
): Index {
  const states = new Map<string, FolderState>();
  const runs = new Map<string, number>();
  const waiting = new Map<string, FileEvent>();
  let queue: Promise<void> = Promise.resolve();
  let jobs = 0;

  /** One job at a time, so that none sees the half-done work of another. */
  const enqueue = (job: () => Promise<void>): Promise<void> => {
    jobs++;
    queue = queue
      .then(job)
      .catch((error: unknown) => log(`reading files failed: ${String(error)}`))
      .finally(() => {
        if (--jobs === 0) onIdle();
      });
    return queue;
  };

  const isOpen = (key: string): boolean => worlds.find(key)?.file.open === true;

  /** The texts that are of use; the others are let go at once, since a folder may hold much that is not Kubernetes'. */
  async function textsOf(
    keys: readonly string[],
  ): Promise<{ readonly texts: ReadonlyMap<string, string>; readonly unread: readonly string[] }> {
    const texts = new Map<string, string>();
    const unread: string[] = [];
    for (let done = 0; done < keys.length; done += BATCH) {
      const batch = keys.slice(done, done + BATCH);
      const read = await host.read(batch.map(worlds.uri));
      for (const [index, key] of batch.entries()) {
        const text = read[index];
        if (typeof text !== 'string') unread.push(key);
        else if (isManifest(text) || isLandmark(key)) texts.set(key, text);
      }
      await host.pause();
    }
    return { texts, unread };
  }

  async function list(folder: string, excluded: Excluded): Promise<string[]> {
    const found = await host.list(worlds.uri(folder), excluded);
    const keys = found.map((uri) => worlds.key(uri));
    return keys.filter((key) => worlds.folderOf(key) === folder).sort();
  }

  async function load(folder: string, excluded: Excluded): Promise<void> {
    const run = (runs.get(folder) ?? 0) + 1;
    runs.set(folder, run);
    await enqueue(async () => {
      if (runs.get(folder) !== run) return;
      const keys = await list(folder, excluded);
      const { texts, unread } = await textsOf(keys);
      const open = [...worlds.snapshot(folder).files.values()].filter((file) => file.open);
      const awake = [...texts.values()].some(mentionsPolicies) || open.some(hasPolicies);
      states.set(folder, {
        excluded,
        listed: new Set(keys),
        unread: new Set(unread),
        awake,
        filled: false,
      });
      const stale = (): boolean => runs.get(folder) !== run;
      if (!(await sliced(filling(folder, awake ? texts : new Map()), stale, host))) return;
      states.set(folder, { ...states.get(folder)!, filled: true });
      worlds.change(folder, { reason: 'end of reading', read: unread.length === 0 });
    });
  }

  function* filling(folder: string, texts: ReadonlyMap<string, string>): Generator<void> {
    const manifests = [...texts].filter(([, text]) => isManifest(text));
    const wanted = new Set(manifests.map(([key]) => key));
    const old = [...worlds.snapshot(folder).files.values()];
    worlds.change(folder, {
      reason: 'start of reading',
      read: false,
      landmarks: new Map([...texts].filter(([key]) => isLandmark(key))),
      removed: old.filter((file) => !file.open && !wanted.has(file.uri)).map(({ uri }) => uri),
    });
    for (const batch of batchesOf(manifests)) {
      const read = yield* reading(folder, batch);
      worlds.change(folder, { reason: 'reading', upserted: unopened(read) });
      yield;
    }
  }

  /** Reads files as they are wanted for a change of a world, one document at a time. */
  function* reading(
    folder: string,
    texts: Iterable<readonly [key: string, text: string]>,
  ): Generator<void, readonly Upserted[]> {
    const read: Upserted[] = [];
    for (const [key, text] of texts)
      if (isManifest(text) && !isOpen(key))
        read.push(yield* readAhead(worlds.snapshot(folder), key, text));
    return read;
  }

  /** Of files that were read those that no editor has opened meanwhile. */
  const unopened = (read: readonly Upserted[]): readonly Upserted[] =>
    read.filter(({ uri }) => !isOpen(uri));

  /** All that happened while something else was being done, at once. */
  async function settle(): Promise<void> {
    const events = [...waiting.values()];
    waiting.clear();
    for (const folder of new Set(events.map(({ uri }) => worlds.folderOf(uri)))) {
      const state = states.get(folder);
      if (state === undefined) continue;
      await settleIn(
        folder,
        state,
        events.filter(({ uri }) => worlds.folderOf(uri) === folder),
      );
    }
  }

  async function settleIn(
    folder: string,
    state: FolderState,
    events: readonly FileEvent[],
  ): Promise<void> {
    const gone = events.filter((event) => event.gone).map(({ uri }) => uri);
    const touched = events.filter((event) => !event.gone).map(({ uri }) => uri);
    const isGone = (key: string): boolean => gone.some((directory) => isBelow(key, directory));
    // Only a new listing knows whether a file that was not there is ignored, or what a new directory holds.
    const listed = touched.some((key) => !state.listed.has(key))
      ? new Set(await list(folder, state.excluded))
      : new Set([...state.listed].filter((key) => !isGone(key)));
    const changed = [...listed].filter(
      (key) => touched.includes(key) || !state.listed.has(key) || isGone(key),
    );
    const { texts, unread: unreadNow } = await textsOf(changed);
    const unread = new Set([
      ...[...state.unread].filter((key) => listed.has(key) && !changed.includes(key)),
      ...unreadNow,
    ]);
    states.set(folder, { ...state, listed, unread });
    if (!state.awake) {
      if ([...texts.values()].some(mentionsPolicies)) void load(folder, state.excluded);
      return;
    }
    let read: readonly Upserted[] = [];
    const steps = function* (): Generator<void> {
      read = yield* reading(folder, texts);
    };
    await sliced(steps(), () => false, host);
    const snapshot = worlds.snapshot(folder);
    worlds.change(folder, {
      reason: 'files changed on disk',
      removed: [...snapshot.files.values()]
        .filter((file) => !file.open && !isWanted(file.uri, listed, changed, texts))
        .map(({ uri }) => uri),
      upserted: unopened(read),
      landmarks: landmarksAfter(snapshot.landmarks, listed, texts),
      read: state.filled && unread.size === 0,
    });
  }

  return {
    load,
    async happened(events) {
      for (const { uri, gone } of events) {
        const key = worlds.key(uri);
        waiting.set(key, { uri: key, gone });
      }
      await enqueue(settle);
    },
    wake(file) {
      const folder = worlds.folderOf(file.uri);
      const state = states.get(folder);
      if (state === undefined || state.awake || !hasPolicies(file)) return;
      states.set(folder, { ...state, awake: true });
      void load(folder, state.excluded);
    },
    async close(key) {
      const folder = worlds.folderOf(key);
      const state = states.get(folder);
      const stays = folder !== LOOSE && state?.awake === true && state.listed.has(key);
      worlds.change(folder, {
        reason: 'closed',
        ...(stays ? { closed: [key] } : { removed: [key] }),
      });
      if (!stays) return;
      waiting.set(key, { uri: key, gone: false });
      await enqueue(settle);
    },
    forget(folder) {
      runs.set(folder, (runs.get(folder) ?? 0) + 1);
      states.delete(folder);
    },
    async missed(folder, keys) {
      const { excluded = [], listed } = states.get(folder) ?? {};
      const uris = keys.map(worlds.uri);
      const sifted = new Set(await host.sift(worlds.uri(folder), uris, excluded, host.read));
      const texts = await host.read(uris);
      // What is there and was not listed is left out by an ignore file.
      return keys.filter(
        (key, at) => sifted.has(uris[at]!) && (texts[at] === null || listed?.has(key) === true),
      );
    },
    busy: () => jobs > 0,
  };
}

/** Whether a file that is known stays: it is listed, and was not found to be without manifests now. */
const isWanted = (
  key: string,
  listed: ReadonlySet<string>,
  changed: readonly string[],
  texts: ReadonlyMap<string, string>,
): boolean => listed.has(key) && (!changed.includes(key) || isManifest(texts.get(key) ?? ''));

function landmarksAfter(
  before: Landmarks,
  listed: ReadonlySet<string>,
  texts: ReadonlyMap<string, string>,
): Landmarks {
  const news = [...texts].filter(([key]) => isLandmark(key));
  const stay = [...before].filter(([key]) => listed.has(key));
  return news.length === 0 && stay.length === before.size ? before : new Map([...stay, ...news]);
}

const hasPolicies = ({ chunks }: File): boolean =>
  chunks.some(({ chunk }) => mentionsPolicies(chunk.text));
