import { namedPortsOfAddresses } from '../admission/namedPorts.ts';
import { inventoryRule } from './rule.ts';

/** Named ports of addresses, where the API server does not refuse them. */
export default inventoryRule(
  {
    code: 'named-port-never-matches',
    title: 'A named port in a rule to addresses',
    category: 'inert',
    severity: 'warning',
    docs: `Only pods name their ports, so a rule to \`networks\` never applies by a \`destinationNamedPort\`. The standard channel
of the Network Policy API takes such a rule all the same; the experimental one refuses it (\`named-port-of-addresses\`).`,
    since: '0.1.0',
    fixable: false,
  },
  ['admin/ClusterNetworkPolicy'],
  function* ({ resource }, { settings }) {
    if (settings.channel !== 'standard') return;
    for (const { place, name, peer } of namedPortsOfAddresses(resource))
      if (peer === 'networks')
        yield {
          span: place.span,
          confidence: 'proven',
          message: `\`${name}\` is the name of a pod's port, and this rule also goes to \`networks\`, which name none: for those it never applies. Give the number, or put the two into rules of their own.`,
        };
  },
);
