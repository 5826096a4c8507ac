import { isClean } from '../admission/refusals.ts';
import { count } from '../policy/print.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Gathered } from './gather.ts';
import type { Host } from './host.ts';

/**
 * Says which files hold policies that the API server refuses: an answer leaves them out, and whoever reads it may take
 * them to be in force.
 */
export function tellRefused({ snapshot, nameOf }: Gathered, host: Host): void {
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
