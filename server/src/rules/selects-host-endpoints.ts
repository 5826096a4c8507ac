import type { CalicoPolicy } from '../model/calico.ts';
import type { Resource } from '../model/resource.ts';
import type { Direction } from '../policy/ir.ts';
import { directionsOf } from '../policy/lower/calico.ts';
import { subjectExpression } from '../policy/lower/calicoSelectors.ts';
import { list } from '../policy/print.ts';
import { selectorOf } from '../policy/selector/calico/selectorOf.ts';
import { implies } from '../policy/selector/implies.ts';
import { EVERYTHING, matches } from '../policy/selector/selector.ts';
import { documentRule } from './rule.ts';
import { isUnconditional } from './support/calicoRules.ts';

/** A policy of the cluster that cuts off its nodes, too. */
export default documentRule(
  {
    code: 'selects-host-endpoints',
    title: 'A global policy that cuts off hosts too',
    category: 'too-closed',
    severity: 'warning',
    docs: `The selectors of a GlobalNetworkPolicy choose host endpoints as well as pods. Host endpoints live in no namespace and
have no label of one, so an empty selector, \`all()\`, and every condition that asks what a namespace is *not* are true of
them. A policy that selects an endpoint denies what no rule of the tier allows: all pods of the system, and with host
endpoints the nodes themselves, are then cut off (Calico documentation, "Enable a default deny policy for Kubernetes
pods"). \`projectcalico.org/orchestrator == 'k8s'\` chooses pods alone.`,
    since: '0.1.0',
    fixable: false,
  },
  ['calico/GlobalNetworkPolicy'],
  function* (policy) {
    const { spec = {} } = policy.body as Partial<CalicoPolicy>;
    const closed = directionsOf(spec, policy.body.apiVersion).filter(
      (direction) => !isOpen(spec, direction),
    );
    if (closed.length === 0 || !policy.sound) return;
    const chosen = selectorOf(subjectExpression(spec, null));
    if (matches(chosen, {}) !== 'yes') return;
    const denied = `all ${list(closed, 'and')} that no rule allows`;
    if (implies(EVERYTHING, chosen))
      yield {
        span: placeOf(policy),
        confidence: 'proven',
        message: `This policy selects every pod of the cluster, those of \`kube-system\` too, and every host endpoint, and denies them ${denied}. Name its namespaces in \`namespaceSelector\`, or add \`projectcalico.org/orchestrator == 'k8s'\` to \`selector\` if hosts are not meant.`,
      };
    else
      yield {
        span: placeOf(policy),
        severity: 'information',
        confidence: 'possible',
        message: `This is also true of host endpoints that lack these labels, as they live in no namespace, so the policy denies them ${denied}. Add \`projectcalico.org/orchestrator == 'k8s'\` to \`selector\` if only pods are meant.`,
      };
  },
);

/** Whether a rule lets everything through, or on to the next tier. */
const isOpen = (spec: CalicoPolicy['spec'], direction: Direction): boolean =>
  (spec[direction] ?? []).some(
    (rule) => (rule.action === 'Allow' || rule.action === 'Pass') && isUnconditional(rule),
  );

/** The selector that says whom the policy is for; the spec's key where there is none. */
function placeOf({ body, source }: Resource<CalicoPolicy>): ReturnType<typeof source.of> {
  const { spec } = body;
  for (const key of ['namespaceSelector', 'selector'] as const)
    if (spec?.[key] !== undefined) return source.value(spec, key);
  return source.key(body, 'spec');
}
