import type { Finding } from '../model/finding.ts';
import {
  CALICO_NAMESPACED,
  CALICO_POLICIES,
  CILIUM_POLICIES,
  isOf,
  KUBERNETES_SHAPED,
} from '../model/kinds.ts';
import type { LabelSelector, NetworkPolicy } from '../model/networkPolicy.ts';
import type { PodEndpoint } from '../policy/endpoint.ts';
import type { PodPeer } from '../policy/ir.ts';
import { namespaceText, selectorText } from '../policy/print.ts';
import { selectorOf } from '../policy/selector/k8s.ts';
import { isEverything, matches } from '../policy/selector/selector.ts';
import type { Inventory } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { slipsInSelectors } from './support/calicoSlips.ts';
import { emptySides } from './support/emptySides.ts';
import { inventedLabel } from './support/inventedLabel.ts';
import { listedRules } from './support/lists.ts';
import { meaningOf, meaningOfRule } from './support/meaning.ts';
import { namesText, workloadsText } from './support/pods.ts';
import { strayPeers } from './support/strayPeers.ts';
import { rightValue, slipIn } from './support/typo.ts';
import {
  anyPodOf,
  isUnmatched,
  namespaceElsewhere,
  placeText,
  workloadItself,
} from './support/unmatched.ts';
import { unmatchedSelections } from './support/unmatchedSelections.ts';

/** Selectors of pods that match none, where the workspace shows what was meant. */
export default worldRule(
  {
    code: 'selector-matches-nothing',
    title: 'A selector that matches no pod',
    category: 'inert',
    severity: 'warning',
    docs: `A selector that matches nothing is legal, and a policy without pods protects nobody. netpol speaks up only where
it can say what was meant: a value that is nearly one that pods of the namespace have, labels that a workload carries itself
but does not give its pods (\`spec.template.metadata.labels\`), labels of pods in another namespace, which a \`podSelector\`
alone does not reach, or the name of a namespace in a label that it does not carry. In Calico a \`selector\` of a rule stays
in the namespace of the NetworkPolicy likewise: for DNS, for pods elsewhere and for a GlobalNetworkSet, which is in none, it
wants a \`namespaceSelector\`; values in its selectors are compared with those of pods, network sets and namespaces. Of
Cilium's policies the selectors of \`fromEndpoints\` and \`toEndpoints\` are looked at, with the names and labels of
namespaces in them.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  [...KUBERNETES_SHAPED, ...CALICO_POLICIES, ...CILIUM_POLICIES],
  function* (member, world) {
    const { resource } = member;
    if (isOf(resource, CILIUM_POLICIES))
      yield* unmatchedSelections({ ...member, resource }, world, 'peer');
    if (isOf(resource, CALICO_NAMESPACED)) yield* strayPeers({ ...member, resource }, world);
    if (isOf(resource, CALICO_POLICIES)) {
      yield* emptySides({ ...member, resource }, world);
      yield* slipsInSelectors({ ...member, resource }, world);
    } else if (isOf(resource, KUBERNETES_SHAPED))
      yield* misdirected({ ...member, resource }, world);
  },
);

function* misdirected(member: MemberOf<NetworkPolicy>, inventory: Inventory): Generator<Finding> {
  const { spec } = member.resource.body;
  if (spec.podSelector !== undefined)
    yield* judged(member, inventory, meaningOf(member).subject, {
      owner: spec,
      selector: spec.podSelector,
    });
  for (const { direction, index, peers } of listedRules(member.resource)) {
    const rule = meaningOfRule(member, direction, index);
    if (rule === undefined || rule.peers === 'everyone') continue;
    for (const [at, peer] of peers.entries()) {
      const lowered = rule.peers[at];
      if (lowered?.kind !== 'pods') continue;
      if (peer.namespaceSelector !== undefined) {
        const { resource } = member;
        const finding = inventedLabel(
          resource,
          inventory,
          peer.namespaceSelector,
          lowered.namespaces,
        );
        if (finding !== null) yield finding;
      }
      // Beside a peer of nothing but namespaces the question is whether both were meant as one, which is another rule's.
      const beside = [peers[at - 1], peers[at + 1]].some(
        (other) => other?.namespaceSelector !== undefined && other.podSelector === undefined,
      );
      if (peer.podSelector !== undefined && !beside)
        yield* judged(member, inventory, lowered, { owner: peer, selector: peer.podSelector });
    }
  }
}

/** A selector and the object whose `podSelector` it is. */
interface Place {
  readonly owner: object;
  readonly selector: LabelSelector;
}

function* judged(
  member: MemberOf<NetworkPolicy>,
  inventory: Inventory,
  peer: PodPeer,
  place: Place,
): Generator<Finding> {
  if (isEverything(peer.pods)) return;
  if (!isUnmatched(peer, inventory)) return;
  const around = inventory.podsOf(anyPodOf(peer));
  if (around.pods.length === 0) return;
  const finding =
    nearValue(member, peer, place, around.pods) ??
    onWorkloadItself(member, inventory, peer, place) ??
    inOtherNamespace(member, inventory, peer, place);
  if (finding !== null) yield finding;
}

/** One value of matchLabels is nearly one that pods have, and with that one the selector matches. */
function nearValue(
  { resource }: MemberOf<NetworkPolicy>,
  peer: PodPeer,
  { selector }: Place,
  around: readonly PodEndpoint[],
): Finding | null {
  const slip = slipIn(
    selector,
    (key) => around.flatMap(({ labels }) => labels[key] ?? []),
    (repaired) => {
      const meant = selectorOf(repaired);
      return meant === null ? [] : around.filter(({ labels }) => matches(meant, labels) === 'yes');
    },
  );
  if (slip === null) return null;
  const { labels, key, value, near, found } = slip;
  return {
    span: resource.source.value(labels, key),
    confidence: 'supported',
    message: `No pod ${placeText(peer)} has \`${key}=${value}\`. Did you mean \`${near}\` (${workloadsText(found)})?`,
    fixes: [rightValue(resource, slip, ` (matches ${workloadsText(found)})`)],
  };
}

/** The labels are those of a workload object, not of its pods. */
function onWorkloadItself(
  { resource }: MemberOf<NetworkPolicy>,
  inventory: Inventory,
  peer: PodPeer,
  { owner }: Place,
): Finding | null {
  const found = workloadItself(peer, inventory);
  return (
    found && {
      span: resource.source.key(owner, 'podSelector'),
      confidence: 'supported',
      ...found,
    }
  );
}

/** The labels are those of pods that this selector does not look for, since it stays in its own namespace. */
function inOtherNamespace(
  { resource }: MemberOf<NetworkPolicy>,
  inventory: Inventory,
  peer: PodPeer,
  { owner }: Place,
): Finding | null {
  if (peer.namespaces.kind !== 'own') return null;
  const own = inventory.inventory(peer.namespaces.namespace).info;
  if (own.name === null) return null;
  const found = namespaceElsewhere(peer, inventory);
  if (found === null) return null;
  const subject = owner === resource.body.spec;
  return {
    span: resource.source.key(owner, 'podSelector'),
    confidence: 'supported',
    message: `No pod in ${namespaceText(own)} has \`${selectorText(peer.pods)!}\`, but ${namesText(found.pods)} in ${namespaceText(found.info)} ${
      found.pods.length === 1 ? 'does' : 'do'
    }. ${
      subject
        ? 'A policy is only for pods of its own namespace: move it there.'
        : 'A `podSelector` alone stays in the namespace of the policy: add a `namespaceSelector` beside it.'
    }`,
  };
}
