import { partPlace, schemaPartsIn, wordsOf } from './parts.ts';
import { admissionRule } from './rule.ts';
import { suggestion } from './suggestion.ts';

/** Tiers other than the two. */
export default admissionRule(
  {
    code: 'invalid-tier',
    title: 'A tier other than Admin and Baseline',
    category: 'refused',
    severity: 'error',
    docs: `A ClusterNetworkPolicy stands in tier \`Admin\`, before every NetworkPolicy, or in tier \`Baseline\`, behind them;
both are spelt exactly so. The API server refuses the whole object otherwise.`,
    since: '0.1.0',
    fixable: true,
  },
  ['admin/ClusterNetworkPolicy'],
  function* (policy) {
    for (const part of schemaPartsIn(policy)) {
      const { object, step, value } = part;
      const tiers = wordsOf(part);
      // A label of that name has no words to choose from.
      if (step !== 'tier' || tiers.length === 0 || tiers.includes(String(value))) continue;
      const { advice, fixes } = suggestion(policy, object, step, String(value), tiers);
      yield {
        ...partPlace(policy, part),
        message: `${value === '' ? 'An empty text' : `\`${String(value)}\``} is no tier, so the API server refuses this policy. ${advice}`,
        fixes,
      };
    }
  },
);
