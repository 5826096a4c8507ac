import { joinItems } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { KUBERNETES_SHAPED } from '../model/kinds.ts';
import type { NetworkPolicy, NetworkPolicyPort } from '../model/networkPolicy.ts';
import type { IrRule } from '../policy/ir.ts';
import { portsText } from '../policy/print.ts';
import { certainPortsAt } from '../policy/ports.ts';
import { matchesPods } from '../policy/resolve.ts';
import { isEmpty, ofPorts, subtract } from '../policy/conns.ts';
import type { Inventory } from '../workspace/world.ts';
import { inventoryRule, type MemberOf } from './rule.ts';
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

Likewise \`- port: 8080\` followed by \`- protocol: TCP\` is port 8080 and, beside it, **every** TCP port.`,
    since: '0.1.0',
    fixable: true,
  },
  KUBERNETES_SHAPED,
  function* (member, inventory) {
    for (const listed of listedRules(member.resource)) {
      const finding = split(member, inventory, listed);
      if (finding !== null) yield finding;
      yield* splitPort(member, listed.rule.ports ?? []);
    }
  },
);

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
  const open = direction === 'ingress' ? listeners(member, inventory, everyone) : null;
  const { resource } = member;
  const what =
    direction === 'ingress'
      ? `These are two rules: the peers above may connect on every port, and everyone on ${portsText(everyone.ports)}`
      : `These are two rules: the peers above can be reached on every port, and everything on ${portsText(everyone.ports)}`;
  return {
    span: resource.source.key(next, 'ports'),
    ...(open === null
      ? {
          severity: 'information',
          confidence: 'possible',
          message: `${what}. For those peers on those ports remove the dash.`,
        }
      : {
          confidence: 'supported',
          message: `${what}, where ${open} ${open.includes(' and ') ? 'listen' : 'listens'}: the peers restrict nothing. For those peers on those ports remove the dash.`,
        }),
    fixes: [
      {
        title: 'Make it one rule: these peers on these ports',
        safe: false,
        edits: () => joinItems(resource, list, index),
      },
    ],
  };
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

/** The selected workloads by name, if they are known, say on which ports they listen, and the rule is for all of those; else null. */
function listeners(
  member: MemberOf<NetworkPolicy>,
  inventory: Inventory,
  rule: IrRule,
): string | null {
  const { assumptions } = inventory.settings;
  const { subject } = meaningOf(member);
  const pods = inventory
    .inventory(member.namespace!)
    .pods.filter((pod) => matchesPods(subject, pod, assumptions).truth === 'yes');
  const all = pods.every((pod) => {
    const open = certainPortsAt(rule.ports, pod, assumptions);
    return (
      pod.ports.length > 0 &&
      pod.ports.every(({ protocol, number }) =>
        isEmpty(subtract(ofPorts(protocol, [[number, number]]), open)),
      )
    );
  });
  return pods.length > 0 && all ? namesText(pods) : null;
}

/** What pods may ask of the whole world, beside the peers they have in the cluster. */
const isOfTheWeb = ({ port }: NetworkPolicyPort): boolean =>
  port === 80 || port === 443 || port === 6443 || port === 'https';

const isDns = ({ port }: NetworkPolicyPort): boolean =>
  port === 53 || port === 5353 || port === 'dns';
