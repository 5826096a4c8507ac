import { KUBERNETES_NAME } from '../policy/vocabulary.ts';
import type { AdminPolicy } from '../model/adminPolicy.ts';
import type { Finding } from '../model/finding.ts';
import { ADMIN_KINDS, CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import type { LabelSelector } from '../model/networkPolicy.ts';
import type { Resource } from '../model/resource.ts';
import type { Labels } from '../policy/endpoint.ts';
import { count } from '../policy/print.ts';
import { selectorOf } from '../policy/selector/k8s.ts';
import { EVERYTHING, matches } from '../policy/selector/selector.ts';
import type { Inventory } from '../workspace/world.ts';
import { inventoryRule, type MemberOf } from './rule.ts';
import { meaningOf } from './support/meaning.ts';
import { hostPodsOf } from './support/pods.ts';
import { unmatchedSelections } from './support/unmatchedSelections.ts';
import { rightValue, slipIn } from './support/typo.ts';

/** Subjects of administrators' and Cilium's policies without a pod, where the workspace shows what was meant. */
export default inventoryRule(
  {
    code: 'subject-selects-nothing',
    title: 'A subject that selects no pod',
    category: 'inert',
    severity: 'warning',
    docs: `A policy whose subject selects nothing is accepted and does nothing. netpol speaks up where a label value is nearly one
that namespaces, or pods of the selected namespaces, have in this workspace; of Cilium's \`endpointSelector\` also where the
labels are those of a workload object or of pods in another namespace than that of the policy.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  [...ADMIN_KINDS, ...CILIUM_POLICIES],
  function* (member, inventory) {
    const { resource } = member;
    if (isOf(resource, CILIUM_POLICIES))
      yield* unmatchedSelections({ ...member, resource }, inventory, 'subject');
    else if (isOf(resource, ADMIN_KINDS))
      yield* ofAdministrators({ ...member, resource }, inventory);
  },
);

function* ofAdministrators(
  { resource, ...member }: MemberOf<AdminPolicy>,
  inventory: Inventory,
): Generator<Finding> {
  const { subject, unsure } = meaningOf({ resource, ...member });
  if (unsure !== null || subject.namespaces.kind === 'own') return;
  const selected = inventory.podsOf(subject);
  if (selected.open || selected.pods.length > 0) return;
  if (hostPodsOf(subject, inventory).length > 0) return;
  const { namespaces, pods } = resource.body.spec.subject;
  const finding =
    nearValue(
      resource,
      namespaces ?? pods?.namespaceSelector,
      namespaceLabels(inventory),
      'namespace',
    ) ??
    nearValue(
      resource,
      pods?.podSelector,
      inventory.podsOf({ ...subject, pods: EVERYTHING }).pods.map(({ labels }) => labels),
      'pod',
    );
  if (finding !== null) yield finding;
}

const namespaceLabels = (inventory: Inventory): readonly Labels[] =>
  inventory
    .namespaces()
    .filter(({ key }) => inventory.inventory(key).pods.length > 0)
    .map(({ labels, name }) => (name === null ? labels : { ...labels, [KUBERNETES_NAME]: name }));

/** One value of matchLabels that is nearly one of those there, and with which the selector matches some of them. */
function nearValue(
  resource: Resource<AdminPolicy>,
  selector: LabelSelector | undefined,
  around: readonly Labels[],
  what: 'namespace' | 'pod',
): Finding | null {
  const slip = slipIn(
    selector,
    (key) => around.flatMap((labels) => labels[key] ?? []),
    (repaired) => {
      const meant = selectorOf(repaired);
      return meant === null ? [] : around.filter((labels) => matches(meant, labels) === 'yes');
    },
  );
  if (slip === null) return null;
  const { labels, key, value, near, found } = slip;
  return {
    span: resource.source.value(labels, key),
    confidence: 'supported',
    message: `No ${what} has \`${key}=${value}\`, so this policy is for no pod. Did you mean \`${near}\` (${count(found.length, what)})?`,
    fixes: [rightValue(resource, slip)],
  };
}
