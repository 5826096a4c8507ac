import { ciliumItemsIn, endpointsIn, type SectionItem } from '../admission/ciliumWalk.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import { replaceItem } from '../model/edit.ts';
import type { LabelSelector } from '../model/networkPolicy.ts';
import type { Resource } from '../model/resource.ts';
import { lowerPeers } from '../policy/lower/ciliumPeers.ts';
import { CILIUM_LABELS } from '../policy/vocabulary.ts';
import { documentRule } from './rule.ts';

/** Peers of a policy of one namespace that are to be the pods of all. */
export default documentRule(
  {
    code: 'wildcard-peer-is-namespace-only',
    title: 'All pods as peers, which are those of one namespace',
    category: 'too-closed',
    severity: 'information',
    docs: `In a CiliumNetworkPolicy the selector \`{}\` in \`fromEndpoints\` or \`toEndpoints\` is every pod of the policy's own
namespace and no others (Cilium documentation, "Namespaces"). The pods of every namespace are those that have one:
\`matchExpressions: [{key: k8s:io.kubernetes.pod.namespace, operator: Exists}]\`.

netpol speaks where the name or the description of the policy says that it is for the whole cluster or for all namespaces.`,
    since: '0.1.0',
    fixable: true,
  },
  ['cilium/CiliumNetworkPolicy'],
  function* (policy) {
    const items = ciliumItemsIn(policy);
    for (const part of items) {
      const list = endpointsIn(part);
      const said = part.denies ? null : saidOf(policy, part);
      if (said === null || !list.some(isEmpty)) continue;
      const beside = items.filter((one) => one.direction === part.direction && !one.denies);
      if (beside.some((one) => isWide(policy, one))) continue;
      for (const [index, selector] of list.entries())
        if (isEmpty(selector))
          yield {
            span: policy.source.value(list, index),
            confidence: 'possible',
            message: `\`{}\` is every pod of the policy's own namespace and no others, and this policy says “${said}”. To mean the pods of all namespaces ask that they have one: \`k8s:${CILIUM_LABELS.namespace}\` with \`Exists\`.`,
            fixes: [
              {
                title: 'Mean the pods of every namespace',
                safe: false,
                edits: () => replaceItem(policy, list, index, EVERY_NAMESPACE),
              },
            ],
          };
    }
  },
);

const isEmpty = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean =>
  Object.keys(matchLabels).length + matchExpressions.length === 0;

const EVERY_NAMESPACE: LabelSelector = {
  matchExpressions: [{ key: `k8s:${CILIUM_LABELS.namespace}`, operator: 'Exists' }],
};

/** What names and descriptions say of the cluster, or of all its namespaces. */
const CLUSTER =
  /\bcluster[- ]?wide\b|\b(?:all|any|every|across)[- ](?:the[- ])?namespaces?\b|\b(?:whole|entire)[- ]cluster\b/i;

/** What takes that back: it is then said of what is not let through, or of what is to stay inside. */
const REFUSING =
  /\b(?:no|not|own|only|same|intra|within|without|except)\b|\b(?:den(?:y|ies)|block|drop|reject|forbid|isolat|restrict)/i;

/** The words by which a policy, or the rule of an item, says that it is for the cluster; null where it does not. */
function saidOf({ body }: Resource<CiliumPolicy>, { rule }: SectionItem): string | null {
  const texts = [rule.description ?? '', body.metadata.name ?? ''];
  return texts.some((text) => REFUSING.test(text))
    ? null
    : (texts.flatMap((text) => CLUSTER.exec(text)?.[0] ?? [])[0] ?? null);
}

/** Whether an item speaks of more than pods of the policy's own namespace, so that the words may be about that. */
function isWide({ source }: Resource<CiliumPolicy>, { item, direction }: SectionItem): boolean {
  // Which namespace the policy lives in makes no difference here.
  const ground = { source, namespace: '', direction, isDeny: false };
  const { peers, given } = lowerPeers(item, ground);
  return (
    (peers === 'everyone' && (given || item.toPorts !== undefined || item.icmps !== undefined)) ||
    (peers !== 'everyone' &&
      peers.some((peer) => peer.kind !== 'pods' || peer.namespaces.kind !== 'own'))
  );
}
