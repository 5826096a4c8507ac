import { CALICO_KINDS, CILIUM_KINDS } from '../model/kinds.ts';
import { refused } from './consequence.ts';
import { partPlace, schemaPartsIn, wordsOf } from './parts.ts';
import { admissionRule } from './rule.ts';
import { suggestion } from './suggestion.ts';

/** The fields that it speaks of; what other lists of words mean has a rule of its own. */
const FIELDS: ReadonlySet<unknown> = new Set([
  'stagedAction',
  'ipVersion',
  'performanceHints',
  'fromEntities',
  'toEntities',
  'family',
  'mismatch',
  'mode',
  'kind',
  'role',
]);

/** Values other than the few that a field of Calico's or Cilium's takes. */
export default admissionRule(
  {
    code: 'unknown-choice',
    title: 'A value other than the few that a field takes',
    category: 'refused',
    severity: 'error',
    docs: `In Calico's kinds \`stagedAction\` is \`Set\`, \`Delete\`, \`Learn\` or \`Ignore\`, \`ipVersion\` is 4 or 6, and \`AssumeNeededOnEveryNode\` is the
one performance hint. In Cilium's an entity is one of \`all\`, \`world\`, \`cluster\`, \`host\`, \`remote-node\`,
\`kube-apiserver\`, \`ingress\`, \`health\`, \`init\`, \`unmanaged\`, \`none\` and, from 1.20 on, \`cluster-mesh\`; the family of
ICMP is \`IPv4\` or \`IPv6\`; other fields have few words, too. Each is spelt exactly so, and the whole object is refused
otherwise.`,
    since: '0.1.0',
    fixable: true,
  },
  [...CALICO_KINDS, ...CILIUM_KINDS],
  function* (policy) {
    for (const part of schemaPartsIn(policy)) {
      const { object, step, value, node } = part;
      const words = wordsOf(part);
      const field = typeof step === 'number' ? policy.source.path(object).at(-1) : step;
      if (!FIELDS.has(field) || words.length === 0) continue;
      const since = node['x-values']?.[String(value)];
      if (since !== undefined)
        yield {
          ...partPlace(policy, part),
          of: 'Cilium',
          until: since,
          message: `\`${String(field)}\` takes \`${String(value)}\` since Cilium ${since}.`,
        };
      if (words.includes(String(value))) continue;
      const near = suggestion(policy, object, step, String(value), words);
      const advice = familyAdvice(String(value)) ?? near.advice;
      yield {
        ...partPlace(policy, part),
        message: `${value === '' ? 'An empty text' : `\`${String(value)}\``} is nothing that \`${String(field)}\` takes, ${refused(policy)}. ${advice}`,
        fixes: typeof value === 'string' ? near.fixes : [],
      };
    }
  },
);

/** Cilium knows the two entities, but no definition lists them. */
function familyAdvice(word: string): string | null {
  const family = /^world-ipv([46])$/.exec(word)?.[1];
  if (family === undefined) return null;
  return `All addresses of IPv${family} outside of the cluster are the block \`${family === '4' ? '0.0.0.0/0' : '::/0'}\`.`;
}
