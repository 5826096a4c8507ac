import { diff as compare, type Diff } from '../policy/diff.ts';
import { clusterOf } from '../workspace/cluster.ts';
import { guessed } from '../workspace/enforcer.ts';
import { apply, type Snapshot } from '../workspace/snapshot.ts';
import { exitCodes, misused, type ExitCode } from './exitCode.ts';
import {
  gather,
  isMisuse,
  rootOf,
  settingsOf,
  wanted,
  type Gathered,
  type Misuse,
} from './gather.ts';
import type { Host } from './host.ts';
import { tellHostEdits } from './hostEdits.ts';
import { tellLeftOut } from './leftOut.ts';
import { tellEnforcer } from './tellEnforcer.ts';
import type { DiffOptions } from './options.ts';
import { changesCsv } from './output/changesCsv.ts';
import { changesJson } from './output/changesJson.ts';
import { changesMarkdown } from '../policy/tell/changesMarkdown.ts';
import { changesText } from './output/changesText.ts';
import { hostOf, versionNamed, versionsOf, type Versions } from './versions.ts';

/** `netpol diff`: which connections change from one version of some files to another, and what causes it. */
export function diff(options: DiffOptions, host: Host): ExitCode {
  const settings = settingsOf(options);
  if (isMisuse(settings)) return misused(host, settings.misuse);
  const root = rootOf(options, host);
  if (root !== null && typeof root !== 'string') return misused(host, root.misuse);
  const [first, second] = [versionNamed(options.before, host), versionNamed(options.after, host)];
  const versions = versionsOf(first, second, { wanted, exclude: settings.exclude, root }, host);
  if (typeof versions === 'string') return misused(host, versions);
  const before = read(options, versions, 'before', host);
  if (isMisuse(before)) return misused(host, before.misuse);
  const after = read(options, versions, 'after', host);
  if (isMisuse(after)) return misused(host, after.misuse);
  complain(before, after, options, host);

  const [old, now] = underOneEnforcer(before.gathered.snapshot, after.gathered.snapshot);
  tellEnforcer(now, host);
  tellHostEdits(old, now, host);
  const walk = compare({ before: clusterOf(old), after: clusterOf(now) }, now.settings.assumptions);
  let [step, done] = [walk.next(), 0];
  for (; step.done !== true; step = walk.next()) host.progress(`comparing, step ${++done}`);
  host.progress(null);
  const found = step.value;
  switch (options.format) {
    case 'text':
      host.print(changesText(found, host));
      break;
    case 'json':
      host.print(changesJson(found, now));
      break;
    case 'csv':
      host.print(changesCsv(found));
      break;
    case 'md':
      host.print(changesMarkdown(found));
      break;
  }
  if (before.unreadable || after.unreadable) return exitCodes.failed;
  return fails(found, options.failOnChange) ? exitCodes.found : exitCodes.clean;
}

/** What enforces is the same on both sides: an edit of manifests exchanges no network plugin. */
function underOneEnforcer(before: Snapshot, after: Snapshot): readonly [Snapshot, Snapshot] {
  const guess = guessed(before.vendors, after.vendors);
  const under = (snapshot: Snapshot): Snapshot => apply(snapshot, { reason: 'enforcer', guess });
  return [under(before), under(after)];
}

/** One version with what is around it, and what is to be complained of. */
interface Read {
  readonly gathered: Gathered;
  readonly unreadable: boolean;
  readonly complaints: ReadonlySet<string>;
}

function read(
  options: DiffOptions,
  versions: Versions,
  side: 'before' | 'after',
  host: Host,
): Read | Misuse {
  const complaints = new Set<string>();
  const patient = { ...host, complain: (text: string) => void complaints.add(text) };
  const gathered = gather({ ...options, paths: [versions.place] }, hostOf(versions, side, patient));
  if (isMisuse(gathered)) return gathered;
  return { gathered, unreadable: tellLeftOut(gathered, patient), complaints };
}

/** Complains once of what both versions have around them, and says of the rest which version it is about. */
function complain(before: Read, after: Read, options: DiffOptions, host: Host): void {
  const about = (own: Read, other: Read, name: string): void => {
    for (const text of own.complaints)
      if (!other.complaints.has(text))
        host.complain(text.replace(/^netpol: /, `netpol: ${name}: `));
  };
  for (const text of before.complaints) if (after.complaints.has(text)) host.complain(text);
  about(before, after, options.before);
  about(after, before, options.after);
}

/** Whether there is a change of the kind asked about, or what may be one: a gate lets through what it can rule out. */
function fails({ changes, doubts }: Diff, kind: DiffOptions['failOnChange']): boolean {
  switch (kind) {
    case undefined:
      return false;
    case 'any':
      return changes.length + doubts.length > 0;
    case 'added':
      return (
        changes.some(({ gained }) => gained !== null) ||
        doubts.some(({ before, after }) => before !== 'allowed' && after !== 'denied')
      );
    case 'removed':
      return (
        changes.some(({ lost }) => lost !== null) ||
        doubts.some(({ before, after }) => before !== 'denied' && after !== 'allowed')
      );
  }
}
