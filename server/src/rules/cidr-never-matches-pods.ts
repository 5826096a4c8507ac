import { ciliumItemsIn, type SectionItem } from '../admission/ciliumWalk.ts';
import { renameKey, replaceItem, setScalar } from '../model/edit.ts';
import type { Finding, Fix } from '../model/finding.ts';
import type { CiliumItem, CiliumService } from '../model/cilium.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { parseBlock } from '../policy/cidr.ts';
import type { Inventory } from '../workspace/world.ts';
import { inventoryRule } from './rule.ts';
import { insideOf, type Inside } from './support/inside.ts';

/** Blocks of addresses by which Cilium is to find pods, Services, nodes or the API server. */
export default inventoryRule(
  {
    code: 'cidr-never-matches-pods',
    title: 'A block of addresses for ends that Cilium does not find by address',
    category: 'inert',
    severity: 'warning',
    docs: `Cilium knows pods by their labels. A CIDR stands for addresses **outside** of the cluster and never matches a pod,
whatever its address. The address of a Service is replaced by that of a pod before Cilium looks. Nodes it matches by address only
where it runs with \`policy-cidr-match-mode=nodes\` (Cilium documentation, "IP/CIDR based"). Select pods by \`fromEndpoints\` and
\`toEndpoints\`, a Service by \`toServices\`, nodes by the entities \`host\` and \`remote-node\`.

The API server is \`toEntities: [kube-apiserver]\`, wherever it runs. Its Service, \`kubernetes\` in \`default\`, has the addresses
of the API servers behind it, which are often nodes of the cluster.

netpol compares with the addresses it sees in the workspace and with \`netpol.podCIDRs\`, \`netpol.serviceCIDRs\` and
\`netpol.nodeCIDRs\`; without any it is silent.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* ({ resource }, inventory) {
    for (const part of ciliumItemsIn(resource)) {
      for (const { cidr, list, index, key } of cidrsOf(part.item)) {
        const inside = insideOf(inventory, cidr);
        const found = inside && told(cidr, inside, part, inventory);
        if (found === null) continue;
        const entry = list[index]!;
        yield {
          ...found,
          span:
            typeof entry === 'string'
              ? resource.source.value(list, index)
              : resource.source.value(entry, 'cidr'),
          confidence: 'supported',
          fixes:
            found.isApiServer && list.length === 1
              ? [toApiServer(resource, part.item, key, list)]
              : [],
        };
      }
      yield* apiServerServices(resource, part);
    }
  },
);

/** The blocks of an item, each with the list that it is an entry of. */
const cidrsOf = (item: CiliumItem) => [
  ...(['fromCIDR', 'toCIDR'] as const).flatMap((key) => {
    const list: readonly (string | object)[] = item[key] ?? [];
    return (item[key] ?? []).map((cidr, index) => ({ key, list, index, cidr }));
  }),
  ...(['fromCIDRSet', 'toCIDRSet'] as const).flatMap((key) => {
    const list: readonly (string | object)[] = item[key] ?? [];
    return (item[key] ?? []).flatMap(({ cidr }, index) =>
      cidr === undefined ? [] : [{ key, list, index, cidr }],
    );
  }),
];

/** What is said of a block inside the cluster; null where Cilium matches it. */
function told(
  cidr: string,
  inside: Inside,
  { direction, item, denies }: SectionItem,
  inventory: Inventory,
): (Pick<Finding, 'message' | 'severity'> & { readonly isApiServer: boolean }) | null {
  const isEgress = direction === 'egress';
  const nothing = `this entry ${denies ? 'denies' : 'allows'} nothing`;
  const endpoints = isEgress ? 'toEndpoints' : 'fromEndpoints';
  switch (inside.what) {
    case 'services':
    case 'service': {
      const isApiServer =
        isEgress &&
        ('pool' in inside
          ? isFirst(cidr, inside.pool)
          : inside.name === API_SERVER.name && isItsAddress(cidr, inventory));
      const where =
        'name' in inside
          ? `is the address of Service \`${inside.name}\``
          : isApiServer
            ? `is the address of the API server's Service, the first of ${inside.pool}`
            : `lies among the addresses of Services (${inside.pool})`;
      const why = isEgress
        ? 'and Cilium sees what stands behind a Service instead'
        : 'from which no connection comes';
      const ports =
        (item.toPorts?.length ?? 0) > 0 ? ', whose own port counts then, often 6443' : '';
      const advice = isApiServer
        ? `The API server is \`toEntities: [kube-apiserver]\`${ports}.`
        : `Select the pods by \`${endpoints}\`${isEgress && !denies ? ', or name the Service in `toServices`' : ''}.`;
      return { isApiServer, message: `${cidr} ${where}, ${why}: ${nothing}. ${advice}` };
    }
    case 'pod':
      return {
        isApiServer: false,
        message: `${cidr} is the address of pod \`${inside.name}\`, and Cilium knows pods by their labels only: ${nothing}. Select it by \`${endpoints}\`.`,
      };
    case 'pods':
      return {
        isApiServer: false,
        message: `${cidr} lies among the addresses of the cluster's pods (${inside.pool}), and Cilium knows pods by their labels only: ${nothing}. Select them by \`${endpoints}\`.`,
      };
    case 'nodes':
      if (inventory.settings.assumptions.cidrsMatchNodes) return null;
      return {
        isApiServer: false,
        severity: 'information',
        message: `${cidr} lies among the addresses of the cluster's nodes (${inside.pool}), which Cilium matches by address only with \`policy-cidr-match-mode=nodes\`: without, ${nothing}. Nodes are the entities \`host\` and \`remote-node\`${isEgress ? ', the API server is `kube-apiserver`' : ''}.`,
      };
    // Without Cilium's own load balancing these are translated only behind its policies.
    case 'external':
    case 'all':
      return null;
  }
}

