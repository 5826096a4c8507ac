import { ADMIN_KINDS } from '../model/kinds.ts';
import { namedPortsOfAddresses } from './namedPorts.ts';
import { admissionRule } from './rule.ts';

/** Named ports in a rule whose peers are no pods. */
export default admissionRule(
  {
    code: 'named-port-of-addresses',
    title: 'A named port for addresses, nodes or domain names',
    category: 'refused',
    severity: 'error',
    docs: `Only pods name their ports, so a rule to \`networks\`, \`nodes\` or \`domainNames\` cannot have a named port. The
definitions of the experimental channel refuse it; \`named-port-never-matches\` says so of the standard one.`,
    since: '0.1.0',
    fixable: false,
  },
  ADMIN_KINDS,
  function* (policy) {
    for (const { place, ruleField, name, peer } of namedPortsOfAddresses(policy))
      yield {
        ...place,
        field: ruleField,
        channel: 'experimental',
        confidence: 'proven',
        message: `\`${name}\` is the name of a pod's port, but this rule also goes to \`${peer}\`, which name none, so the API server refuses it. Give the number, or put the two into rules of their own.`,
      };
  },
);
