import { removeKey, setScalar } from '../model/edit.ts';
import { fieldText } from '../model/fieldText.ts';
import { ciliumRulesIn, STORED } from './ciliumWalk.ts';
import { admissionRule } from './rule.ts';
import { fieldIn } from './walk.ts';

/** Rules for nodes in a policy of a namespace. */
export default admissionRule(
  {
    code: 'misplaced-node-selector',
    title: 'A rule for nodes in a policy of a namespace',
    category: 'refused',
    severity: 'error',
    docs: `Nodes belong to no namespace, so only a CiliumClusterwideNetworkPolicy can have rules with \`nodeSelector\`. The API
server takes one in a CiliumNetworkPolicy, but Cilium then enforces nothing of the whole policy.`,
    since: '0.1.0',
    fixable: true,
  },
  ['cilium/CiliumNetworkPolicy'],
  function* (policy) {
    const { source, body } = policy;
    const rules = ciliumRulesIn(policy);
    const { metadata } = body;
    for (const rule of rules) {
      if (fieldIn(policy, rule, 'nodeSelector') === undefined) continue;
      yield {
        span: source.key(rule, 'nodeSelector'),
        field: fieldText([...source.path(rule), 'nodeSelector']),
        confidence: 'proven',
        by: 'agent',
        message: `Nodes belong to no namespace, and this policy does, ${STORED}. Write it as a CiliumClusterwideNetworkPolicy.`,
        // Rules for pods would become rules for those of all namespaces.
        fixes: rules.every((other) => other.endpointSelector === undefined)
          ? [
              {
                title: 'Make it a CiliumClusterwideNetworkPolicy',
                safe: false,
                edits: () => [
                  ...setScalar(policy, body, 'kind', 'CiliumClusterwideNetworkPolicy'),
                  ...(source.has(metadata, 'namespace')
                    ? removeKey(policy, metadata, 'namespace')
                    : []),
                ],
              },
            ]
          : [],
      };
    }
  },
);
