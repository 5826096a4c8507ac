import type { NamespaceInfo, PodEndpoint } from '../../policy/endpoint.ts';
import type { Namespaces, Peer, PodPeer } from '../../policy/ir.ts';
import type { Match } from '../../policy/match.ts';
import { matchesNamespace, matchesPeers, matchesPods } from '../../policy/resolve.ts';
import type { Inventory } from '../../workspace/world.ts';

/** What a subject or peer selects, as far as the workspace tells. */
export interface Selection {
  /** Those that it surely selects. */
  readonly pods: readonly PodEndpoint[];
  /** Those that it may select, and why that is not certain, as clauses. */
  readonly perhaps: readonly PodEndpoint[];
  readonly why: readonly string[];
  /** How many namespaces were looked into that hold pods at all, and how many pods they hold. */
  readonly looked: { readonly namespaces: number; readonly pods: number };
}

/** Finds what a subject or peer selects; namespaces that it cannot speak of are not looked into. */
export function selectionOf(peer: PodPeer, world: Inventory): Selection {
  return selectionWhere(
    (pod) => matchesPods(peer, pod, world.settings.assumptions),
    namespacesOf(peer.namespaces, world).possible,
    world,
  );
}

/** Finds the pods that a peer of any form matches. */
export function metBy(peer: Peer, world: Inventory): Selection {
  return peer.kind === 'pods'
    ? selectionOf(peer, world)
    : selectionWhere(
        (pod) => matchesPeers([peer], pod, world.settings.assumptions),
        world.namespaces(),
        world,
      );
}

/** Finds the pods of some namespaces that match. */
function selectionWhere(
  matchOf: (pod: PodEndpoint) => Match,
  namespaces: readonly NamespaceInfo[],
  world: Inventory,
): Selection {
  const [pods, perhaps, why] = [[] as PodEndpoint[], [] as PodEndpoint[], new Set<string>()];
  const looked = { namespaces: 0, pods: 0 };
  for (const { key } of namespaces) {
    const inside = world.inventory(key);
    if (inside.unsure !== null) why.add(inside.unsure);
    if (inside.pods.length > 0) looked.namespaces++;
    looked.pods += inside.pods.length;
    for (const pod of inside.pods) {
      const match = matchOf(pod);
      if (match.truth === 'no') continue;
      if (match.truth === 'yes' && !pod.unsure) pods.push(pod);
      else perhaps.push(pod);
      for (const clause of match.why) why.add(clause);
      if (pod.unsure) why.add(pod.unsure);
    }
  }
  return { pods, perhaps, why: [...why], looked };
}

/** The namespaces that a subject or peer speaks of: those known to be among them, and with these the possible ones. */
export function namespacesOf(
  namespaces: Namespaces,
  world: Inventory,
): { readonly certain: readonly NamespaceInfo[]; readonly possible: readonly NamespaceInfo[] } {
  if (namespaces.kind === 'own') {
    const own = [world.inventory(namespaces.namespace).info];
    return { certain: own, possible: own };
  }
  const { assumptions } = world.settings;
  const [certain, possible] = [[] as NamespaceInfo[], [] as NamespaceInfo[]];
  for (const info of world.namespaces()) {
    const { truth } = matchesNamespace(namespaces, info, assumptions);
    if (truth !== 'no') possible.push(info);
    if (truth === 'yes') certain.push(info);
  }
  return { certain, possible };
}
