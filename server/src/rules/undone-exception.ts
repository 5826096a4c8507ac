import type { CiliumItem, CiliumPolicy } from '../model/cilium.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { contains, parseBlock } from '../policy/cidr.ts';
import type { AddressPeer, Peer } from '../policy/ir.ts';
import type { Inventory } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { rulesInForce } from './support/ciliumPolicies.ts';
import { itemText } from './support/ciliumRules.ts';
import { denialsFor, plainAllowsFor } from './support/ciliumWords.ts';
import { coversPeer, coversPorts } from './support/covers.ts';
import { insideOf } from './support/inside.ts';
import { MOST_COMPARED } from './support/lists.ts';
import type { Placed } from './support/shadows.ts';

/** Exceptions of blocks in Cilium's policies that something else lets through. */
export default worldRule(
  {
    code: 'undone-exception',
    title: 'An exception of a block that something else lets through',
    category: 'too-open',
    severity: 'warning',
    docs: `\`except\` takes addresses out of its own block only, and policies only add: where another entry, item or policy for the
same pods allows a wider block, or the entity \`world\`, on the same ports, the addresses are let through all the same (Cilium
documentation, "IP/CIDR based"). What \`egressDeny\` and \`ingressDeny\` list stays out whatever is allowed. Of a rule for
everyone \`allow-all-defeats-policy\` speaks, and of an \`ipBlock\` of a NetworkPolicy \`ip-block-covers-cluster\`.`,
    since: '0.1.0',
    fixable: false,
  },
  CILIUM_POLICIES,
  function* (member, world) {
    if (world.settings.assumptions.policyEnforcement === 'never') return;
    for (const { rule, policy } of rulesInForce(member, world)) {
      const items = (['ingress', 'egress'] as const).flatMap((direction) =>
        [...(rule[direction] ?? []).entries()].map(([index, item]) => ({ direction, index, item })),
      );
      if (policy.unsure !== null || !items.some(({ item }) => hasException(item))) continue;
      const [allowed, denied] = [plainAllowsFor(policy, world), denialsFor(policy, world)];
      if (allowed.length * items.length > MOST_COMPARED ** 2) continue;
      for (const { direction, index, item } of items) {
        const own = policy.rules.find(
          (one) => one.verdict === 'allow' && one.direction === direction && one.index === index,
        );
        if (own !== undefined && own.unsure === null && hasException(item))
          yield* undoneIn(member, item, { policy, rule: own }, { allowed, denied }, world);
      }
    }
  },
);

const blocksOf = ({ fromCIDRSet = [], toCIDRSet = [] }: CiliumItem) => [
  ...fromCIDRSet,
  ...toCIDRSet,
];

const hasException = (item: CiliumItem): boolean =>
  blocksOf(item).some(({ except = [] }) => except.length > 0);

function* undoneIn(
  { resource }: MemberOf<CiliumPolicy>,
  item: CiliumItem,
  { policy, rule }: Placed,
  { allowed, denied }: { readonly allowed: readonly Placed[]; readonly denied: readonly Placed[] },
  inventory: Inventory,
): Generator<Finding> {
  if (rule.peers === 'everyone') return;
  const onPorts = (one: Placed): boolean =>
    one.rule.direction === rule.direction && coversPorts(one.rule.ports, rule.ports);
  const [open, shut] = [allowed.filter(onPorts), denied.filter(onPorts)];
  for (const [index, block] of blocksOf(item).entries()) {
    const peer = rule.peers[index];
    if (peer?.kind !== 'addresses') continue;
    for (const [at, text] of (block.except ?? []).entries()) {
      // Pods and Services are in no block anyway.
      if (/^(?:pod|service)/.test(insideOf(inventory, text)?.what ?? '')) continue;
      const cut: AddressPeer & Pick<Peer, 'span'> = {
        ...peer,
        blocks: [{ cidr: text, except: [] }],
      };
      const isShut = shut.some(
        (one) =>
          one.rule.peers === 'everyone' || peersOf(one).some((by) => coversPeer(by.peer, cut)),
      );
      const by = isShut
        ? undefined
        : open
            .flatMap(peersOf)
            .find((one) => one.peer.span !== peer.span && isWider(one.peer, cut));
      if (by === undefined) continue;
      const isNear = by.placed.policy === policy && by.placed.rule.span === rule.span;
      const where = isNear ? 'the same list' : itemText(by.placed.rule, by.placed.policy, policy);
      yield {
        span: resource.source.value(block.except!, at),
        confidence: by.placed.policy === policy ? 'proven' : 'supported',
        message: `${text} is excepted here, but ${nameOf(by.peer, cut)} in ${where} lets it through: an exception takes addresses out of its own block only. Narrow that, or list them in \`${rule.direction}Deny\`.`,
        also: isNear
          ? []
          : [
              {
                ...by.placed.policy.place,
                span: by.placed.rule.span,
                message: `this lets ${text} through`,
              },
            ],
      };
    }
  }
}

const peersOf = (placed: Placed): readonly { readonly placed: Placed; readonly peer: Peer }[] =>
  placed.rule.peers === 'everyone' ? [] : placed.rule.peers.map((peer) => ({ placed, peer }));

/** Whether a peer is for all of some addresses, and more. Just those are written down to let them through. */
const isWider = (wide: Peer, cut: AddressPeer & Pick<Peer, 'span'>): boolean =>
  coversPeer(wide, cut) &&
  (wide.kind !== 'addresses' || wide.blocks.some(({ cidr }) => !holds(cut.blocks[0]!.cidr, cidr)));

const holds = (wide: string, narrow: string): boolean => {
  const [outer, inner] = [parseBlock(wide), parseBlock(narrow)];
  return outer !== null && inner !== null && contains(outer, inner);
};

/** What a peer that lets addresses through is called: its block, or its entity. */
function nameOf(peer: Peer, cut: AddressPeer): string {
  const [{ cidr }] = cut.blocks as [AddressPeer['blocks'][number]];
  if (peer.kind === 'addresses')
    return peer.blocks.find((block) => holds(block.cidr, cidr))?.cidr ?? 'another block';
  return peer.kind === 'entities' ? '`world`' : 'an entry';
}
