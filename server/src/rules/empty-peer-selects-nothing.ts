import { ciliumItemsIn, ciliumRulesIn, type SectionItem } from '../admission/ciliumWalk.ts';
import { itemSpan } from '../admission/walk.ts';
import type { CiliumItem, CiliumPolicy } from '../model/cilium.ts';
import { removeKey, replaceItem } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import type { Direction } from '../policy/ir.ts';
import { codeList } from '../policy/print.ts';
import { documentRule } from './rule.ts';

/** Items of Cilium's policies that are for nobody, because a list of peers is empty or there is nothing in them. */
export default documentRule(
  {
    code: 'empty-peer-selects-nothing',
    title: 'An item of Cilium that is for nobody',
    category: 'too-closed',
    severity: 'warning',
    docs: `An item of Cilium's policies without a list of peers is for everyone. One with an **empty** list, as a template leaves it,
is for nobody, whatever other peers and ports it has. Of \`toFQDNs\`, \`toServices\` and groups Cilium does not look whether they
are empty, and beside ports they are then for everyone. So is any of these keys without a value, which Kubernetes drops: no
list of peers is left then. To mean all pods of the namespace write \`fromEndpoints: [{}]\`, to mean
everyone leave the list out.

An item with nothing in it, \`- {}\`, is for nobody either, and only switches on default deny: \`ingress: [{}]\` is the way to
deny everything, and is reported only where the policy calls itself one that allows (in a NetworkPolicy of Kubernetes the same
allows everyone). To allow everyone write \`fromEntities: [all]\`.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const part of ciliumItemsIn(policy)) yield* emptyLists(policy, part);
    yield* emptyItems(policy);
  },
);

/** The lists that Cilium looks into: an empty one leaves nobody (pkg/policy/api, the selectors of an item). */
const STRICT = [
  'fromEndpoints',
  'fromCIDR',
  'fromCIDRSet',
  'fromEntities',
  'fromNodes',
  'toEndpoints',
  'toCIDR',
  'toCIDRSet',
  'toEntities',
  'toNodes',
] as const satisfies readonly (keyof CiliumItem)[];

/** Those that it takes for absent where they are empty. */
const LAX = [
  'fromGroups',
  'toGroups',
  'toServices',
  'toFQDNs',
] as const satisfies readonly (keyof CiliumItem)[];

function* emptyLists(policy: Resource, part: SectionItem): Generator<Finding> {
  const { item } = part;
  const strict = STRICT.find((name) => item[name]?.length === 0);
  const others = [...STRICT, ...LAX].filter((name) => (item[name]?.length ?? 0) > 0);
  if (strict !== undefined) yield forNobody(policy, part, strict, others);
  const without = [...STRICT, ...LAX].find((key) => isWithoutValue(policy, item, key));
  if (without !== undefined && isNothing(item)) yield nothingLeft(policy, part, without);
  const open = LAX.find((name) => item[name]?.length === 0) ?? without;
  const hasPorts = (item.toPorts?.length ?? 0) > 0 || (item.icmps?.length ?? 0) > 0;
  if (open !== undefined && strict === undefined && others.length === 0 && hasPorts)
    yield forEveryone(policy, part, open);
}

/** An empty list beside which no other peers count. */
const forNobody = (
  policy: Resource,
  { item, denies }: SectionItem,
  list: keyof CiliumItem,
  others: readonly string[],
): Finding => ({
  span: policy.source.key(item, list),
  confidence: 'proven',
  message: `\`${list}\` is an empty list, so this item ${denies ? 'denies' : 'allows'} nobody anything${
    others.length > 0
      ? `, not even ${codeList(others)}. Leave the empty list out.`
      : `. List the peers, or leave \`${list}\` out to mean everyone.`
  }`,
  fixes:
    others.length > 0
      ? [
          {
            title: `Leave it out, so that ${codeList(others)} ${others.length > 1 ? 'count' : 'counts'}`,
            safe: false,
            edits: () => removeKey(policy, item, list),
          },
        ]
      : [],
});

/** A key without a value in an item that has nothing else. */
const nothingLeft = (policy: Resource, part: SectionItem, key: keyof CiliumItem): Finding => ({
  span: policy.source.key(part.item, key),
  confidence: 'proven',
  message: `\`${key}\` has no value, which is as if it were not there, and an item without anything ${part.denies ? 'denies' : 'allows'} nobody. ${adviceFor(part)}, or write \`{}\` to say so.`,
});

