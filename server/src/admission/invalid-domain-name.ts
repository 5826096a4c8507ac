import { ADMIN_KINDS, CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import { ciliumNameFaults } from './ciliumNames.ts';
import { domainNameFault } from './grammar.ts';
import { partPlace, schemaPartsIn } from './parts.ts';
import { admissionRule } from './rule.ts';

/** Domain names that cannot be. */
export default admissionRule(
  {
    code: 'invalid-domain-name',
    title: 'A domain name that the API does not take',
    category: 'refused',
    severity: 'error',
    docs: `An entry of \`domainNames\` has at least two parts of letters, digits, \`-\` and \`_\`, and may begin with \`*.\` for
all names below it. A single name, \`*\` alone, and a \`*\` anywhere else are refused. In Cilium's policies \`matchName\` has
parts of the same characters, and \`matchPattern\` also \`*\` for any characters inside one part; neither is a regular
expression or a URL. \`serverNames\` are patterns, too; before 1.20 only with \`*.\` or \`**.\` at the beginning.`,
    since: '0.1.0',
    fixable: true,
  },
  [...ADMIN_KINDS, ...CILIUM_POLICIES],
  function* (policy) {
    if (isOf(policy, CILIUM_POLICIES)) {
      yield* ciliumNameFaults(policy);
      return;
    }
    for (const part of schemaPartsIn(policy)) {
      const { value, node } = part;
      if (node.pattern === undefined || typeof value !== 'string') continue;
      const fault = domainNameFault(value);
      if (fault === null) continue;
      yield {
        ...partPlace(policy, part),
        message: `${value === '' ? 'An empty text' : `\`${value}\``} is no name of \`domainNames\`, so the API server refuses this policy: it ${fault}.`,
      };
    }
  },
);
