import { derive, derive2 } from '../../base/derive.ts';
import { contains, parseAddress, type Block } from '../cidr.ts';
import type { Endpoint, HostEndpoint, Labels, PodEndpoint } from '../endpoint.ts';
import type { HostList, IrPolicy, Node, Tier } from '../ir.ts';
import { selectsHost } from '../resolve.ts';
import type { Truth } from '../selector/selector.ts';

/*
 * Hosts that Calico guards, and where they stand to the ends of connections.
 */

/** The hosts of a cluster and all that decides for them. */
export interface Hosts {
  readonly endpoints: readonly HostEndpoint[];
  /** The policies of each list as tiers in their order; those for what hosts forward, too, once more for themselves. */
  readonly lists: Readonly<Record<HostList | 'forward', readonly Tier[]>>;
  readonly profiles: ReadonlyMap<string, HostProfile>;
  /** The nodes that manifests describe. */
  readonly nodes: readonly Node[];
  /** Whether it is certain that Calico enforces here. */
  readonly enforced: boolean;
}

/** A Profile of Calico: rules that have the word after all policies, and labels that hosts get from it. */
export interface HostProfile {
  readonly policy: IrPolicy;
  readonly labels: Labels;
}

/** The policies of a tier, in their order. */
export const policiesIn = ({ ranks }: Tier): readonly IrPolicy[] => ranks.flat();

/** All policies and profiles that may have a word on a host. */
export const policiesOfHosts = ({ lists, profiles }: Hosts): readonly IrPolicy[] => [
  ...[lists.doNotTrack, lists.preDNAT, lists.normal].flatMap((tiers) => tiers.flatMap(policiesIn)),
  ...[...profiles.values()].map(({ policy }) => policy),
];

/**
 * Whether policies for untracked packets are asked, which Felix finds by the name of an interface (felix, endpoint
 * manager).
 */
export const seesUntracked = ({ interfaceName }: HostEndpoint): boolean => interfaceName !== '*';

/** A host where it is met. */
export const metAt = derive2((host: HostEndpoint, at: Endpoint): HostEndpoint => ({ ...host, at }));

/** An address or pod that may be a process of a host, and whether it surely is. */
export interface Met {
  readonly host: HostEndpoint;
  readonly surely: boolean;
}

/** The hosts that an end is, or may be, a process of. Addresses that are no known host's are none. */
export function hostsAt(end: Endpoint, hosts: Hosts): readonly Met[] {
  if (end.kind === 'external')
    return hosts.endpoints
      .filter(({ addresses }) => addresses.some((address) => contains(address, end)))
      .map((host) => ({ host, surely: true }));
  if (!end.hostNetwork) return [];
  return hosts.endpoints.flatMap((host) => {
    const truth = sharesNode(host, end, hosts);
    return truth === 'no' ? [] : [{ host, surely: truth === 'yes' }];
  });
}

/** Whether a pod runs on the node of a host. */
function isOnNode(pod: PodEndpoint, { node, addresses }: HostEndpoint): Truth {
  if (pod.node && node !== null) return pod.node === node ? 'yes' : 'no';
  const own = addressesOf(pod);
  if (own.length === 0 || addresses.length === 0) return 'unknown';
  return own.some((at) => addresses.some((address) => contains(address, at))) ? 'yes' : 'no';
}

/** The addresses of the node of a pod, as far as the pod tells them. */
const addressesOf = ({ hostAddress, hostNetwork, addresses }: PodEndpoint): readonly Block[] =>
  [hostAddress ?? [], hostNetwork ? addresses : []]
    .flat()
    .flatMap((text) => parseAddress(text) ?? []);

/** The names of the nodes that an end is on, by its addresses; found once for each end. */
const nodesOf = derive((hosts: Hosts) =>
  derive(
    (end: Endpoint): ReadonlySet<string> =>
      new Set(
        (end.kind === 'external' ? [end] : addressesOf(end)).flatMap((at) => nodesAt(at, hosts)),
      ),
  ),
);

/** The names of the nodes that have an address, as hosts and nodes tell. */
const nodesAt = (at: Block, { endpoints, nodes }: Hosts): readonly string[] => [
  ...endpoints.flatMap(({ node, addresses }) =>
    node !== null && addresses.some((address) => contains(address, at)) ? [node] : [],
  ),
  ...nodes.flatMap(({ name, addresses }) =>
    addresses.some((text) => {
      const address = parseAddress(text);
      return address !== null && contains(address, at);
    })
      ? [name]
      : [],
  ),
];

/** Whether an end is on the node of a host: a pod there, or one of its own processes. */
export const sharesNode = (host: HostEndpoint, peer: Endpoint, hosts: Hosts): Truth =>
  nearIn(hosts)(host, peer);

const nearIn = derive((hosts: Hosts) =>
  derive2((host: HostEndpoint, peer: Endpoint): Truth => nodeShared(host, peer, hosts)),
);

function nodeShared(host: HostEndpoint, peer: Endpoint, hosts: Hosts): Truth {
  if (peer.kind === 'external') {
    return (host.node !== null && nodesOf(hosts)(peer).has(host.node)) ||
      host.addresses.some((address) => contains(address, peer))
      ? 'yes'
      : 'no';
  }
  const truth = isOnNode(peer, host);
  if (truth === 'yes' || (peer.node && host.node !== null)) return truth;
  const names = nodesOf(hosts)(peer);
  return names.size > 0 && host.node !== null ? (names.has(host.node) ? 'yes' : 'no') : truth;
}

/** Hosts, together those that no policy or profile tells apart. */
export function alikeTogether(
  hosts: Hosts,
  some: readonly HostEndpoint[],
): readonly (readonly [HostEndpoint, ...HostEndpoint[]])[] {
  const groups = new Map<string, [HostEndpoint, ...HostEndpoint[]]>();
  for (const host of some) {
    const key = spelled(hosts)(host);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [host]);
    else group.push(host);
  }
  return [...groups.values()];
}

/** One of all of them. */
export const alike = (hosts: Hosts, some: readonly HostEndpoint[]): readonly HostEndpoint[] =>
  alikeTogether(hosts, some).map(([host]) => host);

const spelled = derive((hosts: Hosts) => {
  const policies = policiesOfHosts(hosts);
  return derive((host: HostEndpoint): string =>
    JSON.stringify([
      host.unsure,
      seesUntracked(host),
      host.profiles,
      policies.map((policy) => selectsHost(policy, host).truth),
    ]),
  );
});