/** A list of peers that Cilium takes for absent, beside ports that are then open to everyone. */
const forEveryone = (policy: Resource, part: SectionItem, list: keyof CiliumItem): Finding => ({
  span: policy.source.key(part.item, list),
  confidence: 'proven',
  message: `\`${list}\` ${part.item[list] === undefined ? 'has no value, which is as if it were not there' : 'is an empty list, which Cilium takes for no condition on the peers'}: this item ${part.denies ? 'denies' : 'allows'} everyone on its ports. ${adviceFor(part)}, or remove the item.`,
});

const adviceFor = ({ denies, direction }: SectionItem): string =>
  denies
    ? 'List who is meant'
    : `List who may ${direction === 'egress' ? 'be reached' : 'connect'}`;

/**
 * Whether a key stands there with nothing behind it; the API server drops such a key (Kubernetes documentation,
 * "Nullable").
 */
function isWithoutValue(
  { source, chunk }: Resource,
  item: CiliumItem,
  key: keyof CiliumItem,
): boolean {
  if (!source.has(item, key)) return false;
  const { start, end } = source.value(item, key);
  return (
    start === source.key(item, key).start ||
    /^(?:~|[Nn]ull|NULL)$/.test(chunk.text.slice(start, end))
  );
}

/** What an item is replaced by that is to be for everyone. */
const EVERYONE: Readonly<Record<Direction, CiliumItem>> = {
  ingress: { fromEntities: ['all'] },
  egress: { toEntities: ['all'] },
};

/** Items of nothing in a policy that says that it allows, and allows nothing else. */
function* emptyItems(policy: Resource<CiliumPolicy>): Generator<Finding> {
  if (!saysAllow(policy.body.metadata.name ?? '')) return;
  const parts = ciliumItemsIn(policy);
  // Who lists other peers as well knows that an empty item is none.
  if (!parts.every(({ item, denies }) => !denies && isNothing(item))) return;
  for (const rule of ciliumRulesIn(policy))
    for (const direction of ['ingress', 'egress'] as const) {
      const list = rule[direction] ?? [];
      // What does not even switch on default deny is said to enforce nothing.
      if (rule.enableDefaultDeny?.[direction] === false) continue;
      for (const [index, item] of list.entries()) {
        // What it says without a value is reported there.
        if (policy.source.keys(item).length > 0) continue;
        yield {
          span: itemSpan(policy, item),
          confidence: 'proven',
          message: `The name says allow, but an empty item allows nobody: it only switches on default deny, and all ${direction} is denied. To allow everyone write \`${direction === 'ingress' ? 'fromEntities' : 'toEntities'}: [all]\`.`,
          fixes: [
            {
              title: `Allow everyone: \`${direction === 'ingress' ? 'fromEntities' : 'toEntities'}: [all]\``,
              safe: false,
              edits: () => replaceItem(policy, list, index, EVERYONE[direction]),
            },
          ],
        };
      }
    }
}

const isNothing = (item: CiliumItem): boolean => Object.keys(item).length === 0;

/** Whether a name has the word "allow", and none that turns or limits it. */
function saysAllow(name: string): boolean {
  const words = name.toLowerCase().split(/[^a-z]+/);
  return (
    words.some((word) => /^allow(?:s|ed|all)?$/.test(word)) &&
    !words.some((word) =>
      /^(?:den(?:y|ies)|no|not|none|nothing|nobody|only|block|list)$/.test(word),
    )
  );
}
