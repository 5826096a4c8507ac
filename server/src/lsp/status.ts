import { enforcerText } from '../workspace/enforcer.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Worlds } from './worlds.ts';

/** What is known over all folders, as the status item of an editor shows it. */
export interface Status {
  readonly files: number;
  readonly policies: number;
  /** Workloads, each of which stands for all its pods. */
  readonly pods: number;
  /** Objects whose meaning is unknown: templates and patch fragments. */
  readonly opaque: number;
  /** What enforces the policies, in words, and how that is known; those of folders that differ one after the other. */
  readonly enforcer: string;
  /** Whether files are still being read. */
  readonly busy: boolean;
}

/** Counts what is known; the work follows the number of objects. */
export function statusOf(worlds: Worlds, busy: boolean): Status {
  const snapshots = worlds.folders().map(worlds.snapshot);
  const counts = snapshots.map(countsOf);
  const sum = (name: keyof Counts): number =>
    counts.reduce((total, count) => total + count[name], 0);
  return {
    files: sum('files'),
    policies: sum('policies'),
    pods: sum('pods'),
    opaque: sum('opaque'),
    enforcer: [...new Set(snapshots.filter(({ files }) => files.size > 0).map(enforcerText))].join(
      '; ',
    ),
    busy,
  };
}

type Counts = Omit<Status, 'enforcer' | 'busy'>;

function countsOf({ files, policies, clusterPolicies, inventory }: Snapshot): Counts {
  const governing = [...policies.values(), clusterPolicies].flat();
  const workloads = [...inventory.values()].flatMap((objects) => objects.workloads);
  const fragments = [...files.values()].filter(({ context }) => context.fragment).length;
  const unreadable = [...governing, ...workloads].filter(
    ({ resource }) => resource.opaque !== null,
  );
  return {
    files: files.size,
    policies: governing.length,
    pods: workloads.length,
    opaque: unreadable.length + fragments,
  };
}

/** One change of what is known, for the question why something was slow. */
export interface Happening {
  readonly folder: string;
  readonly revision: number;
  readonly reason: string;
  readonly milliseconds: number;
}

/** How many happenings are remembered. */
const REMEMBERED = 20;

/** `happenings` with one more at its end, the oldest left out when there are too many. */
export const remember = (
  happenings: readonly Happening[],
  happening: Happening,
): readonly Happening[] => [...happenings, happening].slice(-REMEMBERED);
