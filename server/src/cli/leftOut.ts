import { isClean } from '../admission/refusals.ts';
import { count } from '../policy/print.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Gathered } from './gather.ts';
import type { Host } from './host.ts';

/**
 * Says what an answer leaves out, as whoever reads it may take that to be in force: policies that the API server refuses,
 * and documents that are too large. Whether it cannot be relied on, as something could not be read.
 */
export function tellLeftOut(gathered: Gathered, host: Host): boolean {
  const { snapshot, nameOf, tooLarge, unreadable } = gathered;
  tellRefused(gathered, host);
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
  const files = [...new Set(refused.map(nameOf))].sort();
  const more = files.length - 3;
  const places =
    files.slice(0, 3).join(', ') + (more > 0 ? ` and ${count(more, 'other file')}` : '');
  const are = refused.length === 1 ? 'is' : 'are';
  host.complain(
    `netpol: ${count(refused.length, 'policy', 'policies')} (${places}) ${are} left out, as the API server refuses ${refused.length === 1 ? 'it' : 'them'}; \`netpol check\` says why.\n`,
  );
}

/** The URIs of the policies that are refused, one for each. */
const refusedIn = ({ policies, clusterPolicies, settings }: Snapshot): string[] =>
  [...policies.values(), clusterPolicies]
    .flat()
    .filter(({ resource }) => resource.opaque === null && !isClean(resource, settings))
    .map(({ uri }) => uri);
