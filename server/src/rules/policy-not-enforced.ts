import { ciliumRulesIn, SECTION_NAMES } from '../admission/ciliumWalk.ts';
import { isWhole } from '../admission/walk.ts';
import { removeKey, setKey } from '../model/edit.ts';
import type { CiliumRule } from '../model/cilium.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import type { Direction } from '../policy/ir.ts';
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
"Default Rules", "Policy Audit Mode"). And \`enableDefaultDeny: {egress: true}\` does nothing where the rule has no item of
\`egress\` or \`egressDeny\`: egress stays open, unless another policy denies it.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const rule of ciliumRulesIn(policy)) {
      const { enableDefaultDeny } = rule;
      if (enableDefaultDeny === undefined) continue;
      for (const direction of ['ingress', 'egress'] as const) {
        const isOn = enableDefaultDeny[direction];
        if (isOn === undefined) continue;
        const given = SECTION_NAMES.filter((name) => name.startsWith(direction)).flatMap(
          (name) => rule[name] ?? [],
        );
        if (isOn) {
          if (given.length === 0 && isAboutMore(policy, rule))
            yield withoutItems(policy, rule, enableDefaultDeny, direction);
          continue;
        }
        // Of a key without a value, which leaves an item empty, there is another mistake.
        if (given.length === 0 || given.some((item) => policy.source.keys(item).length > 0))
          continue;
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

/** Whether a rule has items, and all of them can be read. One without any is refused. */
const isAboutMore = (policy: Resource, rule: CiliumRule): boolean =>
  policy.problems.length === 0 &&
  isWhole(policy, rule) &&
  SECTION_NAMES.some((name) => (rule[name] ?? []).length > 0);

/** Default deny of a direction in which a rule has no item: Cilium counts rules with items alone (pkg/policy, Repository). */
const withoutItems = (
  policy: Resource,
  rule: CiliumRule,
  enableDefaultDeny: object,
  direction: Direction,
): Finding => ({
  span: policy.source.key(enableDefaultDeny, direction),
  confidence: 'proven',
  message: `This switches nothing on, as no item here is about ${direction}. To deny all ${direction} write an empty one: \`${direction}: [{}]\`.`,
  fixes: [
    {
      title: `Deny all ${direction}: write \`${direction}: [{}]\``,
      safe: false,
      edits: () => setKey(policy, rule, direction, [{}]),
    },
  ],
});
