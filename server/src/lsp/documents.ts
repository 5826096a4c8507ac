import type { Connection } from 'vscode-languageserver';
import { readAhead } from '../workspace/ahead.ts';
import { textOf, type Upserted } from '../workspace/snapshot.ts';
import type { Client } from './client.ts';
import type { Index } from './indexing.ts';
import { sliced, type Clock } from './sliced.ts';
import { textChanges } from './sync.ts';
import type { Worlds } from './worlds.ts';

/** The documents that the editor holds open. */
export interface Documents {
  /** The version of each, by key. */
  readonly versions: ReadonlyMap<string, number>;
  /** Resolves once a document that is just being opened can be asked about: for all but large ones that is so at once. */
  readonly opened: (key: string) => Promise<void>;
  /** Changes the folders, and brings each document into the world of the folder that it belongs to then. */
  readonly whileFoldersChange: (change: () => void) => void;
}

/** Texts up to this length are opened in one go, which nobody feels; longer ones in slices, between which others are heard. */
const AT_ONCE = 64 * 1024;

/** A document that is being opened: `now` does at once what is left of it. */
interface Opening {
  readonly now: () => void;
  readonly done: Promise<void>;
}

/** Follows the editor's documents; `touched` hears of each that was opened, edited or closed. */
export function followDocuments(
  connection: Connection,
  { encoding }: Client,
  worlds: Worlds,
  index: Index,
  clock: Clock,
  touched: (key: string) => void,
): Documents {
  const opening = new Map<string, Opening>();
  const versions = new Map<string, number>();
  /** The spellings under which a document is open; nearly always one. */
  const spellings = new Map<string, Set<string>>();

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    const key = worlds.key(uri, true);
    versions.set(key, version);
    spellings.set(key, (spellings.get(key) ?? new Set()).add(uri));
    if (text.length > AT_ONCE) openInSlices(key, text);
    else open({ uri: key, text });
  });

  function open(file: Upserted): void {
    const { uri: key } = file;
    opening.delete(key);
    worlds.change(worlds.folderOf(key), { reason: 'opened', upserted: [file], opened: [key] });
    index.wake(worlds.find(key)!.file);
    touched(key);
  }

  function openInSlices(key: string, text: string): void {
    let file: Upserted = { uri: key, text };
    const steps = function* (): Generator<void> {
      file = yield* readAhead(worlds.snapshot(worlds.folderOf(key)), key, text);
    };
    const isOpening = (): boolean => opening.get(key) === own;
    const now = (): void => {
      if (isOpening()) open(file);
    };
    const own = { now, done: sliced(steps(), () => !isOpening(), clock).then(now) };
    opening.set(key, own);
  }

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const key = worlds.key(uri);
    opening.get(key)?.now();
    const found = worlds.find(key);
    if (found?.file.open !== true) {
      connection.console.warn(`${uri} was edited, but is not open`);
      return;
    }
    versions.set(key, version);
    worlds.change(worlds.folderOf(key), {
      reason: 'edited',
      edited: [{ uri: key, changes: textChanges(found.file, contentChanges, encoding) }],
    });
    index.wake(worlds.find(key)!.file);
    touched(key);
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const key = worlds.key(uri);
    const open = spellings.get(key);
    if (open?.delete(uri) !== true || open.size > 0) return;
    spellings.delete(key);
    versions.delete(key);
    opening.delete(key);
    void index.close(key);
    touched(key);
  });

  return {
    versions,
    opened: (key) => opening.get(key)?.done ?? Promise.resolve(),
    whileFoldersChange(change) {
      const open = [...versions.keys()].flatMap((key) => worlds.find(key)?.file ?? []);
      change();
      for (const file of open) {
        const { uri } = file;
        if (worlds.find(uri) !== null) continue;
        for (const folder of worlds.folders())
          if (worlds.snapshot(folder).files.has(uri))
            worlds.change(folder, { reason: 'moved away', removed: [uri] });
        worlds.change(worlds.folderOf(uri), {
          reason: 'moved here',
          upserted: [{ uri, text: textOf(file) }],
          opened: [uri],
        });
      }
    },
  };
}
