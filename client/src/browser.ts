import { Uri, type ExtensionContext } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { start } from './extension.ts';

/** Starts the server in a worker, where it has no files but those that the editor reads for it. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'serverWorker.js').toString(true);
  let worker: Worker | undefined;
  const fresh = (): Promise<MessageTransports> => {
    // A restart leaves the old worker without a connection, but running.
    worker?.terminate();
    worker = new Worker(script);
    // VS Code's workers within workers are no instances of Worker, by which the client would know one.
    return Promise.resolve({
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    });
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return start(context, (options) => new LanguageClient('netpol', 'netpol', fresh, options));
}
