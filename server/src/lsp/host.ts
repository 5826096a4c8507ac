import type { Connection } from 'vscode-languageserver';
import type { Clock } from './sliced.ts';

/** Globs of files that the user does not want to be read, relative to a folder. */
export type Excluded = readonly string[];

/** What the server needs from where it runs: files and time. */
export interface Host extends Clock {
  /**
   * URIs of the files below a folder that can hold manifests or tell of their surroundings, without those that ignore
   * files or `excluded` name.
   */
  readonly list: (folder: string, excluded: Excluded) => Promise<readonly string[]>;
  /** The texts of files, in the order asked for; null where one cannot be read. */
  readonly read: (uris: readonly string[]) => Promise<readonly (string | null)[]>;
  /** Whether it reads files of this scheme itself; the others are asked from the client. */
  readonly reads: (uri: string) => boolean;
}

/** The names of files that are of interest, as globs without a directory. */
export const fileNames: readonly string[] = ['*.yaml', '*.yml', '*.json', 'Kustomization'];

/** Reads files through requests to the client: in a browser, or in a workspace that is no directory of this machine. */
export function clientFiles(connection: Connection): Pick<Host, 'list' | 'read'> {
  return {
    list: (folder, excluded) =>
      connection.sendRequest('netpol/list', { folder, names: fileNames, excluded }),
    read: (uris) => connection.sendRequest('netpol/read', { uris }),
  };
}
