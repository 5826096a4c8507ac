import type { CiliumCidrRule } from '../model/cilium.ts';
import { CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import type { NetworkPolicy } from '../model/networkPolicy.ts';
import type { Resource } from '../model/resource.ts';
import { contains, parseBlock, type Block } from '../policy/cidr.ts';
import { cidrSetsIn, STORED } from './ciliumWalk.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { blocksIn, fieldIn, itemsIn, valuePlace } from './walk.ts';

/** Exceptions that are not a smaller part of the block they are taken from. */
export default admissionRule(
  {
    code: 'except-outside-block',
    title: 'An exception that is no smaller part of its block',
    category: 'refused',
    severity: 'error',
    docs: `Each entry of \`except\` must lie inside \`cidr\` and be smaller than it: an equal, larger, outside or other-family
block is refused by the API server. Of Cilium's policies the API server does not say so; Cilium then enforces nothing of
the whole policy, since 1.20 also where the exception is larger. An exception only limits its own entry; another peer may still let the addresses
through.`,
    since: '0.1.0',
    fixable: false,
  },
  ['kubernetes/NetworkPolicy', ...CILIUM_POLICIES],
  function* (policy) {
    if (isOf(policy, CILIUM_POLICIES))
      for (const entry of cidrSetsIn(policy)) yield* entryFaults(policy, entry);
    else if (isOf(policy, ['kubernetes/NetworkPolicy'])) yield* blockFaults(policy);
  },
);

function* blockFaults(policy: Resource<NetworkPolicy>): Generator<Refusal> {
  for (const block of blocksIn(policy)) {
    const outer = parseBlock(block.cidr);
    if (outer === null) continue;
    for (const [index, text] of (block.except ?? []).entries()) {
      const inner = parseBlock(text);
      if (inner === null || (contains(outer, inner) && !contains(inner, outer))) continue;
      yield {
        ...valuePlace(policy, block.except!, index),
        confidence: 'proven',
        message: `${text} ${relationOf(inner, outer, block.cidr)}, so the API server refuses it as an exception. Name a smaller block inside ${block.cidr}, or remove the entry.`,
      };
    }
  }
}

/** What lies outside Cilium's agent refuses in every release, what is only larger since 1.20; it takes the whole. */
function* entryFaults(policy: Resource, entry: CiliumCidrRule): Generator<Refusal> {
  const cidr = fieldIn(policy, entry, 'cidr');
  const outer = cidr === undefined ? null : parseBlock(cidr);
  if (outer === null) return;
  for (const [index, text] of itemsIn(policy, fieldIn(policy, entry, 'except'))) {
    const inner = parseBlock(text);
    if (inner === null || contains(outer, inner)) continue;
    const begins =
      inner.family === outer.family && contains(outer, { ...inner, last: inner.first });
    yield {
      ...valuePlace(policy, entry.except!, index),
      confidence: 'proven',
      by: 'agent',
      ...(begins && { of: 'Cilium', from: '1.20' }),
      message: `${text} ${relationOf(inner, outer, cidr!)}, ${STORED}. Name a smaller block inside ${cidr!}, or remove the entry.`,
    };
  }
}

/** How a block that is no exception of another stands to it, as a clause. */
function relationOf(inner: Block, outer: Block, cidr: string): string {
  if (contains(inner, outer))
    return contains(outer, inner) ? `is the whole of ${cidr}` : `is larger than ${cidr}`;
  return inner.family === outer.family
    ? `lies outside ${cidr}`
    : `is ${inner.family}, but ${cidr} is ${outer.family}`;
}
