import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocumentSyncKind,
  WatchKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { features } from '../features/all.ts';
import { rules } from '../rules/all.ts';
import type { Run } from '../rules/run.ts';
import { nameOf } from '../workspace/uri.ts';
import { version } from '../workspace/version.ts';
import { clientOf, type Client } from './client.ts';
import { makeComparing } from './comparing.ts';
import { answerDiagnostics, pushDiagnostics } from './diagnostics.ts';
import { followDocuments } from './documents.ts';
import { makeFolders } from './folders.ts';
import { fileNames, IGNORE_FILE, withClientFiles, type Host } from './host.ts';
import { makeIndex, type FileEvent } from './indexing.ts';
import { reporter } from './reports.ts';
import { answerFeatures } from './requests.ts';
import { described, type Session } from './session.ts';
import { afterRest } from './sliced.ts';
import { equal } from './configuration.ts';
import { remember, statusOf, type Happening, type Status } from './status.ts';
import { worldsOf } from './worlds.ts';

/** How long the client may take to tell its configuration before the default holds, in milliseconds. */
const PATIENCE = 2000;

/** How long nothing must happen before the status is told, in milliseconds. */
const STATUS_REST = 100;

/** Serves one client until it goes. `Connection` and `Host` are all that Node and a worker differ in. */
export function serve(connection: Connection, host: Host): void {
  connection.onInitialize((params) => open(connection, host, params));
  connection.onShutdown(() => undefined);
  connection.listen();
}

function open(connection: Connection, host: Host, params: InitializeParams): InitializeResult {
  const client = clientOf(params);
  const files = withClientFiles(host, client, connection);
  const heard: (() => void)[] = [];
  let happenings: readonly Happening[] = [];
  const worlds = worldsOf(({ folder, after, milliseconds }) => {
    const { revision, reason } = after;
    happenings = remember(happenings, { folder, revision, reason, milliseconds });
    for (const hear of heard) hear();
  }, host.now);
  for (const uri of foldersOf(params)) worlds.add(worlds.key(uri, true));

  const run: Run = {
    rules,
    log: (code, error) => connection.console.error(`rule ${code} failed: ${described(error)}`),
  };
  const index = makeIndex(
    worlds,
    files,
    (message) => connection.console.error(message),
    () => tellStatus(),
  );
  const documents = followDocuments(connection, client, worlds, index, host, (key) =>
    diagnostics.touched(key),
  );
  const folders = makeFolders(connection, client, worlds, index, documents);
  const comparing = makeComparing(connection, client, worlds, index, host);
  heard.push(comparing.changed);
  const session: Session = {
    connection,
    client,
    worlds,
    host: files,
    versions: documents.versions,
    opened: documents.opened,
    comparing,
    run,
  };

  const initialized = new Promise<void>((resolve) => connection.onInitialized(() => resolve()));
  const ready = initialized.then(() => {
    register(connection, client);
    return Promise.race([folders.configure(), host.sleep(PATIENCE)]);
  });
  const reportOf = reporter(session, Date.now().toString(36));
  const diagnostics = client.pullsDiagnostics
    ? answerDiagnostics(session, reportOf, ready)
    : pushDiagnostics(session, reportOf, ready);
  heard.push(diagnostics.changed);

  let told: Status | null = null;
  const tellStatus = afterRest(
    STATUS_REST,
    async () => {
      const status = statusOf(worlds, index.busy());
      if (!client.readsFiles || equal(status, told)) return;
      told = status;
      await connection.sendNotification('netpol/status', status);
    },
    host,
  );
  heard.push(tellStatus);

  connection.onRequest('netpol/history', () => ({
    status: statusOf(worlds, index.busy()),
    happenings,
  }));
  answerFeatures(session);
  connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
    if (!client.configuration) folders.pushed(sectionOf(settings));
    void folders.configure();
  });
  connection.onNotification(
    'workspace/didChangeWorkspaceFolders',
    ({ event }: { event: { added: { uri: string }[]; removed: { uri: string }[] } }) =>
      folders.change(
        event.added.map(({ uri }) => uri),
        event.removed.map(({ uri }) => uri),
      ),
  );
  watch(connection, (events) => index.happened(events));
  return {
    serverInfo: { name: 'netpol', version },
    capabilities: capabilitiesFor(client),
  };
}

/** The folders that the client has open; older clients know only one. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null || rootUri === undefined ? [] : [rootUri];
}

/** The section `netpol` of pushed settings; some clients send nothing else, without its name. */
const sectionOf = (settings: unknown): unknown =>
  typeof settings === 'object' && settings !== null && 'netpol' in settings
    ? settings.netpol
    : settings;

function capabilitiesFor(client: Client): ServerCapabilities {
  const { diagnosticProvider, codeLensProvider, renameProvider, ...others } = Object.assign(
    {},
    ...features.map(({ capability }) => capability),
  ) as ServerCapabilities;
  const everything = { filters: [{ pattern: { glob: '**/*' } }] };
  return {
    ...others,
    ...(client.pullsDiagnostics && diagnosticProvider !== undefined && { diagnosticProvider }),
    ...(renameProvider !== undefined && {
      renameProvider: client.preparesRename ? renameProvider : true,
    }),
    ...(client.tellsHead && codeLensProvider !== undefined && { codeLensProvider }),
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(client.fileOperations && {
        fileOperations: { didRename: everything, didDelete: everything },
      }),
    },
  };
}

function register(connection: Connection, client: Client): void {
  const failed = (error: unknown): void =>
    connection.console.warn(`the client refused a registration: ${String(error)}`);
  if (client.registersConfiguration)
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: ['netpol', 'files.exclude'] })
      .catch(failed);
  if (client.registersWatchers)
    connection.client
      .register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          ...[...fileNames, IGNORE_FILE].map((name) => ({ globPattern: `**/${name}` })),
          // Of a directory that goes, some editors tell nothing but that.
          { globPattern: '**/*', kind: WatchKind.Delete },
        ],
      })
      .catch(failed);
}

/** Hands on what happens to files outside the editor, and through its file tree. */
function watch(
  connection: Connection,
  happened: (events: readonly FileEvent[]) => Promise<void>,
): void {
  connection.onDidChangeWatchedFiles(({ changes }) =>
    happened(
      changes.map(({ uri, type }) => ({
        uri,
        // Without an ignore file other files count, so that is a change of what is there.
        gone: type === FileChangeType.Deleted && nameOf(uri) !== IGNORE_FILE,
      })),
    ),
  );
  connection.onNotification(
    'workspace/didDeleteFiles',
    ({ files }: { files: readonly { uri: string }[] }) =>
      happened(gone(files.map(({ uri }) => uri))),
  );
  connection.onNotification(
    'workspace/didRenameFiles',
    ({ files }: { files: readonly { oldUri: string; newUri: string }[] }) =>
      happened([
        ...gone(files.map(({ oldUri }) => oldUri)),
        ...files.map(({ newUri }) => ({ uri: newUri, gone: false })),
      ]),
  );
}

const gone = (uris: readonly string[]): FileEvent[] => uris.map((uri) => ({ uri, gone: true }));
