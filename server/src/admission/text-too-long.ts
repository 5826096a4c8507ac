import { ADMIN_KINDS, CALICO_KINDS, CILIUM_KINDS } from '../model/kinds.ts';
import { partPlace, schemaPartsIn, sinceOf } from './parts.ts';
import { admissionRule } from './rule.ts';

/** Texts that are longer than the API takes. */
export default admissionRule(
  {
    code: 'text-too-long',
    title: 'A text that is longer than the API takes',
    category: 'refused',
    severity: 'error',
    docs: `The name of an administrator's rule has at most 100 characters, and a block of addresses in \`networks\` at most 43.
In Calico's policies selectors have at most 1,024 from 3.33 on, and paths of HTTP from 3.32 on. In Cilium's the names and
patterns of DNS and TLS have at most 255, and the text of \`log\` 32. The API server refuses the whole object otherwise.`,
    since: '0.1.0',
    fixable: false,
  },
  [...ADMIN_KINDS, ...CALICO_KINDS, ...CILIUM_KINDS],
  function* (policy) {
    for (const part of schemaPartsIn(policy)) {
      const { object, step, value, node } = part;
      if (node.maxLength === undefined || typeof value !== 'string') continue;
      // Of labels and references their own rules say it.
      if (policy.source.path(object).at(-1) === 'matchLabels' || step === 'cidrGroupRef') continue;
      // The server counts characters, not the units in which JavaScript holds them.
      const { length } = Array.from(value);
      if (length <= node.maxLength) continue;
      const what = typeof step === 'number' ? 'This entry' : `This \`${step}\``;
      yield {
        ...partPlace(policy, part),
        ...sinceOf(policy, part, 'maxLength'),
        message: `${what} has ${length} characters, and the API server refuses more than ${node.maxLength}. Shorten it.`,
      };
    }
  },
);
