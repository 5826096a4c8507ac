import { setScalar } from '../model/edit.ts';
import type { AdminPolicy } from '../model/adminPolicy.ts';
import type { Finding } from '../model/finding.ts';
import { ADMIN_KINDS } from '../model/kinds.ts';
import type { LabelSelector } from '../model/networkPolicy.ts';
import type { Resource } from '../model/resource.ts';
import type { Labels } from '../policy/endpoint.ts';
import { count } from '../policy/print.ts';
import { selectorOf } from '../policy/selector/k8s.ts';
import { EVERYTHING, matches } from '../policy/selector/selector.ts';
import type { Inventory } from '../workspace/world.ts';
import { inventoryRule } from './rule.ts';
import { meaningOf } from './support/meaning.ts';
import { hostPodsOf } from './support/pods.ts';
import { typoOf } from './support/typo.ts';

/** Subjects of administrators' policies without a pod, where the workspace shows what was meant. */
export default inventoryRule(
  {
    code: 'subject-selects-nothing',
    title: 'A subject that selects no pod',
    category: 'inert',
    severity: 'warning',
    docs: `A policy whose subject selects nothing is accepted and does nothing. netpol speaks up where a label value is nearly one
that namespaces, or pods of the selected namespaces, have in this workspace.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  ADMIN_KINDS,
  function* ({ resource, ...member }, inventory) {
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
  },
);

const namespaceLabels = (inventory: Inventory): readonly Labels[] =>
  inventory
    .namespaces()
    .filter(({ key }) => inventory.inventory(key).pods.length > 0)
    .map(({ labels, name }) =>
      name === null ? labels : { ...labels, 'kubernetes.io/metadata.name': name },
    );

/** One value of matchLabels that is nearly one of those there, and with which the selector matches some of them. */
function nearValue(
  resource: Resource<AdminPolicy>,
  selector: LabelSelector | undefined,
  around: readonly Labels[],
  what: 'namespace' | 'pod',
): Finding | null {
  const { matchLabels = {} } = selector ?? {};
  for (const [key, value] of Object.entries(matchLabels)) {
    const values = [...new Set(around.flatMap((labels) => labels[key] ?? []))];
    const near = values.includes(value) ? null : typoOf(value, values);
    if (near === null) continue;
    const repaired = selectorOf({ ...selector, matchLabels: { ...matchLabels, [key]: near } });
    const meant =
      repaired === null ? 0 : around.filter((labels) => matches(repaired, labels) === 'yes').length;
    if (meant === 0) continue;
    return {
      span: resource.source.value(matchLabels, key),
      confidence: 'supported',
      message: `No ${what} has \`${key}=${value}\`, so this policy is for no pod. Did you mean \`${near}\` (${count(meant, what)})?`,
      fixes: [
        {
          title: `Change to \`${near}\``,
          safe: false,
          edits: () => setScalar(resource, matchLabels, key, near),
        },
      ],
    };
  }
  return null;
}
