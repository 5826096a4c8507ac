import { derive } from '../base/derive.ts';
import { netsOf } from './addresses.ts';
import type { Assumptions } from './assumptions.ts';
import { contains, parseAddress, type Block } from './cidr.ts';
import { blocksOfNodes } from './cilium/nodes.ts';
import { deniedByCilium, isGoverned } from './cilium/ownNode.ts';
import { ALL, isEmpty, subtract, type Conns } from './conns.ts';
import { isNode, type Endpoint, type PodEndpoint } from './endpoint.ts';
import type { Claim } from './claims.ts';
import type { Question } from './question.ts';
import type { Direction, IrPolicy, Tier } from './ir.ts';
import type { Truth } from './selector/selector.ts';

/** The `tier` of a Because without a policy: why connections are allowed that no policy decides. */
export const EXEMPT = {
  /** No policy speaks of them. */
  default: 'default',
  /** The end is outside the cluster. */
  outside: 'outside',
  /** The pod is part of its node. */
  hostNetwork: 'host network',
  /** The peer is the node of the pod. */
  sameNode: 'same node',
  /** The pod is its own peer. */
  loopback: 'loopback',
  /** Felix keeps the port of the host open. */
  failsafe: 'failsafe',
  /** The pod runs on the host. */
  ownPod: 'pod of the host',
  /** The host is that of the pod. */
  ownHost: 'host of the pod',
  /** Both are processes of one host. */
  sameHost: 'same host',
} as const;

/** An allow that comes from no policy; certain unless something would have to be known. */
export const exempt = (
  tier: (typeof EXEMPT)[keyof typeof EXEMPT],
  hit: Conns,
  ...why: string[]
): Claim => ({
  hit,
  verdict: 'allow',
  why,
  because: { tier, policy: null, rule: null, verdict: 'default' },
});

/**
 * What no policy can forbid (Kubernetes documentation, "Network Policies"): a pod reaches itself, a node reaches its
 * pods, and pods on the network of their node have no policies. An endpoint made from a template is many pods, on
 * nodes that are not known: there it is only a doubt.
 */
export function exemptions(
  { subject, peer, direction }: Question,
  assumptions: Assumptions,
  tiers: readonly Tier[],
): Claim[] {
  if (isNode(subject, assumptions)) {
    const guarding = policiesForNodes(tiers);
    const isGoverned = guarding.length > 0 || tiers.some(({ isolatesAll }) => isolatesAll);
    if (isGoverned && assumptions.hostFirewall === 'on')
      return onNodeOf(subject, peer, tiers, assumptions) === 'no'
        ? []
        : [
            exempt(
              EXEMPT.sameHost,
              ALL,
              'both may be on one node, and what a node sends to itself may pass no host firewall',
            ),
          ];
    const doubts = assumptions.hostFirewall === 'off' ? [] : hostClaims(guarding, direction);
    return [exempt(EXEMPT.hostNetwork, ALL), ...doubts];
  }
  if (subject === peer)
    return isTemplate(subject)
      ? [exempt(EXEMPT.loopback, ALL, 'each pod reaches itself, if not the others of its workload')]
      : [exempt(EXEMPT.loopback, ALL)];
  if (direction === 'egress') return [];
  const near = onNodeOf(subject, peer, tiers, assumptions);
  return near === 'no' ? [] : fromOwnNode({ subject, peer, direction }, assumptions, tiers, near);
}

/** What comes to a pod from a peer that is, or may be, its node. */
function fromOwnNode(
  question: Question,
  assumptions: Assumptions,
  tiers: readonly Tier[],
  near: 'yes' | 'unknown',
): Claim[] {
  if (assumptions.allowLocalhost === 'policy' && assumptions.enforcer !== 'calico') return [];
  const { surely, perhaps } = deniedByCilium(question, tiers, assumptions);
  const isOpen =
    tiers.some(({ isolatesAll }) => isolatesAll) && !isGoverned(question, tiers, assumptions);
  const unsure = [
    ...(near === 'unknown'
      ? ['a node always reaches its own pods, and both may be on one node']
      : []),
    ...(isOpen
      ? ['where Cilium isolates all pods, it may keep a node from those of no policy']
      : []),
  ];
  return [
    exempt(EXEMPT.sameNode, subtract(ALL, perhaps), ...unsure),
    exempt(
      EXEMPT.sameNode,
      subtract(perhaps, surely),
      ...unsure,
      'a node reaches its own pods unless a policy denies it',
    ),
  ].filter(({ hit }) => !isEmpty(hit));
}

/** Policies of Cilium's for nodes. */
const policiesForNodes = (tiers: readonly Tier[]): IrPolicy[] =>
  policiesIn(tiers).filter(({ subject }) => subject.onlyHosts);

/** The addresses of the nodes, as far as they are known, that a policy may be for, or that are isolated without one. */
export const nodesGuarded = derive((tiers: readonly Tier[]): readonly Block[] => [
  ...policiesForNodes(tiers).flatMap(({ subject }) => blocksOfNodes(subject)),
  ...nodesIn(tiers.filter(({ isolatesNodes }) => isolatesNodes)),
]);

const nodesIn = (tiers: readonly Tier[]): readonly Block[] =>
  netsOf(tiers.flatMap(({ nodes = [] }) => nodes)).map(({ block }) => block);

const nodesKnown = derive(nodesIn);

/** What policies for nodes may deny, where it is not known whether they are enforced. */
const hostClaims = (policies: readonly IrPolicy[], direction: Direction): Claim[] =>
  policies
    .filter(
      ({ isolates, rules }) =>
        isolates[direction] ||
        rules.some((rule) => rule.direction === direction && rule.verdict === 'deny'),
    )
    .map((policy) => ({
      hit: ALL,
      verdict: 'deny',
      why: ['policies hold for nodes only where Cilium runs its host firewall'],
      because: { tier: 'NetworkPolicy', policy, rule: null, verdict: 'isolated' },
    }));

const policiesIn = (tiers: readonly Tier[]): IrPolicy[] =>
  tiers.flatMap(({ ranks }) => ranks.flat());

const isTemplate = ({ name, owner }: PodEndpoint): boolean =>
  owner.kind !== 'Pod' && name === owner.name;

/**
 * Whether `peer` is the node that the pod runs on, or shares that node's network. Of a pod that may run anywhere it may be
 * any node that is known.
 */
export function onNodeOf(
  subject: PodEndpoint,
  peer: Endpoint,
  tiers: readonly Tier[],
  assumptions: Assumptions,
): Truth {
  const node = subject.hostAddress === null ? null : parseAddress(subject.hostAddress);
  if (peer.kind === 'external') {
    if (node !== null) return contains(node, peer) ? 'yes' : 'no';
    return nodesKnown(tiers).some((block) => contains(block, peer)) ? 'unknown' : 'no';
  }
  if (!isNode(peer, assumptions)) return 'no';
  const known = peer.hostAddress === null ? peer.addresses : [peer.hostAddress, ...peer.addresses];
  if (node === null || known.length === 0) return 'unknown';
  const addresses = known.map(parseAddress).filter((address) => address !== null);
  return addresses.some((address) => contains(node, address)) ? 'yes' : 'no';
}
