import { setScalar } from '../model/edit.ts';
import { ADMIN_KINDS, CALICO_RULED } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { refusedBy } from './calicoWalk.ts';
import { partPlace, schemaPartsIn, wordsOf, type SchemaPart } from './parts.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { suggestion } from './suggestion.ts';

/** What a rule, or the end of a tier, cannot do. */
export default admissionRule(
  {
    code: 'invalid-action',
    title: 'An action that the kind does not have',
    category: 'refused',
    severity: 'error',
    docs: `The actions of AdminNetworkPolicy are \`Allow\`, \`Deny\` and \`Pass\`, those of BaselineAdminNetworkPolicy \`Allow\`
and \`Deny\`, and those of ClusterNetworkPolicy \`Accept\`, \`Deny\` and \`Pass\`, spelt exactly so. Calico's rules \`Allow\`,
\`Deny\`, \`Log\` and \`Pass\`, and at the end its tiers \`Deny\` or \`Pass\`. The API server refuses the whole object otherwise.`,
    since: '0.1.0',
    fixable: true,
  },
  [...ADMIN_KINDS, ...CALICO_RULED, 'calico/Tier'],
  function* (policy) {
    for (const part of schemaPartsIn(policy)) {
      const { step, value } = part;
      const actions = wordsOf(part);
      if (step !== 'action' && step !== 'defaultAction') continue;
      if (actions.length === 0 || actions.includes(String(value))) continue;
      yield { ...partPlace(policy, part), ...wordsFor(policy, part, String(value), actions) };
    }
  },
);

/** The action that lets through has another name in each API. */
const SYNONYMS: Readonly<Record<string, string>> = { allow: 'Accept', accept: 'Allow' };

function wordsFor(
  policy: Resource,
  { object, step }: SchemaPart,
  action: string,
  actions: readonly string[],
): Pick<Refusal, 'message' | 'fixes'> {
  const { name: kind, dialect } = policy.kind;
  const so = dialect === 'calico' ? refusedBy(policy) : 'so the API server refuses this policy';
  const refused = `${action === '' ? 'An empty text' : `\`${action}\``} is no ${step === 'action' ? '' : 'default '}action of ${kind}, ${so}.`;
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
  if (action.toLowerCase() === 'pass' && !actions.includes('Pass'))
    return {
      message: `${refused} It has the last word, so there is nobody to pass to: remove the rule, or decide with \`Allow\` or \`Deny\`.`,
    };
  const { advice, fixes } = suggestion(policy, object, step, action, actions);
  return { message: `${refused} ${advice}`, fixes };
}
