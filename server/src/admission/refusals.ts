import { derive } from '../base/derive.ts';
import type { Severity } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { admissionRules } from './all.ts';
import type { ApiServer, Refusal } from './rule.ts';

/** A refusal with the code of its rule. */
export interface CodedRefusal extends Refusal {
  readonly code: string;
}

/** The oldest release that netpol speaks for when no version is set. */
const OLDEST_SUPPORTED = '1.33';

/**
 * What the API server refuses in the values of an object, in the order of the rules. Values of the wrong type, and those
 * that a template fills in, are passed over, and the rest is judged all the same.
 */
export const refusals = derive((resource: Resource): readonly CodedRefusal[] => {
  if (resource.illegible === null || resource.kind.id === null) return [];
  return rulesFor(resource.kind).flatMap(({ meta, check }) =>
    distinct([...check(resource)]).map((refusal) => ({
      ...refusal,
      code: meta.code,
      fixes: (refusal.fixes ?? []).filter(({ edits }) => edits().length > 0),
    })),
  );
});

const rulesFor = derive(({ id }: Kind) =>
  admissionRules.filter(({ kinds }) => kinds === null || (id !== null && kinds.includes(id))),
);

/** What stands below an anchor is met once more at each of its aliases, but is one mistake. */
function distinct(found: readonly Refusal[]): readonly Refusal[] {
  if (found.length < 2) return found;
  const met = new Map<string, Refusal>();
  for (const refusal of found) {
    const { span, message } = refusal;
    const mistake = `${span.start} ${span.end} ${message}`;
    if (!met.has(mistake)) met.set(mistake, refusal);
  }
  return [...met.values()];
}

/**
 * Whether the API server takes the object: all releases in question have nothing to refuse. Fields
 * that it does not know do not count, as a server that is not asked to be strict drops them.
 */
export const isClean = (resource: Resource, server: ApiServer): boolean =>
  resource.sound &&
  resource.problems.every(({ code }) => code === 'unknown-field' || code === 'duplicate-key') &&
  refusals(resource).every((refusal) => judge(refusal, server).severity !== 'error');

/** How severe a refusal is for the releases in question, and what is to be said of them behind its message. */
export interface Judgement {
  /** Null where none of the releases refuses it and nothing need be said. */
  readonly severity: Severity | null;
  readonly releases: string | null;
}

const NOTHING: Judgement = { severity: null, releases: null };

/**
 * Error where all releases in question refuse it; warning where some do, or where a later one will. Without a version
 * the releases in question are all supported ones.
 */
export function judge({ from, until, channel }: Refusal, server: ApiServer): Judgement {
  if (channel !== undefined && channel !== server.channel) return NOTHING;
  const { kubernetesVersion } = server;
  const oldest = kubernetesVersion ?? OLDEST_SUPPORTED;
  if (until !== undefined) {
    if (minor(oldest) >= minor(until)) return NOTHING;
    if (kubernetesVersion === null)
      return { severity: 'warning', releases: `Kubernetes before ${until} refuses that.` };
    return { severity: 'error', releases: `Kubernetes before ${until} refuses that.` };
  }
  if (from === undefined) return { severity: 'error', releases: null };
  const releases = `Kubernetes ${from} and later refuse this spelling.`;
  return { severity: minor(oldest) >= minor(from) ? 'error' : 'warning', releases };
}

/** The minor number of a release such as `1.36`; there has never been another major one. */
const minor = (release: string): number => Number(/^v?1\.(\d+)/.exec(release)?.[1] ?? 0);
