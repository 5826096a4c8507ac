import { derive } from '../base/derive.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import type { Assumptions } from './assumptions.ts';
import { compare } from '../base/order.ts';
import type { Cluster } from './connect.ts';
import { NONE, isEmpty, type Conns } from './conns.ts';
import type { Endpoint, ExternalEndpoint, HostEndpoint, PodEndpoint } from './endpoint.ts';
import { formatConns } from './format.ts';
import type { Direction, IrPolicy } from './ir.ts';
import { judgeOf, shared, type Outcome } from './outcome.ts';
import { byAddress, merged, type Outside } from './outside.ts';
import { governing, hostPoliciesOf, outsideOf, ownersOf } from './owners.ts';
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

/**
 * Who reaches whom: workloads by namespace, name and kind, then hosts, then addresses. Nothing is said of pairs without
 * a row.
 */
export interface Reach {
  readonly connections: readonly ReachRow[];
  readonly doubts: readonly ReachDoubt[];
  /** How many workloads there are, those included that were not asked about. */
  readonly workloads: number;
  /** How many hosts are ends of rows. */
  readonly hosts: number;
  /** The namespaces of the workloads in the rows, by which those of one name are told apart where theirs has none. */
  readonly homes: ReadonlyMap<Party, NamespaceKey>;
}

/** Of what rows are told. */
interface Told {
  /** Rows between two ends that are not asked about are left out. */
  readonly asked?: (end: PodEndpoint | HostEndpoint) => boolean;
  /** Whether hosts are ends of rows, too. */
  readonly withHosts?: boolean;
}

/** What is an end of rows by its name, and all that it stands for. */
interface Named {
  readonly party: Party;
  readonly members: readonly Endpoint[];
  readonly isAsked: boolean;
  /** The policies by whose blocks of addresses the outside is cut for it. */
  readonly policies: () => readonly IrPolicy[];
}

/**
 * Who reaches whom among the endpoints of a cluster and the addresses outside. Pods of one owner are one row: it holds what
 * they share, the rest is a doubt that names the pods. No row from an end to itself. Yields once per end, so that a long
 * walk can be driven in slices.
 */
export function* reach(
  cluster: Cluster,
  assumptions: Assumptions,
  { asked = () => true, withHosts = false }: Told = {},
): Generator<void, Reach> {
  const judge = judgeOf(cluster, assumptions);
  const owners = [...ownersOf(cluster.endpoints).values()];
  const forHosts = hostPoliciesOf(cluster);
  const hosts = withHosts ? hostsOf(cluster, assumptions, asked) : [];
  const ends: readonly Named[] = [
    ...owners.map(({ party, members }) => ({
      party,
      members,
      isAsked: members.some(asked),
      policies: () => [...governing(members, cluster.tiersFor, assumptions), ...forHosts],
    })),
    ...hosts,
  ];
  const outside = ({ policies }: Named, direction: Direction): ExternalEndpoint[] =>
    outsideOf(policies(), direction, assumptions);
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
  const wanted = new Set(ends.filter(({ isAsked }) => isAsked));
  for (const owner of ends) {
    for (const other of wanted.has(owner) ? ends : wanted)
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
  return { connections, doubts, workloads: owners.length, hosts: hosts.length, homes };
}

/** The hosts whose addresses are known, by name. */
function hostsOf(
  cluster: Cluster,
  { ipFamilies }: Assumptions,
  asked: (end: HostEndpoint) => boolean,
): readonly Named[] {
  const { endpoints = [] } = cluster.hosts ?? {};
  const names = new Set(endpoints.map(({ name }) => name));
  return [...names].sort(compare).flatMap((name): readonly Named[] => {
    const same = endpoints.filter((host) => host.name === name);
    const members = same
      .flatMap(({ addresses }) => addresses)
      .filter(({ family }) => ipFamilies.includes(family))
      .map((block): Endpoint => ({ kind: 'external', ...block }));
    return members.length === 0
      ? []
      : [
          {
            party: { kind: 'host', name },
            members,
            isAsked: same.some(asked),
            policies: () => hostPoliciesOf(cluster),
          },
        ];
  });
}
