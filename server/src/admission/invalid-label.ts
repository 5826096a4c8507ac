import { CILIUM_POLICIES, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import { refusedBy } from './calicoWalk.ts';
import { ciliumLabelFaults } from './ciliumSelectors.ts';
import { ciliumSelectorsIn } from './ciliumWalk.ts';
import { admissionRule } from './rule.ts';
import { labelFaults, selectorLabelFaults } from './selectorFaults.ts';
import { isStandIn } from './standIn.ts';
import { fieldIn, selectorsIn } from './walk.ts';

const SO = 'so the API server refuses this policy';

/** Keys and values of labels that no object can carry. */
export default admissionRule(
  {
    code: 'invalid-label',
    title: 'A label key or value that cannot exist',
    category: 'refused',
    severity: 'error',
    docs: `A label key is a name of at most 63 characters, optionally behind a DNS name and a slash; a value is at most 63
characters. Both hold letters, digits, \`-\`, \`_\` and \`.\` and begin and end with a letter or digit; a value may be empty.
The API server refuses the whole object otherwise, because no pod or namespace could ever match. In Cilium's selectors a
source may stand before the key, as in \`k8s:app\`; of keys and of \`matchExpressions\` the API server says nothing, but Cilium
then enforces nothing of the policy.`,
    since: '0.1.0',
    fixable: true,
  },
  null,
  function* (policy) {
    const metadata = fieldIn(policy, policy.body, 'metadata');
    const labels = metadata && fieldIn(policy, metadata, 'labels');
    if (labels !== undefined) yield* labelFaults(policy, labels, SO, isStandIn);
    if (isOf(policy, ['calico/Profile'])) {
      const spec = fieldIn(policy, policy.body, 'spec');
      const given = spec && fieldIn(policy, spec, 'labelsToApply');
      if (given !== undefined) yield* labelFaults(policy, given, refusedBy(policy));
    }
    if (isOf(policy, CILIUM_POLICIES))
      for (const selector of ciliumSelectorsIn(policy)) yield* ciliumLabelFaults(policy, selector);
    // The server looks into no selector of a custom resource; `unusable-selector` does.
    if (!isOf(policy, KUBERNETES_SHAPED)) return;
    for (const selector of selectorsIn(policy)) yield* selectorLabelFaults(policy, selector, SO);
  },
);
