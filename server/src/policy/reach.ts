import { derive } from '../base/derive.ts';
import { compare } from '../base/order.ts';
import type { Assumptions } from './assumptions.ts';
import { cidrsOf, externalEndpoints, mergeBlocks, type Block } from './cidr.ts';
import { classesOf } from './classes.ts';
import type { Connection, TiersFor } from './connect.ts';
import { intersect, isEmpty, subtract, union, NONE, type Conns } from './conns.ts';
import type { Endpoint, ExternalEndpoint, PodEndpoint } from './endpoint.ts';
import { formatConns } from './format.ts';
import type { Direction, IrPolicy } from './ir.ts';
import { namespaceName } from '../model/namespace.ts';
import { connector } from './connector.ts';
import { codeList, count } from './print.ts';
import { blocksInUse, matchesPods } from './resolve.ts';

/** A workload, with `namespace` null where none is named; or addresses outside, as the fewest CIDRs of one family. */
export type Party =
  | {
      readonly kind: 'workload';
      readonly namespace: string | null;
      readonly name: string;
      readonly workloadKind: string;
    }
  | { readonly kind: 'external'; readonly cidrs: readonly string[] };

/** A policy by name. */
export interface PolicyName {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
}

/** What is certainly allowed from one end to another; `conn` as `formatConns` gives it. */
export interface ReachRow {
  readonly src: Party;
  readonly dst: Party;
  readonly conn: string;
}

/** What may be allowed or not, what that depends on, and the policy it comes from. */
export interface ReachDoubt extends ReachRow {
  readonly why: string;
  readonly policy: PolicyName | null;
}

/** Who reaches whom: workloads by namespace, name and kind, then addresses. Nothing is said of pairs without a row. */
export interface Reach {
  readonly connections: readonly ReachRow[];
  readonly doubts: readonly ReachDoubt[];
  /** How many workloads there are, those included that were not asked about. */
  readonly workloads: number;
}

/** What becomes of the connections between two ends that stand for many. */
interface Outcome {
  readonly allowed: Conns;
  readonly doubts: readonly PlainDoubt[];
}

interface PlainDoubt {
  readonly conns: Conns;
  readonly why: string;
  readonly policy: IrPolicy | null;
}

interface Owner {
  readonly party: Party & { readonly kind: 'workload' };
  readonly members: readonly PodEndpoint[];
}

/** The name of a policy as outputs tell it. */
export const policyName = (policy: IrPolicy): PolicyName => ({
  apiVersion: policy.apiVersion,
  kind: policy.kind,
  namespace: policy.namespace === null ? null : namespaceName(policy.namespace),
  name: policy.name,
});

/**
 * Who reaches whom among `endpoints` and the addresses outside. Pods of one owner are one row: it holds what they
 * share, the rest is a doubt that names the pods. No row from a workload to itself, and none between two that are not
 * `asked` about. Yields once per workload, so that a long walk can be driven in slices.
 */
export function* reach(
  endpoints: readonly PodEndpoint[],
  tiersFor: TiersFor,
  assumptions: Assumptions,
  asked: (end: PodEndpoint) => boolean = () => true,
): Generator<void, Reach> {
  const policies = policiesFor(endpoints, tiersFor);
  const outcomeOf = outcomes(endpoints, policies, tiersFor, assumptions);
  const owners = ownersOf(endpoints);
  // Only the policies of its pods tell apart the ends outside that an owner meets; other borders would be merged again.
  const outside = ({ members }: Owner, direction: Direction): ExternalEndpoint[] =>
    externalEndpoints(
      assumptions.ipFamilies,
      blocksInUse(
        governing(members, tiersFor, assumptions).map((policy) => only(policy, direction)),
      ),
    );
  const connections: ReachRow[] = [];
  const doubts: ReachDoubt[] = [];
  const text = (conns: Conns): string => formatConns(conns, assumptions.protocols);

  const add = (src: Party, dst: Party, { allowed, doubts: uncertain }: Outcome): void => {
    if (!isEmpty(allowed)) connections.push({ src, dst, conn: text(allowed) });
    for (const { conns, why, policy } of uncertain)
      doubts.push({ src, dst, conn: text(conns), why, policy: policy && policyName(policy) });
  };
  const incoming: (Outside & { readonly dst: Party })[] = [];
  const wanted = new Set(owners.filter(({ members }) => members.some(asked)));
  for (const owner of owners) {
    for (const other of wanted.has(owner) ? owners : wanted)
      if (other !== owner)
        add(owner.party, other.party, shared(owner.members, other.members, outcomeOf));
    yield;
    if (!wanted.has(owner)) continue;
    for (const { party, outcome } of merged(outside(owner, 'egress'), text, (end) =>
      shared(owner.members, [end], outcomeOf),
    ))
      add(owner.party, party, outcome);
    for (const part of merged(outside(owner, 'ingress'), text, (end) =>
      shared([end], owner.members, outcomeOf),
    ))
      incoming.push({ ...part, dst: owner.party });
  }
  for (const { party, dst, outcome } of incoming.sort(byAddress)) add(party, dst, outcome);
  return { connections, doubts, workloads: owners.length };
}

