import { commands, EventEmitter, Uri, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { followGit, type Git } from './git.ts';

/** The scheme of the page that lists what changed. */
const SCHEME = 'netpol-changes';

/** Answers the server's questions about the last commit, and tells it when the answers are others. */
export function tellHead(client: BaseLanguageClient, git: () => Promise<Git>): void {
  client.onRequest('netpol/changed', async ({ folder }: { folder: string }) =>
    (await git()).changed(Uri.parse(folder)).map((uri) => client.code2ProtocolConverter.asUri(uri)),
  );
  client.onRequest('netpol/head', async ({ uris }: { uris: string[] }) => {
    const { committed } = await git();
    return Promise.all(uris.map((uri) => committed(Uri.parse(uri))));
  });
}

/** Follows git from the first question on; `client` is the one that is told of changes. */
export function lazyGit(client: () => BaseLanguageClient | undefined): {
  readonly git: () => Promise<Git>;
  readonly dispose: () => void;
} {
  let git: Promise<Git> | undefined;
  const changed = (): void => {
    if (client()?.isRunning() === true) void client()?.sendNotification('netpol/headChanged');
  };
  return {
    git: () => (git ??= followGit(changed)),
    dispose: () => void git?.then((one) => one.dispose()),
  };
}

/** The command of a lens: shows the list of the connections that it counts, as a page. */
export function changePages(client: () => BaseLanguageClient | undefined): Disposable[] {
  const renewed = new EventEmitter<Uri>();
  return [
    renewed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: renewed.event,
      provideTextDocumentContent: async ({ query }) =>
        (await client()?.sendRequest<string | null>('netpol/changes', JSON.parse(query))) ??
        'Nothing differs any more.',
    }),
    commands.registerCommand('netpol.showChanges', async (uri: string, object: string) => {
      const query = JSON.stringify({ uri, object });
      const page = Uri.from({ scheme: SCHEME, path: 'Connections vs HEAD.md', query });
      renewed.fire(page);
      await commands.executeCommand('markdown.showPreview', page);
    }),
  ];
}
