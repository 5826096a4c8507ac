import { ADMIN_KINDS } from '../model/kinds.ts';
import { documentRule } from './rule.ts';

/** Policies of administrators that decide nothing. */
export default documentRule(
  {
    code: 'policy-without-rules',
    title: 'A policy without any rule',
    category: 'inert',
    severity: 'warning',
    docs: `A NetworkPolicy without rules denies, because it isolates the pods that it selects. The kinds of administrators isolate
nothing: without rules they decide nothing at all (Network Policy API, "API overview"). To deny, write a rule that says so.`,
    since: '0.1.0',
    fixable: false,
  },
  ADMIN_KINDS,
  function* (policy) {
    const { ingress = [], egress = [] } = policy.body.spec;
    if (ingress.length > 0 || egress.length > 0) return;
    yield {
      span: policy.source.key(policy.body, 'spec'),
      confidence: 'proven',
      message: `This ${policy.kind.name} has no rules, so it decides nothing: unlike a NetworkPolicy it isolates no pod. Add the rules, or remove the policy.`,
    };
  },
);
