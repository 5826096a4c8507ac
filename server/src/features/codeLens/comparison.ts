import { isClean } from '../../admission/refusals.ts';
import type { Change, DoubtfulChange } from '../../policy/changes.ts';
import { diff, type Diff } from '../../policy/diff.ts';
import { clusterOf } from '../../workspace/cluster.ts';
import type { Committed } from '../../workspace/committed.ts';
import { membersOf } from '../../workspace/member.ts';
import type { Member, Snapshot } from '../../workspace/snapshot.ts';
import { keyOf } from './key.ts';

/** What differs from a commit, by the objects in which it was changed, as `objectKey` names them. */
export type Comparison = ReadonlyMap<string, Diff>;

/** Nothing differs, or nothing is known of a commit. */
export const NO_COMPARISON: Comparison = new Map();

/**
 * Compares what is there now with a commit. Yields often, so that it can be driven in slices.
 * @param committed the files that differ between `before` and `now`, and perhaps others
 * @param last what holds on for objects that the API server would refuse as they are: half-typed, they say nothing yet
 */
export function* comparisonOf(
  before: Snapshot,
  now: Snapshot,
  committed: Committed,
  last: Comparison,
): Generator<void, Comparison> {
  const { assumptions } = now.settings;
  yield;
  const clusters = { before: clusterOf(before), after: clusterOf(now) };
  yield;
  const comparison = new Map(byObject(yield* diff(clusters, assumptions)));
  for (const uri of committed.keys())
    for (const member of refusedIn(now, uri)) {
      const key = keyOf(member);
      const held = last.get(key);
      if (held === undefined) comparison.delete(key);
      else comparison.set(key, held);
    }
  return comparison;
}

function byObject({ changes, doubts }: Diff): Map<string, Diff> {
  const found = new Map<
    string,
    { readonly changes: Change[]; readonly doubts: DoubtfulChange[] }
  >();
  const of = (object: string) => {
    const rows = found.get(object) ?? { changes: [], doubts: [] };
    found.set(object, rows);
    return rows;
  };
  for (const row of changes) for (const object of row.objects) of(object).changes.push(row);
  for (const row of doubts) for (const object of row.objects) of(object).doubts.push(row);
  return found;
}

function refusedIn({ files, reading, settings }: Snapshot, uri: string): Member[] {
  const file = files.get(uri);
  if (file === undefined) return [];
  const membersIn = membersOf(file.context, reading);
  return file.chunks
    .flatMap(({ chunk }) => membersIn(chunk))
    .filter(({ resource }) => resource.opaque === null && !isClean(resource, settings));
}
