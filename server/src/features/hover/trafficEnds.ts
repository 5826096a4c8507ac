import { isNode, type PodEndpoint } from '../../policy/endpoint.ts';
import type { Direction, IrRule, Peer, PodPeer } from '../../policy/ir.ts';
import { EVERY_NAMESPACE, partsOf } from '../../policy/peers.ts';
import { portNames } from '../../policy/ports.ts';
import { matchesPods } from '../../policy/resolve.ts';
import { EVERYTHING } from '../../policy/selector/selector.ts';
import type { World } from '../../workspace/world.ts';
import { namespacesOf } from './selection.ts';

/*
 * The pods that the evaluator is asked about, so that a question about pods whose rules stay in their namespace reads no
 * other.
 */

/** How many pods of one peer, and of all together, the evaluator is asked about. */
const MOST_OF_PEER = 30;
const MOST_ASKED = 60;

/** All pods with policies of their own; null where they are too many to ask about. */
export function everyPod(world: World): readonly PodEndpoint[] | null {
  const pods: PodEndpoint[] = [];
  for (const { key } of world.namespaces()) {
    pods.push(
      ...world.inventory(key).pods.filter((pod) => !isNode(pod, world.settings.assumptions)),
    );
    if (pods.length > MOST_ASKED) return null;
  }
  return pods;
}

/** A peer of more pods than are asked about, and its rule. */
export interface WidePeer {
  readonly rule: IrRule;
  readonly peer: Peer;
}

/** The pods that rules speak of by selectors or, for everyone, by the name of a port; and the peers that are too wide. */
export function endsOf(
  rules: readonly IrRule[],
  direction: Direction,
  world: World,
): { readonly others: readonly PodEndpoint[]; readonly wide: readonly WidePeer[] } {
  const { assumptions } = world.settings;
  const others = new Set<PodEndpoint>();
  const wide: WidePeer[] = [];
  for (const rule of rules) {
    for (const peer of peersWithin(rule, direction)) {
      const found: PodEndpoint[] = [];
      const most = Math.min(MOST_OF_PEER, MOST_ASKED - others.size);
      for (const { key } of namespacesOf(peer.namespaces, world).possible) {
        if (found.length > most) break;
        for (const pod of world.inventory(key).pods)
          if (matchesPods(peer, pod, assumptions).truth !== 'no') found.push(pod);
      }
      if (found.length > most) wide.push({ rule, peer });
      else for (const pod of found) others.add(pod);
    }
  }
  return { others: [...others].filter((pod) => !isNode(pod, assumptions)), wide };
}

/** The pods that a rule speaks of. Port names make everyone's pods differ, so there they are asked about, too. */
function peersWithin(
  { peers, ports, span }: IrRule,
  direction: Direction,
): readonly (PodPeer & Peer)[] {
  const everyPodPeer = {
    kind: 'pods',
    namespaces: EVERY_NAMESPACE,
    pods: EVERYTHING,
    span,
  } as const;
  if (peers !== 'everyone')
    return peers.flatMap(partsOf).flatMap((part): (PodPeer & Peer)[] => {
      switch (part.kind) {
        case 'pods':
          return [part];
        case 'entities':
          return part.entities.includes('cluster') ? [everyPodPeer] : [];
        case 'service':
          return part.known === null ? [everyPodPeer] : [{ ...part.known.pods, span }];
        case 'services':
          return part.known?.map((pods) => ({ ...pods, span })) ?? [everyPodPeer];
        default:
          return [];
      }
    });
  return direction === 'egress' && portNames(ports).length > 0 ? [everyPodPeer] : [];
}
