import type { CalicoPolicy } from '../model/calico.ts';
import { setKey } from '../model/edit.ts';
import type { Resource } from '../model/resource.ts';
import { fieldText } from '../model/fieldText.ts';
import { refusedBy } from './calicoWalk.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { fieldIn, isWhole, itemsIn } from './walk.ts';

/** Flags of a policy for host endpoints that do not go together, or with its rules. */
export default admissionRule(
  {
    code: 'conflicting-host-flags',
    title: 'Flags of a host policy that do not go together',
    category: 'refused',
    severity: 'error',
    docs: `\`doNotTrack\` and \`preDNAT\` exclude each other, and each needs \`applyOnForward: true\`. Before the destination is
translated there is only ingress, so \`preDNAT\` goes with neither egress rules nor \`Egress\` among the types. Calico refuses
the whole policy otherwise.`,
    since: '0.1.0',
    fixable: true,
  },
  ['calico/GlobalNetworkPolicy', 'calico/StagedGlobalNetworkPolicy'],
  function* (policy) {
    const spec = fieldIn(policy, policy.body, 'spec');
    if (spec === undefined || !isWhole(policy, spec)) return;
    const { doNotTrack = false, preDNAT = false, applyOnForward = false } = spec;
    if (doNotTrack && preDNAT)
      yield fault(
        policy,
        spec,
        'preDNAT',
        '`preDNAT` and `doNotTrack` exclude each other',
        'Keep the one that is meant, or write two policies.',
      );
    if ((doNotTrack || preDNAT) && !applyOnForward)
      yield {
        ...fault(
          policy,
          spec,
          preDNAT ? 'preDNAT' : 'doNotTrack',
          `\`${preDNAT ? 'preDNAT' : 'doNotTrack'}\` needs \`applyOnForward: true\``,
          'Such a policy judges forwarded traffic as well.',
        ),
        fixes: [
          {
            title: 'Set `applyOnForward: true`',
            // It is the only way in which the policy can be meant.
            safe: true,
            edits: () => setKey(policy, spec, 'applyOnForward', true),
          },
        ],
      };
    if (!preDNAT) return;
    const advice = 'Write the egress part into a policy of its own.';
    if ((spec.egress ?? []).length > 0)
      yield fault(policy, spec, 'egress', 'A policy with `preDNAT` has no egress rules', advice);
    for (const [index, type] of itemsIn(policy, spec.types))
      if (type === 'Egress')
        yield {
          ...fault(policy, spec, 'types', 'A policy with `preDNAT` is for ingress only', advice),
          span: policy.source.value(spec.types!, index),
        };
  },
);

const fault = (
  policy: Resource,
  spec: CalicoPolicy['spec'],
  key: string,
  what: string,
  advice: string,
): Refusal => ({
  span: policy.source.key(spec, key),
  field: fieldText([...policy.source.path(spec), key]),
  confidence: 'proven',
  message: `${what}, ${refusedBy(policy)}. ${advice}`,
});
