import { isClean, isStoredUnchecked } from '../admission/refusals.ts';
import type { Resource } from '../model/resource.ts';
import { count } from '../policy/print.ts';
import type { Settings } from '../workspace/settings.ts';
import { ENFORCER_NAMES } from '../workspace/enforcer.ts';
import { isKnown } from '../workspace/knownKinds.ts';
import type { Member, Snapshot } from '../workspace/snapshot.ts';
import type { Gathered } from './gather.ts';
import type { Host } from './host.ts';

/**
 * Says what an answer leaves out, as whoever reads it may take that to be in force: policies that the API server refuses,
 * those of another network plugin, and documents that are too large. Whether it cannot be relied on, as something could
 * not be read.
 */
export function tellLeftOut(gathered: Gathered, host: Host): boolean {
  const { snapshot, nameOf, tooLarge, unreadable } = gathered;
  tellRefused(gathered, host);
  tellIgnored(gathered, host);
  tellTooLarge(tooLarge, nameOf, snapshot.settings, host);
  return unreadable || tooLarge.length > 0;
}

/** Says of files that not all of them is read. */
export function tellTooLarge(
  uris: readonly string[],
  nameOf: Gathered['nameOf'],
  { maxDocumentBytes }: Settings,
  host: Host,
): void {
  for (const uri of uris)
    host.complain(
      `netpol: ${nameOf(uri)}: larger than \`maxDocumentBytes\` (${maxDocumentBytes}), so not all of it is read; raise it with --set\n`,
    );
}

/** Names the files of refused policies. */
function tellRefused({ snapshot, nameOf }: Gathered, host: Host): void {
  const refused = refusedIn(snapshot);
  if (refused.length === 0) return;
  const are = refused.length === 1 ? 'is' : 'are';
  host.complain(
    `netpol: ${count(refused.length, 'policy', 'policies')} (${placesText(refused, nameOf)}) ${are} left out, as the cluster refuses ${refused.length === 1 ? 'it' : 'them'}; \`netpol check\` says why.\n`,
  );
}

/** Names the files of policies that what enforces ignores. */
function tellIgnored({ snapshot, nameOf }: Gathered, host: Host): void {
  const ignored = policiesIn(snapshot)
    .filter(({ resource }) => isIgnored(resource, snapshot))
    .map(({ uri }) => uri);
  if (ignored.length === 0) return;
  const one = ignored.length === 1;
  const name = ENFORCER_NAMES[snapshot.settings.assumptions.enforcer];
  host.complain(
    `netpol: ${count(ignored.length, 'policy', 'policies')} (${placesText(ignored, nameOf)}) ${one ? 'is' : 'are'} left out, as ${name} enforces here and does not know ${one ? 'its kind' : 'their kinds'}; \`netpol check\` says why.\n`,
  );
}

/** The first files among some URIs by name, and how many others there are. */
function placesText(uris: readonly string[], nameOf: Gathered['nameOf']): string {
  const files = [...new Set(uris.map(nameOf))].sort();
  const more = files.length - 3;
  return files.slice(0, 3).join(', ') + (more > 0 ? ` and ${count(more, 'other file')}` : '');
}

/** The URIs of the policies that are refused, one for each. */
const refusedIn = (snapshot: Snapshot): string[] =>
  policiesIn(snapshot)
    .filter(
      ({ resource }) =>
        !isIgnored(resource, snapshot) &&
        resource.opaque === null &&
        !isClean(resource, snapshot.settings) &&
        !isStoredUnchecked(resource),
    )
    .map(({ uri }) => uri);

const isIgnored = ({ kind }: Resource, { settings }: Snapshot): boolean =>
  isKnown(kind, settings) === 'no';

const policiesIn = ({ policies, clusterPolicies }: Snapshot): Member[] =>
  [...policies.values(), clusterPolicies].flat();
