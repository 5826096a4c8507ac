import { joinItems } from '../model/restructure.ts';
import type { Finding } from '../model/finding.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import { CILIUM_POLICIES, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import type { NetworkPolicy, NetworkPolicyPort } from '../model/networkPolicy.ts';
import type { PodEndpoint } from '../policy/endpoint.ts';
import type { Direction, IrRule } from '../policy/ir.ts';
import { lowerPorts } from '../policy/lower/ciliumPorts.ts';
import { portsText } from '../policy/print.ts';
import { certainPortsAt } from '../policy/ports.ts';
import { matchesPods } from '../policy/resolve.ts';
import { isEmpty, ofPorts, subtract } from '../policy/conns.ts';
import type { Inventory } from '../workspace/world.ts';
import { inventoryRule, type MemberOf } from './rule.ts';
import { destinationsOf, type ItemPort } from './support/ciliumDestinations.ts';
import { splitItems } from './support/ciliumSplitItems.ts';
import { isBareTcp, listedRules, splitPorts, type ListedRule } from './support/lists.ts';
import { meaningOf, meaningOfRule } from './support/meaning.ts';
import { namesText } from './support/pods.ts';

/** Ports in a rule of their own, behind a rule of nothing but peers. */
export default inventoryRule(
  {
    code: 'split-ports-item',
    title: 'One list item written as two',
    category: 'too-open',
    severity: 'warning',
    docs: `The items of \`ingress\` and \`egress\` are alternatives. \`- from:\` followed by \`- ports:\` lets the peers through on
**every** port, and **everyone** on those ports. Without the second dash it is one rule: those peers on those ports.

Some mean just that, so the form alone is an information. It is a warning where the workspace shows that the selected
pods listen on no other port: everyone then reaches all there is, and the peers might as well not be listed. In
\`egress\`, ports of DNS, the web and the API server are often written so on purpose, and are not reported.

In Cilium's policies it is \`- fromEndpoints:\` followed by \`- toPorts:\`, likewise.

And \`- port: 8080\` followed by \`- protocol: TCP\` is port 8080 and, beside it, **every** TCP port.`,
    since: '0.1.0',
    fixable: true,
  },
  [...KUBERNETES_SHAPED, ...CILIUM_POLICIES],
  function* (member, inventory) {
    const { resource } = member;
    if (isOf(resource, CILIUM_POLICIES)) yield* splitOfCilium({ ...member, resource }, inventory);
    else if (isOf(resource, KUBERNETES_SHAPED))
      yield* splitOfKubernetes({ ...member, resource }, inventory);
  },
);

function* splitOfKubernetes(
  member: MemberOf<NetworkPolicy>,
  inventory: Inventory,
): Generator<Finding> {
  for (const listed of listedRules(member.resource)) {
    const finding = split(member, inventory, listed);
    if (finding !== null) yield finding;
    yield* splitPort(member, listed.rule.ports ?? []);
  }
}

function split(
  member: MemberOf<NetworkPolicy>,
  inventory: Inventory,
  { direction, index, rule, peers, list }: ListedRule,
): Finding | null {
  const next = list[index + 1];
  // Only two rules that make one: in a longer list each rule more likely stands for itself.
  if (next === undefined || list.length !== 2) return null;
  const nextPeers = 'from' in next ? next.from : 'to' in next ? next.to : undefined;
  if (peers.length === 0 || rule.ports !== undefined || nextPeers !== undefined) return null;
  const { ports = [] } = next;
  if (ports.every(isDns)) return null;
  if (direction === 'egress' && ports.some(isOfTheWeb)) return null;
  const everyone = meaningOfRule(member, direction, index + 1);
  if (everyone === undefined || everyone.unsure !== null) return null;
  const { resource } = member;
  const open =
    direction === 'ingress'
      ? listeners(selectedBy(member, inventory), everyone.ports, inventory)
      : null;
  return {
    span: resource.source.key(next, 'ports'),
    ...told(direction, everyone.ports, open, 'rule'),
    fixes: [
      {
        title: 'Make it one rule: these peers on these ports',
        safe: false,
        edits: () => joinItems(resource, list, index),
      },
    ],
  };
}

