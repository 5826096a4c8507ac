import { setScalar } from '../model/edit.ts';
import { admissionRule } from './rule.ts';
import { valuePlace } from './walk.ts';

/** API versions that no supported release serves. */
export default admissionRule(
  {
    code: 'deprecated-api-version',
    title: 'An API version that is no longer served',
    category: 'refused',
    severity: 'error',
    docs: `\`extensions/v1beta1\` NetworkPolicy was removed in Kubernetes 1.16. \`networking.k8s.io/v1\` takes the same fields.`,
    since: '0.1.0',
    fixable: true,
    tag: 'deprecated',
  },
  ['NetworkPolicy'],
  function* (resource) {
    if (resource.kind.group !== 'extensions') return;
    yield {
      ...valuePlace(resource, resource.body, 'apiVersion'),
      confidence: 'proven',
      message: `\`${resource.body.apiVersion}\` NetworkPolicy is gone since Kubernetes 1.16, and the API server refuses it. \`networking.k8s.io/v1\` takes the same fields.`,
      fixes: [
        {
          title: 'Change to `networking.k8s.io/v1`',
          safe: true,
          edits: () => setScalar(resource, resource.body, 'apiVersion', 'networking.k8s.io/v1'),
        },
      ],
    };
  },
);
