import { setKey } from '../model/edit.ts';
import { admissionRule } from './rule.ts';
import { fieldIn } from './walk.ts';

/** Policies that do not say which pods they are for. */
export default admissionRule(
  {
    code: 'missing-pod-selector',
    title: 'A policy without podSelector',
    category: 'refused',
    severity: 'error',
    docs: `Without \`podSelector\` a policy is for all pods of its namespace. The published schema listed the field as required
of a \`spec\` before Kubernetes 1.34, so kubectl and schema checkers of those releases refuse the manifest. \`podSelector: {}\` says the
same and suits all releases.`,
    since: '0.1.0',
    fixable: true,
  },
  ['kubernetes/NetworkPolicy'],
  function* (policy) {
    const { spec } = policy.body;
    // The schema never required `spec` itself, and where there is none it has nothing to ask for.
    if (fieldIn(policy, policy.body, 'spec') === undefined || policy.source.node(spec) === null)
      return;
    // A misspelt key is reported as such.
    const misspelt = policy.problems.some(
      ({ code, field }) => code === 'unknown-field' && /^spec\.[^.]+$/.test(field),
    );
    if (policy.source.has(spec, 'podSelector') || misspelt) return;
    yield {
      span: policy.source.key(policy.body, 'spec'),
      field: 'spec.podSelector',
      until: '1.34',
      confidence: 'proven',
      message: 'Without `podSelector` this policy is for all pods of its namespace.',
      fixes: [
        {
          title: 'Write `podSelector: {}` (same meaning)',
          safe: true,
          edits: () => setKey(policy, spec, 'podSelector', {}),
        },
      ],
    };
  },
);