/** What is said of peers and ports that are apart; `open` are those who listen on these ports alone, null where not known. */
function told(
  direction: Direction,
  ports: IrRule['ports'],
  open: string | null,
  noun: 'rule' | 'item',
): Pick<Finding, 'severity' | 'confidence' | 'message'> {
  const what =
    direction === 'ingress'
      ? `These are two ${noun}s: the peers above may connect on every port, and everyone on ${portsText(ports)}`
      : `These are two ${noun}s: the peers above can be reached on every port, and everything on ${portsText(ports)}`;
  return open === null
    ? {
        severity: 'information',
        confidence: 'possible',
        message: `${what}. For those peers on those ports remove the dash.`,
      }
    : {
        confidence: 'supported',
        message: `${what}, where ${open} ${open.includes(' and ') ? 'listen' : 'listens'}: the peers restrict nothing. For those peers on those ports remove the dash.`,
      };
}

function* splitOfCilium(member: MemberOf<CiliumPolicy>, inventory: Inventory): Generator<Finding> {
  const { resource } = member;
  for (const { list, second } of splitItems(member)) {
    const { direction, item, ports } = second;
    if (ports.every((port) => isOneOf(port, DNS_PORTS))) continue;
    if (direction === 'egress' && ports.some((port) => isOneOf(port, WEB_PORTS))) continue;
    const [lowered, ...more] = lowerPorts(item, resource.source) ?? [];
    if (lowered === undefined || lowered.unsure !== null || more.length > 0) continue;
    const pods = destinationsOf(member, second, inventory)?.pods ?? [];
    const open = direction === 'ingress' ? listeners(pods, lowered.ports, inventory) : null;
    yield {
      span: resource.source.key(item, 'toPorts'),
      ...told(direction, lowered.ports, open, 'item'),
      fixes: [
        {
          title: 'Make it one item: these peers on these ports',
          safe: false,
          edits: () => joinItems(resource, list, 0),
        },
      ],
    };
  }
}

/** A port and its protocol as two entries. */
function* splitPort(
  { resource }: MemberOf<NetworkPolicy>,
  ports: readonly NetworkPolicyPort[],
): Generator<Finding> {
  for (const index of splitPorts(ports)) {
    const pair = ports.slice(index, index + 2);
    const { port } = pair.find((each) => !isBareTcp(each))!;
    yield {
      span: resource.source.key(pair.find(isBareTcp)!, 'protocol'),
      confidence: 'proven',
      message: `These are two entries: port ${port} and, beside it, every TCP port, so ${port} restricts nothing. For TCP ${port} alone remove the dash.`,
      fixes: [
        {
          title: `Make it one entry: TCP ${port}`,
          safe: false,
          edits: () => joinItems(resource, ports, index),
        },
      ],
    };
  }
}

const selectedBy = (
  member: MemberOf<NetworkPolicy>,
  inventory: Inventory,
): readonly PodEndpoint[] => {
  const { subject } = meaningOf(member);
  return inventory
    .inventory(member.namespace!)
    .pods.filter(
      (pod) => matchesPods(subject, pod, inventory.settings.assumptions).truth === 'yes',
    );
};

/**
 * Pods by the names of their workloads, if they are known, say on which ports they listen, and those are among `ports`;
 * else null.
 */
function listeners(
  pods: readonly PodEndpoint[],
  ports: IrRule['ports'],
  { settings: { assumptions } }: Inventory,
): string | null {
  const all = pods.every((pod) => {
    const open = certainPortsAt(ports, pod, assumptions);
    return (
      pod.ports.length > 0 &&
      pod.ports.every(({ protocol, number }) =>
        isEmpty(subtract(ofPorts(protocol, [[number, number]]), open)),
      )
    );
  });
  return pods.length > 0 && all ? namesText(pods) : null;
}

const DNS_PORTS = [53, 5353, 'dns'] as const;

/** What pods may ask of the whole world, beside the peers they have in the cluster. */
const WEB_PORTS = [80, 443, 6443, 'https'] as const;

const isOfTheWeb = ({ port }: NetworkPolicyPort): boolean => WEB_PORTS.some((one) => one === port);

const isDns = ({ port }: NetworkPolicyPort): boolean => DNS_PORTS.some((one) => one === port);

const isOneOf = ({ read }: ItemPort, ports: readonly (number | string)[]): boolean =>
  (read.kind === 'number' && ports.includes(read.port)) ||
  (read.kind === 'name' && ports.includes(read.name));
