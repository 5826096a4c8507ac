import type { Connection } from 'vscode-languageserver';
import type { Committed } from '../workspace/committed.ts';
import { nameOf } from '../workspace/uri.ts';
import { isFileName } from './host.ts';
import type { Index } from './indexing.ts';
import type { Worlds } from './worlds.ts';

/** What the client knows of the last commit, asked for once until it says that something of it is another. */
export interface Head {
  /** The files of a folder that may differ from the commit, as they are there. */
  readonly of: (folder: string) => Promise<Committed>;
  /** Hears that the commit, or which files differ from it, is another. */
  readonly changed: () => void;
}

/** How many texts are asked for at once; for each of them a client may have to start git. */
const BATCH = 16;

/** What was asked of one folder, and when. */
interface Asked {
  readonly age: number;
  readonly open: ReadonlySet<string>;
  readonly committed: Committed;
}

/** Makes the head; only for clients that answer `netpol/changed` and `netpol/head`. */
export function makeHead(connection: Connection, worlds: Worlds, index: Index): Head {
  const known = new Map<string, Asked>();
  let age = 0;

  async function ask(folder: string, open: ReadonlySet<string>): Promise<Committed> {
    const listed = await connection.sendRequest<string[]>('netpol/changed', {
      folder: worlds.uri(folder),
    });
    const changed = new Set(
      listed
        .filter((uri) => isFileName(nameOf(uri)))
        .map((uri) => worlds.key(uri))
        .filter((key) => worlds.folderOf(key) === folder),
    );
    const { files, landmarks } = worlds.snapshot(folder);
    const isKnown = (key: string): boolean => files.has(key) || landmarks.has(key);
    const missed = await index.missed(
      folder,
      [...changed].filter((key) => !isKnown(key)),
    );
    const keys = [...new Set([...[...changed].filter(isKnown), ...missed, ...open])];
    const answers: ({ text: string | null } | null)[] = [];
    for (let done = 0; done < keys.length; done += BATCH) {
      const uris = keys.slice(done, done + BATCH).map(worlds.uri);
      answers.push(...(await connection.sendRequest<typeof answers>('netpol/head', { uris })));
    }
    return new Map(
      keys.flatMap((key, at): [string, string | null][] => {
        const answer = answers[at] ?? null;
        // What git neither lists nor has is none of its business.
        if (answer === null || (answer.text === null && !changed.has(key))) return [];
        return [[key, answer.text]];
      }),
    );
  }

  return {
    async of(folder) {
      const files = [...worlds.snapshot(folder).files.values()];
      const open = new Set(files.filter((file) => file.open).map(({ uri }) => uri));
      const last = known.get(folder);
      if (last?.age === age && [...open].every((key) => last.open.has(key))) return last.committed;
      const asked = age;
      const found = await ask(folder, open);
      const committed = last !== undefined && same(last.committed, found) ? last.committed : found;
      known.set(folder, { age: asked, open, committed });
      return committed;
    },
    changed() {
      age++;
    },
  };
}

const same = (a: Committed, b: Committed): boolean =>
  a.size === b.size && [...b].every(([key, text]) => a.get(key) === text);
