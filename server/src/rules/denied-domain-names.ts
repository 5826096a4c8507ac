import { ADMIN_KINDS } from '../model/kinds.ts';
import { documentRule } from './rule.ts';

/** Domain names in rules that let nothing through. */
export default documentRule(
  {
    code: 'denied-domain-names',
    title: 'Domain names in a rule that does not let through',
    category: 'inert',
    severity: 'warning',
    docs: `\`domainNames\` are for rules that let traffic through (Network Policy API reference, \`domainNames\`): addresses that
DNS has not answered with are never matched, so a \`Deny\` or \`Pass\` by name is not what it seems. The API server takes it
all the same. To allow only some names, let those through and deny the addresses in a later rule.`,
    since: '0.1.0',
    fixable: false,
  },
  ADMIN_KINDS,
  function* (policy) {
    const accept = policy.kind.name === 'ClusterNetworkPolicy' ? 'Accept' : 'Allow';
    for (const { action, to = [] } of policy.body.spec.egress ?? []) {
      if (action !== 'Deny' && action !== 'Pass') continue;
      for (const peer of to)
        if (peer.domainNames !== undefined)
          yield {
            span: policy.source.key(peer, 'domainNames'),
            confidence: 'proven',
            message: `\`domainNames\` work only in rules that say \`${accept}\`, and this one says \`${action}\`. Let the names that are wanted through, and deny the addresses (\`networks\`) in a later rule.`,
          };
    }
  },
);