/** The Service of the API server, which Kubernetes creates in every cluster. */
const API_SERVER = { name: 'kubernetes', namespace: 'default' };

const isItsAddress = (cidr: string, inventory: Inventory): boolean =>
  inventory
    .inventory(API_SERVER.namespace)
    .services.some(
      ({ name, clusterIPs }) =>
        name === API_SERVER.name && clusterIPs.some((text) => cidr.startsWith(`${text}/`)),
    );

/**
 * Whether a block is the first address of a range of Services, which is that of the API server (Kubernetes,
 * `--service-cluster-ip-range`).
 */
function isFirst(cidr: string, pool: string): boolean {
  const [address, range] = [parseBlock(cidr), parseBlock(pool)];
  return (
    address !== null &&
    range !== null &&
    address.first === address.last &&
    address.first === range.first + 1n
  );
}

/** The Service of the API server among those that an item names. */
function* apiServerServices(policy: Resource, { item, denies }: SectionItem): Generator<Finding> {
  const services: readonly CiliumService[] = item.toServices ?? [];
  for (const { k8sService, k8sServiceSelector } of services) {
    if (denies || k8sService === undefined || k8sServiceSelector !== undefined) continue;
    const { serviceName, namespace } = k8sService;
    if (serviceName !== API_SERVER.name || namespace !== API_SERVER.namespace) continue;
    yield {
      span: policy.source.value(k8sService, 'serviceName'),
      severity: 'information',
      confidence: 'possible',
      message:
        'Behind the Service `kubernetes` stand the addresses of the API server, by which Cilium does not match nodes of the cluster: where it runs on one, this entry allows nothing. `toEntities: [kube-apiserver]` means it wherever it runs.',
      fixes: services.length === 1 ? [toApiServer(policy, item, 'toServices', services)] : [],
    };
  }
}

/** The only entry of a list of peers becomes the entity, and the list one of entities. */
const toApiServer = (
  policy: Resource,
  item: object,
  key: string,
  list: readonly (string | object)[],
): Fix => ({
  title: 'Name the API server: `toEntities: [kube-apiserver]`',
  safe: false,
  edits: () => {
    const replaced =
      typeof list[0] === 'string'
        ? setScalar(policy, list, 0, 'kube-apiserver')
        : replaceItem(policy, list as readonly object[], 0, 'kube-apiserver');
    return replaced.length === 0
      ? []
      : [...renameKey(policy, item, key, 'toEntities'), ...replaced];
  },
});
