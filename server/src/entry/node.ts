import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as pause, setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { isFileName, type Host } from '../lsp/host.ts';
import { serve } from '../lsp/server.ts';
import { sift } from './ignored.ts';
import { walk } from './files.ts';

/** Files above this many bytes are no manifests; a text is kept in memory as a whole. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** The text of a file as editors have it, so without a byte order mark; null where it cannot be read. */
async function textOf(uri: string): Promise<string | null> {
  try {
    const file = URI.parse(uri).fsPath;
    const { size } = await stat(file);
    return size > MAX_FILE_BYTES ? null : new TextDecoder().decode(await readFile(file));
  } catch {
    return null; // It went since it was listed, or is none of our business.
  }
}

/** One turn reads the messages that wait, and the next hands them out, as the connection puts off each by a turn. */
async function letIn(): Promise<void> {
  await pause();
  await pause();
}

const host: Host = {
  now: () => performance.now(),
  pause: letIn,
  sleep: (milliseconds) => sleep(milliseconds),
  reads: (uri) => uri.startsWith('file:'),
  async list(folder, excluded) {
    const found: string[] = [];
    const top = URI.parse(folder).fsPath.replaceAll(path.sep, '/');
    for (const { files } of walk(top, isFileName, excluded)) {
      found.push(...files.map((file) => URI.file(file).toString()));
      await pause();
    }
    return found;
  },
  sift,
  read: (uris) => Promise.all(uris.map(textOf)),
};

const connection = createConnection();
// Whatever escapes is told, and the server goes on: an editor without answers is worse than one wrong answer less.
process.on('unhandledRejection', (error) =>
  connection.console.error(`unexpected: ${String(error)}`),
);
serve(connection, host);
