import { CALICO_RULED } from '../model/kinds.ts';
import type { Family } from '../policy/cidr.ts';
import { netsIn } from './calicoCidr.ts';
import { calicoRulesIn, ignoredBy, sidesOf } from './calicoWalk.ts';
import { admissionRule } from './rule.ts';
import { fieldIn, valuePlace } from './walk.ts';

const FAMILIES: Readonly<Record<number, Family>> = { 4: 'IPv4', 6: 'IPv6' };

/** A rule of Calico that speaks of addresses of both families, or of one that its `ipVersion` excludes. */
export default admissionRule(
  {
    code: 'mixed-ip-families',
    title: 'Addresses of two IP families in one rule',
    category: 'refused',
    severity: 'error',
    docs: `All \`nets\` and \`notNets\` of a rule of Calico, at both ends, are of one IP family, and that of \`ipVersion\` where it is
given. Calico refuses the whole policy otherwise. Write a rule for each family.`,
    since: '0.1.0',
    fixable: false,
  },
  CALICO_RULED,
  function* (policy) {
    for (const { direction, rule } of calicoRulesIn(policy)) {
      const nets = sidesOf(policy, direction, rule).flatMap((side) => netsIn(policy, side));
      const version = FAMILIES[fieldIn(policy, rule, 'ipVersion') ?? 0];
      const [first] = nets.flatMap(({ text, block }) => block && [{ text, family: block.family }]);
      const family = version ?? first?.family;
      for (const { list, index, text, block } of nets) {
        if (block === null || block.family === family) continue;
        const other =
          version === undefined
            ? `\`${first!.text}\` in the same rule is ${first!.family}`
            : `the rule is for ${version} alone`;
        yield {
          ...valuePlace(policy, list, index),
          confidence: 'proven',
          message: `\`${text}\` is ${block.family}, and ${other}, ${ignoredBy(policy)}. Write a rule for each family.`,
        };
      }
    }
  },
);
