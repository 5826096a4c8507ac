import {
  contains,
  isWholeFamily,
  overlaps,
  parseAddress,
  parseBlock,
  type Block,
} from '../../policy/cidr.ts';
import type { Inventory, ServicePort } from '../../workspace/world.ts';

/** What a block of addresses has to do with those inside the cluster. */
export type Inside =
  /** It lies in a range of theirs, or is one of them. */
  | { readonly what: 'services' | 'pods' | 'nodes'; readonly pool: string }
  | { readonly what: 'service' | 'pod'; readonly name: string }
  /** It is an address at which a Service is reached from outside, at the ports of this and others with the same address. */
  | { readonly what: 'external'; readonly name: string; readonly ports: readonly ServicePort[] }
  /** It is every address, so that those of pods are among them. */
  | { readonly what: 'all'; readonly pods: readonly string[] };

/** Where a block lies by the addresses of the workspace and the ranges of the settings; null where it is outside. */
export function insideOf(
  inventory: Inventory,
  cidr: string,
  except: readonly string[] = [],
): Inside | null {
  const outer = parseBlock(cidr);
  if (outer === null) return null;
  const { settings } = inventory;
  const [pods, services, nodes] = [
    settings.assumptions.podCIDRs,
    settings.serviceCIDRs,
    settings.nodeCIDRs,
  ].map(parsed) as [readonly Pool[], readonly Pool[], readonly Pool[]];
  const within = (pool: readonly Pool[]): Pool | undefined =>
    pool.find((one) => contains(one.block, outer));
  const service = within(services);
  if (service !== undefined) return { what: 'services', pool: service.text };
  const seen = outer.first === outer.last ? ownerOf(inventory, outer) : null;
  if (seen !== null) return seen;
  for (const [what, pool] of [
    ['pods', within(pods)],
    ['nodes', within(nodes)],
  ] as const)
    if (pool !== undefined) return { what, pool: pool.text };
  const covered = pods.filter((one) => contains(outer, one.block) && !excepted(except, one.block));
  return isWholeFamily(outer) && covered.length > 0
    ? { what: 'all', pods: covered.map(({ text }) => text) }
    : null;
}

interface Pool {
  readonly text: string;
  readonly block: Block;
}

const parsed = (texts: readonly string[]): readonly Pool[] =>
  texts.flatMap((text) => {
    const block = parseBlock(text);
    return block === null ? [] : [{ text, block }];
  });

const excepted = (except: readonly string[], inner: Block): boolean =>
  except.some((text) => {
    const cut = parseBlock(text);
    return cut !== null && contains(cut, inner);
  });

/** The Service or the pod whose own address is seen in the workspace; those of the host network are nodes'. */
function ownerOf(inventory: Inventory, address: Block): Inside | null {
  const isAt = (text: string): boolean => {
    const seen = parseAddress(text);
    return seen !== null && overlaps(seen, address);
  };
  for (const { key } of inventory.namespaces()) {
    const { services, pods } = inventory.inventory(key);
    const service = services.find(({ clusterIPs }) => clusterIPs.some(isAt));
    if (service !== undefined) return { what: 'service', name: service.name };
    const pod = pods.find(({ addresses, hostNetwork }) => !hostNetwork && addresses.some(isAt));
    if (pod !== undefined) return { what: 'pod', name: pod.name };
  }
  const exposed = inventory
    .namespaces()
    .flatMap(({ key }) => inventory.inventory(key).services)
    .filter(({ externalIPs }) => externalIPs.some(isAt));
  const [first] = exposed;
  return first === undefined
    ? null
    : { what: 'external', name: first.name, ports: exposed.flatMap(({ ports }) => ports) };
}