/** The policies that may select one of an owner's pods. */
const governing = (
  members: readonly PodEndpoint[],
  tiersFor: TiersFor,
  assumptions: Assumptions,
): IrPolicy[] =>
  policiesFor(members, tiersFor).filter(({ subject }) =>
    members.some((pod) => matchesPods(subject, pod, assumptions).truth !== 'no'),
  );

const policiesFor = (endpoints: readonly PodEndpoint[], tiersFor: TiersFor): IrPolicy[] => {
  const namespaces = new Set(endpoints.map(({ namespace }) => namespace.key));
  return [
    ...new Set(
      [...namespaces].flatMap((key) => tiersFor(key).flatMap(({ ranks }) => ranks.flat())),
    ),
  ];
};

const only = (policy: IrPolicy, direction: Direction): IrPolicy => ({
  ...policy,
  rules: policy.rules.filter((rule) => rule.direction === direction),
});

function ownersOf(endpoints: readonly PodEndpoint[]): Owner[] {
  const owners = new Map<string, PodEndpoint[]>();
  for (const end of endpoints) {
    const key = JSON.stringify([end.namespace.key, end.owner.name, end.owner.kind]);
    const members = owners.get(key);
    if (members === undefined) owners.set(key, [end]);
    else members.push(end);
  }
  return [...owners]
    .sort(([a], [b]) => compare(a, b))
    .map(([, members]) => {
      const { namespace, owner } = members[0]!;
      const party = { namespace: namespace.name, name: owner.name, workloadKind: owner.kind };
      return { party: { kind: 'workload', ...party }, members };
    });
}

/** What becomes of the connections between any two ends. */
function outcomes(
  endpoints: readonly PodEndpoint[],
  policies: readonly IrPolicy[],
  tiersFor: TiersFor,
  assumptions: Assumptions,
): (source: Endpoint, destination: Endpoint) => Outcome {
  const connectionOf = connector(
    classesOf(endpoints, policies, assumptions),
    tiersFor,
    assumptions,
  );
  const outcomeOf = derive(({ allowed, doubts }: Connection): Outcome => ({
    allowed,
    // Both ends may be in doubt for the same reason.
    doubts: joined(
      doubts.map(({ conns, why, because }) => ({
        conns,
        why: why.join('; '),
        policy: because.find(({ policy }) => policy !== null)?.policy ?? null,
      })),
    ),
  }));
  return (source, destination) => outcomeOf(connectionOf(source, destination));
}

/** What all pairs of the two ends' members share; what only some have is in doubt. */
function shared(
  sources: readonly Endpoint[],
  destinations: readonly Endpoint[],
  outcomeOf: (source: Endpoint, destination: Endpoint) => Outcome,
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

/** A part of the outside, and what becomes of its connections. */
interface Outside {
  readonly party: Party;
  readonly outcome: Outcome;
  /** Sorts parts by their addresses, IPv4 first. */
  readonly rank: string;
}

const byAddress = (a: Outside, b: Outside): number => compare(a.rank, b.rank);

const rankOf = (blocks: readonly Block[]): string =>
  mergeBlocks(blocks)
    .flatMap(({ family, first, last }) => [family, hex(first), hex(last)])
    .join(' ');

const hex = (address: bigint): string => address.toString(16).padStart(32, '0');

/** The outside in parts with equal connections, per family and in the order of addresses; doubts likewise. */
function merged(
  ends: readonly ExternalEndpoint[],
  text: (conns: Conns) => string,
  outcomeOf: (end: ExternalEndpoint) => Outcome,
): Outside[] {
  const groups = new Map<string, { readonly blocks: Block[]; readonly outcome: Outcome }>();
  const put = (key: string, end: ExternalEndpoint, outcome: Outcome): void => {
    const group = groups.get(`${end.family} ${key}`);
    if (group === undefined) groups.set(`${end.family} ${key}`, { blocks: [end], outcome });
    else group.blocks.push(end);
  };
  for (const end of ends) {
    const { allowed, doubts } = outcomeOf(end);
    if (!isEmpty(allowed)) put(text(allowed), end, { allowed, doubts: [] });
    for (const doubt of doubts)
      put(JSON.stringify([text(doubt.conns), doubt.why, doubt.policy?.name]), end, {
        allowed: NONE,
        doubts: [doubt],
      });
  }
  return [...groups.values()]
    .map(({ blocks, outcome }): Outside => ({
      party: { kind: 'external', cidrs: cidrsOf(blocks) },
      outcome,
      rank: rankOf(blocks),
    }))
    .sort(byAddress);
}
