import { setScalar } from '../model/edit.ts';
import { ADMIN_KINDS } from '../model/kinds.ts';
import { admissionRule } from './rule.ts';
import { valuePlace } from './walk.ts';

/** Kinds of the Network Policy API in a version that never had them. */
export default admissionRule(
  {
    code: 'unpublished-api-version',
    title: 'A kind in a version that never had it',
    category: 'refused',
    severity: 'error',
    docs: `AdminNetworkPolicy and BaselineAdminNetworkPolicy exist in \`policy.networking.k8s.io/v1alpha1\` only, and
ClusterNetworkPolicy in \`policy.networking.k8s.io/v1alpha2\` only. The API server does not know the kind in another
version.`,
    since: '0.1.0',
    fixable: true,
  },
  ADMIN_KINDS,
  function* (resource) {
    const { group, versions, name } = resource.kind;
    const right = `${group}/${versions[0]!}`;
    const { apiVersion } = resource.body;
    if (apiVersion === right) return;
    yield {
      ...valuePlace(resource, resource.body, 'apiVersion'),
      confidence: 'proven',
      message: `\`${apiVersion}\` has no ${name}, so the API server refuses this policy: it is a kind of \`${right}\`.`,
      fixes: [
        {
          title: `Change to \`${right}\``,
          safe: true,
          edits: () => setScalar(resource, resource.body, 'apiVersion', right),
        },
      ],
    };
  },
);
