import { setScalar } from '../model/edit.ts';
import { admissionRule } from './rule.ts';
import { valuePlace } from './walk.ts';

/** The one version that supported releases serve. */
const SERVED = 'networking.k8s.io/v1';

/** API versions that no supported release serves. */
export default admissionRule(
  {
    code: 'deprecated-api-version',
    title: 'An API version that is not served',
    category: 'refused',
    severity: 'error',
    docs: `NetworkPolicy is served as \`networking.k8s.io/v1\` alone. \`extensions/v1beta1\`, which takes the same fields, was removed in
Kubernetes 1.16; other versions of \`networking.k8s.io\`, and the core \`v1\`, never had it.`,
    since: '0.1.0',
    fixable: true,
    tag: 'deprecated',
  },
  ['kubernetes/NetworkPolicy'],
  function* (resource) {
    const { apiVersion } = resource.body;
    if (apiVersion === SERVED) return;
    yield {
      ...valuePlace(resource, resource.body, 'apiVersion'),
      confidence: 'proven',
      message:
        resource.kind.group === 'extensions'
          ? `\`${apiVersion}\` NetworkPolicy is gone since Kubernetes 1.16, and the API server refuses it. \`${SERVED}\` takes the same fields.`
          : `There is no NetworkPolicy in \`${apiVersion}\`, so the API server refuses it. Write \`${SERVED}\`.`,
      fixes: [
        {
          title: `Change to \`${SERVED}\``,
          safe: true,
          edits: () => setScalar(resource, resource.body, 'apiVersion', SERVED),
        },
      ],
    };
  },
);
