import { isUnnamed } from '../../model/namespace.ts';
import type { Direction, IrPolicy, IrRule, Peer, PodPeer } from '../../policy/ir.ts';
import { podsText } from '../../policy/print.ts';
import { matchesNamespace } from '../../policy/resolve.ts';
import { neverMatches } from '../../policy/selector/implies.ts';
import { isEverything } from '../../policy/selector/selector.ts';
import { KUBERNETES_NAME } from '../../policy/vocabulary.ts';
import type { World } from '../../workspace/world.ts';
import { ciliumBeside } from './ciliumPolicies.ts';
import { coversPods } from './covers.ts';
import { podsCanMeet, portsCanMeet } from './meets.ts';
import { onePerObject } from './policies.ts';
import { canMeet, meeting } from './specificity.ts';

/*
 * Whether the other end of a connection is shut to it, decided from the labels that policies ask for: so it can be told where
 * nobody knows the pods, as where charts bring them.
 */

/** What one entry of a rule lets through: a peer to or from the subject of its policy. */
export interface Entry {
  readonly own: IrPolicy;
  readonly rule: IrRule;
  readonly peer: PodPeer;
}

/** The policies that deny at the other end all that an entry allows, and the two ends in words. */
export interface Shut {
  readonly by: readonly IrPolicy[];
  readonly here: string;
  readonly there: string;
}

/** The direction in which the other end looks at a connection. */
export const opposite = (direction: Direction): Direction =>
  direction === 'ingress' ? 'egress' : 'ingress';

/**
 * The policies that isolate all pods which a peer of a NetworkPolicy's can be in its one namespace, where none for such pods
 * could let the entry through; else null.
 */
export function shutByLabels({ own, rule, peer }: Entry, key: string, world: World): Shut | null {
  // A peer of all pods names nobody whose other end its author could have forgotten.
  if (isEverything(peer.pods) || world.inventory(key).unsure !== null) return null;
  // Calico's policies may let it through before those of Kubernetes are asked, and Cilium's beside them.
  if (world.calicoPolicies(key).length + world.ciliumPolicies(key).length > 0) return null;
  const local: PodPeer = { ...peer, namespaces: { kind: 'own', namespace: key } };
  const policies = meeting(world.policies(key), local);
  if (policies.some(({ unsure }) => unsure !== null)) return null;
  const direction = opposite(rule.direction);
  const by = policies.filter(
    ({ isolates, subject }) => isolates[direction] && coversPods(subject, local),
  );
  const lets = policies.some(({ rules }) =>
    rules.some((other) => other.direction === direction && mayMeet(other, { own, rule }, world)),
  );
  return by.length === 0 || lets
    ? null
    : { by, here: podsText(own.subject), there: podsText(peer) };
}

/**
 * The same of a peer of Cilium's, whose policies and those of Kubernetes add up. Those of no namespace count as possible
 * allows wherever they may be applied, and as isolation only in the file that says so.
 */
export function shutByLabelsInCilium({ own, rule, peer }: Entry, world: World): Shut | null {
  if (neverMatches(own.subject.pods) || neverMatches(peer.pods)) return null;
  const keys = world.spokenOf(peer.namespaces);
  if (keys.some((key) => world.policies(key).length + world.calicoPolicies(key).length > 0))
    return null;
  const policies = ciliumBeside(peer, world);
  if (policies.some(({ unsure }) => unsure !== null)) return null;
  const direction = opposite(rule.direction);
  const by = policies.filter(
    ({ isolates, subject, place }) =>
      isolates[direction] &&
      coversPods(subject, peer) &&
      (place.uri === own.place.uri || [own.subject, subject].every(isWhereItSays)),
  );
  // What a rule denies was meant to be denied.
  const isSpokenOf = policies.some(({ rules }) =>
    rules.some(
      (other) =>
        other.direction === direction &&
        portsCanMeet(other.ports, rule.ports) &&
        (other.unsure !== null ||
          other.peers === 'everyone' ||
          other.peers.some((one) => mayBe(one, own.subject))),
    ),
  );
  return by.length === 0 || isSpokenOf
    ? null
    : { by: onePerObject(by), here: podsText(own.subject), there: podsText(peer) };
}

/** Whether the pods of a subject are in a namespace of a known name, or in whichever: not where somebody applies them later. */
const isWhereItSays = ({ namespaces }: PodPeer): boolean =>
  namespaces.kind !== 'own' || !isUnnamed(namespaces.namespace);

/** Whether some pod of a subject may be one of a peer of Cilium's, for which pods are none of what is outside the cluster. */
function mayBe(peer: Peer, subject: PodPeer): boolean {
  switch (peer.kind) {
    case 'pods':
      return isWhereItSays(subject) && isWhereItSays(peer)
        ? podsCanMeet(peer, subject)
        : canMeet(peer, subject);
    case 'entities':
      return peer.entities.some((entity) => entity === 'cluster' || entity === 'cluster-mesh');
    case 'addresses':
      return peer.outside === undefined;
    case 'names':
    case 'sets':
      return peer.vocabulary !== 'cilium';
    default:
      return true;
  }
}

/** The one namespace that a peer speaks of; null where that depends on labels. */
export function onlyNamespace({ namespaces }: PodPeer): string | null {
  if (namespaces.kind === 'own') return namespaces.namespace;
  const { selector } = namespaces;
  const pinned = selector.op === 'all' ? selector.of : [selector];
  const names = pinned.flatMap((one) =>
    one.op === 'in' && one.key === KUBERNETES_NAME && one.values.length === 1 ? one.values : [],
  );
  return names.length === 1 && pinned.length === 1 ? names[0]! : null;
}

/** Whether a rule at the other end could let through something of what an entry does. */
function mayMeet(other: IrRule, { own, rule }: Pick<Entry, 'own' | 'rule'>, world: World): boolean {
  if (!portsCanMeet(other.ports, rule.ports)) return false;
  if (other.peers === 'everyone' || other.unsure !== null) return true;
  const home = world.inventory(own.namespace!).info;
  return other.peers.some(
    (peer) =>
      peer.kind !== 'pods' ||
      (canMeet(peer, own.subject) &&
        matchesNamespace(peer.namespaces, home, world.settings.assumptions).truth !== 'no'),
  );
}
