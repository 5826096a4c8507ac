import { derive } from '../base/derive.ts';
import { setScalar } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { CALICO_NAMESPACED, CALICO_POLICIES, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import type { LabelSelector, NetworkPolicy } from '../model/networkPolicy.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import { stringsOf } from '../model/untyped.ts';
import type { PodEndpoint } from '../policy/endpoint.ts';
import type { Namespaces, PodPeer } from '../policy/ir.ts';
import { matchesNamespace } from '../policy/resolve.ts';
import { namespaceText, selectorText } from '../policy/print.ts';
import { selectorOf } from '../policy/selector/k8s.ts';
import { EVERYTHING, isEverything, matches } from '../policy/selector/selector.ts';
import type { Inventory } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { emptySides } from './support/emptySides.ts';
import { inventedLabel } from './support/inventedLabel.ts';
import { listedRules } from './support/lists.ts';
import { meaningOf, meaningOfRule } from './support/meaning.ts';
import { hostPodsOf, namesText, workloadsText } from './support/pods.ts';
import { strayPeers } from './support/strayPeers.ts';
import { typoOf } from './support/typo.ts';

/** Selectors of pods that match none, where the workspace shows what was meant. */
export default worldRule(
  {
    code: 'selector-matches-nothing',
    title: 'A selector that matches no pod',
    category: 'inert',
    severity: 'warning',
    docs: `A selector that matches nothing is legal, and a policy without pods protects nobody. netpol speaks up only where it
can say what was meant: a value that is nearly one that pods of the namespace have, labels that a workload carries itself
but does not give its pods (\`spec.template.metadata.labels\`), labels of pods in another namespace, which a \`podSelector\`
alone does not reach, or the name of a namespace in a label that it does not carry. In Calico a \`selector\` of a rule stays
in the namespace of the NetworkPolicy likewise: for DNS, for pods elsewhere and for a GlobalNetworkSet, which is in none, it
wants a \`namespaceSelector\`.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  [...KUBERNETES_SHAPED, ...CALICO_POLICIES],
  function* (member, world) {
    const { resource } = member;
    if (isOf(resource, CALICO_NAMESPACED)) yield* strayPeers({ ...member, resource }, world);
    if (isOf(resource, CALICO_POLICIES)) yield* emptySides({ ...member, resource }, world);
    else if (isOf(resource, KUBERNETES_SHAPED)) yield* misdirected({ ...member, resource }, world);
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
  const selected = inventory.podsOf(peer);
  // Pods on the host network do have the labels; that no plugin finds them is another rule's.
  if (selected.open || selected.pods.length > 0 || hostPodsOf(peer, inventory).length > 0) return;
  const around = inventory.podsOf(anyPodOf(peer));
  if (around.pods.length === 0) return;
  const finding =
    nearValue(member, peer, place, around.pods) ??
    onWorkloadItself(member, inventory, peer, place) ??
    inOtherNamespace(member, inventory, peer, place);
  if (finding !== null) yield finding;
}

/** All pods of the namespaces that a peer speaks of. */
const anyPodOf = derive((peer: PodPeer): PodPeer => ({ ...peer, pods: { op: 'all', of: [] } }));

/** One value of matchLabels is nearly one that pods have, and with that one the selector matches. */
function nearValue(
  { resource }: MemberOf<NetworkPolicy>,
  peer: PodPeer,
  { selector }: Place,
  around: readonly PodEndpoint[],
): Finding | null {
  const { matchLabels = {} } = selector;
  for (const [key, value] of Object.entries(matchLabels)) {
    const values = [...new Set(around.flatMap(({ labels }) => labels[key] ?? []))];
    if (values.length === 0 || values.includes(value)) continue;
    const near = typoOf(value, values);
    if (near === null) continue;
    const repaired = selectorOf({ ...selector, matchLabels: { ...matchLabels, [key]: near } });
    const meant =
      repaired === null ? [] : around.filter(({ labels }) => matches(repaired, labels) === 'yes');
    if (meant.length === 0) continue;
    return {
      span: resource.source.value(matchLabels, key),
      confidence: 'supported',
      message: `No pod ${where(peer)} has \`${key}=${value}\`. Did you mean \`${near}\` (${workloadsText(meant)})?`,
      fixes: [
        {
          title: `Change to \`${near}\` (matches ${workloadsText(meant)})`,
          safe: false,
          edits: () => setScalar(resource, matchLabels, key, near),
        },
      ],
    };
  }
  return null;
}

