import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './extension.ts';

/** Starts the server in a worker, where it has no files but those that the editor reads for it. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'serverWorker.js').toString(true);
  let worker: Worker | undefined;
  const fresh = (): Promise<Worker> => {
    // A restart leaves the old worker without a connection, but running.
    worker?.terminate();
    worker = new Worker(script);
    return Promise.resolve(worker);
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return start(context, (options) => new LanguageClient('netpol', 'netpol', fresh, options));
}
