import { derive, shared } from '../../base/derive.ts';
import type { IrPolicy, Namespaces, Peer, PodPeer } from '../../policy/ir.ts';
import { NAMESPACE_LABEL } from '../../policy/lower/calicoSelectors.ts';
import { matches, type Selector } from '../../policy/selector/selector.ts';
import {
  INHERITED,
  KUBERNETES_NAME,
  NAMESPACE_NAME,
  ORCHESTRATOR,
} from '../../policy/vocabulary.ts';

/*
 * Who is selected, as one selector over the labels that Calico's endpoints carry, so that selectors of Calico and of
 * Kubernetes can be compared, whether they name a namespace by a label of its own or by one that its pods have.
 */

/** The labels that every pod inherits with the name of its namespace, which Calico also gives it as one of its own. */
const NAMES: ReadonlySet<string> = new Set([
  `${INHERITED.namespace}${NAMESPACE_NAME}`,
  `${INHERITED.namespace}${KUBERNETES_NAME}`,
]);

const IN_SOME_NAMESPACE: Selector = { op: 'exists', key: NAMESPACE_LABEL };
const NOWHERE: Selector = { op: 'any', of: [] };

/**
 * The same selector of endpoints with one label for the name of their namespace, of which they have three. Pods, and they
 * alone, are of the orchestrator and in a namespace, so that the one stands for the other, too.
 */
export const comparable = derive((selector: Selector): Selector =>
  leavesExchanged(selector, (leaf) => {
    if (leaf.key === ORCHESTRATOR)
      return matches(leaf, { [ORCHESTRATOR]: 'k8s' }) === 'yes' ? IN_SOME_NAMESPACE : NOWHERE;
    return NAMES.has(leaf.key) ? { ...leaf, key: NAMESPACE_LABEL } : leaf;
  }),
);

/** The pods of a peer or subject; one selector for all that are spelled alike, as many policies are for the same pods. */
export const podEndpoints = derive(({ namespaces, pods, vocabulary }: PodPeer): Selector =>
  alike({
    op: 'all',
    of: [...within(namespaces), vocabulary === undefined ? pods : comparable(pods)],
  }),
);

const alike = shared((selector: Selector) => JSON.stringify(selector));

/** What a policy selects: pods, and hosts where it is for them, too. */
export const subjectEndpoints = derive(({ endpoints, subject }: IrPolicy): Selector =>
  endpoints === undefined ? podEndpoints(subject) : comparable(endpoints),
);

/** The pods that a peer asks for, those apart that it leaves out. */
export const wantedPods = (peer: Peer): readonly PodPeer[] => {
  if (peer.kind === 'pods') return [peer];
  return peer.kind === 'any' || peer.kind === 'all' ? peer.of.flatMap(wantedPods) : [];
};

const within = (namespaces: Namespaces): readonly Selector[] =>
  namespaces.kind === 'own'
    ? [{ op: 'in', key: NAMESPACE_LABEL, values: [namespaces.namespace] }]
    : [
        IN_SOME_NAMESPACE,
        comparable(
          leavesExchanged(namespaces.selector, (leaf) => ({
            ...leaf,
            key: `${INHERITED.namespace}${leaf.key}`,
          })),
        ),
      ];

type Leaf = Extract<Selector, { readonly key: string }>;

const leavesExchanged = (selector: Selector, by: (leaf: Leaf) => Selector): Selector => {
  switch (selector.op) {
    case 'all':
    case 'any':
      return { op: selector.op, of: selector.of.map((part) => leavesExchanged(part, by)) };
    case 'not':
      return { op: 'not', of: leavesExchanged(selector.of, by) };
    default:
      return by(selector);
  }
};
