import { EVERY_NAMESPACE } from '../../policy/peers.ts';
import { derive } from '../../base/derive.ts';
import type { Finding } from '../../model/finding.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import { stringsOf } from '../../model/untyped.ts';
import type { NamespaceInfo, PodEndpoint } from '../../policy/endpoint.ts';
import type { PodPeer } from '../../policy/ir.ts';
import { namespaceText, selectorText } from '../../policy/print.ts';
import { matchesNamespace } from '../../policy/resolve.ts';
import { EVERYTHING, isEverything, matches } from '../../policy/selector/selector.ts';
import type { Inventory } from '../../workspace/world.ts';
import { hostPodsOf } from './pods.ts';

/*
 * What a selector that matches no pod may have been meant for, as far as the workspace shows it.
 */

/**
 * Whether a peer or subject surely matches no pod. Pods on the host network do have the labels; that plugins do not find
 * them is another rule's.
 */
export function isUnmatched(peer: PodPeer, inventory: Inventory): boolean {
  const { open, pods } = inventory.podsOf(peer);
  return !open && pods.length === 0 && hostPodsOf(peer, inventory).length === 0;
}

/** All pods of the namespaces that a peer speaks of. */
export const anyPodOf = derive((peer: PodPeer): PodPeer => ({ ...peer, pods: EVERYTHING }));

/** Where a peer looks. */
export const placeText = ({ namespaces }: PodPeer): string => {
  if (namespaces.kind === 'own') return `in ${namespaceText(namespaces.namespace)}`;
  return isEverything(namespaces.selector) ? 'in any namespace' : 'in these namespaces';
};

/** The labels are those of a workload object, not of its pods: what is to be said of that, and null where it is not so. */
export function workloadItself(
  peer: PodPeer,
  inventory: Inventory,
): Pick<Finding, 'message' | 'also'> | null {
  for (const namespace of spokenOf(peer, inventory))
    for (const { resource: workload } of inventory.inventory(namespace).workloads) {
      // Of workloads only the pod template was looked at: the rest may be anything.
      const metadata = workload.body.metadata as Partial<typeof workload.body.metadata> | undefined;
      const labels = stringsOf(metadata?.labels);
      if (workload.kind.name === 'Pod' || matches(peer.pods, labels) !== 'yes') continue;
      const name = metadata?.name ?? '';
      const pods = inventory
        .inventory(namespace)
        .pods.filter((pod) => pod.place.chunk === workload.chunk && pod.owner.name === name);
      const theirs = pods.flatMap((pod) =>
        Object.entries(pod.labels).map(([key, value]) => `\`${key}=${value}\``),
      );
      return {
        message: `\`${selectorText(peer.pods)!}\` is on ${workload.kind.name} \`${name}\` itself, not on its pods${
          theirs.length === 0 ? '' : ` (they have ${theirs.slice(0, 3).join(', ')})`
        }, so this selects nothing. Select the labels of the pod template.`,
        also: [
          {
            uri: pods[0]?.place.uri ?? '',
            chunk: workload.chunk,
            span: workload.source.key(workload.body.metadata, 'labels'),
            message: `the labels of ${workload.kind.name} ${name}`,
          },
        ].filter(({ uri }) => uri !== ''),
      };
    }
  return null;
}

/**
 * The one namespace besides a peer's own in which pods have the labels, and those pods; null where there is none, or
 * several.
 */
export function namespaceElsewhere(
  peer: PodPeer,
  inventory: Inventory,
): { readonly info: NamespaceInfo; readonly pods: readonly PodEndpoint[] } | null {
  if (peer.namespaces.kind !== 'own' || isNowhere(peer, inventory)) return null;
  const own = peer.namespaces.namespace;
  const elsewhere = inventory
    .namespaces()
    .filter(({ key, name }) => key !== own && name !== null)
    .map((info) => ({
      info,
      pods: inventory
        .inventory(info.key)
        .pods.filter(({ labels }) => matches(peer.pods, labels) === 'yes'),
    }))
    .filter(({ pods }) => pods.length > 0);
  return elsewhere.length === 1 ? elsewhere[0]! : null;
}

/** Whether no pod of any namespace has the labels, so that none has to be looked through. */
const isNowhere = (peer: PodPeer, inventory: Inventory): boolean =>
  isUnmatched({ ...peer, namespaces: EVERY_NAMESPACE }, inventory);

const spokenOf = ({ namespaces }: PodPeer, inventory: Inventory): NamespaceKey[] =>
  inventory
    .spokenOf(namespaces)
    .filter(
      (key) =>
        matchesNamespace(namespaces, inventory.inventory(key).info, inventory.settings.assumptions)
          .truth === 'yes',
    );
