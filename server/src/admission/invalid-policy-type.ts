import { removeItem } from '../model/edit.ts';
import { CALICO_POLICIES, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { refusedBy } from './calicoWalk.ts';
import { admissionRule, type Refusal } from './rule.ts';
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
    docs: `\`policyTypes\`, which Calico calls \`types\`, lists at most two entries, \`Ingress\` and \`Egress\`, spelt exactly so. The
API server refuses the whole object otherwise.`,
    since: '0.1.0',
    fixable: true,
  },
  [...KUBERNETES_SHAPED, ...CALICO_POLICIES],
  function* (policy) {
    if (isOf(policy, CALICO_POLICIES)) {
      const spec = fieldIn(policy, policy.body, 'spec');
      yield* wordFaults(policy, (spec && fieldIn(policy, spec, 'types')) ?? [], refusedBy(policy));
      return;
    }
    if (!isOf(policy, KUBERNETES_SHAPED)) return;
    const spec = specOf(policy);
    const policyTypes = fieldIn(policy, spec, 'policyTypes') ?? [];
    const isKubernetes = isOf(policy, ['kubernetes/NetworkPolicy']);
    if (isKubernetes && policyTypes.length > 2 && policy.opaque === null) {
      const { field } = valuePlace(policy, spec, 'policyTypes');
      const again = policyTypes.findIndex((type, index) => policyTypes.indexOf(type) < index);
      yield {
        span: policy.source.key(spec, 'policyTypes'),
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
    yield* wordFaults(policy, policyTypes, 'so the API server refuses this policy');
  },
);

function* wordFaults(policy: Resource, types: readonly string[], so: string): Generator<Refusal> {
  for (const [index, type] of itemsIn(policy, types)) {
    if (TYPES.includes(type)) continue;
    const { advice, fixes } = suggestion(policy, types, index, type, TYPES);
    yield {
      ...valuePlace(policy, types, index),
      confidence: 'proven',
      message: `\`${type}\` is no policy type, ${so}. ${advice}`,
      fixes,
    };
  }
}
