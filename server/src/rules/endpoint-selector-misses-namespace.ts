import { setKey } from '../model/edit.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import type { Finding, Fix } from '../model/finding.ts';
import { namespaceName } from '../model/namespace.ts';
import type { Resource } from '../model/resource.ts';
import { askedLabel } from '../policy/candidates.ts';
import { code, list, namespaceText, selectorText } from '../policy/print.ts';
import { EVERYTHING } from '../policy/selector/selector.ts';
import { NAMESPACE_KEY } from '../policy/vocabulary.ts';
import type { Inventory } from '../workspace/world.ts';
import { inventoryRule, type MemberOf } from './rule.ts';
import { DNS_NAMESPACE, meansClusterDns } from './support/clusterDns.ts';
import { selectionsOf, spanOfSelection, type Selection } from './support/ciliumSelections.ts';
import { splitSelectorsIn } from './support/everyNamespace.ts';
import { namesText } from './support/pods.ts';
import { isUnmatched } from './support/unmatched.ts';

/** In how many namespaces pods may have the labels; where more do, which of them was meant is anyone's guess. */
const MOST_NAMESPACES = 3;

/** Peers of a policy of one namespace that mean pods of another. */
export default inventoryRule(
  {
    code: 'endpoint-selector-misses-namespace',
    title: 'A peer in another namespace that is not named',
    category: 'inert',
    severity: 'warning',
    docs: `In a CiliumNetworkPolicy \`fromEndpoints\` and \`toEndpoints\` look only into the namespace of the policy, unless a
selector speaks of namespaces itself: Cilium adds the label \`k8s:io.kubernetes.pod.namespace\` to it (Cilium documentation,
"Namespaces"). A peer that runs elsewhere, such as the DNS of the cluster, is then never matched, and nobody says so. Name its
namespace with that label, or select namespaces by their own labels with \`k8s:io.cilium.k8s.namespace.labels.KEY\`.

netpol speaks where no pod of the policy's namespace has the labels and pods of at most three others do.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  ['cilium/CiliumNetworkPolicy'],
  function* (member, inventory) {
    const split = splitSelectorsIn(member.resource);
    for (const selection of selectionsOf(member)) {
      const { role, meaning, selector } = selection;
      // An expression beside it that looks into every namespace is to be joined with it.
      if (split.has(selector)) continue;
      if (role !== 'peer' || meaning.namespaces.kind !== 'own') continue;
      if (askedLabel(meaning.pods) === null || !isUnmatched(meaning, inventory)) continue;
      const finding =
        atDns(member, selection) ?? inOtherNamespaces(member.resource, selection, inventory);
      if (finding !== null) yield finding;
    }
  },
);

function atDns(
  { resource, namespace }: MemberOf<CiliumPolicy>,
  selection: Selection,
): Finding | null {
  const name = namespaceName(namespace!);
  // A resolver of one's own may carry the same label.
  if (name === null || name === DNS_NAMESPACE || name.includes('dns')) return null;
  if (!meansClusterDns(selection.meaning.pods)) return null;
  return {
    span: spanOfSelection(resource, selection),
    confidence: 'supported',
    message: `The DNS of the cluster runs in namespace \`${DNS_NAMESPACE}\`. Without a namespace this selector stays in that of the policy, \`${name}\`, and matches nothing: add ${code(labelOf(DNS_NAMESPACE))}.`,
    fixes: [within(resource, selection, DNS_NAMESPACE)],
  };
}

function inOtherNamespaces(
  resource: Resource<CiliumPolicy>,
  selection: Selection,
  inventory: Inventory,
): Finding | null {
  const { meaning } = selection;
  if (meaning.namespaces.kind !== 'own') return null;
  const own = inventory.inventory(meaning.namespaces.namespace);
  if (own.info.name === null || own.pods.length === 0) return null;
  const { pods } = inventory.podsOf({
    ...meaning,
    namespaces: { kind: 'matching', selector: EVERYTHING },
  });
  const names = [...new Set(pods.map(({ namespace: { name } }) => name))];
  if (names.length === 0 || names.length > MOST_NAMESPACES || !names.every(isNamed)) return null;
  const places = names.map((name) => {
    const theirs = pods.filter(({ namespace }) => namespace.name === name);
    return `${namesText(theirs)} in namespace \`${name}\``;
  });
  return {
    span: spanOfSelection(resource, selection),
    confidence: 'supported',
    message: `No pod in ${namespaceText(own.info)} has \`${selectorText(meaning.pods)!}\`, but ${list(places)} ${pods.length === 1 ? 'does' : 'do'}. Without a namespace this selector stays in that of the policy and matches nothing: add ${names.length === 1 ? code(labelOf(names[0]!)) : `\`${NAMESPACE_KEY}\` with the namespace that is meant`}.`,
    fixes: names.map((name) => within(resource, selection, name)),
  };
}

const isNamed = (name: string | null): name is string => name !== null;

const labelOf = (namespace: string): string => `${NAMESPACE_KEY}: ${namespace}`;

const within = (resource: Resource, { selector }: Selection, namespace: string): Fix => ({
  title: `Look in namespace \`${namespace}\`: add \`${NAMESPACE_KEY}\``,
  safe: false,
  edits: () =>
    Object.keys(selector.matchLabels ?? {}).length > 0
      ? setKey(resource, selector.matchLabels!, NAMESPACE_KEY, namespace)
      : setKey(resource, selector, 'matchLabels', { [NAMESPACE_KEY]: namespace }),
});
