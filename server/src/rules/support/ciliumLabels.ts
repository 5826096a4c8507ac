import { ciliumItemsIn, ciliumRulesIn } from '../../admission/ciliumWalk.ts';
import type { CiliumPolicy } from '../../model/cilium.ts';
import { renameKey, setScalar } from '../../model/edit.ts';
import type { Finding, Fix } from '../../model/finding.ts';
import type { LabelSelector } from '../../model/networkPolicy.ts';
import type { Resource } from '../../model/resource.ts';
import {
  conditionsOf,
  isOfKubernetes,
  type Condition,
} from '../../policy/lower/ciliumSelectors.ts';
import { CILIUM_LABELS, isImplied, isKept, KUBERNETES_NAME } from '../../policy/vocabulary.ts';

/*
 * Labels by which Cilium knows no pod, in the selectors of its policies.
 */

/** Says of each condition on a label that Cilium knows no pod by. */
export function* labelsOfNoPod(policy: Resource<CiliumPolicy>): Generator<Finding> {
  for (const { endpointSelector } of ciliumRulesIn(policy))
    if (endpointSelector !== undefined) yield* inSelector(policy, endpointSelector, true);
  for (const { item } of ciliumItemsIn(policy))
    for (const selector of [...(item.fromEndpoints ?? []), ...(item.toEndpoints ?? [])])
      yield* inSelector(policy, selector, false);
}

function* inSelector(
  policy: Resource<CiliumPolicy>,
  selector: LabelSelector,
  isSubject: boolean,
): Generator<Finding> {
  for (const condition of conditionsOf(selector)) {
    const { key } = condition;
    if (!isOfKubernetes(condition) || isKept(key) || isImplied(key)) continue;
    const right = rightKeyOf(key);
    // A policy of a namespace is for its own pods, so that its subject needs no namespace.
    const isIdle = isSubject && policy.kind.namespaced && right === NAMESPACE;
    const [place, so] = [placeOf(policy, selector, condition), consequenceOf(condition, isSubject)];
    yield {
      span: place.span,
      confidence: 'proven',
      message:
        right === null
          ? `Cilium does not know pods by \`${key}\` unless its option \`labels\` says so, ${so}. Ask for another label.`
          : `Cilium knows no pod by \`${key}\`, ${so}. ${
              isIdle
                ? 'Leave it out: a policy is for its own namespace anyway.'
                : `${right === NAMESPACE ? 'The name' : 'A label'} of a pod's namespace is \`${right}\`.`
            }`,
      fixes:
        right === null || isIdle
          ? []
          : [{ title: `Write \`${right}\``, safe: false, edits: () => place.edits(right) }],
    };
  }
}

const NAMESPACE = `k8s:${CILIUM_LABELS.namespace}`;

/** The names under which the namespace of a pod, and its labels, are looked for. */
const WRONG_NAMES = new Set([
  KUBERNETES_NAME,
  `k8s.${CILIUM_LABELS.namespace}`,
  'io.kubernetes.podNamespace',
  'io.kubernetes.pod.namespace.name',
  'io.kubernetes.namespace',
]);
const WRONG_LABELS = /^(?:k8s\.)?io\.kubernetes\.(?:pod\.)?namespace\.labels\.(.+)$/;

/** The key that says of a pod's namespace what a wrong one was to say; null for labels that are not of namespaces. */
function rightKeyOf(key: string): string | null {
  const label = WRONG_LABELS.exec(key)?.[1];
  if (label === KUBERNETES_NAME || WRONG_NAMES.has(key)) return NAMESPACE;
  return label === undefined ? null : `k8s:${CILIUM_LABELS.ofNamespace}${label}`;
}

/** Where the key of a condition stands, and how another is written there. */
function placeOf(
  policy: Resource,
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  { isLabel, requirement }: Condition,
): { readonly span: Finding['span']; readonly edits: (key: string) => ReturnType<Fix['edits']> } {
  if (isLabel)
    return {
      span: policy.source.key(matchLabels, requirement.key),
      edits: (key) => renameKey(policy, matchLabels, requirement.key, key),
    };
  const expression = matchExpressions.find((one) => one === requirement)!;
  return {
    span: policy.source.value(expression, 'key'),
    edits: (key) => setScalar(policy, expression, 'key', key),
  };
}

/** What follows for a selector of one of its conditions on a label that nothing has. */
function consequenceOf({ requirement: { operator } }: Condition, isSubject: boolean): string {
  if (operator === 'NotIn' || operator === 'DoesNotExist')
    return 'so this condition is always true';
  return isSubject ? 'so this policy selects nothing' : 'so this matches nothing';
}
