import type { Finding } from '../model/finding.ts';
import type { LabelSelector, NetworkPolicy } from '../model/networkPolicy.ts';
import type { PodPeer } from '../policy/ir.ts';
import { isEverything } from '../policy/selector/selector.ts';
import type { Inventory } from '../workspace/world.ts';
import { inventoryRule, type MemberOf } from './rule.ts';
import { listedRules } from './support/lists.ts';
import { meaningOf, meaningOfRule } from './support/meaning.ts';
import { hostPodsOf, namesText } from './support/pods.ts';

/** Selectors for pods that are part of their node. */
export default inventoryRule(
  {
    code: 'host-network-pod-selected',
    title: 'A selector for pods on the host network',
    category: 'inert',
    severity: 'warning',
    docs: `Pods with \`hostNetwork: true\` use the address of their node. Most plugins cannot tell their traffic from the
node's, so no selector finds them: a policy for them does nothing, and a peer for them lets nothing through (Kubernetes
documentation, "Network Policies and hostNetwork pods"). Name the nodes' addresses with an \`ipBlock\` instead, or set
\`netpol.hostNetworkPods\` to \`ordinary\` where the plugin can.`,
    since: '0.1.0',
    fixable: false,
  },
  ['kubernetes/NetworkPolicy'],
  function* (member, inventory) {
    if (inventory.settings.assumptions.hostNetworkPods !== 'node') return;
    const { spec } = member.resource.body;
    yield* selected(member, inventory, meaningOf(member).subject, spec.podSelector, spec);
    for (const { direction, index, peers } of listedRules(member.resource)) {
      const rule = meaningOfRule(member, direction, index);
      if (rule === undefined || rule.peers === 'everyone') continue;
      for (const [at, peer] of peers.entries()) {
        const lowered = rule.peers[at];
        if (lowered?.kind === 'pods')
          yield* selected(member, inventory, lowered, peer.podSelector, peer);
      }
    }
  },
);

function* selected(
  { resource }: MemberOf<NetworkPolicy>,
  inventory: Inventory,
  peer: PodPeer,
  selector: LabelSelector | undefined,
  owner: object,
): Generator<Finding> {
  if (selector === undefined || isEverything(peer.pods)) return;
  const hosts = hostPodsOf(peer, inventory);
  if (hosts.length === 0) return;
  const subject = owner === resource.body.spec;
  yield {
    span: resource.source.key(owner, 'podSelector'),
    confidence: 'supported',
    message: `${namesText(hosts)} ${hosts.length === 1 ? 'runs' : 'run'} on the host network, and most plugins find such pods with no selector: ${
      subject ? 'this policy does nothing for them' : 'this peer does not stand for them'
    }. ${subject ? 'Protect them on the node' : 'Name the addresses of their nodes with an `ipBlock`'}.`,
  };
}
