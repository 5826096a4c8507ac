import { setKey, setScalar } from '../model/edit.ts';
import { CALICO_GROUP, CALICO_POLICIES } from '../model/kinds.ts';
import { calicoPolicyNameFault } from './calicoNames.ts';
import { dnsSubdomainFault } from './grammar.ts';
import { admissionRule } from './rule.ts';
import { fieldIn, valuePlace } from './walk.ts';

/** Names that Calico makes of other kinds, in whatever tier. */
const CONVERTED =
  /^(?:knp\.default|kanp\.adminnetworkpolicy|kbanp\.baselineadminnetworkpolicy|ossg)\./;

/** A policy that is not called after its tier, as older releases want it. */
export default admissionRule(
  {
    code: 'policy-name-without-tier',
    title: 'A policy that is not called after its tier',
    category: 'refused',
    severity: 'error',
    docs: `Before 3.32 Calico takes a policy in a tier other than \`default\` only under a name that begins with the tier and a
dot, and a policy in tier \`default\` only under a name without a dot, or that begins with \`default.\`. From 3.32 on the name
means nothing, and the tier is what \`tier\` says.`,
    since: '0.1.0',
    fixable: true,
  },
  CALICO_POLICIES,
  function* (policy) {
    const metadata = fieldIn(policy, policy.body, 'metadata');
    const spec = fieldIn(policy, policy.body, 'spec');
    const name = (metadata && fieldIn(policy, metadata, 'name')) ?? '';
    if (metadata === undefined || spec === undefined || name === '') return;
    // What is written as Calico stores it is not looked at, and a template may say the tier.
    if (policy.kind.group !== CALICO_GROUP || policy.illegible?.get(spec)?.has('tier') === true)
      return;
    const tier = spec.tier === undefined || spec.tier === '' ? 'default' : spec.tier;
    const fits = tier === 'default' && !name.includes('.');
    if (fits || name.startsWith(`${tier}.`) || CONVERTED.test(name)) return;
    const [prefix = ''] = name.split('.');
    const plain = !name.includes('.');
    const whole = `${tier}.${name}`;
    const canBe =
      dnsSubdomainFault(whole) === null && calicoPolicyNameFault(policy.kind, whole) === null;
    yield {
      ...valuePlace(policy, metadata, 'name'),
      confidence: 'proven',
      of: 'Calico',
      until: '3.32',
      message: plain
        ? `\`${name}\` is in tier \`${tier}\`, and its name does not begin with \`${tier}.\`.`
        : `\`${name}\` is called after a tier \`${prefix}\`, and is in tier \`${tier}\`.`,
      fixes: plain
        ? canBe
          ? [
              {
                title: `Call it \`${whole}\``,
                safe: false,
                edits: () => setScalar(policy, metadata, 'name', whole),
              },
            ]
          : []
        : [
            {
              title: `Put it into tier \`${prefix}\``,
              safe: false,
              edits: () => setKey(policy, spec, 'tier', prefix),
            },
          ],
    };
  },
);
