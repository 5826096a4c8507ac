import type { Assumptions } from './assumptions.ts';
import { ABSENT, causesIn, type Cause } from './causes.ts';
import type { Connection, TiersFor } from './connect.ts';
import { ALL, NONE, intersect, isEmpty, subtract, union, type Conns } from './conns.ts';
import type { Endpoint, ExternalEndpoint, PodEndpoint } from './endpoint.ts';
import { formatConns } from './format.ts';
import type { Direction } from './ir.ts';
import { judgeOf, shared, type Outcome } from './outcome.ts';
import { byAddress, merged, type Outside } from './outside.ts';
import { governing, outsideOf, ownersOf, policiesFor } from './owners.ts';
import type { Party } from './party.ts';
import { touches, type Both, type ComparedOwner, type Touch } from './touched.ts';

/*
 * What becomes of connections when one cluster becomes another. Only what is certain on both sides is a change. Where
 * one side is in doubt, the other not, or in doubt of something else, that is told apart, as it may be a change and may
 * be none; what is in doubt on both sides is not told.
 */

/** All that decides who reaches whom. */
export interface Cluster {
  readonly endpoints: readonly PodEndpoint[];
  readonly tiersFor: TiersFor;
}

/** What lies behind a change. */
interface Reasons {
  /** Workloads of the pair that are on one side only. */
  readonly workloads: {
    readonly added: readonly Party[];
    readonly removed: readonly Party[];
  };
  readonly because: readonly Cause[];
  /** The other objects of the pair that are not what they were, as phrases: "the labels of `shop/web`". */
  readonly edited: readonly string[];
}

/** Connections from one end to another that are not what they were; connection texts as `formatConns` gives them. */
export interface Change extends Reasons {
  readonly src: Party;
  readonly dst: Party;
  /** What was allowed, of the connections that are certain on both sides; null where nothing was. */
  readonly before: string | null;
  readonly after: string | null;
  readonly kind: 'added' | 'removed' | 'changed';
  /** What is allowed now and was not, and the other way round. */
  readonly gained: string | null;
  readonly lost: string | null;
}

/** What is known of a connection on one side. */
export type Fate = 'allowed' | 'denied' | 'in doubt';

/** Connections that are in doubt on one of the sides, and may have changed. */
export interface DoubtfulChange extends Reasons {
  readonly src: Party;
  readonly dst: Party;
  readonly conn: string;
  readonly before: Fate;
  readonly after: Fate;
  readonly why: string;
}

/** What changes from one cluster to another: rows in the order of `reach`. */
export interface Diff {
  readonly changes: readonly Change[];
  readonly doubts: readonly DoubtfulChange[];
}

type Row = Omit<Change, 'src' | 'dst'> | Omit<DoubtfulChange, 'src' | 'dst'>;

/** What differs about a workload. */
interface Compared extends ComparedOwner, Touch {}

/**
 * The connections that are others in `after` than in `before`. Workloads are matched by namespace, name and kind, and
 * addresses outside cut where policies of either side cut them. Pairs of which neither end is touched by an edit are
 * passed over. Yields once per workload, so that a long walk can be driven in slices.
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

  const rowsOf = pairs(clusters, assumptions);
  const changes: Change[] = [];
  const doubts: DoubtfulChange[] = [];
  const put = (src: Party, dst: Party, row: Row): void => {
    if ('kind' in row) changes.push({ src, dst, ...row });
    else doubts.push({ src, dst, ...row });
  };
  const outside = (owner: Compared, direction: Direction): ExternalEndpoint[] =>
    outsideOf(
      (['before', 'after'] as const).flatMap((side) =>
        governing(owner[side], clusters[side].tiersFor, assumptions),
      ),
      direction,
      assumptions,
    );
  const incoming: (Outside<Row> & { readonly dst: Party })[] = [];
  for (const owner of owners) {
    const { moved, governed, party } = owner;
    for (const other of moved || governed.egress ? owners : receivers)
      if (other !== owner) for (const row of rowsOf(owner, other)) put(party, other.party, row);
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

/** Compares the connections of pairs. */
function pairs(
  clusters: Both<Cluster>,
  assumptions: Assumptions,
): (source: Compared | ExternalEndpoint, destination: Compared | ExternalEndpoint) => Row[] {
  const judgeFor = ({ endpoints, tiersFor }: Cluster) => judgeOf(endpoints, tiersFor, assumptions);
  const judges = { before: judgeFor(clusters.before), after: judgeFor(clusters.after) };
  const policiesOf = ({ endpoints, tiersFor }: Cluster) => policiesFor(endpoints, tiersFor);
  const causesOf = causesIn({
    before: policiesOf(clusters.before),
    after: policiesOf(clusters.after),
  });
  const text = (conns: Conns): string | null => {
    const said = formatConns(conns, assumptions.protocols);
    return said === 'None' ? null : said;
  };
  return (source, destination) => {
    const outcomeOn = (side: keyof Both<Cluster>): Outcome => {
      const [from, to] = [membersOf(source, side), membersOf(destination, side)];
      return from.length === 0 || to.length === 0 ? NOTHING : shared(from, to, judges[side]);
    };
    const connectionsOn = (side: keyof Both<Cluster>): ReadonlySet<Connection> => {
      const found = membersOf(source, side).flatMap((from) =>
        membersOf(destination, side).map((to) => judges[side].connectionOf(from, to)),
      );
      return new Set(found.length === 0 ? [ABSENT] : found);
    };
    const reasonsFor = (conns: Conns): Reasons => ({
      workloads: presenceOf([source, destination]),
      because: causesOf({ before: connectionsOn('before'), after: connectionsOn('after') }, conns),
      edited: [
        ...new Set([source, destination].flatMap((end) => ('edited' in end ? end.edited : []))),
      ],
    });
    const outcomes = { before: outcomeOn('before'), after: outcomeOn('after') };
    const change = changeIn(outcomes, text);
    return [
      ...(change === null ? [] : [{ ...change.row, ...reasonsFor(change.conns) }]),
      ...doubtsIn(outcomes).flatMap(({ conns, ...doubt }) => {
        const conn = text(conns);
        return conn === null ? [] : [{ ...doubt, conn, ...reasonsFor(conns) }];
      }),
    ];
  };
}

