import {
  commands,
  extensions,
  FileType,
  RelativePattern,
  Uri,
  window,
  workspace,
  type ExtensionContext,
  type LogOutputChannel,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { changePages, lazyGit, tellHead } from './changes.ts';
import { hasGit } from './git.ts';
import { keepServer, leaveToServer } from './server.ts';
import { historyText, statusItem, type History, type Status } from './status.ts';

/** Makes a client that is not started yet; the only thing in which the desktop and the browser differ. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The YAML extension beside which netpol keeps quiet where both would offer the same. */
const YAML_EXTENSION = 'redhat.vscode-yaml';

const LANGUAGES = ['yaml', 'json', 'jsonc', 'helm'];

/** Folders that hold no manifests of one's own; the server leaves them out too. */
const SKIPPED = '**/{node_modules,vendor,.git}/**';

/** Keeps a server running, offers the commands, and shows what it knows. */
export async function start(context: ExtensionContext, makeClient: MakeClient): Promise<void> {
  const output = window.createOutputChannel('netpol', { log: true });
  const status = statusItem();
  const head = lazyGit(() => server.client());
  const server = keepServer(() => {
    status.hide();
    const client = makeClient({
      documentSelector: selector(),
      outputChannel: output,
      errorHandler: leaveToServer,
      progressOnInitialization: false,
      initializationOptions: {
        yamlExtension: extensions.getExtension(YAML_EXTENSION) !== undefined,
        readsFiles: true,
        tellsHead: hasGit(),
      },
    });
    answer(client, output);
    tellHead(client, head.git);
    client.onNotification('netpol/status', (now: Status) => status.show(now));
    return client;
  }, output);
  context.subscriptions.push(
    output,
    status,
    server,
    head,
    ...changePages(() => server.client()),
    commands.registerCommand('netpol.showOutput', () => output.show()),
    commands.registerCommand('netpol.showStatus', async () => {
      const history = await server.client()?.sendRequest<History>('netpol/history');
      output.info(history === undefined ? 'No server is running.' : historyText(history));
      output.show();
    }),
    commands.registerCommand('netpol.restart', () => server.restart()),
  );
  await server.restart();
}

/** The documents of this editor that are files, not versions of files such as the left side of a comparison. */
function selector(): { readonly language: string; readonly scheme: string }[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const schemes = [...new Set(['file', 'untitled', ...folders])];
  return LANGUAGES.flatMap((language) => schemes.map((scheme) => ({ language, scheme })));
}

/** Answers the server's requests for files, which only the editor can read in a browser or a remote workspace. */
function answer(client: BaseLanguageClient, output: LogOutputChannel): void {
  client.onRequest(
    'netpol/list',
    async ({ folder, names }: { folder: string; names: string[] }) => {
      const pattern = new RelativePattern(Uri.parse(folder), `**/{${names.join(',')}}`);
      const files = await workspace.findFiles(pattern, SKIPPED);
      return files.map((file) => client.code2ProtocolConverter.asUri(file));
    },
  );
  client.onRequest('netpol/read', ({ uris }: { uris: string[] }) =>
    Promise.all(uris.map((uri) => textOf(Uri.parse(uri), output))),
  );
}

async function textOf(uri: Uri, output: LogOutputChannel): Promise<string | null> {
  try {
    const { type } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) !== 0) return null;
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    output.warn(`cannot read ${uri.toString()}: ${String(error)}`);
    return null;
  }
}
