import type { Connection } from 'vscode-languageserver';
import { comparisonOf, NO_COMPARISON, type Comparison } from '../features/codeLens/comparison.ts';
import { changeList } from '../features/codeLens/list.ts';
import { titleOf } from '../features/codeLens/title.ts';
import { committedOf, type Committed } from '../workspace/committed.ts';
import { EMPTY, type Snapshot } from '../workspace/snapshot.ts';
import type { Client } from './client.ts';
import { equal } from './configuration.ts';
import { makeHead } from './head.ts';
import type { Index } from './indexing.ts';
import { afterRest, sliced, type Clock } from './sliced.ts';
import { LOOSE, type Worlds } from './worlds.ts';

/** Compares the workspace folders with the last commit. */
export interface Comparing {
  /** What was found last for a folder. It holds until something newer is found, so that nothing jumps meanwhile. */
  readonly last: (folder: string) => Comparison;
  /** Hears that anything changed. */
  readonly changed: () => void;
}

/**
 * How long nothing must happen before folders are compared, in milliseconds: longer than before the diagnostics of other
 * files, which are more urgent.
 */
const REST = 500;

/** What was compared, and what was found. */
interface Compared {
  readonly now: Snapshot;
  readonly committed: Committed;
  readonly before: Snapshot;
  readonly found: Comparison;
}

const NOTHING: Compared = {
  now: EMPTY,
  committed: new Map(),
  before: EMPTY,
  found: NO_COMPARISON,
};

/** Compares after each rest, in slices, where the client tells what is committed; else never. */
export function makeComparing(
  connection: Connection,
  client: Client,
  worlds: Worlds,
  index: Index,
  clock: Clock,
): Comparing {
  if (!client.tellsHead) return { last: () => NO_COMPARISON, changed: () => undefined };
  const head = makeHead(connection, worlds, index);
  const compared = new Map<string, Compared>();

  /** Tells whether there is something new to show. */
  async function compare(folder: string, stop: () => boolean): Promise<boolean> {
    const last = compared.get(folder) ?? NOTHING;
    const now = worlds.snapshot(folder);
    const put = (next: Compared): boolean => {
      compared.set(folder, next);
      return !equal(titlesIn(last.found), titlesIn(next.found));
    };
    if (!now.settings.codeLens) return put(NOTHING);
    if (!now.complete || now.files.size === 0) return false;
    const committed = await head.of(folder);
    if (stop() || (now === last.now && committed === last.committed)) return false;
    let next = last;
    const steps = function* (): Generator<void> {
      const before = yield* committedOf(now, committed, last.before);
      const found = yield* comparisonOf(before, now, committed, last.found);
      next = { now, committed, before, found };
    };
    return (await sliced(steps(), stop, clock)) && put(next);
  }

  const changed = afterRest(
    REST,
    async (stop) => {
      let news = false;
      for (const folder of worlds.folders()) {
        if (folder === LOOSE || stop()) continue;
        try {
          news = (await compare(folder, stop)) || news;
        } catch (error) {
          connection.console.error(`comparing with the last commit failed: ${String(error)}`);
        }
      }
      if (news && client.refreshesLenses)
        await connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined);
    },
    clock,
  );

  connection.onNotification('netpol/headChanged', () => {
    head.changed();
    changed();
  });
  connection.onRequest('netpol/changes', ({ uri, object }: { uri: string; object: string }) => {
    const diff = compared.get(worlds.folderOf(worlds.key(uri)))?.found.get(object);
    return diff === undefined ? null : changeList(diff);
  });

  return { last: (folder) => compared.get(folder)?.found ?? NO_COMPARISON, changed };
}

const titlesIn = (comparison: Comparison): readonly string[] =>
  [...comparison].map(([object, diff]) => JSON.stringify([object, titleOf(diff)])).sort();
