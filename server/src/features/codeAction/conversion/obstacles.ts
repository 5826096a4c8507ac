import type { Direction, Vocabulary } from '../../../policy/ir.ts';

/*
 * Why a policy cannot be one of another kind, as clauses that more than one conversion says.
 */

/** The reason that the first of some items gives; null where none does. */
export function firstReason<Item>(
  items: readonly Item[],
  reasonFor: (item: Item, index: number) => string | null,
): string | null {
  for (const [index, item] of items.entries()) {
    const reason = reasonFor(item, index);
    if (reason !== null) return reason;
  }
  return null;
}

/** The reason that the first of some rules gives, with the place of that. */
export const firstReasonOfRules = <Rule>(
  direction: Direction,
  rules: readonly Rule[],
  reasonFor: (rule: Rule) => string | null,
): string | null =>
  firstReason(rules, (rule, index) => {
    const reason = reasonFor(rule);
    return reason === null ? null : `of rule ${index + 1} in \`${direction}\`, ${reason}`;
  });

/** That there is no word for a part in Kubernetes. */
export const noCounterpart = (name: string): string =>
  `\`${name}\` has no counterpart in Kubernetes`;

/** That a NetworkPolicy would be for pods on the host network, which those of the plugins never are. */
export const KUBERNETES_SELECTS_HOSTS =
  'Kubernetes selects pods on the host network, too, as `netpol.hostNetworkPods` says';

const NAMES = { calico: 'Calico', cilium: 'Cilium' } as const satisfies Record<Vocabulary, string>;

/** That a policy of a plugin would not be for pods on the host network, which a NetworkPolicy is. */
export const selectsNoHosts = (plugin: Vocabulary): string =>
  `${NAMES[plugin]} selects no pods on the host network, which \`netpol.hostNetworkPods\` says are selected`;

/** That a plugin would take a label for one of its own. */
export const isItsOwn = (plugin: Vocabulary, label: string): string =>
  `to ${NAMES[plugin]} the label \`${label}\` is one that it gives itself, whatever the object has`;
