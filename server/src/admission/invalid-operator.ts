import { CILIUM_POLICIES, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import { ciliumOperatorFaults } from './ciliumSelectors.ts';
import { ciliumSelectorsIn } from './ciliumWalk.ts';
import { admissionRule } from './rule.ts';
import { operatorFaults } from './selectorFaults.ts';
import { selectorsIn } from './walk.ts';

/** Operators of match expressions that do not exist, or whose values do not suit them. */
export default admissionRule(
  {
    code: 'invalid-operator',
    title: 'A match expression whose operator or values do not fit',
    category: 'refused',
    severity: 'error',
    docs: `A match expression compares with \`In\`, \`NotIn\`, \`Exists\` or \`DoesNotExist\`, spelt exactly so. \`In\` and
\`NotIn\` need at least one value, \`Exists\` and \`DoesNotExist\` take none. The API server refuses the whole object
otherwise; of Cilium's policies it knows the operators only, and where the values do not suit, Cilium enforces nothing of the
policy. \`Gt\` and \`Lt\` belong to node affinity. In the kinds of administrators it does not look: \`unusable-selector\` does.`,
    since: '0.1.0',
    fixable: true,
  },
  [...KUBERNETES_SHAPED, ...CILIUM_POLICIES],
  function* (policy) {
    if (isOf(policy, CILIUM_POLICIES))
      for (const selector of ciliumSelectorsIn(policy))
        yield* ciliumOperatorFaults(policy, selector);
    else if (isOf(policy, KUBERNETES_SHAPED))
      for (const selector of selectorsIn(policy))
        yield* operatorFaults(policy, selector, 'so the API server refuses this policy');
  },
);
