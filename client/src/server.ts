import { window, type LogOutputChannel } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  State,
  type BaseLanguageClient,
  type ErrorHandler,
} from 'vscode-languageclient';

/** A server that ends by itself more often than this within so many milliseconds is only started on request. */
const ENDS = 4;
const WITHIN = 3 * 60 * 1000;

/** A language server that is there again after it ended, and anew after a restart. */
export interface Server {
  /** The client of the server that is there or starting; undefined where none is. */
  readonly client: () => BaseLanguageClient | undefined;
  /** Starts a server in place of the one that is there; resolves when that was tried. */
  readonly restart: () => Promise<void>;
  /** Ends the server for good. */
  readonly dispose: () => Promise<void>;
}

/**
 * What a client does when its server fails: nothing. A message that could not be sent is no reason to stop a server,
 * and where the connection is closed, another client takes over.
 */
export const leaveToServer: ErrorHandler = {
  error: () => ({ action: ErrorAction.Continue, handled: true }),
  closed: () => ({
    action: CloseAction.DoNotRestart,
    handled: true,
    message: 'The connection to the server is closed.',
  }),
};

/**
 * Keeps a server running. Each server has a client of its own, so that what is still heard of the one before cannot
 * disturb the next, and they start one after another, however fast restarts and ends follow each other.
 * @param makeClient makes a client that is not started yet and whose error handler is `leaveToServer`
 */
export function keepServer(makeClient: () => BaseLanguageClient, output: LogOutputChannel): Server {
  let client: BaseLanguageClient | undefined;
  let ends: readonly number[] = [];
  let lastTurn: Promise<void> = Promise.resolve();
  let started: Promise<void> = Promise.resolve();

  async function stop(): Promise<void> {
    const old = client;
    client = undefined;
    // A server that hangs, or has never started, cannot be stopped in good order, and is what one restarts for.
    await old?.dispose().catch((error: unknown) => output.warn(String(error)));
  }

  async function replace(): Promise<void> {
    await stop();
    const next = makeClient();
    client = next;
    next.onDidChangeState(({ newState }) => {
      const ended = newState === State.Stopped || newState === State.StartFailed;
      if (ended && client === next) replaceWithinLimits();
    });
    // Not waited for within the turn: a server that hangs while it starts must not keep the next from starting.
    started = next.start().catch((error: unknown) => output.warn(String(error)));
  }

  const inTurn = (task: () => Promise<void>): Promise<void> => (lastTurn = lastTurn.then(task));

  function replaceWithinLimits(): void {
    const now = Date.now();
    ends = [...ends.filter((end) => now - end < WITHIN), now];
    if (ends.length <= ENDS) {
      void inTurn(replace);
      return;
    }
    void window.showErrorMessage(
      `The netpol server ended ${ends.length} times within three minutes and is not started again. The command ‘netpol: Restart Language Server’ starts it, ‘netpol: Show Output’ shows what it said.`,
    );
  }

  return {
    client: () => client,
    async restart() {
      ends = [];
      await inTurn(replace);
      await started;
    },
    dispose: () => inTurn(stop),
  };
}
