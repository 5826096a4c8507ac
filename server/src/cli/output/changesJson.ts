import type { Change, DoubtfulChange } from '../../policy/changes.ts';
import type { Diff } from '../../policy/diff.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { answerJson } from './json.ts';

/** `diff` as JSON; `doubts` is there only where something is in doubt. */
export const changesJson = ({ changes, doubts }: Diff, snapshot: Snapshot): string =>
  answerJson(snapshot, {
    changes: changes.map(plain),
    ...(doubts.length > 0 && { doubts: doubts.map(plainDoubt) }),
  });

const plain = ({ src, dst, before, after, kind, workloads, because }: Change): object => ({
  src,
  dst,
  before,
  after,
  kind,
  workloads,
  because: because.map(({ policy }) => policy),
});

const plainDoubt = (row: DoubtfulChange): object => {
  const { src, dst, conn, before, after, why, workloads, because } = row;
  const policies = because.map(({ policy }) => policy);
  return { src, dst, conn, before, after, why, workloads, because: policies };
};
