import { ciliumItemsIn } from '../admission/ciliumWalk.ts';
import { schemaPartsIn } from '../admission/parts.ts';
import { fieldIn } from '../admission/walk.ts';
import type { AdminPolicy } from '../model/adminPolicy.ts';
import type { CiliumCidrRule, CiliumPolicy } from '../model/cilium.ts';
import type { Finding } from '../model/finding.ts';
import { ADMIN_KINDS, CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { holdsBlock } from '../policy/cidr.ts';
import { documentRule } from './rule.ts';
import { coveredEntries } from './support/covered.ts';
import { coversBlock } from './support/covers.ts';

/** Networks that another entry of the same list already covers. */
export default documentRule(
  {
    code: 'redundant-network',
    title: 'A network that another entry already covers',
    category: 'clarity',
    severity: 'hint',
    docs: `The entries of \`networks\` are alternatives, and so are those of Cilium's \`fromCIDR\`, \`toCIDR\`, \`fromCIDRSet\` and
\`toCIDRSet\`. One that lies inside another, or says the same in other digits, changes nothing; for Cilium its exceptions count, and
so do groups of blocks by their names. In \`networks\` a repetition letter by letter is refused (\`duplicate-item\`).`,
    since: '0.1.0',
    fixable: true,
    tag: 'unnecessary',
  },
  [...ADMIN_KINDS, ...CILIUM_POLICIES],
  function* (policy) {
    if (isOf(policy, CILIUM_POLICIES)) yield* ofCilium(policy);
    else if (isOf(policy, ADMIN_KINDS)) yield* ofAdministrators(policy);
  },
);

function* ofAdministrators(policy: Resource<AdminPolicy>): Generator<Finding> {
  for (const { step: field, value: list } of schemaPartsIn(policy)) {
    if (field !== 'networks' || !Array.isArray(list)) continue;
    const entries = list as readonly string[];
    yield* coveredEntries(policy, {
      list,
      entries,
      covers,
      named: (index) => `, ${entries[index]!},`,
      spanOf: (index) => policy.source.value(list, index),
    });
  }
}

/** Whether one block holds another. What is there letter by letter twice is refused. */
const covers = (wide: string, narrow: string): boolean =>
  wide !== narrow && holdsBlock(wide, narrow);

function* ofCilium(policy: Resource<CiliumPolicy>): Generator<Finding> {
  for (const { item } of ciliumItemsIn(policy)) {
    for (const field of ['fromCIDR', 'toCIDR'] as const) {
      const list = fieldIn(policy, item, field) ?? [];
      yield* inList(
        policy,
        list,
        list.map((cidr) => ({ cidr })),
      );
    }
    for (const field of ['fromCIDRSet', 'toCIDRSet'] as const) {
      const list = fieldIn(policy, item, field) ?? [];
      yield* inList(policy, list, list);
    }
  }
}

const inList = (
  policy: Resource,
  list: readonly unknown[],
  entries: readonly CiliumCidrRule[],
): Generator<Finding> =>
  coveredEntries(policy, {
    list,
    entries,
    covers: coversEntry,
    named: (index) => {
      const { cidr, cidrGroupRef } = entries[index]!;
      const name = cidr ?? (cidrGroupRef === undefined ? undefined : `\`${cidrGroupRef}\``);
      return name === undefined ? '' : `, ${name},`;
    },
    spanOf: (index) => policy.source.value(list, index),
  });

/** Whether an entry stands for all addresses of another. One whose exceptions it undoes has another mistake. */
function coversEntry(wide: CiliumCidrRule, narrow: CiliumCidrRule): boolean {
  const keeps = (narrow.except ?? []).every((cut) =>
    (wide.except ?? []).some((outer) => holdsBlock(outer, cut)),
  );
  if (!keeps) return false;
  if (wide.cidr !== undefined && narrow.cidr !== undefined)
    return coversBlock(
      { cidr: wide.cidr, except: wide.except ?? [] },
      { cidr: narrow.cidr, except: narrow.except ?? [] },
    );
  return (
    wide.cidrGroupRef !== undefined &&
    wide.cidrGroupRef === narrow.cidrGroupRef &&
    (wide.except ?? []).every((cut) =>
      (narrow.except ?? []).some((outer) => holdsBlock(outer, cut)),
    )
  );
}
