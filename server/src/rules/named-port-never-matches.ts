import { namedPortsOfAddresses } from '../admission/namedPorts.ts';
import type { CalicoPolicy } from '../model/calico.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import type { Finding } from '../model/finding.ts';
import { CALICO_POLICIES, CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { overlaps, parseBlock, type Block } from '../policy/cidr.ts';
import type { Assumptions } from '../policy/assumptions.ts';
import { codeList } from '../policy/print.ts';
import { inventoryRule, type MemberOf } from './rule.ts';
import { isBlank } from './support/calicoRules.ts';
import { itemsWithPorts } from './support/ciliumDestinations.ts';
import { calicoNamedPorts, ciliumNamedPorts } from './support/namedPorts.ts';

/** Named ports of addresses, where the API server does not refuse them. */
export default inventoryRule(
  {
    code: 'named-port-never-matches',
    title: 'A named port in a rule to addresses',
    category: 'inert',
    severity: 'warning',
    docs: `Only pods name their ports, so a rule to \`networks\` never applies by a \`destinationNamedPort\`. The standard channel
of the Network Policy API takes such a rule all the same; the experimental one refuses it (\`named-port-of-addresses\`).

In Calico's policies a named port stands for the addresses and ports of the endpoints that have it (felix, named ports). A
rule that goes to blocks of addresses on the internet never meets one of them; netpol takes for these all blocks outside the
private ranges and \`netpol.podCIDRs\`.

In Cilium's egress rules a named port is looked up among the ports of the peers (pkg/policy, named ports), and addresses, names
of DNS and the world outside of the cluster name none.`,
    since: '0.1.0',
    fixable: false,
  },
  ['admin/ClusterNetworkPolicy', ...CALICO_POLICIES, ...CILIUM_POLICIES],
  function* (member, { settings }) {
    const { resource } = member;
    if (isOf(resource, CILIUM_POLICIES)) yield* outOfCluster({ ...member, resource });
    else if (isOf(resource, CALICO_POLICIES))
      yield* towardsInternet(resource, settings.assumptions);
    else if (settings.channel === 'standard')
      for (const { place, name, peer } of namedPortsOfAddresses(resource))
        if (peer === 'networks')
          yield {
            span: place.span,
            confidence: 'proven',
            message: `\`${name}\` is the name of a pod's port, and this rule also goes to \`networks\`, which name none: for those it never applies. Give the number, or put the two into rules of their own.`,
          };
  },
);

function* towardsInternet(
  policy: Resource<CalicoPolicy>,
  { podCIDRs }: Assumptions,
): Generator<Finding> {
  for (const [{ direction, index }, ports] of calicoNamedPorts(policy)) {
    if (direction !== 'egress') continue;
    const nets = policy.body.spec.egress?.[index]?.destination?.nets ?? [];
    const blocks = nets.map(parseBlock);
    const inside = [...PRIVATE, ...podCIDRs].map(parseBlock);
    if (isBlank(nets) || !blocks.every((block) => isApart(block, inside))) continue;
    for (const { name, holder, step } of ports)
      yield {
        span: policy.source.value(holder, step),
        confidence: 'supported',
        message: `\`${name}\` is the name of a pod's port, and ${codeList(nets.slice(0, 3))} ${nets.length === 1 ? 'holds' : 'hold'} no pod, so this entry never matches. Give the number.`,
      };
  }
}

/** The peers of an item that are out of the cluster, where Cilium knows no pod (Cilium documentation, "IP/CIDR based"). */
const OUTSIDE = ['toCIDR', 'toCIDRSet', 'toFQDNs'] as const;

/** The words for what is out of the cluster. */
const WORLD = new Set(['world', 'world-ipv4', 'world-ipv6']);

function* outOfCluster(member: MemberOf<CiliumPolicy>): Generator<Finding> {
  for (const { direction, item, ports } of itemsWithPorts(member)) {
    const { toEndpoints, toNodes, toGroups, toServices, toRequires, toEntities = [] } = item;
    const inside = [toEndpoints, toNodes, toGroups, toServices, toRequires];
    if (direction !== 'egress' || inside.some((list) => list !== undefined)) continue;
    const lists = OUTSIDE.filter((key) => !isBlank(item[key]));
    if (!toEntities.every((entity) => WORLD.has(entity))) continue;
    const said = [...lists, ...(toEntities.length > 0 ? ['toEntities'] : [])];
    if (said.length === 0) continue;
    for (const { name, holder, step } of ciliumNamedPorts(ports))
      yield {
        span: member.resource.source.value(holder, step),
        confidence: 'proven',
        message: `\`${name}\` is the name of a pod's port, and ${codeList(said)} ${said.length === 1 ? 'stands' : 'stand'} for none that could have it. Give the number.`,
      };
  }
}

/** Where the addresses of clusters are (IANA, special-purpose address registries). */
const PRIVATE = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
];

const isApart = (block: Block | null, others: readonly (Block | null)[]): boolean =>
  block !== null && others.every((other) => other === null || !overlaps(block, other));
