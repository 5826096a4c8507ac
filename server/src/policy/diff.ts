import type { Assumptions } from './assumptions.ts';
import { comparing, type Change, type Compared, type DoubtfulChange, type Row } from './changes.ts';
import type { Cluster } from './connect.ts';
import type { ExternalEndpoint, PodEndpoint } from './endpoint.ts';
import type { Direction } from './ir.ts';
import { byAddress, merged, type Outside } from './outside.ts';
import { governing, hostPoliciesOf, outsideOf, ownersOf } from './owners.ts';
import type { Party } from './party.ts';
import { touches, type Both, type ComparedOwner } from './touched.ts';

/** What changes from one cluster to another: rows in the order of `reach`. */
export interface Diff {
  readonly changes: readonly Change[];
  readonly doubts: readonly DoubtfulChange[];
}

/**
 * The connections that are others in `after` than in `before`. Workloads are matched by namespace, name and kind, and
 * addresses outside cut where policies of either side cut them. Pairs that no edit touches are passed over. Yields once per
 * workload and once per pair that is looked at, so that a long walk can be driven in slices.
 */
export function* diff(clusters: Both<Cluster>, assumptions: Assumptions): Generator<void, Diff> {
  const { before, after } = clusters;
  const touchOf = touches({ before: before.tiersFor, after: after.tiersFor }, assumptions);
  const owners: Compared[] = [];
  for (const owner of ownersOfBoth(before.endpoints, after.endpoints)) {
    owners.push({ ...owner, ...touchOf(owner) });
    yield;
  }
  const receivers = owners.filter(({ moved, governed }) => moved || governed.ingress);
  if (receivers.length === 0 && !owners.some(({ governed }) => governed.egress))
    return { changes: [], doubts: [] };

  const rowsOf = yield* comparing(clusters, assumptions);
  const changes: Change[] = [];
  const doubts: DoubtfulChange[] = [];
  const put = (src: Party, dst: Party, row: Row): void => {
    if ('kind' in row) changes.push({ src, dst, ...row });
    else doubts.push({ src, dst, ...row });
  };
  const outside = (owner: Compared, direction: Direction): ExternalEndpoint[] =>
    outsideOf(
      (['before', 'after'] as const).flatMap((side) => [
        ...governing(owner[side], clusters[side].tiersFor, assumptions),
        ...hostPoliciesOf(clusters[side]),
      ]),
      direction,
      assumptions,
    );
  const incoming: (Outside<Row> & { readonly dst: Party })[] = [];
  for (const owner of owners) {
    const { moved, governed, party } = owner;
    for (const other of moved || governed.egress ? owners : receivers) {
      if (other === owner || !mayDiffer(owner, other)) continue;
      for (const row of rowsOf(owner, other)) put(party, other.party, row);
      yield;
    }
    if (moved || governed.egress)
      for (const part of merged(outside(owner, 'egress'), (end) => keyed(rowsOf(owner, end))))
        put(party, part.party, part.told);
    if (moved || governed.ingress)
      for (const part of merged(outside(owner, 'ingress'), (end) => keyed(rowsOf(end, owner))))
        incoming.push({ ...part, dst: party });
    yield;
  }
  for (const { party, dst, told } of incoming.sort(byAddress)) put(party, dst, told);
  return { changes, doubts };
}

/** Whether an edit can have touched the connections from one workload to another. */
const mayDiffer = (source: Compared, destination: Compared): boolean =>
  source.moved ||
  destination.moved ||
  source.regards(destination, 'egress') ||
  destination.regards(source, 'ingress');

const keyed = (rows: readonly Row[]): [key: string, row: Row][] =>
  rows.map((row) => [JSON.stringify(row), row]);

/** The workloads of both sides in their order. */
function ownersOfBoth(
  before: readonly PodEndpoint[],
  after: readonly PodEndpoint[],
): ComparedOwner[] {
  const [old, now] = [ownersOf(before), ownersOf(after)];
  return [...ownersOf([...before, ...after])].map(([key, { party }]) => ({
    party,
    before: old.get(key)?.members ?? [],
    after: now.get(key)?.members ?? [],
  }));
}
