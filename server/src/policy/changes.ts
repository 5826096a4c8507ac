import type { Assumptions } from './assumptions.ts';
import { ABSENT, deciding, editedIn, type Cause, type Causes } from './causes.ts';
import type { Cluster, Connection } from './connect.ts';
import { ALL, NONE, equal, intersect, isEmpty, subtract, union, type Conns } from './conns.ts';
import type { Endpoint, ExternalEndpoint } from './endpoint.ts';
import { formatConns } from './format.ts';
import { judgeOf, shared, type Judge, type Outcome } from './outcome.ts';
import { policiesFor } from './owners.ts';
import type { Party } from './party.ts';
import type { Edited } from './around.ts';
import { manifestsOf, type Both, type ComparedOwner, type Touch } from './touched.ts';

/*
 * What becomes of the connections of a pair of ends. Only what is certain on both sides is a change. Where one side is
 * in doubt and the other is not, that is told apart, as it may be a change and may be none; what is in doubt on both
 * sides is not told.
 */

/** What lies behind a change. */
interface Reasons {
  /** Workloads of the pair that are on one side only. */
  readonly workloads: {
    readonly added: readonly Party[];
    readonly removed: readonly Party[];
  };
  readonly because: readonly Cause[];
  /** What else is not what it was, and matters, as phrases: "the label `app` of `shop/web`". */
  readonly edited: readonly string[];
  /** The manifests in which all this was done and still stands, as `objectKey` names them. */
  readonly objects: readonly string[];
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

/** A change without its ends. */
export type Row = Omit<Change, 'src' | 'dst'> | Omit<DoubtfulChange, 'src' | 'dst'>;

/** A workload of either side, and what differs about it. */
export interface Compared extends ComparedOwner, Touch {}

type End = Compared | ExternalEndpoint;

/** What tells a pair before from the same pair after. */
interface Comparison {
  readonly judges: Both<Judge>;
  /** Judges the ends of one side by the policies of the other. */
  readonly crossed: (ends: keyof Both<Judge>) => Judge;
  readonly edited: Causes;
  readonly text: (conns: Conns) => string | null;
}

/** Compares the connections of a pair of ends in two clusters. */
export type Comparer = (source: End, destination: End) => readonly Row[];

/** Makes a comparer; yields between looks at all that there is. */
export function* comparing(
  { before, after }: Both<Cluster>,
  assumptions: Assumptions,
): Generator<void, Comparer> {
  const judge = ({ endpoints }: Cluster, policies: Cluster): Judge =>
    judgeOf({ ...policies, endpoints }, assumptions);
  const crossed = new Map<keyof Both<Judge>, Judge>();
  const old = judge(before, before);
  yield;
  const now = judge(after, after);
  yield;
  const edited = editedIn({
    before: policiesFor(before.endpoints, before.tiersFor),
    after: policiesFor(after.endpoints, after.tiersFor),
  });
  yield;
  const comparison: Comparison = {
    judges: { before: old, after: now },
    crossed(ends) {
      const found =
        crossed.get(ends) ?? (ends === 'after' ? judge(after, before) : judge(before, after));
      crossed.set(ends, found);
      return found;
    },
    edited,
    text(conns) {
      const said = formatConns(conns, assumptions.protocols);
      return said === 'None' ? null : said;
    },
  };
  return (source, destination) => rowsOf(source, destination, comparison);
}

function rowsOf(source: End, destination: End, comparison: Comparison): Row[] {
  const { judges, text } = comparison;
  const on = (side: keyof Both<Judge>): Outcome =>
    outcomeOf(membersOf(source, side), membersOf(destination, side), judges[side]);
  const outcomes = { before: on('before'), after: on('after') };
  const reasons = (conns: Conns): Reasons =>
    reasonsFor(conns, outcomes, source, destination, comparison);
  const change = changeIn(outcomes, text);
  return [
    ...(change === null ? [] : [{ ...change.row, ...reasons(change.conns) }]),
    ...doubtsIn(outcomes).flatMap(({ conns, ...doubt }) => {
      const conn = text(conns);
      return conn === null ? [] : [{ ...doubt, conn, ...reasons(conns) }];
    }),
  ];
}

const membersOf = (end: End, side: keyof Both<Judge>): readonly Endpoint[] =>
  'kind' in end ? [end] : end[side];

/** What all members share; nothing where there are none. */
const outcomeOf = (from: readonly Endpoint[], to: readonly Endpoint[], judge: Judge): Outcome =>
  from.length === 0 || to.length === 0 ? { allowed: NONE, doubts: [] } : shared(from, to, judge);

/**
 * Why some connections fare differently. Where the ends are not what they were, the old ones are judged by the new
 * policies and the new ones by the old: what changes even so is due to the policies, or to the ends.
 */
function reasonsFor(
  conns: Conns,
  outcomes: Both<Outcome>,
  source: End,
  destination: End,
  { judges, crossed, edited }: Comparison,
): Reasons {
  const owners = [source, destination].filter((end): end is Compared => !('kind' in end));
  const without = (side: keyof Both<Judge>): Party[] =>
    owners.filter((owner) => owner[side].length === 0).map(({ party }) => party);
  const workloads = { added: without('before'), removed: without('after') };
  const connectionsOn = (side: keyof Both<Judge>): ReadonlySet<Connection> => {
    const found = membersOf(source, side).flatMap((from) =>
      membersOf(destination, side).map((to) => judges[side].connectionOf(from, to)),
    );
    return new Set(found.length === 0 ? [ABSENT] : found);
  };
  const connections = { before: connectionsOn('before'), after: connectionsOn('after') };
  if (!owners.some(({ moved }) => moved)) {
    const because = edited(connections, conns);
    const around = because.every(({ edit }) => edit === 'same')
      ? owners.flatMap((owner) => owner.around)
      : [];
    return {
      workloads,
      because,
      edited: phrasesOf(around),
      objects: [...new Set([...policiesIn(because), ...around.flatMap(({ objects }) => objects)])],
    };
  }
  const suffice = (ends: keyof Both<Judge>): boolean => {
    const [from, to] = [membersOf(source, ends), membersOf(destination, ends)];
    return agree(outcomeOf(from, to, crossed(ends)), outcomes.after, conns);
  };
  const [policies, objects] = [suffice('before'), suffice('after')];
  const causes = objects && !policies ? deciding : edited;
  const edits = policies && !objects ? [] : owners.flatMap((owner) => owner.edited);
  const because = causes(connections, conns);
  const added = owners.flatMap((owner) =>
    owner.before.length === 0 ? manifestsOf(owner.after) : [],
  );
  return {
    workloads,
    because,
    edited: phrasesOf(edits),
    objects: [
      ...new Set([...policiesIn(because), ...added, ...edits.flatMap((edit) => edit.objects)]),
    ],
  };
}

const phrasesOf = (edits: readonly Edited[]): readonly string[] => [
  ...new Set(edits.map(({ phrase }) => phrase)),
];

/** The manifests of the policies that were edited and are still there. */
const policiesIn = (because: readonly Cause[]): string[] =>
  because.flatMap(({ edit, object }) => (edit === 'same' || edit === 'removed' ? [] : [object]));

/** Whether two outcomes say the same of some connections. */
const agree = (a: Outcome, b: Outcome, conns: Conns): boolean =>
  equal(intersect(a.allowed, conns), intersect(b.allowed, conns)) &&
  equal(intersect(doubtful(a), conns), intersect(doubtful(b), conns));

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
