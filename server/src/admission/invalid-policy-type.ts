import type { NetworkPolicy } from '../model/networkPolicy.ts';
import { setScalar } from '../model/edit.ts';
import { nearMiss } from '../model/problems.ts';
import { admissionRule } from './rule.ts';
import { valuePlace } from './walk.ts';

const TYPES = ['Ingress', 'Egress'];

/** Policy types other than the two, or more than two of them. */
export default admissionRule<NetworkPolicy>(
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
  ['NetworkPolicy'],
  function* (policy) {
    const { policyTypes = [] } = policy.body.spec;
    if (policyTypes.length > 2) {
      const { field } = valuePlace(policy, policy.body.spec, 'policyTypes');
      yield {
        span: policy.source.key(policy.body.spec, 'policyTypes'),
        field,
        confidence: 'proven',
        message: `\`policyTypes\` has ${policyTypes.length} entries, and the API server refuses more than two. List \`Ingress\`, \`Egress\` or both, once each.`,
      };
      return;
    }
    for (const [index, type] of policyTypes.entries()) {
      if (TYPES.includes(type)) continue;
      const near = nearMiss(type, TYPES);
      yield {
        ...valuePlace(policy, policyTypes, index),
        confidence: 'proven',
        message: `\`${type}\` is no policy type, so the API server refuses this policy. ${
          near === null ? 'There are `Ingress` and `Egress`.' : `Did you mean \`${near}\`?`
        }`,
        fixes:
          near === null
            ? []
            : [
                {
                  title: `Change to \`${near}\``,
                  safe: true,
                  edits: () => setScalar(policy, policyTypes, index, near),
                },
              ],
      };
    }
  },
);
