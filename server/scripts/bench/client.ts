import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Position,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import type { Server } from './servers.ts';

/** A running server and what it is asked; every time is in milliseconds as the client sees it. */
export interface BenchClient {
  /** From the start of the process to the answer to `initialize`. */
  readonly start: number;
  /** Waits until netpol has read this many files of its folder, and told of them all that it has to. */
  readonly whenRead: (files: number) => Promise<void>;
  /** Opens a file; the time until its diagnostics, and how many there are. */
  readonly open: (
    uri: string,
    text: string,
  ) => Promise<{ readonly time: number; readonly count: number }>;
  /** Types a letter; the time until the diagnostics of the text with it. */
  readonly type: (uri: string, at: Position) => Promise<number>;
  /** Types a letter and asks for hover at once; the time until the answer. */
  readonly typeAndHover: (uri: string, at: Position, over: Position) => Promise<number>;
  /** Memory of the process, now and at most, in MB; null where the system does not tell. */
  readonly memory: () => { readonly now: number; readonly peak: number } | null;
  readonly stop: () => Promise<void>;
}

/** What netpol says of how far it has read. */
interface History {
  readonly status: { readonly files: number; readonly busy: boolean };
}

/** What both servers are told that the client can do: diagnostics are sent to it. */
const capabilities = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: {
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    hover: { contentFormat: ['markdown'] },
  },
};

/** How long a server that is still at work is never silent, in milliseconds. */
const QUIET = 3000;

/** Starts a server and says hello; `folder` is the URI of a workspace folder, if one is open. */
export async function startClient(
  { command, args, configuration }: Server,
  folder: string | null = null,
): Promise<BenchClient> {
  const began = performance.now();
  const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  let heard: ((told: PublishDiagnosticsParams) => void) | null = null;
  let lastHeard = performance.now();
  connection.onNotification('textDocument/publishDiagnostics', (told: PublishDiagnosticsParams) => {
    lastHeard = performance.now();
    heard?.(told);
  });
  connection.onRequest(
    'workspace/configuration',
    ({ items }: { items: readonly { readonly section?: string }[] }) =>
      items.map(({ section = '' }) => configuration(section)),
  );
  connection.onRequest(() => null);
  connection.onNotification(() => undefined);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders: folder === null ? null : [{ uri: folder, name: 'bench' }],
    capabilities,
  });
  const start = performance.now() - began;
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { yaml: configuration('yaml') },
  });

  let version = 1;
  /** Resolves with the diagnostics of the present version, or of none given. */
  const diagnosed = (uri: string): Promise<PublishDiagnosticsParams> =>
    new Promise((resolve) => {
      heard = (told) => {
        if (told.uri === uri && (told.version ?? version) === version) resolve(told);
      };
    });
  const insert = (uri: string, at: Position): Promise<void> =>
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
    });
  return {
    start,
    async whenRead(files) {
      const isRead = async (): Promise<boolean> => {
        const { status } = await connection.sendRequest<History>('netpol/history');
        return status.files >= files && !status.busy;
      };
      while (!(await isRead())) await pause(100);
      while (performance.now() - lastHeard < QUIET) await pause(100);
    },
    async open(uri, text) {
      const from = performance.now();
      const told = diagnosed(uri);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'yaml', version, text },
      });
      const count = (await told).diagnostics.length;
      return { time: performance.now() - from, count };
    },
    async type(uri, at) {
      const from = performance.now();
      const sent = insert(uri, at);
      await diagnosed(uri);
      const time = performance.now() - from;
      await sent;
      return time;
    },
    async typeAndHover(uri, at, over) {
      const sent = insert(uri, at);
      const told = diagnosed(uri);
      const from = performance.now();
      await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: over });
      const time = performance.now() - from;
      await Promise.all([sent, told]);
      return time;
    },
    memory() {
      const status = `/proc/${server.pid!}/status`;
      if (!existsSync(status)) return null;
      const text = readFileSync(status, 'utf8');
      const field = (name: string): number =>
        Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1]) / 1024;
      return { now: field('VmRSS'), peak: field('VmHWM') };
    },
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      await Promise.race([connection.sendRequest('shutdown'), pause(2000)]);
      await connection.sendNotification('exit').catch(() => undefined);
      await Promise.race([ended, pause(1000)]);
      server.kill();
      connection.dispose();
    },
  };
}

/** Waits. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
