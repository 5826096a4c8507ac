import { removeItem } from '../model/edit.ts';
import { admissionRule } from './rule.ts';
import { suggestion } from './suggestion.ts';
import { fieldIn, itemsIn, specOf, valuePlace } from './walk.ts';

const TYPES = ['Ingress', 'Egress'];

/** Policy types other than the two, or more than two of them. */
export default admissionRule(
  {
    code: 'invalid-policy-type',
    title: 'A policy type other than Ingress and Egress',
    category: 'refused',
    severity: 'error',
    docs: `\`policyTypes\` lists at most two entries, \`Ingress\` and \`Egress\`, spelt exactly so. The API server refuses the
whole object otherwise.`,
    since: '0.1.0',
    fixable: true,
  },
  ['kubernetes/NetworkPolicy'],
  function* (policy) {
    const policyTypes = fieldIn(policy, specOf(policy), 'policyTypes') ?? [];
    if (policyTypes.length > 2 && policy.opaque === null) {
      const { field } = valuePlace(policy, policy.body.spec, 'policyTypes');
      const again = policyTypes.findIndex((type, index) => policyTypes.indexOf(type) < index);
      yield {
        span: policy.source.key(policy.body.spec, 'policyTypes'),
        field,
        confidence: 'proven',
        message: `\`policyTypes\` has ${policyTypes.length} entries, and the API server refuses more than two. List \`Ingress\`, \`Egress\` or both, once each.`,
        fixes: policyTypes.every((type) => TYPES.includes(type))
          ? [
              {
                title: `Remove the repeated \`${policyTypes[again]!}\` (same meaning)`,
                safe: true,
                edits: () => removeItem(policy, policyTypes, again),
              },
            ]
          : [],
      };
      return;
    }
    for (const [index, type] of itemsIn(policy, policyTypes)) {
      if (TYPES.includes(type)) continue;
      const { advice, fixes } = suggestion(policy, policyTypes, index, type, TYPES);
      yield {
        ...valuePlace(policy, policyTypes, index),
        confidence: 'proven',
        message: `\`${type}\` is no policy type, so the API server refuses this policy. ${advice}`,
        fixes,
      };
    }
  },
);
