import type { Connection } from 'vscode-languageserver';
import { defaultSettings, settingsFromJson, type Settings } from '../workspace/settings.ts';
import type { Client } from './client.ts';
import type { Excluded } from './host.ts';
import { LOOSE } from './worlds.ts';

/** What the user set for one folder. */
export interface Configuration {
  readonly settings: Settings;
  /** Globs of files that are not read: those of netpol's settings and those that the editor hides. */
  readonly excluded: Excluded;
  /** One sentence for each value that could not be used. */
  readonly problems: readonly string[];
}

const made = (settings: unknown, hidden: unknown): Configuration => {
  const parsed = settingsFromJson(settings);
  return { ...parsed, excluded: [...parsed.settings.exclude, ...switchedOn(hidden)] };
};

/** What holds until the client was asked. */
export const unconfigured: Configuration = {
  settings: defaultSettings,
  excluded: [],
  problems: [],
};

/**
 * Asks the client for the configuration of each folder, in their order. Clients that cannot be asked have `pushed` it:
 * then all folders share it. Rejects where the client answers with an error.
 * @param spelled the URIs of the folders; `LOOSE` is asked for without one
 */
export async function configurations(
  connection: Connection,
  client: Client,
  pushed: unknown,
  spelled: readonly string[],
): Promise<readonly Configuration[]> {
  if (!client.configuration) {
    const shared = made(pushed, null);
    return spelled.map(() => shared);
  }
  // Only an editor that reads files for netpol is known to have a setting of this name.
  const sections = client.readsFiles ? ['netpol', 'files.exclude'] : ['netpol'];
  const items = spelled.flatMap((folder) =>
    sections.map((section) => (folder === LOOSE ? { section } : { scopeUri: folder, section })),
  );
  const answers = (await connection.workspace.getConfiguration(items)) as unknown;
  const values = Array.isArray(answers) ? (answers as unknown[]) : [];
  return spelled.map((_, index) => {
    const [settings, hidden] = values.slice(index * sections.length, (index + 1) * sections.length);
    return made(settings, hidden);
  });
}

/** The keys of an object whose value is `true`, as in `files.exclude`. */
const switchedOn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([glob, on]) => (on === true ? [glob] : []))
    : [];

/** `next`, or what of `previous` says the same, so that all that was found under it still holds. */
export function keepSettings(previous: Settings, next: Settings): Settings {
  if (equal(previous, next)) return previous;
  return equal(previous.assumptions, next.assumptions)
    ? { ...next, assumptions: previous.assumptions }
    : next;
}

/** Whether two values that came from JSON say the same. */
export const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
