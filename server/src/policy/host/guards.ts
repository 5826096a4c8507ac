import type { Assumptions } from '../assumptions.ts';
import { decided, type Connection } from '../connect.ts';
import { ALL, intersect, isEmpty, subtract, union } from '../conns.ts';
import type { Endpoint, HostEndpoint } from '../endpoint.ts';
import { EXEMPT, exempt } from '../exemptions.ts';
import type { Answer, Direction, Tier } from '../ir.ts';
import { code, count, endpointText, list } from '../print.ts';
import { whichever } from './answers.ts';
import { hostsAt, metAt, type Hosts } from './hosts.ts';
import { answerOfHost, tiersFor } from './processes.ts';

/** The word that hosts have on a connection, besides the policies of its pods. */
export interface Guard {
  readonly direction: Direction;
  /** The hosts that the end is, or may be, a process of. */
  readonly hosts: readonly [HostEndpoint, ...HostEndpoint[]];
  /** Which of them it is not known to be, as a clause; null where it surely is the only one. */
  readonly unsure: string | null;
  readonly answer: Answer;
  /** The tiers that had a say, in their order. */
  readonly tiers: readonly Tier[];
}

/** The hosts that have a word on a connection from one end to another, and what each says. */
export const guardsOf = (
  source: Endpoint,
  destination: Endpoint,
  hosts: Hosts,
  assumptions: Assumptions,
): readonly Guard[] =>
  (['egress', 'ingress'] as const).flatMap((direction) => {
    const [end, peer] = direction === 'egress' ? [source, destination] : [destination, source];
    return atEnd(end, peer, direction, hosts, assumptions) ?? [];
  });

/** What is said of a node that Calico guards by no HostEndpoint. */
const UNGUARDED: Answer = {
  decisions: [{ conns: ALL, verdict: 'allow', because: [exempt(EXEMPT.outside, ALL).because] }],
  doubts: [],
};

/** The word of the hosts that an end is, or may be, a process of; null where it is of none. */
function atEnd(
  end: Endpoint,
  peer: Endpoint,
  direction: Direction,
  hosts: Hosts,
  assumptions: Assumptions,
): Guard | null {
  const met = hostsAt(end, hosts);
  const [first, ...others] = met.map(({ host }) => metAt(host, end));
  if (first === undefined) return null;
  const answerOf = (host: HostEndpoint): Answer =>
    answerOfHost(host, peer, direction, hosts, assumptions);
  const surely = met.some((one) => one.surely);
  const names = namesOf([first, ...others]);
  const why = surely
    ? `${names} are at ${endpointText(end)}, and which of them has the word is not known here`
    : `${endpointText(end)} may be a process of ${names}, as its node is not known here`;
  return {
    direction,
    hosts: [first, ...others],
    unsure: surely && others.length === 0 ? null : why,
    answer: whichever(
      [answerOf(first), ...others.map(answerOf), ...(surely ? [] : [UNGUARDED])],
      why,
    ),
    tiers: tiersFor(first, direction, hosts),
  };
}

/** How many hosts are named before the rest is counted. */
const MOST_HOSTS = 4;

function namesOf(hosts: readonly HostEndpoint[]): string {
  const more = hosts.length - MOST_HOSTS;
  const shown = (more > 1 ? hosts.slice(0, MOST_HOSTS) : hosts).map(({ name }) => code(name));
  return `${hosts.length === 1 ? 'HostEndpoint' : 'HostEndpoints'} ${list(more > 1 ? [...shown, count(more, 'other')] : shown)}`;
}

/** A connection that hosts have a word on, too: each has to allow it. */
export function guarded(connection: Connection, guards: readonly Guard[]): Connection {
  if (guards.length === 0) return connection;
  const denied = guards.reduce(
    (sum, { answer }) => union(sum, decided(answer, 'deny')),
    connection.denied,
  );
  return {
    ...connection,
    allowed: guards.reduce(
      (left, { answer }) => intersect(left, decided(answer, 'allow')),
      connection.allowed,
    ),
    denied,
    doubts: [
      ...connection.doubts,
      ...guards.flatMap(({ answer, direction }) =>
        answer.doubts.map((doubt) => ({ ...doubt, direction })),
      ),
    ]
      .map((doubt) => ({ ...doubt, conns: subtract(doubt.conns, denied) }))
      .filter(({ conns }) => !isEmpty(conns)),
  };
}
