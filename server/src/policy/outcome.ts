import { derive, numbering } from '../base/derive.ts';
import type { Assumptions } from './assumptions.ts';
import { classesOf } from './classes.ts';
import type { Cluster, Connection } from './connect.ts';
import { connector } from './connector.ts';
import { NONE, intersect, isEmpty, subtract, union, type Conns } from './conns.ts';
import type { Endpoint } from './endpoint.ts';
import { guarded, guardsOf } from './host/guards.ts';
import type { Hosts } from './host/hosts.ts';
import { PROFILES } from './host/profiles.ts';
import type { IrPolicy } from './ir.ts';
import { policiesFor } from './owners.ts';
import { codeList, count } from './print.ts';

/** What becomes of the connections between two ends that stand for many. */
export interface Outcome {
  readonly allowed: Conns;
  readonly doubts: readonly PlainDoubt[];
}

/** Connections that may be allowed or not, what that depends on, and the policy it comes from. */
export interface PlainDoubt {
  readonly conns: Conns;
  readonly why: string;
  readonly policy: IrPolicy | null;
}

/** Tells of any two ends what becomes of the connections between them, and who decides it. */
export interface Judge {
  readonly connectionOf: (source: Endpoint, destination: Endpoint) => Connection;
  /** As much of the connection as rows tell; the same object for all pairs that fare alike. */
  readonly outcomeOf: (source: Endpoint, destination: Endpoint) => Outcome;
}

/** A judge of the connections among the endpoints of a cluster, and between them and addresses outside. */
export function judgeOf(
  { endpoints, tiersFor, hosts = null }: Cluster,
  assumptions: Assumptions,
): Judge {
  const betweenPods = connector(
    classesOf(policiesFor(endpoints, tiersFor), assumptions),
    tiersFor,
    assumptions,
  );
  const connectionOf = hosts === null ? betweenPods : guardedBy(hosts, betweenPods, assumptions);
  const outcomeOf = derive(({ allowed, doubts }: Connection): Outcome => ({
    allowed,
    // Both ends may be in doubt for the same reason.
    doubts: joined(
      doubts.map(({ conns, why, because }) => ({
        conns,
        why: why.join('; '),
        policy:
          because.find(({ policy, tier }) => policy !== null && tier !== PROFILES)?.policy ?? null,
      })),
    ),
  }));
  return {
    connectionOf,
    outcomeOf: (source, destination) => outcomeOf(connectionOf(source, destination)),
  };
}

/** Connections that hosts have a word on, too; the same object for those of which pods and hosts say the same. */
function guardedBy(
  hosts: Hosts,
  betweenPods: Judge['connectionOf'],
  assumptions: Assumptions,
): Judge['connectionOf'] {
  const number = numbering();
  const known = new Map<string, Connection>();
  return (source, destination) => {
    const connection = betweenPods(source, destination);
    const guards = guardsOf(source, destination, hosts, assumptions);
    const key = [connection, ...guards].map(number).join();
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = guarded(connection, guards)));
    return found;
  };
}

/** What all pairs of the two ends' members share; what only some have is in doubt. */
export function shared(
  sources: readonly Endpoint[],
  destinations: readonly Endpoint[],
  { outcomeOf }: Judge,
): Outcome {
  if (sources.length === 1 && destinations.length === 1)
    return ifTheyExist(outcomeOf(sources[0]!, destinations[0]!), [sources[0]!, destinations[0]!]);
  const pairs = new Map<Outcome, { readonly from: Set<Endpoint>; readonly to: Set<Endpoint> }>();
  for (const source of sources)
    for (const destination of destinations) {
      const outcome = outcomeOf(source, destination);
      const ends = pairs.get(outcome) ?? { from: new Set(), to: new Set() };
      pairs.set(outcome, ends);
      ends.from.add(source);
      ends.to.add(destination);
    }
  const outcomes = [...pairs.keys()];
  if (outcomes.length === 1) return outcomes[0]!;
  const rivalry = [...new Set([...sources, ...destinations].flatMap(existence))].join('; ');
  const allowed = outcomes.map((outcome) => outcome.allowed).reduce(intersect);
  const partial = [...pairs].flatMap(([outcome, { from, to }]) => {
    const conns = subtract(outcome.allowed, allowed);
    if (isEmpty(conns)) return [];
    const which = [
      ...(from.size < sources.length ? [`from ${podList(from)}`] : []),
      ...(to.size < destinations.length ? [`to ${podList(to)}`] : []),
    ];
    const where = which.length === 0 ? 'between some of them' : `only ${which.join(' ')}`;
    const why = `policies tell the pods of one workload apart, and allow this ${where}`;
    return [{ conns, why: rivalry === '' ? why : rivalry, policy: null }];
  });
  const uncertain = outcomes
    .flatMap(({ doubts }) => doubts)
    .map((doubt) => ({ ...doubt, conns: subtract(doubt.conns, allowed) }))
    .filter(({ conns }) => !isEmpty(conns));
  return { allowed, doubts: joined([...partial, ...uncertain]) };
}

const existence = (end: Endpoint): string[] =>
  end.kind === 'pods' && typeof end.unsure === 'string' ? [end.unsure] : [];

/** Ends that may not be there have no certain connections. */
function ifTheyExist(outcome: Outcome, ends: readonly Endpoint[]): Outcome {
  const why = [...new Set(ends.flatMap(existence))].join('; ');
  if (why === '' || isEmpty(outcome.allowed)) return outcome;
  const doubt = { conns: outcome.allowed, why, policy: null };
  return { allowed: NONE, doubts: [doubt, ...outcome.doubts] };
}

/** Doubts with equal reasons, as one. */
function joined(doubts: readonly PlainDoubt[]): PlainDoubt[] {
  const result: PlainDoubt[] = [];
  for (const doubt of doubts) {
    const index = result.findIndex(
      ({ why, policy }) => why === doubt.why && policy === doubt.policy,
    );
    if (index < 0) result.push(doubt);
    else result[index] = { ...doubt, conns: union(result[index]!.conns, doubt.conns) };
  }
  return result;
}

function podList(ends: ReadonlySet<Endpoint>): string {
  const names = [...ends].flatMap((end) => (end.kind === 'pods' ? [end.name] : [])).sort();
  const shown = names.slice(0, 5);
  const more = names.length - shown.length;
  return `${names.length === 1 ? 'pod' : 'pods'} ${codeList(shown)}${more > 0 ? ` and ${count(more, 'other')}` : ''}`;
}
