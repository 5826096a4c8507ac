import { setScalar } from '../model/edit.ts';
import { ADMIN_KINDS } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { partPlace, schemaPartsIn, wordsOf, type SchemaPart } from './parts.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { suggestion } from './suggestion.ts';

/** What a rule of an administrator cannot do. */
export default admissionRule(
  {
    code: 'invalid-action',
    title: 'An action that the kind does not have',
    category: 'refused',
    severity: 'error',
    docs: `The actions of AdminNetworkPolicy are \`Allow\`, \`Deny\` and \`Pass\`, those of BaselineAdminNetworkPolicy \`Allow\`
and \`Deny\`, and those of ClusterNetworkPolicy \`Accept\`, \`Deny\` and \`Pass\`, spelt exactly so. The API server refuses
the whole object otherwise.`,
    since: '0.1.0',
    fixable: true,
  },
  ADMIN_KINDS,
  function* (policy) {
    for (const part of schemaPartsIn(policy)) {
      const { step, value } = part;
      const actions = wordsOf(part);
      if (step !== 'action' || actions.length === 0 || actions.includes(String(value))) continue;
      yield { ...partPlace(policy, part), ...wordsFor(policy, part, String(value), actions) };
    }
  },
);

/** The action that lets through has another name in each version. */
const SYNONYMS: Readonly<Record<string, string>> = { allow: 'Accept', accept: 'Allow' };

function wordsFor(
  policy: Resource,
  { object, step }: SchemaPart,
  action: string,
  actions: readonly string[],
): Pick<Refusal, 'message' | 'fixes'> {
  const { name: kind } = policy.kind;
  const refused = `${action === '' ? 'An empty text' : `\`${action}\``} is no action of ${kind}, so the API server refuses this policy.`;
  const synonym = SYNONYMS[action.toLowerCase()];
  if (synonym !== undefined && actions.includes(synonym))
    return {
      message: `${refused} This kind calls it \`${synonym}\`.`,
      fixes: [
        {
          title: `Change to \`${synonym}\` (same meaning)`,
          safe: true,
          edits: () => setScalar(policy, object, step, synonym),
        },
      ],
    };
  if (action.toLowerCase() === 'pass')
    return {
      message: `${refused} It has the last word, so there is nobody to pass to: remove the rule, or decide with \`Allow\` or \`Deny\`.`,
    };
  const { advice, fixes } = suggestion(policy, object, step, action, actions);
  return { message: `${refused} ${advice}`, fixes };
}
