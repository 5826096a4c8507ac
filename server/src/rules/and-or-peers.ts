import { joinItems } from '../model/restructure.ts';
import type { Finding, Fix } from '../model/finding.ts';
import { CILIUM_POLICIES, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import type { LabelSelector, NetworkPolicy, NetworkPolicyPeer } from '../model/networkPolicy.ts';
import type { PodPeer } from '../policy/ir.ts';
import { namespacesText, namespaceText, podsText, selectorText } from '../policy/print.ts';
import { suppressing } from '../workspace/suppress.ts';
import type { World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { splitFromEveryNamespace } from './support/everyNamespace.ts';
import { listedRules, type ListedRule } from './support/lists.ts';
import { meaningOfRule } from './support/meaning.ts';
import { hostPodsOf, workloadsText } from './support/pods.ts';

/** Two neighbouring peers, one of namespaces and one of pods, that were probably meant as one. */
export default worldRule(
  {
    code: 'and-or-peers',
    title: 'Namespaces and pods as two peers instead of one',
    category: 'too-open',
    severity: 'warning',
    docs: `Entries of \`from\` and \`to\` are alternatives: one with a \`namespaceSelector\` and, below it, one with a
\`podSelector\` let through **all** pods of those namespaces, and besides the matching pods of the policy's *own*
namespace. One entry with both selectors lets through only the matching pods of those namespaces. The difference is one
dash (Kubernetes documentation, "Behavior of to and from selectors").

netpol warns when the workloads of the workspace show that two entries were not meant: the pods are in the other
namespace, and none is in the policy's own.

In a CiliumNetworkPolicy pods of any namespace are those with their labels **and** the expression that
\`io.kubernetes.pod.namespace\` exists. As an entry of its own that expression is every pod of the cluster, and the labels beside
it restrict nothing.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  [...KUBERNETES_SHAPED, 'cilium/CiliumNetworkPolicy'],
  function* (member, world) {
    const { resource } = member;
    if (isOf(resource, CILIUM_POLICIES)) yield* splitFromEveryNamespace({ ...member, resource });
    else if (isOf(resource, KUBERNETES_SHAPED))
      for (const listed of listedRules(resource))
        for (let index = 0; index + 1 < listed.peers.length; index++) {
          const finding = neighbours({ ...member, resource }, world, listed, index);
          if (finding !== null) yield finding;
        }
  },
);

function neighbours(
  member: MemberOf<NetworkPolicy>,
  world: World,
  { direction, index: ruleIndex, side, rule, peers }: ListedRule,
  index: number,
): Finding | null {
  const [first, second] = [peers[index]!, peers[index + 1]!];
  const namespacesFirst = onlyNamespaces(first) && onlyPods(second);
  if (!namespacesFirst && !(onlyPods(first) && onlyNamespaces(second))) return null;
  const lowered = meaningOfRule(member, direction, ruleIndex);
  if (lowered === undefined || lowered.peers === 'everyone') return null;
  const [spaces, own] = namespacesFirst
    ? [lowered.peers[index], lowered.peers[index + 1]]
    : [lowered.peers[index + 1], lowered.peers[index]];
  if (spaces?.kind !== 'pods' || own?.kind !== 'pods') return null;

  const { resource } = member;
  const home = world.inventory(member.namespace!);
  const [here, there] = [world.podsOf(own), world.podsOf(spaces)];
  // Pods on the host network do have the labels; that no plugin finds them is another rule's.
  if (here.pods.length > 0 || here.open || hostPodsOf(own, world).length > 0) return null;
  const both: PodPeer = { kind: 'pods', namespaces: spaces.namespaces, pods: own.pods };
  const wanted = world.podsOf(both).pods;
  const labels = selectorText(own.pods)!;
  const key = namespacesFirst ? 'podSelector' : 'namespaceSelector';
  const place = {
    span: resource.source.key(second, key),
    fixes: [
      requireBoth(member, rule[side]!, index, `Require both: ${podsText(both)}`),
      {
        title: 'Keep as alternatives (writes a comment)',
        safe: false,
        edits: () =>
          suppressing(
            resource.chunk,
            'and-or-peers',
            resource.source.key(second, key),
            'either is meant',
          ),
      },
    ].filter((fix) => fix !== null),
  };
  if (home.pods.length > 0 && wanted.length > 0)
    return {
      ...place,
      confidence: 'supported',
      message: `These two entries are alternatives: all pods ${namespacesText(spaces.namespaces)} (${workloadsText(there.pods)}), or pods \`${labels}\` in ${namespaceText(member.namespace!)}, where there are none. You probably want only ${workloadsText(wanted)}: make them one entry.`,
    };
  if (there.pods.length === 0)
    return {
      ...place,
      severity: 'information',
      confidence: 'possible',
      message: `These two entries are alternatives: all pods ${namespacesText(spaces.namespaces)}, or ${podsText(own)}${home.pods.length === 0 ? '' : ', where there are none'}. If both conditions were meant, make them one entry.`,
    };
  return null;
}

function requireBoth(
  { resource }: MemberOf<NetworkPolicy>,
  list: readonly NetworkPolicyPeer[],
  index: number,
  title: string,
): Fix | null {
  if (joinItems(resource, list, index).length === 0) return null;
  return { title, safe: false, edits: () => joinItems(resource, list, index) };
}

const isEmpty = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean =>
  Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;

const onlyNamespaces = ({ namespaceSelector, podSelector, ipBlock }: NetworkPolicyPeer): boolean =>
  namespaceSelector !== undefined &&
  !isEmpty(namespaceSelector) &&
  (podSelector ?? ipBlock) === undefined;

const onlyPods = ({ namespaceSelector, podSelector, ipBlock }: NetworkPolicyPeer): boolean =>
  podSelector !== undefined &&
  !isEmpty(podSelector) &&
  (namespaceSelector ?? ipBlock) === undefined;
