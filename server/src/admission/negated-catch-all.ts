import { CALICO_RULED } from '../model/kinds.ts';
import { isWholeFamily } from '../policy/cidr.ts';
import { netsIn } from './calicoCidr.ts';
import { entitiesIn } from './calicoWalk.ts';
import { admissionRule } from './rule.ts';
import { valuePlace } from './walk.ts';

/** A rule of Calico that leaves out all addresses there are. */
export default admissionRule(
  {
    code: 'negated-catch-all',
    title: 'All addresses left out of a rule',
    category: 'refused',
    severity: 'error',
    docs: `\`0.0.0.0/0\` or \`::/0\` in \`notNets\` leaves no address of the family, so the rule never matches. Calico refuses the
whole policy from 3.29 on.`,
    since: '0.1.0',
    fixable: false,
  },
  CALICO_RULED,
  function* (policy) {
    for (const directed of entitiesIn(policy))
      for (const { key, list, index, text, block } of netsIn(policy, directed)) {
        if (key !== 'notNets' || block === null || !isWholeFamily(block)) continue;
        yield {
          ...valuePlace(policy, list, index),
          confidence: 'proven',
          of: 'Calico',
          from: '3.29',
          message: `\`${text}\` in \`notNets\` leaves out every ${block.family} address, so the rule could never match, and Calico refuses this ${policy.kind.role === 'policy' ? 'policy' : 'profile'}.`,
        };
      }
  },
);
