import { entriesAt, phraseLines } from './entries.ts';

/** What Cilium's words for parties mean (Cilium documentation, "Entities based"). */
const MEANS: Readonly<Record<string, string>> = {
  all: 'everyone: pods, nodes, and all that is outside of the cluster',
  world:
    'everything outside of the cluster, the same as `0.0.0.0/0` and `::/0`; neither pods nor nodes',
  'world-ipv4': 'every IPv4 address outside of the cluster',
  'world-ipv6': 'every IPv6 address outside of the cluster',
  cluster:
    'all pods of this cluster in every namespace, its nodes, and what Cilium runs there; nothing outside, and no other cluster of a mesh',
  'cluster-mesh': 'the same as `cluster`, of every cluster of the mesh',
  host: 'the node that the pod runs on, with the pods on its network',
  'remote-node': 'the other nodes of the cluster and of its mesh, with the pods on their network',
  'kube-apiserver':
    'the API server, at whatever addresses it answers: on a node, or outside of the cluster',
  ingress:
    'the proxy that handles Ingress and Gateway API: traffic from outside arrives as it, not as its client',
  health: 'the endpoints by which Cilium checks whether nodes reach each other',
  init: 'pods whose labels Cilium does not know yet',
  unmanaged: 'pods that Cilium does not manage, such as those started before it',
  none: 'nobody',
};

/** What an entity is, in words; null for what is none. */
export const entityText = (entity: string): string | null =>
  Object.hasOwn(MEANS, entity) ? MEANS[entity]! : null;

/** A list of entities, or one of them. */
export function entityLines(
  entities: readonly string[],
  index: string | number | undefined,
): readonly string[] {
  if (entities.length === 0)
    return ['**Nobody**: an empty list of entities makes the item match nothing.'];
  return phraseLines(
    entriesAt(entities, index).flatMap((entity) => {
      const text = entityText(entity);
      return text === null ? [] : [`**\`${entity}\`**: ${text}`];
    }),
  );
}