const membersOf = (
  end: Compared | ExternalEndpoint,
  side: keyof Both<Cluster>,
): readonly Endpoint[] => ('kind' in end ? [end] : end[side]);

const NOTHING: Outcome = { allowed: NONE, doubts: [] };

const presenceOf = (ends: readonly (Compared | ExternalEndpoint)[]): Reasons['workloads'] => {
  const owners = ends.flatMap((end) => ('kind' in end ? [] : [end]));
  const without = (side: keyof Both<Cluster>): Party[] =>
    owners.filter((owner) => owner[side].length === 0).map(({ party }) => party);
  return { added: without('before'), removed: without('after') };
};

const doubtful = ({ doubts }: Outcome): Conns =>
  doubts.reduce((total, { conns }) => union(total, conns), NONE);

/** What is allowed on one side and denied on the other, both for certain; null where that is nothing. */
function changeIn(
  outcomes: Both<Outcome>,
  text: (conns: Conns) => string | null,
): { readonly row: Omit<Change, 'src' | 'dst' | keyof Reasons>; readonly conns: Conns } | null {
  const unknown = union(doubtful(outcomes.before), doubtful(outcomes.after));
  const before = subtract(outcomes.before.allowed, unknown);
  const after = subtract(outcomes.after.allowed, unknown);
  const [was, is] = [text(before), text(after)];
  // Sets may differ in what nobody can use, such as port 0.
  if (was === is) return null;
  const [gained, lost] = [subtract(after, before), subtract(before, after)];
  return {
    row: {
      before: was,
      after: is,
      kind: was === null ? 'added' : is === null ? 'removed' : 'changed',
      gained: text(gained),
      lost: text(lost),
    },
    conns: union(gained, lost),
  };
}

/** What is certain on one side, and in doubt on the other. */
function doubtsIn({
  before,
  after,
}: Both<Outcome>): (Pick<DoubtfulChange, 'before' | 'after' | 'why'> & { conns: Conns })[] {
  const [was, is] = [fatesOf(before), fatesOf(after)];
  return (['allowed', 'denied'] as const).flatMap((fate) => [
    ...told(after, was[fate]).map((doubt) => ({
      before: fate,
      after: 'in doubt' as const,
      ...doubt,
    })),
    ...told(before, is[fate]).map((doubt) => ({
      before: 'in doubt' as const,
      after: fate,
      ...doubt,
    })),
  ]);
}

const fatesOf = (outcome: Outcome): Readonly<Record<'allowed' | 'denied', Conns>> => ({
  allowed: outcome.allowed,
  denied: subtract(ALL, union(outcome.allowed, doubtful(outcome))),
});

/** The doubts about some connections, with all reasons in one. */
function told(outcome: Outcome, certain: Conns): { readonly conns: Conns; readonly why: string }[] {
  const conns = intersect(doubtful(outcome), certain);
  if (isEmpty(conns)) return [];
  const why = outcome.doubts.filter((doubt) => !isEmpty(intersect(doubt.conns, conns)));
  return [{ conns, why: [...new Set(why.map((doubt) => doubt.why))].join('; ') }];
}