/** The labels are those of a workload object, not of its pods. */
function onWorkloadItself(
  { resource }: MemberOf<NetworkPolicy>,
  inventory: Inventory,
  peer: PodPeer,
  { owner }: Place,
): Finding | null {
  for (const namespace of spokenOf(peer, inventory))
    for (const { resource: workload } of inventory.inventory(namespace).workloads) {
      // Of workloads only the pod template was looked at: the rest may be anything.
      const metadata = workload.body.metadata as Partial<typeof workload.body.metadata> | undefined;
      const labels = stringsOf(metadata?.labels);
      if (workload.kind.name === 'Pod' || matches(peer.pods, labels) !== 'yes') continue;
      const name = metadata?.name ?? '';
      const pods = inventory
        .inventory(namespace)
        .pods.filter((pod) => pod.place.chunk === workload.chunk && pod.owner.name === name);
      const theirs = pods.flatMap((pod) =>
        Object.entries(pod.labels).map(([key, value]) => `\`${key}=${value}\``),
      );
      return {
        span: resource.source.key(owner, 'podSelector'),
        confidence: 'supported',
        message: `\`${selectorText(peer.pods)!}\` is on ${workload.kind.name} \`${name}\` itself, not on its pods${
          theirs.length === 0 ? '' : ` (they have ${theirs.slice(0, 3).join(', ')})`
        }, so this selects nothing. Select the labels of the pod template.`,
        also: [
          {
            uri: pods[0]?.place.uri ?? '',
            chunk: workload.chunk,
            span: workload.source.key(workload.body.metadata, 'labels'),
            message: `the labels of ${workload.kind.name} ${name}`,
          },
        ].filter(({ uri }) => uri !== ''),
      };
    }
  return null;
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
  if (own.name === null || isNowhere(peer, inventory)) return null;
  const elsewhere = inventory
    .namespaces()
    .filter(({ key, name }) => key !== own.key && name !== null)
    .map((info) => ({
      info,
      pods: inventory
        .inventory(info.key)
        .pods.filter(({ labels }) => matches(peer.pods, labels) === 'yes'),
    }))
    .filter(({ pods }) => pods.length > 0);
  const [found] = elsewhere;
  if (found === undefined || elsewhere.length > 1) return null;
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

/** Whether no pod of any namespace has the labels, so that none has to be looked through. */
function isNowhere({ pods }: PodPeer, inventory: Inventory): boolean {
  const anywhere: PodPeer = { kind: 'pods', namespaces: EVERY_NAMESPACE, pods };
  const selected = inventory.podsOf(anywhere);
  return (
    selected.pods.length === 0 && !selected.open && hostPodsOf(anywhere, inventory).length === 0
  );
}

const EVERY_NAMESPACE: Namespaces = { kind: 'matching', selector: EVERYTHING };

const where = (peer: PodPeer): string =>
  peer.namespaces.kind === 'own'
    ? `in ${namespaceText(peer.namespaces.namespace)}`
    : 'in these namespaces';

const spokenOf = ({ namespaces }: PodPeer, inventory: Inventory): NamespaceKey[] =>
  inventory
    .spokenOf(namespaces)
    .filter(
      (key) =>
        matchesNamespace(namespaces, inventory.inventory(key).info, inventory.settings.assumptions)
          .truth === 'yes',
    );
