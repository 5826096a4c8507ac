import { removeItem } from '../model/edit.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import type { IrRule } from '../policy/ir.ts';
import { listFew } from '../policy/print.ts';
import { worldRule } from './rule.ts';
import { placeOfUse } from './support/aliases.ts';
import { isNobody } from './support/ciliumPeers.ts';
import { rulesInForce } from './support/ciliumPolicies.ts';
import { allowingItems, itemText } from './support/ciliumRules.ts';
import { denialsFor } from './support/ciliumWords.ts';
import { MOST_COMPARED } from './support/lists.ts';
import { shadowsOf } from './support/shadows.ts';

/** Items of Cilium's policies that allow what is denied. */
export default worldRule(
  {
    code: 'deny-overrides-allow',
    title: 'An allow of Cilium that denials take back altogether',
    category: 'too-closed',
    severity: 'warning',
    docs: `What \`ingressDeny\` or \`egressDeny\` of any of Cilium's policies for a pod denies, nothing allows, however special an
allow is and wherever it stands (Cilium documentation, "Deny Policies"). An item whose peers and ports denials cover altogether
allows nothing. To make an exception of a denial narrow the denial itself: by its labels, by \`except\` of a CIDR, by its ports.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* (member, world) {
    const { resource } = member;
    if (world.settings.assumptions.policyEnforcement === 'never') return;
    for (const each of rulesInForce(member, world)) {
      const { policy } = each;
      if (policy.unsure !== null) continue;
      const earlier = denialsFor(policy, world);
      if (earlier.length === 0 || earlier.length * policy.rules.length > MOST_COMPARED ** 2)
        continue;
      for (const { item, list: written, index, rules } of allowingItems(each)) {
        if (rules.every(allowsNobody)) continue;
        const by = rules.map((rule) =>
          shadowsOf({ policy, rule, written: item, list: written, earlier, families: [] }),
        );
        if (!by.every((found) => found !== null)) continue;
        const denials = [...new Set(by.flat())];
        const names = denials.map((one) => itemText(one.rule, one.policy, policy));
        const key = resource.source.key(item, resource.source.keys(item)[0]!);
        yield {
          span: placeOfUse(resource, [[written, index]], key),
          confidence: 'supported',
          message: `This item allows nothing: ${listFew(names)} ${denials.length > 1 ? 'deny' : 'denies'} all of it, and under Cilium a deny wins over every allow. Narrow ${denials.length > 1 ? 'the denials' : 'the deny'}, or remove this item.`,
          also: denials.map((one) => ({
            ...one.policy.place,
            span: one.rule.span,
            message: 'denied here',
          })),
          fixes:
            written.length > 1
              ? [
                  {
                    title: 'Remove it (same meaning)',
                    safe: false,
                    edits: () => removeItem(resource, written, index),
                  },
                ]
              : [],
        };
      }
    }
  },
);

/** Whether a rule allows nothing of itself, whatever is denied. */
const allowsNobody = ({ peers }: IrRule): boolean => peers !== 'everyone' && peers.every(isNobody);
