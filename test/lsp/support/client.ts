import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { serverBundle } from '../../../server/scripts/bundles.ts';
import { top } from '../../support/material.ts';

/** The bundle that is shipped, made once for each test file. */
const bundled = (async (): Promise<string> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'netpol-server-'));
  after(() => rmSync(folder, { recursive: true }));
  const outfile = path.join(folder, 'server.mjs');
  await build({ ...serverBundle, absWorkingDir: top, outfile });
  return outfile;
})();

/** Files by path in a folder of their own, which goes with the test. */
export function folderOf(files: Readonly<Record<string, string>>): {
  readonly path: string;
  readonly uri: string;
  readonly write: (name: string, text: string) => string;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'netpol-folder-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, text: string): string => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return pathToFileURL(file).href;
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { path: folder, uri: pathToFileURL(folder).href, write };
}

/** How a client starts the server. */
export interface Start {
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly options?: unknown;
  /** Answers to `workspace/configuration`, by section; asked anew each time. */
  readonly configuration?: (section: string, scope: string | undefined) => unknown;
  /** Answers to other requests of the server, by method. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
}

/** A client of the real server in a process of its own. */
export interface TestClient {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  /** What was pushed for each file, the last last. */
  readonly pushed: ReadonlyMap<string, readonly PublishDiagnosticsParams[]>;
  /** The requests and notifications from the server of which nothing else is recorded. */
  readonly received: readonly { readonly method: string; readonly params: unknown }[];
  readonly open: (uri: string, text: string, version?: number) => Promise<void>;
  /** Replaces the first `before` of an open document, as typing does. */
  readonly type: (uri: string, before: string, after: string) => Promise<void>;
  readonly close: (uri: string) => Promise<void>;
  readonly pull: (uri: string) => Promise<readonly Diagnostic[]>;
  /** Waits until `condition` holds; fails after a minute, saying `what` did not come. */
  readonly until: (what: string, condition: () => boolean) => Promise<void>;
  readonly stop: () => Promise<number | null>;
}

/** A client that pulls, in UTF-16, with everything that VS Code offers as far as the server acts on it. */
export const pulling: ClientCapabilities = {
  textDocument: { diagnostic: { relatedInformation: true } },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** A client to which diagnostics are sent. */
export const pushedTo: ClientCapabilities = {
  textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
  workspace: { configuration: true, workspaceFolders: true },
};

/** Starts the server and says hello. */
export async function startServer({
  folders = [],
  capabilities = pulling,
  options,
  configuration = () => null,
  answers = {},
}: Start = {}): Promise<TestClient> {
  const server = spawn(process.execPath, [await bundled, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const pushed = new Map<string, PublishDiagnosticsParams[]>();
  const received: { method: string; params: unknown }[] = [];
  const texts = new Map<string, { text: string; version: number }>();
  let wake: (() => void) | null = null;
  const heard = (): void => wake?.();

  connection.onNotification('textDocument/publishDiagnostics', (told: PublishDiagnosticsParams) => {
    pushed.set(told.uri, [...(pushed.get(told.uri) ?? []), told]);
    heard();
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: ConfigurationItem[] }) => {
    received.push({ method: 'workspace/configuration', params: items });
    return items.map(({ section, scopeUri }) => configuration(section, scopeUri));
  });
  connection.onRequest((method, params) => {
    received.push({ method, params });
    heard();
    return answers[method]?.(params as never) ?? null;
  });
  connection.onNotification((method, params) => {
    received.push({ method, params });
    heard();
  });
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folders.map((uri) => ({ uri, name: path.posix.basename(uri) })),
    capabilities,
    initializationOptions: options,
  });
  await connection.sendNotification('initialized', {});

  const client: TestClient = {
    connection,
    process: server,
    initialized,
    pushed,
    received,
    async open(uri, text, version = 1) {
      texts.set(uri, { text, version });
      const textDocument = { uri, languageId: 'yaml', version, text };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    async type(uri, before, after) {
      const { text, version } = texts.get(uri)!;
      const start = text.indexOf(before);
      if (start < 0) throw new Error(`the document does not hold ${before}`);
      const next = { text: text.replace(before, () => after), version: version + 1 };
      texts.set(uri, next);
      const range = {
        start: positionAt(text, start),
        end: positionAt(text, start + before.length),
      };
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: next.version },
        contentChanges: [{ range, text: after }],
      });
    },
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    async pull(uri) {
      const report = await connection.sendRequest<{ items: Diagnostic[] }>(
        'textDocument/diagnostic',
        { textDocument: { uri } },
      );
      return report.items;
    },
    async until(what, condition) {
      const deadline = Date.now() + 60_000;
      while (!condition()) {
        if (Date.now() > deadline) throw new Error(`${what} did not come`);
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, 50);
        });
      }
    },
    async stop() {
      if (server.exitCode !== null) return server.exitCode;
      const gone = once(server, 'exit');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const [code] = (await gone) as [number | null];
      connection.dispose();
      return code;
    },
  };
  after(() => server.kill());
  return client;
}

interface ConfigurationItem {
  readonly section: string;
  readonly scopeUri?: string;
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}
