import { derive, shared } from '../base/derive.ts';
import { matchesPodAddresses, type Assumptions, type Enforcer } from '../policy/assumptions.ts';
import { membersOf, type Member, type Reading } from './member.ts';
import type { Settings } from './settings.ts';
import type { File, Snapshot } from './snapshot.ts';

/*
 * Which network plugin enforces is in no manifest, but a workspace that holds the policies of one of them tells.
 */

/** A network plugin with policies of its own kinds. */
export type Vendor = Exclude<Enforcer, 'generic'>;

/** Whose policies the files hold, by URI; files without any are left out. */
export type Vendors = ReadonlyMap<string, ReadonlySet<Vendor>>;

const NOBODY: ReadonlySet<Vendor> = new Set();

/** Whose policies the files hold after some of them changed; the same map where they say what they said. */
export function vendorsAfter(
  before: Vendors,
  changed: Iterable<string>,
  files: Snapshot['files'],
  reading: Reading,
): Vendors {
  const after = new Map(before);
  let isOther = false;
  for (const uri of changed) {
    const file = files.get(uri);
    const known = before.get(uri) ?? NOBODY;
    const found = file === undefined ? NOBODY : vendorsIn(file, reading, known);
    if (known.size === found.size && [...found].every((vendor) => known.has(vendor))) continue;
    isOther = true;
    if (found.size === 0) after.delete(uri);
    else after.set(uri, found);
  }
  return isOther ? after : before;
}

/**
 * Whose policies a file holds. While somebody types, a document may be of no kind, or no document be there: until all of
 * an open file can be read again, it still holds what it held.
 */
function vendorsIn(file: File, reading: Reading, known: ReadonlySet<Vendor>): ReadonlySet<Vendor> {
  const members = membersOf(file.context, reading);
  const documents = file.chunks.filter(({ chunk }) => HAS_CONTENT.test(chunk.text));
  const found = new Set(documents.flatMap(({ chunk }) => members(chunk).flatMap(vendorOf)));
  const unfinished =
    documents.length === 0 || documents.some(({ chunk }) => members(chunk).length === 0);
  return file.open && unfinished ? new Set([...known, ...found]) : found;
}

/** A line that is more than a comment or the border of a document. */
const HAS_CONTENT = /^(?![ \t\r]*(?:#|$)|---|\.\.\.)/m;

const vendorOf = ({ resource: { kind } }: Member): readonly Vendor[] =>
  kind.role === 'policy' && (kind.dialect === 'calico' || kind.dialect === 'cilium')
    ? [kind.dialect]
    : [];

const vendorsOf = derive(
  (vendors: Vendors): ReadonlySet<Vendor> =>
    new Set([...vendors.values()].flatMap((found) => [...found])),
);

/**
 * The plugin whose policies alone the files hold, in one or several states of a cluster; `generic` where they hold none of
 * any plugin, or those of several.
 */
export function guessed(...states: readonly Vendors[]): Enforcer {
  const [first, ...others] = new Set(states.flatMap((vendors) => [...vendorsOf(vendors)]));
  return first === undefined || others.length > 0 ? 'generic' : first;
}

const sharedSettings = shared<Settings>(JSON.stringify);

const sharedAssumptions = shared<Assumptions>(JSON.stringify);

/** The settings as they hold where `guess` is what enforces, unless they name another; one object for each. */
export function settingsUnder(settings: Settings, guess: Enforcer): Settings {
  const { assumptions, ipBlocksMatchPods } = settings;
  const enforcer = settings.enforcer === 'auto' ? guess : settings.enforcer;
  if (assumptions.enforcer === enforcer) return settings;
  return sharedSettings({
    ...settings,
    assumptions: sharedAssumptions({
      ...assumptions,
      enforcer,
      ipBlocksMatchPods: ipBlocksMatchPods ?? matchesPodAddresses(enforcer),
    }),
  });
}

/** What enforces, in words, and how that is known. */
export function enforcerText({ settings, configured, vendors, read }: Snapshot): string {
  const { enforcer } = settings.assumptions;
  const name = ENFORCER_NAMES[enforcer];
  if (configured.enforcer !== 'auto') return `${name} (setting \`netpol.enforcer\`)`;
  if (enforcer !== 'generic') return `${name} (guessed from the workspace)`;
  if (!read) return `${name} (not every file of the workspace is read)`;
  return vendorsOf(vendors).size === 0
    ? `${name} (no policies of Calico or Cilium are here)`
    : `${name} (policies of both Calico and Cilium are here)`;
}

/** What enforces, and whether a setting says so or the files of the workspace let it be guessed. */
export const knownEnforcer = ({
  settings,
  configured,
}: Snapshot): { readonly name: Enforcer; readonly source: 'setting' | 'guess' } => ({
  name: settings.assumptions.enforcer,
  source: configured.enforcer === 'auto' ? 'guess' : 'setting',
});

/** The enforcers as they are called. */
export const ENFORCER_NAMES: Readonly<Record<Enforcer, string>> = {
  generic: 'any network plugin',
  calico: 'Calico',
  cilium: 'Cilium',
};
