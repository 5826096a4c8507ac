import { ciliumRulesIn, SECTION_NAMES } from '../admission/ciliumWalk.ts';
import { removeKey } from '../model/edit.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { documentRule } from './rule.ts';

/** Directions of which Cilium enforces nothing, because neither default deny nor any item has an effect. */
export default documentRule(
  {
    code: 'policy-not-enforced',
    title: 'A direction of which nothing is enforced',
    category: 'inert',
    severity: 'warning',
    docs: `All that an item with nothing in it does is to switch on default deny: \`ingress: [{}]\` denies all ingress. With
\`enableDefaultDeny: {ingress: false}\` not even that is left, so the policy enforces nothing in this direction. That is not a
way to try a policy out: for that Cilium has its policy audit mode, which logs what it would deny (Cilium documentation,
"Default Rules", "Policy Audit Mode").`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const rule of ciliumRulesIn(policy)) {
      const { enableDefaultDeny } = rule;
      if (enableDefaultDeny === undefined) continue;
      for (const direction of ['ingress', 'egress'] as const) {
        if (enableDefaultDeny[direction] !== false) continue;
        const given = SECTION_NAMES.filter((name) => name.startsWith(direction)).flatMap(
          (name) => rule[name] ?? [],
        );
        if (given.length === 0 || given.some((item) => Object.keys(item).length > 0)) continue;
        yield {
          span: policy.source.key(enableDefaultDeny, direction),
          confidence: 'proven',
          message: `Nothing is enforced of ${direction}: an empty item only switches on default deny, and this switches it off again. Leave this out to deny all ${direction}.`,
          fixes: [
            {
              title: `Deny all ${direction}: leave out \`enableDefaultDeny.${direction}\``,
              safe: false,
              edits: () => removeKey(policy, enableDefaultDeny, direction),
            },
          ],
        };
      }
    }
  },
);
