import { derive2 } from '../base/derive.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import type { Assumptions } from './assumptions.ts';
import { overlaps } from './cidr.ts';
import { ALL, NONE, intersect, isEmpty, subtract, union, type Conns } from './conns.ts';
import type { Endpoint, ExternalEndpoint, PodEndpoint } from './endpoint.ts';
import { decide } from './evaluate.ts';
import { EXEMPT, exempt, nodesGuarded } from './exemptions.ts';
import type { Hosts } from './host/hosts.ts';
import type { HttpRequest } from './http.ts';
import type { Answer, Decision, Direction, Doubt, Tier } from './ir.ts';
import { resolverOf, type Resolver } from './resolver.ts';

/** All that can govern the pods of a namespace, in the order in which tiers have the word. */
export type TiersFor = (namespace: NamespaceKey) => readonly Tier[];

/** All that decides who reaches whom. */
export interface Cluster {
  readonly endpoints: readonly PodEndpoint[];
  readonly tiersFor: TiersFor;
  /** The hosts that Calico guards; null or absent where there are none. */
  readonly hosts?: Hosts | null;
}

/** A doubt, and the side of the connection whose policies leave it. */
export type SidedDoubt = Doubt & { readonly direction: Direction };

/** What becomes of every connection from one end to another. The three parts are disjoint and together everything. */
export interface Connection {
  readonly allowed: Conns;
  readonly denied: Conns;
  /** What both sides leave uncertain may be told twice, once for each side. */
  readonly doubts: readonly SidedDoubt[];
  /** The word of the source's side. */
  readonly egress: Answer;
  /** The word of the destination's side. */
  readonly ingress: Answer;
}

/**
 * The word of an end outside the cluster, beside a peer: it has no policies, and only the pod's
 * side counts, unless it is a node that policies may be for.
 */
export const outside = (
  end: ExternalEndpoint,
  peer: Endpoint,
  tiersFor: TiersFor,
  { hostFirewall }: Assumptions,
): Answer =>
  hostFirewall !== 'off' &&
  peer.kind === 'pods' &&
  nodesGuarded(tiersFor(peer.namespace.key)).some((block) => overlaps(block, end))
    ? NODE
    : OUTSIDE;

const OUTSIDE: Answer = {
  decisions: [{ conns: ALL, verdict: 'allow', because: [exempt(EXEMPT.outside, ALL).because] }],
  doubts: [],
};

const NODE: Answer = {
  decisions: [],
  doubts: [
    { conns: ALL, why: ['it is a node, and policies for nodes may deny this'], because: [] },
  ],
};

/**
 * Both ends of a connection: it needs the source's egress and the destination's ingress (Kubernetes documentation,
 * "The two sorts of pod isolation").
 */
export function connect(
  source: Endpoint,
  destination: Endpoint,
  tiersFor: TiersFor,
  assumptions: Assumptions,
  resolver: Resolver = resolverOf(assumptions),
  request?: HttpRequest,
): Connection {
  const side = (subject: Endpoint, peer: Endpoint, direction: Direction): Answer =>
    subject.kind === 'external'
      ? outside(subject, peer, tiersFor, assumptions)
      : decide(
          tiersFor(subject.namespace.key),
          { subject, peer, direction, ...(request !== undefined && { request }) },
          assumptions,
          resolver,
        );
  return joined(side(source, destination, 'egress'), side(destination, source, 'ingress'));
}

/** What both ends together say; the same object for the same two answers. */
export const joined = derive2((egress: Answer, ingress: Answer): Connection => {
  const denied = union(decided(egress, 'deny'), decided(ingress, 'deny'));
  const sided = (answer: Answer, direction: Direction): SidedDoubt[] =>
    answer.doubts
      .map((doubt) => ({ ...doubt, direction, conns: subtract(doubt.conns, denied) }))
      .filter(({ conns }) => !isEmpty(conns));
  return {
    allowed: intersect(decided(egress, 'allow'), decided(ingress, 'allow')),
    denied,
    doubts: [...sided(egress, 'egress'), ...sided(ingress, 'ingress')],
    egress,
    ingress,
  };
});

/** The connections of an answer that certainly have a verdict. */
export const decided = (answer: Answer, verdict: Decision['verdict']): Conns =>
  answer.decisions
    .filter((decision) => decision.verdict === verdict)
    .reduce((total, { conns }) => union(total, conns), NONE);
