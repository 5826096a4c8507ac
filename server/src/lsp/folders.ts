import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import { unknownCodes } from '../rules/unknownCodes.ts';
import type { Client } from './client.ts';
import {
  configurations,
  equal,
  keepSettings,
  unconfigured,
  type Configuration,
} from './configuration.ts';
import type { Documents } from './documents.ts';
import type { Index } from './indexing.ts';
import { isBelow, LOOSE, type Worlds } from './worlds.ts';

/** The workspace folders and what the user set for each. */
export interface Folders {
  /** Asks for the configuration and, where it changes which files are read, or at the start, reads them. */
  readonly configure: () => Promise<void>;
  /** Takes the configuration that a client sends instead of being asked. */
  readonly pushed: (settings: unknown) => void;
  readonly change: (added: readonly string[], removed: readonly string[]) => Promise<void>;
}

/** Keeps each folder under its configuration, and read. */
export function makeFolders(
  connection: Connection,
  client: Client,
  worlds: Worlds,
  index: Index,
  documents: Documents,
): Folders {
  let known: ReadonlyMap<string, Configuration> = new Map();
  let pushed: unknown = client.initialSettings;
  let asked = 0;
  let [complaint, warning] = ['', ''];

  async function configure(): Promise<void> {
    const turn = ++asked;
    const folders = worlds.folders();
    const spelled = folders.map((folder) => (folder === LOOSE ? LOOSE : worlds.uri(folder)));
    const found = await configurations(connection, client, pushed, spelled).catch(
      (error: unknown) => {
        connection.console.error(`the client did not tell its configuration: ${String(error)}`);
        return folders.map((folder) => known.get(folder) ?? unconfigured);
      },
    );
    // A later question is under way, and its answer is newer.
    if (turn !== asked) return;
    const before = known;
    known = new Map(folders.map((folder, at) => [folder, found[at]!]));
    complain([...new Set(found.flatMap(({ problems }) => problems))]);
    warn([...new Set(found.flatMap(({ settings }) => unknownCodes(settings)))]);
    for (const [folder, { settings: next, excluded }] of known) {
      const { configured } = worlds.snapshot(folder);
      const kept = keepSettings(configured, next);
      if (kept !== configured) worlds.change(folder, { reason: 'settings', settings: kept });
      const read = before.get(folder);
      if (folder !== LOOSE && (read === undefined || !equal(read.excluded, excluded)))
        void index.load(folder, excluded);
    }
  }

  /** Says what could not be used, once for each time that it changes. */
  function complain(problems: readonly string[]): void {
    const text = problems.join(' ');
    if (text !== '' && text !== complaint)
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: `netpol: ${text}`,
      });
    complaint = text;
  }

  /** Logs what has no effect, once for each time that it changes: a rule may be one of another release of netpol. */
  function warn(problems: readonly string[]): void {
    const text = problems.join(' ');
    if (text !== '' && text !== warning) connection.console.warn(text);
    warning = text;
  }

  return {
    configure,
    pushed(settings) {
      pushed = settings;
    },
    async change(added, removed) {
      const gone = removed.map((uri) => worlds.key(uri));
      const come = added.map((uri) => worlds.key(uri, true));
      documents.whileFoldersChange(() => {
        gone.forEach(index.forget);
        gone.forEach(worlds.remove);
        come.forEach(worlds.add);
      });
      // A folder above holds what an inner one no longer does, and no longer what a new one does.
      const moved = [...gone, ...come];
      const isAffected = (folder: string): boolean =>
        gone.includes(folder) || moved.some((inner) => inner !== folder && isBelow(inner, folder));
      known = new Map([...known].filter(([folder]) => !isAffected(folder)));
      await configure();
    },
  };
}
