import { derive } from '../base/derive.ts';
import type { Severity } from '../model/finding.ts';
import { CALICO_STORAGE_GROUP, type Kind } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { admissionRules } from './all.ts';
import { CILIUM_FLAGS, type ApiServer, type CiliumFlag, type Refusal } from './rule.ts';

/** A refusal with the code of its rule. */
export interface CodedRefusal extends Refusal {
  readonly code: string;
}

/** The oldest releases that netpol speaks for when no version is set. */
const OLDEST_SUPPORTED = { Kubernetes: '1.33', Calico: '3.30', Cilium: '1.18' } as const;

/**
 * What the API server refuses in the values of an object, or Cilium's agent in what is stored, in the order of the
 * rules. Values of the wrong type, and those that a template fills in, are passed over, and the rest is judged all the
 * same.
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
 * Whether the object is in force: the API server takes it, and for Cilium's its agent, in all releases in question. Fields
 * that it does not know do not count, as a server that is not asked to be strict drops them.
 */
export const isClean = (resource: Resource, server: ApiServer): boolean =>
  resource.sound &&
  resource.problems.every(({ code }) => code === 'unknown-field' || code === 'duplicate-key') &&
  refusals(resource).every((refusal) => judge(refusal, server).severity !== 'error');

/**
 * Whether an object is in the group in which Calico stores its own, with all parts of their type: nothing looks at its values
 * there, so its mistakes keep it out of no cluster (Calico documentation, "calicoctl").
 */
export const isStoredUnchecked = ({ kind, sound }: Resource): boolean =>
  kind.group === CALICO_STORAGE_GROUP && sound;

/** How severe a refusal is for the releases in question, and what is to be said of them behind its message. */
export interface Judgement {
  /** Null where none of the releases refuses it and nothing need be said. */
  readonly severity: Severity | null;
  readonly releases: string | null;
}

const NOTHING: Judgement = { severity: null, releases: null };

/**
 * Error where all releases in question refuse it; warning where some do, or where a later one will. Without a version
 * the releases in question are all supported ones; what only older ones of a plugin refuse is then not said.
 */
export function judge(refusal: Refusal, server: ApiServer): Judgement {
  const { channel, flag } = refusal;
  if (channel !== undefined && channel !== server.channel) return NOTHING;
  const judged = judgeReleases(refusal, server);
  return flag === undefined || judged.severity === null ? judged : judgeFlag(flag, judged, server);
}

function judgeReleases({ of: plugin, from, until }: Refusal, server: ApiServer): Judgement {
  const of = plugin ?? 'Kubernetes';
  const version = server[VERSION_OF[of]];
  const oldest = version ?? OLDEST_SUPPORTED[of];
  if (until !== undefined) {
    // Whoever names no release of a plugin has the newest, as its older ones are soon out of support.
    if (version === null && of !== 'Kubernetes') return NOTHING;
    if (minor(oldest) >= minor(until) || minor(oldest) < minor(from ?? '1.0')) return NOTHING;
    const releases = `${of} before ${until} refuses that.`;
    return { severity: version === null ? 'warning' : 'error', releases };
  }
  if (from === undefined) return { severity: 'error', releases: null };
  const all = minor(oldest) >= minor(from);
  const what = of === 'Kubernetes' ? 'this spelling' : 'that';
  // What every supported release does goes without saying.
  return all && minor(from) <= minor(OLDEST_SUPPORTED[of])
    ? { severity: 'error', releases: null }
    : {
        severity: all ? 'error' : 'warning',
        releases: `${of} ${from} and later refuse ${what}.`,
      };
}

/** A flag that no setting tells may be another than it is by itself, and with that the refusal is not certain. */
function judgeFlag(flag: CiliumFlag, judged: Judgement, { ciliumFlags }: ApiServer): Judgement {
  if (ciliumFlags.includes(flag)) return judged;
  const [name, value] = flag.split('=') as [keyof typeof CILIUM_FLAGS, string];
  const isTold = ciliumFlags.some((told) => told.startsWith(`${name}=`));
  if (isTold || String(CILIUM_FLAGS[name]) !== value) return NOTHING;
  const setting = `Set \`netpol.cilium.flags\` if your agent runs with \`${name}=${!CILIUM_FLAGS[name]}\`.`;
  return {
    severity: 'warning',
    releases: judged.releases === null ? setting : `${judged.releases} ${setting}`,
  };
}

/** Where the release of a product is told. */
const VERSION_OF = {
  Kubernetes: 'kubernetesVersion',
  Calico: 'calicoVersion',
  Cilium: 'ciliumVersion',
} as const;

/** The minor number of a release such as `1.36`; of no product another major one is in use. */
export const minor = (release: string): number => Number(/^v?[13]\.(\d+)/.exec(release)?.[1] ?? 0);
