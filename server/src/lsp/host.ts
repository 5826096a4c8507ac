import type { Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Clock } from './sliced.ts';

/** Globs of files that the user does not want to be read, relative to a folder. */
export type Excluded = readonly string[];

/** Finds and reads files by their URIs. */
export interface Files {
  /**
   * URIs of the files below a folder that can hold manifests or tell of their surroundings, without those that ignore
   * files or `excluded` name.
   */
  readonly list: (folder: string, excluded: Excluded) => Promise<readonly string[]>;
  /** The texts of files, in the order asked for; null where one cannot be read. */
  readonly read: (uris: readonly string[]) => Promise<readonly (string | null)[]>;
}

/** What the server needs from where it runs: files and time. */
export interface Host extends Clock, Files {
  /** Whether it reads files of this scheme itself; the others are asked from the client. */
  readonly reads: (uri: string) => boolean;
  /** Of files below a folder that the client listed, ignore files among them, those that ignore files and globs leave. */
  readonly sift: (
    folder: string,
    uris: readonly string[],
    excluded: Excluded,
    read: Files['read'],
  ) => Promise<readonly string[]>;
}

/** The names of files that are of interest, as globs without a directory. */
export const fileNames: readonly string[] = ['*.yaml', '*.yml', '*.json', 'Kustomization'];

/** Whether a file of this name is of interest. */
export const isFileName = (name: string): boolean =>
  fileNames.some((pattern) =>
    pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern,
  );

/** The name of the files that say what git, and so netpol, leaves out. */
export const IGNORE_FILE = '.gitignore';

/**
 * `host` with the files that it cannot read itself asked from the client, as in a browser or in a workspace that is no
 * directory of this machine. Where the client does not offer that, there are none.
 */
export function withClientFiles(host: Host, client: Client, connection: Connection): Host {
  const asks = client.readsFiles;
  const ask = (uris: readonly string[]): Promise<readonly (string | null)[]> =>
    asks && uris.length > 0
      ? connection.sendRequest('netpol/read', { uris })
      : Promise.resolve(uris.map(() => null));
  return {
    ...host,
    async list(folder, excluded) {
      if (host.reads(folder)) return host.list(folder, excluded);
      if (!asks) return [];
      const names = [...fileNames, IGNORE_FILE];
      const uris = await connection.sendRequest<string[]>('netpol/list', { folder, names });
      return host.sift(folder, uris, excluded, ask);
    },
    async read(uris) {
      const own = uris.filter(host.reads);
      const others = uris.filter((uri) => !host.reads(uri));
      const texts = new Map<string, string | null>();
      for (const [asked, answers] of [
        [own, await host.read(own)],
        [others, await ask(others)],
      ] as const)
        for (const [index, uri] of asked.entries()) texts.set(uri, answers[index] ?? null);
      return uris.map((uri) => texts.get(uri) ?? null);
    },
  };
}
