import { ADMIN_KINDS } from '../model/kinds.ts';
import { partPlace, schemaPartsIn } from './parts.ts';
import { admissionRule } from './rule.ts';

/** Fields that only the experimental channel of the Network Policy API has. */
export default admissionRule(
  {
    code: 'experimental-field',
    title: 'A field of the experimental channel',
    category: 'refused',
    severity: 'error',
    docs: `The Network Policy API is published in two channels. \`nodes\` and \`domainNames\`, and \`namedPort\` of
AdminNetworkPolicy and BaselineAdminNetworkPolicy, exist in the experimental one only; with the definitions of the standard
channel the API server does not know them and refuses the policy. Set \`netpol.networkPolicyApi.channel\` to
\`experimental\` if your cluster has those definitions.`,
    since: '0.1.0',
    fixable: false,
  },
  ADMIN_KINDS,
  function* (policy) {
    for (const part of schemaPartsIn(policy)) {
      const { step, node } = part;
      if (node['x-channel'] === undefined) continue;
      yield {
        ...partPlace(policy, part, 'key'),
        channel: 'standard',
        message: `\`${step}\` is in the experimental channel of the Network Policy API only, and with the standard one the API server refuses this policy. If your cluster has the experimental definitions, set \`netpol.networkPolicyApi.channel\` to \`experimental\`.`,
      };
    }
  },
);
