import {
  labelKeysOf,
  type LabelSelector,
  type LabelSelectorRequirement,
  type NetworkPolicyPeer,
} from '../../../model/networkPolicy.ts';
import { CILIUM_LABELS, KUBERNETES_NAME } from '../../../policy/vocabulary.ts';

/*
 * A selector of Cilium as Kubernetes writes it: what it says of namespaces stands apart there.
 */

/** The conditions of a selector, each under the key without its source. */
interface Parts {
  readonly pods: LabelSelector;
  readonly namespaces: LabelSelector;
  /** Whether it says anything of namespaces, and something that is true of pods alone. */
  readonly speaks: boolean;
  readonly isOfPods: boolean;
}

/** The sources that labels of pods have; a label that names none may be of any. */
const SOURCE = /^(?:(?:k8s|any):)?(?=[^:]*$)/;

const bare = (key: string): string => key.replace(SOURCE, '');

/** The label of Kubernetes that a key stands for; null for those of pods. */
const namespaceLabel = (key: string): string | null =>
  key === CILIUM_LABELS.namespace
    ? KUBERNETES_NAME
    : key.startsWith(CILIUM_LABELS.ofNamespace)
      ? key.slice(CILIUM_LABELS.ofNamespace.length)
      : null;

function partsOf({ matchLabels = {}, matchExpressions = [] }: LabelSelector): Parts {
  const labels = Object.entries(matchLabels).map(([key, value]) => [bare(key), value] as const);
  const expressions = matchExpressions.map((one) => ({ ...one, key: bare(one.key) }));
  const all = [...labels.map(([key]) => key), ...expressions.map(({ key }) => key)];
  const within = expressions.filter(({ key }) => namespaceLabel(key) !== null);
  return {
    pods: selector(
      labels.filter(([key]) => namespaceLabel(key) === null),
      expressions.filter(({ key }) => namespaceLabel(key) === null),
    ),
    namespaces: selector(
      labels.flatMap(([key, value]) => {
        const label = namespaceLabel(key);
        return label === null ? [] : [[label, value] as const];
      }),
      // Every namespace has a name.
      within
        .filter(({ key, operator }) => key !== CILIUM_LABELS.namespace || operator !== 'Exists')
        .map((one) => ({ ...one, key: namespaceLabel(one.key)! })),
    ),
    speaks: all.some((key) => namespaceLabel(key) !== null),
    isOfPods:
      labels.some(([key]) => namespaceLabel(key) !== null) ||
      within.some(({ operator }) => operator === 'In' || operator === 'Exists'),
  };
}

const selector = (
  labels: readonly (readonly [string, string])[],
  matchExpressions: readonly LabelSelectorRequirement[],
): LabelSelector => ({
  ...(labels.length > 0 && { matchLabels: Object.fromEntries(labels) }),
  ...(matchExpressions.length > 0 && { matchExpressions }),
});

/** The pods that a policy is for. */
export const subjectOf = (endpoints: LabelSelector): LabelSelector => partsOf(endpoints).pods;

/** A peer; of the policy's own namespace where it names none. */
export function peerOf(endpoints: LabelSelector): NetworkPolicyPeer {
  const { pods, namespaces, speaks } = partsOf(endpoints);
  if (!speaks) return { podSelector: pods };
  return {
    namespaceSelector: namespaces,
    ...(Object.keys(pods).length > 0 && { podSelector: pods }),
  };
}

/** Whether a selector of peers says whose namespaces they are in, or asks for what is no pod. */
export const saysNamespace = (endpoints: LabelSelector): boolean =>
  labelKeysOf(endpoints).some(
    (key) =>
      key.startsWith('reserved:') || (SOURCE.test(key) && namespaceLabel(bare(key)) !== null),
  );

/** Why a selector asks for what none of Kubernetes can, as a clause; null where it does not. */
export function selectorObstacle(endpoints: LabelSelector, isSubject: boolean): string | null {
  for (const key of labelKeysOf(endpoints)) {
    if (!SOURCE.test(key)) return `\`${key}\` is a label that Kubernetes does not know`;
    if ([CILIUM_LABELS.cluster, CILIUM_LABELS.serviceAccount].some((label) => label === bare(key)))
      return `\`${key}\` is a label that only Cilium gives to pods`;
  }
  const { speaks, isOfPods } = partsOf(endpoints);
  if (isSubject && speaks) return '`endpointSelector` speaks of the namespace of its pods';
  return speaks && !isOfPods
    ? 'a selector that only leaves namespaces out is true of more than pods'
    : null;
}
