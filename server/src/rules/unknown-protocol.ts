import { schemaPartsIn, wordsOf } from '../admission/parts.ts';
import { suggestion } from '../admission/suggestion.ts';
import { documentRule } from './rule.ts';

/** Protocols that v1alpha1 does not refuse and no connection has. */
export default documentRule(
  {
    code: 'unknown-protocol',
    title: 'A protocol that no connection has',
    category: 'inert',
    severity: 'warning',
    docs: `The API server takes any text as the \`protocol\` of a \`portNumber\` or \`portRange\`, but ports belong to \`TCP\`,
\`UDP\` and \`SCTP\`, spelt exactly so; with another one the rule never applies by that entry.`,
    since: '0.1.0',
    fixable: true,
  },
  ['admin/AdminNetworkPolicy', 'admin/BaselineAdminNetworkPolicy'],
  function* (policy) {
    for (const part of schemaPartsIn(policy)) {
      const { object, step, value } = part;
      const protocols = wordsOf(part);
      if (step !== 'protocol' || protocols.includes(String(value))) continue;
      const { advice, fixes } = suggestion(policy, object, step, String(value), protocols);
      yield {
        span: policy.source.value(object, step),
        confidence: 'proven',
        message: `${value === '' ? 'An empty text' : `\`${String(value)}\``} is no protocol with ports, so the rule never applies by this entry, although the API server takes it. ${advice}`,
        // With it the rule begins to apply, which only its author can want.
        fixes: fixes.map((fix) => ({ ...fix, safe: false })),
      };
    }
  },
);
