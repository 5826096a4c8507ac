import { schemaPartsIn } from '../admission/parts.ts';
import { operatorFaults, selectorLabelFaults } from '../admission/selectorFaults.ts';
import { ADMIN_KINDS } from '../model/kinds.ts';
import type { LabelSelector } from '../model/networkPolicy.ts';
import { documentRule } from './rule.ts';

const SO = 'so no implementation can use this selector, although the API server takes it';

/** Selectors of administrators' policies that the API server does not look into, and that nothing can evaluate. */
export default documentRule(
  {
    code: 'unusable-selector',
    title: 'A selector that the API server takes and nothing can use',
    category: 'inert',
    severity: 'error',
    docs: `The API server checks the operators, values and keys of a NetworkPolicy's selectors, but not those of
AdminNetworkPolicy, BaselineAdminNetworkPolicy and ClusterNetworkPolicy. An operator other than \`In\`, \`NotIn\`,
\`Exists\` and \`DoesNotExist\`, values that do not suit it, or a label that cannot exist are then found when the policy is
enforced: what implementations do differs, and may be nothing at all.`,
    since: '0.1.0',
    fixable: true,
  },
  ADMIN_KINDS,
  function* (policy) {
    for (const { value, node } of schemaPartsIn(policy)) {
      if (node.properties?.['matchExpressions'] === undefined) continue;
      yield* operatorFaults(policy, value as LabelSelector, SO);
      yield* selectorLabelFaults(policy, value as LabelSelector, SO);
    }
  },
);
