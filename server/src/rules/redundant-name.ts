import { ciliumItemsIn, portRulesIn } from '../admission/ciliumWalk.ts';
import { itemSpan } from '../admission/walk.ts';
import type { CiliumName } from '../model/cilium.ts';
import { removeItem } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { canonicalName, isAnyName } from '../policy/fqdn.ts';
import { documentRule } from './rule.ts';
import { MOST_COMPARED } from './support/lists.ts';

/** Domain names that are there twice, or beside a pattern for all of them. */
export default documentRule(
  {
    code: 'redundant-name',
    title: 'A domain name that is there twice, or beside a pattern for every name',
    category: 'clarity',
    severity: 'hint',
    docs: `The entries of \`toFQDNs\`, and of DNS rules, are alternatives, so a name that is there twice, or beside
\`matchPattern: "*"\`, which matches every name, changes nothing. A name beside a narrower pattern that matches it tells a reader
which of them is used, and nothing is said of it.`,
    since: '0.1.0',
    fixable: true,
    tag: 'unnecessary',
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const { item } of ciliumItemsIn(policy)) yield* covered(policy, item.toFQDNs ?? []);
    for (const { portRule } of portRulesIn(policy))
      yield* covered(policy, portRule.rules?.dns ?? []);
  },
);

function* covered(policy: Resource, list: readonly CiliumName[]): Generator<Finding> {
  if (list.length > MOST_COMPARED) return;
  for (const [index, { matchName }] of list.entries()) {
    if (matchName === undefined) continue;
    const name = canonicalName(matchName);
    const by = list.findIndex((other, at) =>
      other.matchPattern !== undefined
        ? isAnyName(other.matchPattern)
        : at < index && canonicalName(other.matchName ?? '') === name,
    );
    if (by < 0 || by === index) continue;
    const { matchPattern } = list[by]!;
    yield {
      span: itemSpan(policy, list[index]!),
      confidence: 'proven',
      message: `Entry ${by + 1} of this list${matchPattern === undefined ? ' is the same name' : `, \`${matchPattern}\`, matches this name`}, so this entry changes nothing.`,
      fixes: [
        {
          title: 'Remove it (same meaning)',
          safe: removeItem(policy, list, index).length > 0,
          edits: () => removeItem(policy, list, index),
        },
      ],
    };
  }
}
