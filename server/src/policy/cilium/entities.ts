/*
 * What Cilium's words for ends comprise (Cilium documentation, "Entities based").
 */

/** What Cilium has a word for. */
export type Entity = (typeof ENTITIES)[number];

/** The entities that a connection can come from or go to; `all` and `none` are no parties of their own. */
export const ENTITIES = [
  'world',
  'world-ipv4',
  'world-ipv6',
  'cluster',
  'cluster-mesh',
  'host',
  'remote-node',
  'kube-apiserver',
  'ingress',
  'health',
  'init',
  'unmanaged',
] as const;

/** Whether Cilium has a word for what is so called. */
export const isEntity = (name: string): name is Entity =>
  (ENTITIES as readonly string[]).includes(name);

/** What belongs to the cluster and is no pod. */
const OF_CLUSTER = [
  'host',
  'remote-node',
  'init',
  'ingress',
  'health',
  'unmanaged',
  'kube-apiserver',
];

/** What an entity comprises besides itself; of one that is not listed, nothing. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  cluster: OF_CLUSTER,
  'cluster-mesh': ['cluster', ...OF_CLUSTER],
  world: ['world-ipv4', 'world-ipv6'],
};

/** Whether everything that one entity means is meant by another, too; `all` means everything, `none` nothing. */
export const comprises = (entity: string, part: string): boolean =>
  entity !== 'none' &&
  (entity === 'all' || entity === part || (PARTS[entity]?.includes(part) ?? false));
