import { CALICO_KINDS } from '../model/kinds.ts';
import { refusedBy } from './calicoWalk.ts';
import { partPlace, schemaPartsIn, wordsOf } from './parts.ts';
import { admissionRule } from './rule.ts';
import { suggestion } from './suggestion.ts';

/** The fields that it speaks of; what other lists of words mean has a rule of its own. */
const FIELDS: ReadonlySet<unknown> = new Set(['stagedAction', 'ipVersion', 'performanceHints']);

/** Values other than the few that a field of Calico's takes. */
export default admissionRule(
  {
    code: 'unknown-choice',
    title: 'A value other than the few that a field takes',
    category: 'refused',
    severity: 'error',
    docs: `\`stagedAction\` is \`Set\`, \`Delete\`, \`Learn\` or \`Ignore\`, \`ipVersion\` is 4 or 6, and \`AssumeNeededOnEveryNode\` is the
one performance hint, each spelt exactly so. Calico refuses the whole object otherwise.`,
    since: '0.1.0',
    fixable: true,
  },
  CALICO_KINDS,
  function* (policy) {
    for (const part of schemaPartsIn(policy)) {
      const { object, step, value } = part;
      const words = wordsOf(part);
      const field = typeof step === 'number' ? policy.source.path(object).at(-1) : step;
      if (!FIELDS.has(field) || words.length === 0 || words.includes(String(value))) continue;
      const { advice, fixes } = suggestion(policy, object, step, String(value), words);
      yield {
        ...partPlace(policy, part),
        message: `${value === '' ? 'An empty text' : `\`${String(value)}\``} is nothing that \`${String(field)}\` takes, ${refusedBy(policy)}. ${advice}`,
        fixes: typeof value === 'string' ? fixes : [],
      };
    }
  },
);
