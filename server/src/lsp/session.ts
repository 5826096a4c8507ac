import type { Connection } from 'vscode-languageserver';
import type { Context } from '../features/feature.ts';
import type { Place } from '../model/finding.ts';
import type { Run } from '../rules/run.ts';
import type { Settings } from '../workspace/settings.ts';
import type { File, Snapshot } from '../workspace/snapshot.ts';
import { nameOf } from '../workspace/uri.ts';
import { worldOf } from '../workspace/world.ts';
import type { Client } from './client.ts';
import type { Comparing } from './comparing.ts';
import { rangeIn } from './convert.ts';
import type { Host } from './host.ts';
import type { Worlds } from './worlds.ts';

/** What every part of a running server holds on to. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly worlds: Worlds;
  readonly host: Host;
  /** The versions of open documents, by key. */
  readonly versions: ReadonlyMap<string, number>;
  /** Resolves once a document that is just being opened can be asked about. */
  readonly opened: (key: string) => Promise<void>;
  readonly comparing: Comparing;
  /** The rules, and who hears of those that throw. */
  readonly run: Run;
}

/** All that a feature may look at, for one file. */
export function contextOf(session: Session, file: File, snapshot: Snapshot): Context {
  const { client, comparing, worlds } = session;
  const { settings } = snapshot;
  return {
    snapshot,
    world: worldOf(snapshot),
    file,
    link: (place) => linkTo(session, snapshot, place),
    completesSchema: isOn(settings.completion, client),
    outlines: isOn(settings.outline, client),
    comparison: comparing.last(worlds.folderOf(file.uri)),
  };
}

const isOn = (setting: Settings['outline'], { yamlExtension }: Client): boolean =>
  setting === 'auto' ? !yamlExtension : setting === 'on';

/** `[pods.yaml:12](file:///shop/pods.yaml#L12)`: the address with a line is what editors follow from a hover. */
function linkTo({ worlds, client }: Session, snapshot: Snapshot, place: Place): string {
  const file = snapshot.files.get(place.uri);
  const range = file && rangeIn(file, place.chunk, place.span, client.encoding);
  if (!range) return nameOf(place.uri);
  const line = range.start.line + 1;
  return `[${nameOf(place.uri)}:${line}](${worlds.uri(place.uri)}#L${line})`;
}

/** Runs what must not take the server down; an error is logged with the name of the part that failed. */
export function guarded<Result>(
  { connection }: Session,
  name: string,
  run: () => Result,
  otherwise: Result,
): Result {
  try {
    return run();
  } catch (error) {
    connection.console.error(`${name} failed: ${described(error)}`);
    return otherwise;
  }
}

/** What was thrown, with its stack where it has one. */
export const described = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
