import { documentRule } from './rule.ts';

/** Kinds that never left alpha, and have a successor. */
export default documentRule(
  {
    code: 'superseded-kind',
    title: 'A kind that ClusterNetworkPolicy has replaced',
    category: 'clarity',
    severity: 'hint',
    docs: `AdminNetworkPolicy and BaselineAdminNetworkPolicy never left alpha. ClusterNetworkPolicy
(\`policy.networking.k8s.io/v1alpha2\`) replaces both, as tier \`Admin\` and tier \`Baseline\`, and is what a beta is planned
for; the release that brought it no longer ships the definitions of the other two (Network Policy API v0.2.0).`,
    since: '0.1.0',
    fixable: false,
    tag: 'deprecated',
  },
  ['admin/AdminNetworkPolicy', 'admin/BaselineAdminNetworkPolicy'],
  function* (policy) {
    const tier = policy.kind.name === 'AdminNetworkPolicy' ? 'Admin' : 'Baseline';
    yield {
      span: policy.source.value(policy.body, 'kind'),
      confidence: 'proven',
      message: `${policy.kind.name} never left alpha: ClusterNetworkPolicy (\`v1alpha2\`) replaces it, with tier \`${tier}\`.`,
    };
  },
);
