import { removeKey } from '../model/edit.ts';
import { ADMIN_KINDS } from '../model/kinds.ts';
import { partPlace, schemaPartsIn, type SchemaPart } from './parts.ts';
import { admissionRule } from './rule.ts';

/** Lists of an administrator's policy that are too long, or empty where they must not be. */
export default admissionRule(
  {
    code: 'list-length',
    title: 'A list with too many entries, or with none',
    category: 'refused',
    severity: 'error',
    docs: `ClusterNetworkPolicy takes at most 25 entries in each list; AdminNetworkPolicy and BaselineAdminNetworkPolicy take
100 rules, peers and ports, and 25 networks and domain names. \`from\`, \`to\`, \`ports\`, \`protocols\`, \`networks\` and
\`domainNames\` must not be empty where they are given. The API server refuses the whole object otherwise.`,
    since: '0.1.0',
    fixable: true,
  },
  ADMIN_KINDS,
  function* (policy) {
    for (const part of schemaPartsIn(policy)) {
      const { object, step, value, node } = part;
      if (!Array.isArray(value) || typeof step !== 'string') continue;
      const { minItems = 0, maxItems = Infinity } = node;
      const place = partPlace(policy, part, 'key');
      if (value.length > maxItems)
        yield {
          ...place,
          message: `\`${step}\` has ${value.length} entries, and the API server refuses more than ${maxItems}. ${adviceFor(part)}`,
        };
      else if (value.length < minItems && isPorts(step))
        yield {
          ...place,
          message: `The API server refuses an empty \`${step}\`. To mean every port, leave it out.`,
          fixes: [
            {
              title: `Remove \`${step}\` (every port)`,
              safe: false,
              edits: () => removeKey(policy, object, step),
            },
          ],
        };
      else if (value.length < minItems)
        yield {
          ...place,
          message: `The API server refuses an empty \`${step}\`: name at least one entry${step === 'from' || step === 'to' ? ', such as `namespaces: {}` for all pods' : ''}.`,
        };
    }
  },
);

const isPorts = (step: string): boolean => step === 'ports' || step === 'protocols';

const adviceFor = ({ step }: SchemaPart): string =>
  step === 'ingress' || step === 'egress'
    ? 'Put the rest into another policy, with a priority behind this one.'
    : 'Put the rest into another rule.';
