import type { Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Index } from './indexing.ts';
import { textChanges } from './sync.ts';
import type { Worlds } from './worlds.ts';

/** The documents that the editor holds open. */
export interface Documents {
  /** The version of each, by key. */
  readonly versions: ReadonlyMap<string, number>;
  /** Changes the folders, and brings each document into the world of the folder that it belongs to then. */
  readonly whileFoldersChange: (change: () => void) => void;
}

/** Follows the editor's documents; `touched` hears of each that was opened, edited or closed. */
export function followDocuments(
  connection: Connection,
  { encoding }: Client,
  worlds: Worlds,
  index: Index,
  touched: (key: string) => void,
): Documents {
  const versions = new Map<string, number>();
  /** The spellings under which a document is open; nearly always one. */
  const spellings = new Map<string, Set<string>>();

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    const key = worlds.key(uri, true);
    versions.set(key, version);
    spellings.set(key, (spellings.get(key) ?? new Set()).add(uri));
    worlds.change(worlds.folderOf(key), {
      reason: 'opened',
      upserted: [{ uri: key, text }],
      opened: [key],
    });
    index.wake(key, text);
    touched(key);
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const key = worlds.key(uri);
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
    index.wake(key, worlds.find(key)!.file.text);
    touched(key);
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const key = worlds.key(uri);
    const open = spellings.get(key);
    if (open?.delete(uri) !== true || open.size > 0) return;
    spellings.delete(key);
    versions.delete(key);
    void index.close(key);
    touched(key);
  });

  return {
    versions,
    whileFoldersChange(change) {
      const open = [...versions.keys()].flatMap((key) => worlds.find(key)?.file ?? []);
      change();
      for (const { uri, text } of open) {
        if (worlds.find(uri) !== null) continue;
        for (const folder of worlds.folders())
          if (worlds.snapshot(folder).files.has(uri))
            worlds.change(folder, { reason: 'moved away', removed: [uri] });
        worlds.change(worlds.folderOf(uri), {
          reason: 'moved here',
          upserted: [{ uri, text }],
          opened: [uri],
        });
      }
    },
  };
}
