import type { Assumptions } from '../../server/src/policy/assumptions.ts';
import type { Party } from '../../server/src/policy/party.ts';
import type { ReachRow } from '../../server/src/policy/reach.ts';
import { PORTS, PROTOCOLS } from './arbitrary.ts';
import { load } from './load.ts';
import type { Cluster } from '../../server/src/policy/connect.ts';
import { isIn, type KnownEnd, type KnownPod } from './reference.ts';

/*
 * Clusters that are drawn at random, as the manifests that describe them, and packets that rows speak of.
 */

/** Namespaces by name, with their labels. */
export type NamespaceLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A pod as its manifest. */
export const podManifest = ({
  namespace,
  name,
  labels: own,
  ports,
  address,
  node,
  hostNetwork,
}: KnownPod): Record<string, unknown> => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { namespace, name, labels: own },
  spec: {
    hostNetwork,
    containers: [
      {
        name: 'main',
        ports: ports.map(({ name: port, number, protocol }) => ({
          name: port,
          containerPort: number,
          protocol,
        })),
      },
    ],
  },
  status: { podIP: address, hostIP: node },
});

/** A Deployment that the pod could be one of. */
export const deployment = (pod: KnownPod): object => {
  const { metadata, spec } = podManifest(pod);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { namespace: pod.namespace, name: pod.name },
    spec: { template: { metadata, spec } },
  };
};

/** Namespaces as their manifests. */
export const namespaceManifests = (namespaces: NamespaceLabels): object[] =>
  Object.entries(namespaces).map(([name, own]) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: own },
  }));

/** What objects describe. */
export const clusterOf = (objects: readonly object[], assumptions: Assumptions): Cluster =>
  load(
    [
      {
        uri: 'file:///cluster.json',
        text: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }),
      },
    ],
    assumptions,
  );

/** Whether an end is shown as a party. */
export const isParty = (party: Party, end: KnownEnd): boolean =>
  typeof end === 'string'
    ? party.kind === 'external' && party.cidrs.some((cidr) => isIn(end, cidr))
    : party.kind === 'workload' && party.namespace === end.namespace && party.name === end.name;

/** Whether a `conn` text holds a port of a protocol. */
export function holds(conn: string, protocol: string, port: number): boolean {
  if (conn === 'All') return true;
  return conn.split('; ').some((part) => {
    const [name, ports] = part.split(' ');
    if (name !== protocol) return false;
    return (
      ports === undefined ||
      ports.split(',').some((range) => {
        const [first, last] = range.split('-').map(Number);
        return first! <= port && port <= (last ?? first!);
      })
    );
  });
}

/** Whether one of some rows speaks of a packet. */
export const tells = (
  rows: readonly ReachRow[],
  from: KnownEnd,
  to: KnownEnd,
  protocol: string,
  port: number,
): boolean =>
  rows.some(
    ({ src, dst, conn }) => isParty(src, from) && isParty(dst, to) && holds(conn, protocol, port),
  );

/** Every packet worth asking about: all pairs of ends of which one is a pod, on all ports. */
export function* packets(
  known: readonly KnownPod[],
  addresses: readonly string[],
): Generator<{ from: KnownEnd; to: KnownEnd; protocol: string; port: number }> {
  const ends: KnownEnd[] = [...known, ...addresses];
  for (const from of ends)
    for (const to of ends)
      if (from !== to && (typeof from !== 'string' || typeof to !== 'string'))
        for (const protocol of PROTOCOLS)
          for (const port of PORTS) yield { from, to, protocol, port };
}
