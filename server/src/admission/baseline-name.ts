import { setScalar } from '../model/edit.ts';
import { isStandIn } from './standIn.ts';
import { admissionRule } from './rule.ts';
import { fieldIn, valuePlace } from './walk.ts';

/** Baseline policies of another name than the only one that they can have. */
export default admissionRule(
  {
    code: 'baseline-name',
    title: 'A BaselineAdminNetworkPolicy that is not called default',
    category: 'refused',
    severity: 'error',
    docs: `A cluster has one BaselineAdminNetworkPolicy, and its name is \`default\`; the API server refuses any other.
Several baseline policies, of any name, are possible as ClusterNetworkPolicy of tier \`Baseline\`.`,
    since: '0.1.0',
    fixable: true,
  },
  ['admin/BaselineAdminNetworkPolicy'],
  function* (policy) {
    const metadata = fieldIn(policy, policy.body, 'metadata');
    const key = metadata?.name ? 'name' : 'generateName';
    const name = metadata && fieldIn(policy, metadata, key);
    if (metadata === undefined || !name || isStandIn(name)) return;
    if (key === 'name' && name === 'default') return;
    yield {
      ...valuePlace(policy, metadata, key),
      field: 'metadata.name',
      confidence: 'proven',
      message:
        key === 'name'
          ? `\`${name}\` is no name of a BaselineAdminNetworkPolicy: there is only one in a cluster, called \`default\`, and the API server refuses others.`
          : 'The name of a BaselineAdminNetworkPolicy cannot be generated: there is only one in a cluster, called `default`, and the API server refuses others.',
      fixes:
        key === 'name'
          ? [
              {
                title: 'Change to `default`',
                safe: true,
                edits: () => setScalar(policy, metadata, 'name', 'default'),
              },
            ]
          : [],
    };
  },
);
