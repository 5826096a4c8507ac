import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import type { Host } from '../lsp/host.ts';
import { serve } from '../lsp/server.ts';
import { sift } from './ignored.ts';

/** Sends itself a message, since that is the soonest way back through a worker's queue; timers wait 4 ms. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** A worker has no files of its own: all are read through the client. */
const host: Host = {
  now: () => performance.now(),
  pause,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  reads: () => false,
  list: () => Promise.resolve([]),
  sift,
  read: (uris) => Promise.resolve(uris.map(() => null)),
};

const scope = self as unknown as DedicatedWorkerGlobalScope;
serve(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), host);
