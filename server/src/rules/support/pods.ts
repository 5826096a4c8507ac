import { derive } from '../../base/derive.ts';
import type { Assumptions } from '../../policy/assumptions.ts';
import type { PodEndpoint } from '../../policy/endpoint.ts';
import type { IrRule, Peer, PodPeer } from '../../policy/ir.ts';
import { matchesPods } from '../../policy/resolve.ts';
import { code, count, listFew } from '../../policy/print.ts';
import type { Selected } from '../../workspace/selected.ts';
import type { Inventory, Service } from '../../workspace/world.ts';
import { isEveryPod } from './meets.ts';

/**
 * The pods on the host network that a peer or subject speaks of by its labels, whether or not plugins can find them.
 * Those of contradicting manifests are among them, so that reading fewer files never shows more.
 */
export function hostPodsOf(
  { namespaces, pods, vocabulary }: PodPeer,
  world: Inventory,
): readonly PodEndpoint[] {
  const assumptions = withOrdinaryHosts(world.settings.assumptions);
  const peer: PodPeer = { kind: 'pods', namespaces, pods, ...(vocabulary && { vocabulary }) };
  return world
    .hostPods(namespaces)
    .filter((pod) => matchesPods(peer, pod, assumptions).truth === 'yes');
}

/** The assumptions under which selectors find pods on the host network like any other. */
const withOrdinaryHosts = derive((assumptions: Assumptions): Assumptions => ({
  ...assumptions,
  hostNetworkPods: 'ordinary',
}));

/**
 * The most that all peers of a rule select together; null where the rule speaks of ends unknown here: of more than pods, or
 * of all pods of all namespaces, as those of the cluster itself, such as its DNS, stand in no workspace. Network sets have
 * no ports and no part in it.
 */
export function podsOfRule(
  rule: Pick<IrRule, 'peers' | 'unsure'>,
  world: Inventory,
): Selected | null {
  if (rule.peers === 'everyone' || rule.unsure !== null) return null;
  const all: Selected[] = [];
  for (const peer of rule.peers) {
    const pods = podPeersIn(peer);
    if (pods === null || pods.some(isEveryPod)) return null;
    all.push(...pods.map((part) => world.podsOf(part)));
  }
  return {
    pods: [...new Set(all.flatMap(({ pods }) => pods))],
    open: all.some(({ open }) => open),
  };
}

/** The pods among which those of a peer are; null where it may be others, too. */
function podPeersIn(peer: Peer): readonly (PodPeer & Peer)[] | null {
  switch (peer.kind) {
    case 'pods':
      return [peer];
    case 'sets':
      return [];
    case 'any': {
      const parts = peer.of.map(podPeersIn);
      return parts.every((part) => part !== null) ? parts.flat() : null;
    }
    case 'all':
      return peer.of.map(podPeersIn).find((part) => part !== null) ?? null;
    default:
      return null;
  }
}

/** Whether a Service sends connections to a pod. */
export const isBehind = ({ selector, namespace }: Service, pod: PodEndpoint): boolean =>
  namespace === pod.namespace.key &&
  selector !== null &&
  Object.entries(selector).every(([key, value]) => pod.labels[key] === value);

/** "2 workloads", or the one workload by its name. */
export const workloadsText = (pods: readonly PodEndpoint[]): string => {
  const owners = ownersOf(pods);
  return owners.length === 1 ? `\`${owners[0]!}\`` : count(owners.length, 'workload');
};

/** The names of workloads, at most three, as code: "`web`, `db` and 4 others". */
export const namesText = (pods: readonly PodEndpoint[]): string =>
  listFew(ownersOf(pods).map(code));

const ownersOf = (pods: readonly PodEndpoint[]): string[] => [
  ...new Set(pods.map(({ owner }) => owner.name)),
];
