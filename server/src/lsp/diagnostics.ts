import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type DocumentDiagnosticReport,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { judging, NOTHING, type Reporter } from './reports.ts';
import type { Session } from './session.ts';
import { afterRest, sliced } from './sliced.ts';

/** Keeps the client's diagnostics true. */
export interface Diagnostics {
  /** Hears that an editor opened, edited or closed a file. */
  readonly touched: (key: string) => void;
  /** Hears that anything changed that findings may depend on. */
  readonly changed: () => void;
}

/**
 * The least time between two pushes of files that are being edited, in milliseconds. The first keystroke is answered as
 * soon as the messages that came with it are read, since judging one document takes about a millisecond and waiting
 * would only make squiggles late; a held key then repeats every 30 ms, and every other answer would be stale before it
 * is seen.
 */
const PUSH_INTERVAL = 50;

/**
 * How long nothing must happen before other files than the edited are looked at, in milliseconds: longer than between
 * two keystrokes of one word, shorter than a look at another file.
 */
const REST = 200;

/** How many files a part of a workspace report holds at most. */
const PART = 64;

/** What stands for the report of an open file among the ids of a workspace report: it is pulled by itself. */
const PULLED_BY_ITSELF = 'open';

/**
 * Clients without pull get diagnostics sent: of the files they edit at once, of all others in slices after a rest, and
 * only what changed. `ready` is awaited before anything is said, so that nothing is said under the wrong settings.
 */
export function pushDiagnostics(
  session: Session,
  reportOf: Reporter,
  ready: Promise<void>,
): Diagnostics {
  const { connection, worlds, host, versions } = session;
  const published = new Map<string, string>();
  const waiting = new Set<string>();
  let pushing = false;

  function push(key: string): void {
    const found = worlds.find(key);
    const { id, items } = found === null ? NOTHING : reportOf(found.file, found.snapshot);
    if (id === NOTHING.id) published.delete(key);
    else published.set(key, id);
    const version = versions.get(key);
    void connection.sendDiagnostics({
      uri: worlds.uri(key),
      ...(version !== undefined && { version }),
      diagnostics: [...items],
    });
  }

  async function pushWaiting(): Promise<void> {
    pushing = true;
    await ready;
    while (waiting.size > 0) {
      await host.pause();
      const keys = [...waiting];
      waiting.clear();
      keys.forEach(push);
      await host.sleep(PUSH_INTERVAL);
    }
    pushing = false;
  }

  function* others(): Generator<void> {
    for (const folder of worlds.folders()) {
      const snapshot = worlds.snapshot(folder);
      for (const file of snapshot.files.values()) {
        yield* judging(file, snapshot, session);
        const { id } = reportOf(file, snapshot);
        if (id !== (published.get(file.uri) ?? NOTHING.id)) push(file.uri);
        yield;
      }
    }
    for (const key of published.keys()) if (worlds.find(key) === null) push(key);
  }

  const pushOthers = afterRest(
    REST,
    async (stop) => {
      await ready;
      await sliced(others(), stop, host);
    },
    host,
  );
  return {
    touched(key) {
      waiting.add(key);
      if (!pushing) void pushWaiting();
    },
    changed: pushOthers,
  };
}

/**
 * Clients with pull ask for the files they show; those of the rest of the workspace are told to them while they wait for
 * an answer that never has to end. They are asked to pull again only where a file that they pulled has other findings
 * now, and that by no edit of its own.
 */
export function answerDiagnostics(
  session: Session,
  reportOf: Reporter,
  ready: Promise<void>,
): Diagnostics {
  const { connection, worlds, host, client } = session;
  const pulled = new Map<string, string>();
  const waiters = new Set<() => void>();
  let changes = 0;

  connection.languages.diagnostics.on(
    async ({ textDocument, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      const key = worlds.key(textDocument.uri);
      await Promise.all([ready, session.opened(key)]);
      throwIfCancelled(token);
      const found = worlds.find(key);
      const { id, items } = found === null ? NOTHING : reportOf(found.file, found.snapshot);
      if (found?.file.open === true) pulled.set(key, id);
      return previousResultId === id
        ? { kind: 'unchanged', resultId: id }
        : { kind: 'full', resultId: id, items: [...items] };
    },
  );
  connection.languages.diagnostics.onWorkspace(async (params, token, _, progress) => {
    await ready;
    return workspaceReport(params, token, progress);
  });

  async function workspaceReport(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const told = new Map(previousResultIds.map(({ uri, value }) => [worlds.key(uri), value]));
    for (;;) {
      const seen = changes;
      const items: WorkspaceFullDocumentDiagnosticReport[] = [];
      const flush = (): void => {
        if (items.length > 0) progress?.report({ items: items.splice(0) });
      };
      await sliced(
        news(told, (item) => {
          items.push(item);
          if (items.length >= PART) flush();
        }),
        () => token.isCancellationRequested || changes !== seen,
        host,
      );
      throwIfCancelled(token);
      flush();
      if (items.length > 0) return { items };
      if (changes === seen && !token.isCancellationRequested) await changeOr(token);
      await rest(token);
      throwIfCancelled(token);
    }
  }

  /** What of the closed files differs from what was told; `told` is kept true. */
  function* news(
    told: Map<string, string>,
    tell: (item: WorkspaceFullDocumentDiagnosticReport) => void,
  ): Generator<void> {
    const say = (key: string, { id, items } = NOTHING): void => {
      if (id === (told.get(key) ?? NOTHING.id)) return;
      told.set(key, id);
      const uri = worlds.uri(key);
      tell({ kind: 'full', uri, version: null, resultId: id, items: [...items] });
    };
    for (const folder of worlds.folders()) {
      const snapshot = worlds.snapshot(folder);
      for (const file of snapshot.files.values()) {
        if (file.open) told.set(file.uri, PULLED_BY_ITSELF);
        else {
          yield* judging(file, snapshot, session);
          say(file.uri, reportOf(file, snapshot));
        }
        yield;
      }
    }
    for (const key of told.keys()) if (worlds.find(key) === null) say(key);
  }

  const changeOr = (token: CancellationToken): Promise<void> =>
    new Promise((resolve) => {
      const cancelled = token.onCancellationRequested(() => done());
      const done = (): void => {
        cancelled.dispose();
        waiters.delete(done);
        resolve();
      };
      waiters.add(done);
    });

  async function rest(token: CancellationToken): Promise<void> {
    for (let seen = -1; seen !== changes && !token.isCancellationRequested;) {
      seen = changes;
      await host.sleep(REST);
    }
  }

  /** The open files of which the client has been told something else than what is so now. */
  function isOutdated(): boolean {
    return [...pulled].some(([key, id]) => {
      const found = worlds.find(key);
      return found?.file.open === true && reportOf(found.file, found.snapshot).id !== id;
    });
  }

  const refresh = afterRest(
    REST,
    async () => {
      await ready;
      if (!isOutdated()) return;
      // What is not pulled again now is not shown, and no reason to ask once more.
      pulled.clear();
      await connection.languages.diagnostics.refresh().catch(() => undefined);
    },
    host,
  );
  return {
    touched: () => undefined,
    changed() {
      changes++;
      for (const done of waiters) done();
      if (client.refreshesDiagnostics) refresh();
    },
  };
}

function throwIfCancelled({ isCancellationRequested }: CancellationToken): void {
  if (isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The client cancelled the request.');
}
