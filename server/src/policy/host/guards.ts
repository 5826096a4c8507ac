import { OTHER_SIDE } from '../ir.ts';
import type { Assumptions } from '../assumptions.ts';
import { derive, numbering } from '../../base/derive.ts';
import { decided, type Connection } from '../connect.ts';
import { ALL, intersect, isEmpty, subtract, union } from '../conns.ts';
import type { Endpoint, HostEndpoint, PodEndpoint } from '../endpoint.ts';
import { EXEMPT, exempt } from '../exemptions.ts';
import type { Answer, Direction, Tier } from '../ir.ts';
import { code, count, endpointText, list, policyText } from '../print.ts';
import { whichever } from './answers.ts';
import { arriving, forwards, leaving, within, type Passage } from './forward.ts';
import { isOrdinaryPod } from './pods.ts';
import { alike, hostsAt, metAt, sharesNode, type Hosts } from './hosts.ts';
import { answerOfHost, tiersFor } from './processes.ts';

/** The word that hosts have on a connection, besides the policies of its pods. */
export interface Guard {
  /** The end of the connection that it is told of. */
  readonly side: Direction;
  /** The direction of the policies that have a say. */
  readonly direction: Direction;
  /** The hosts that the end is, or may be, a process of, or that forward the connection. */
  readonly hosts: readonly [HostEndpoint, ...HostEndpoint[]];
  /** That it is not known which of them it is, as a clause, and what that leaves open; null where it surely is the only one. */
  readonly unsure: { readonly which: string; readonly why: string } | null;
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
    return isOrdinaryPod(end)
      ? onTheWay(end, peer, direction, hosts, assumptions)
      : (atEnd(end, peer, direction, hosts, assumptions) ?? []);
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
  // Of very many that an end may be at, those alike say the same.
  const asked = (['yes', 'no', 'unknown'] as const).flatMap((near) =>
    alike(
      hosts,
      met.flatMap(({ host }) => (sharesNode(host, peer, hosts) === near ? [host] : [])),
    ),
  );
  const answers = asked.map((host) =>
    answerOfHost(metAt(host, end), peer, direction, hosts, assumptions),
  );
  const surely = met.some((one) => one.surely);
  const names = namesOf([first, ...others]);
  const which = surely
    ? `${names} are at ${endpointText(end)}, and which of them has the word is not known here`
    : `${endpointText(end)} may be a process of ${names}, as its node is not known here`;
  const why = `${which}, and not all of them allow this`;
  return {
    side: direction,
    direction,
    hosts: [first, ...others],
    unsure: surely && others.length === 0 ? null : { which, why },
    answer: whichever([...answers, ...(surely ? [] : [UNGUARDED])], why),
    tiers: tiersFor(first, direction, hosts),
  };
}

/** The word of the hosts that forward a connection of a pod. */
function onTheWay(
  pod: PodEndpoint,
  peer: Endpoint,
  direction: Direction,
  hosts: Hosts,
  assumptions: Assumptions,
): readonly Guard[] {
  if (!forwards(hosts)) return [];
  const isSource = direction === 'egress';
  const passages = (isSource ? leaving : arriving)(pod, peer, hosts, assumptions);
  const inside = within(pod, peer, isSource, hosts, assumptions);
  return [
    ...forwarding(passages, direction, direction, hosts),
    ...forwarding(inside, direction, OTHER_SIDE[direction], hosts),
  ];
}

/** The word of the hosts that a connection may pass; none where they say nothing. Equal ones are one object. */
function forwarding(
  passages: readonly Passage[],
  side: Direction,
  direction: Direction,
  hosts: Hosts,
): readonly Guard[] {
  const { number, guards } = rememberedOf(hosts);
  const key = JSON.stringify([
    side,
    direction,
    passages.map(({ host, answer, surely, others }) => [host.name, number(answer), surely, others]),
  ]);
  let found = guards.get(key);
  if (found === undefined) guards.set(key, (found = said(passages, side, direction, hosts)));
  return found;
}

const rememberedOf = derive(
  (): {
    readonly number: (answer: Answer) => number;
    readonly guards: Map<string, readonly Guard[]>;
  } => ({ number: numbering(), guards: new Map() }),
);

function said(
  passages: readonly Passage[],
  side: Direction,
  direction: Direction,
  { lists }: Hosts,
): readonly Guard[] {
  const [first, ...others] = passages.filter(({ answer }) => speaks(answer));
  if (first === undefined) return [];
  const all = [first, ...others];
  const surely = passages.some((one) => one.surely);
  const policies = new Set(all.flatMap(({ answer }) => namedIn(answer)));
  // One may be the last on the way and the first.
  const alone = new Map(all.map(({ host, others: alike }) => [host, alike]));
  const which = `it may pass ${namesOf(
    [...alone.keys()],
    [...alone.values()].reduce((sum, some) => sum + some, 0),
  )}`;
  const why = `${which}, where ${policies.size === 0 ? 'policies' : list([...policies])} may deny it`;
  return [
    {
      side,
      direction,
      hosts: [first.host, ...others.map(({ host }) => host)],
      unsure: surely && passages.length === 1 ? null : { which, why },
      answer: whichever(
        [...passages.map(({ answer }) => answer), ...(surely ? [] : [UNGUARDED])],
        why,
      ),
      tiers: [...(direction === 'ingress' ? lists.preDNAT : []), ...lists.forward],
    },
  ];
}

/** Whether a policy has a word in an answer. */
const speaks = ({ decisions, doubts }: Answer): boolean =>
  doubts.length > 0 ||
  decisions.some(({ because }) => because.some(({ policy }) => policy !== null));

/** The policies that keep an answer from being an allow. */
const namedIn = ({ decisions, doubts }: Answer): readonly string[] =>
  [...decisions.filter(({ verdict }) => verdict === 'deny'), ...doubts].flatMap(({ because }) =>
    because.flatMap(({ policy }) => (policy === null ? [] : [policyText(policy)])),
  );

/** How many hosts are named before the rest is counted. */
const MOST_HOSTS = 4;

/** Hosts by their names; `others` are alike, and not among them. */
function namesOf(hosts: readonly HostEndpoint[], others = 0): string {
  const unnamed = hosts.length - MOST_HOSTS;
  const shown = unnamed > 1 ? hosts.slice(0, MOST_HOSTS) : hosts;
  const more = hosts.length - shown.length + others;
  const names = shown.map(({ name }) => code(name));
  return `${hosts.length + others === 1 ? 'HostEndpoint' : 'HostEndpoints'} ${list(more > 0 ? [...names, count(more, 'other')] : names)}`;
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
      ...guards.flatMap(({ answer, side }) =>
        answer.doubts.map((doubt) => ({ ...doubt, direction: side })),
      ),
    ]
      .map((doubt) => ({ ...doubt, conns: subtract(doubt.conns, denied) }))
      .filter(({ conns }) => !isEmpty(conns)),
  };
}
