import { derive } from '../base/derive.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import type { Assumptions } from './assumptions.ts';
import type { TiersFor } from './connect.ts';
import { NONE, isEmpty, type Conns } from './conns.ts';
import type { ExternalEndpoint, PodEndpoint } from './endpoint.ts';
import { formatConns } from './format.ts';
import type { Direction } from './ir.ts';
import { judgeOf, shared, type Outcome } from './outcome.ts';
import { byAddress, merged, type Outside } from './outside.ts';
import { governing, outsideOf, ownersOf, type Owner } from './owners.ts';
import { policyName, type Party, type PolicyName } from './party.ts';

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
  /** The namespaces of the workloads in the rows, by which those of one name are told apart where theirs has none. */
  readonly homes: ReadonlyMap<Party, NamespaceKey>;
}

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
  const judge = judgeOf(endpoints, tiersFor, assumptions);
  const owners = [...ownersOf(endpoints).values()];
  const outside = ({ members }: Owner, direction: Direction): ExternalEndpoint[] =>
    outsideOf(governing(members, tiersFor, assumptions), direction, assumptions);
  const connections: ReachRow[] = [];
  const doubts: ReachDoubt[] = [];
  const text = derive((conns: Conns): string => formatConns(conns, assumptions.protocols));

  const add = (src: Party, dst: Party, { allowed, doubts: uncertain }: Outcome): void => {
    if (!isEmpty(allowed)) connections.push({ src, dst, conn: text(allowed) });
    for (const { conns, why, policy } of uncertain)
      doubts.push({ src, dst, conn: text(conns), why, policy: policy && policyName(policy) });
  };
  /** What is allowed, and each doubt, so that one doubt is told of all addresses that share it. */
  const tell = function* ({ allowed, doubts: unsure }: Outcome): Generator<[string, Outcome]> {
    if (!isEmpty(allowed)) yield [text(allowed), { allowed, doubts: [] }];
    for (const doubt of unsure) {
      const key = JSON.stringify([text(doubt.conns), doubt.why, doubt.policy?.name]);
      yield [key, { allowed: NONE, doubts: [doubt] }];
    }
  };
  const incoming: (Outside<Outcome> & { readonly dst: Party })[] = [];
  const wanted = new Set(owners.filter(({ members }) => members.some(asked)));
  for (const owner of owners) {
    for (const other of wanted.has(owner) ? owners : wanted)
      if (other !== owner)
        add(owner.party, other.party, shared(owner.members, other.members, judge));
    yield;
    if (!wanted.has(owner)) continue;
    for (const { party, told } of merged(outside(owner, 'egress'), (end) =>
      tell(shared(owner.members, [end], judge)),
    ))
      add(owner.party, party, told);
    for (const part of merged(outside(owner, 'ingress'), (end) =>
      tell(shared([end], owner.members, judge)),
    ))
      incoming.push({ ...part, dst: owner.party });
  }
  for (const { party, dst, told } of incoming.sort(byAddress)) add(party, dst, told);
  const homes = new Map<Party, NamespaceKey>(
    owners.map(({ party, members }) => [party, members[0]!.namespace.key]),
  );
  return { connections, doubts, workloads: owners.length, homes };
}
