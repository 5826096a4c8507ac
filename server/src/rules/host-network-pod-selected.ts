import type { Finding } from '../model/finding.ts';
import type { CalicoPolicy } from '../model/calico.ts';
import { CALICO_POLICIES, CILIUM_POLICIES, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import type { LabelSelector, NetworkPolicy } from '../model/networkPolicy.ts';
import { askedLabel } from '../policy/candidates.ts';
import type { PodEndpoint } from '../policy/endpoint.ts';
import type { PodPeer } from '../policy/ir.ts';
import { isEverything } from '../policy/selector/selector.ts';
import { isImplied } from '../policy/vocabulary.ts';
import type { Inventory } from '../workspace/world.ts';
import { inventoryRule, type MemberOf } from './rule.ts';
import { peerSide } from './support/calicoRules.ts';
import { selectionsOf, spanOfSelection } from './support/ciliumSelections.ts';
import { wantedPods } from './support/endpoints.ts';
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
\`netpol.hostNetworkPods\` to \`ordinary\` where the plugin can. In Calico they are never endpoints of their own: a HostEndpoint
stands for the node, and \`nets\` for its addresses. Nor are they in Cilium, where a \`nodeSelector\` stands for nodes, and the
entities \`host\` and \`remote-node\` (Cilium documentation, "Host Policies").`,
    since: '0.1.0',
    fixable: false,
  },
  [...KUBERNETES_SHAPED, ...CALICO_POLICIES, ...CILIUM_POLICIES],
  function* (member, inventory) {
    const { resource } = member;
    if (isOf(resource, CALICO_POLICIES)) yield* byCalico({ ...member, resource }, inventory);
    else if (isOf(resource, CILIUM_POLICIES)) yield* byCilium({ ...member, resource }, inventory);
    else if (isOf(resource, KUBERNETES_SHAPED))
      yield* byKubernetes({ ...member, resource }, inventory);
  },
);

function* byKubernetes(member: MemberOf<NetworkPolicy>, inventory: Inventory): Generator<Finding> {
  if (inventory.settings.assumptions.hostNetworkPods !== 'node') return;
  const { resource } = member;
  const { spec } = resource.body;
  const selected = function* (
    peer: PodPeer,
    selector: LabelSelector | undefined,
    owner: object,
  ): Generator<Finding> {
    if (selector === undefined || isEverything(peer.pods)) return;
    const hosts = hostPodsOf(peer, inventory);
    if (hosts.length === 0) return;
    const subject = owner === spec;
    yield {
      span: resource.source.key(owner, 'podSelector'),
      confidence: 'supported',
      message: `${namesText(hosts)} ${hosts.length === 1 ? 'runs' : 'run'} on the host network, and most plugins find such pods with no selector: ${
        subject ? 'this policy does nothing for them' : 'this peer does not stand for them'
      }. ${subject ? 'Protect them on the node' : 'Name the addresses of their nodes with an `ipBlock`'}.`,
    };
  };
  yield* selected(meaningOf(member).subject, spec.podSelector, spec);
  for (const { direction, index, peers } of listedRules(resource)) {
    const rule = meaningOfRule(member, direction, index);
    if (rule === undefined || rule.peers === 'everyone') continue;
    for (const [at, peer] of peers.entries()) {
      const lowered = rule.peers[at];
      if (lowered?.kind === 'pods') yield* selected(lowered, peer.podSelector, peer);
    }
  }
}

function* byCalico(member: MemberOf<CalicoPolicy>, inventory: Inventory): Generator<Finding> {
  const { source, body } = member.resource;
  const { subject, rules } = meaningOf(member);
  const hosts = hostsNamedBy(subject, inventory);
  if (hosts.length > 0)
    yield {
      span: source.value(body.spec, 'selector'),
      confidence: 'supported',
      message: `${namesText(hosts)} ${hosts.length === 1 ? 'runs' : 'run'} on the host network, and Calico knows such pods as part of their node: this policy does nothing for them. Protect the node with a HostEndpoint and a GlobalNetworkPolicy.`,
    };
  for (const { direction, index, peers } of rules) {
    const entity = body.spec[direction]?.[index]?.[peerSide(direction)];
    if (entity?.selector === undefined || peers === 'everyone') continue;
    const found = [
      ...new Set(peers.flatMap(wantedPods).flatMap((peer) => hostsNamedBy(peer, inventory))),
    ];
    if (found.length === 0) continue;
    yield {
      span: source.value(entity, 'selector'),
      confidence: 'supported',
      message: `${namesText(found)} ${found.length === 1 ? 'runs' : 'run'} on the host network, and Calico knows such pods as part of their node: this selector does not stand for them. Name the addresses of their nodes in \`nets\`.`,
    };
  }
}

function* byCilium(member: MemberOf<CiliumPolicy>, inventory: Inventory): Generator<Finding> {
  for (const selection of selectionsOf(member)) {
    const hosts = hostsNamedBy(selection.meaning, inventory);
    if (hosts.length === 0) continue;
    yield {
      span: spanOfSelection(member.resource, selection),
      confidence: 'supported',
      message: `${namesText(hosts)} ${hosts.length === 1 ? 'runs' : 'run'} on the host network, and Cilium knows such pods as their node: ${
        selection.role === 'subject'
          ? 'this policy does nothing for them. Protect the node with a `nodeSelector` of a CiliumClusterwideNetworkPolicy'
          : 'this selector does not stand for them. Name the entities `host` and `remote-node`'
      }.`,
    };
  }
}

/** The pods on the host network that a selector names by a label of their own, rather than among many others. */
const hostsNamedBy = (peer: PodPeer, inventory: Inventory): readonly PodEndpoint[] => {
  const asked = askedLabel(peer.pods);
  return asked === null || isImplied(asked.key) ? [] : hostPodsOf(peer, inventory);
};
