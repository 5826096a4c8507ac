import type { Span } from '../base/span.ts';
import type { CiliumItem, CiliumPolicy } from '../model/cilium.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { blocksInUse } from '../policy/borders.ts';
import { cidrsOf, holdsBlock, parseBlock, pieces } from '../policy/cidr.ts';
import type { AddressPeer, Direction, Peer } from '../policy/ir.ts';
import type { Inventory } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { placeOfUse } from './support/aliases.ts';
import { rulesInForce } from './support/ciliumPolicies.ts';
import { allowingItems, itemText, type AllowingItem } from './support/ciliumRules.ts';
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
    absence: true,
  },
  CILIUM_POLICIES,
  function* (member, world) {
    if (world.settings.assumptions.policyEnforcement === 'never') return;
    for (const each of rulesInForce(member, world)) {
      const { policy } = each;
      const items = allowingItems(each);
      if (policy.unsure !== null || !items.some(hasException)) continue;
      const [allowed, denied] = [plainAllowsFor(policy, world), denialsFor(policy, world)];
      if (allowed.length * items.length > MOST_COMPARED ** 2) continue;
      for (const item of items) {
        const [rule] = item.rules;
        if (rule?.unsure === null && hasException(item))
          yield* undoneIn(member, item, { policy, rule }, { allowed, denied }, world);
      }
    }
  },
);

const hasException = ({ item, direction }: AllowingItem): boolean =>
  (item[BLOCKS[direction]] ?? []).some(({ except = [] }) => except.length > 0);

/** Where an item has blocks with exceptions. */
const BLOCKS = {
  ingress: 'fromCIDRSet',
  egress: 'toCIDRSet',
} as const satisfies Readonly<Record<Direction, keyof CiliumItem>>;

function* undoneIn(
  { resource }: MemberOf<CiliumPolicy>,
  { item, list, index, direction }: AllowingItem,
  { policy, rule }: Placed,
  { allowed, denied }: { readonly allowed: readonly Placed[]; readonly denied: readonly Placed[] },
  inventory: Inventory,
): Generator<Finding> {
  if (rule.peers === 'everyone') return;
  const onPorts = (one: Placed): boolean =>
    one.rule.direction === rule.direction && coversPorts(one.rule.ports, rule.ports);
  const open = allowed.filter(onPorts).flatMap(peersOf);
  const shut = denied.filter(onPorts);
  const field = BLOCKS[direction];
  const blocks = item[field] ?? [];
  for (const [entry, block] of blocks.entries()) {
    const peer = rule.peers[entry];
    if (peer?.kind !== 'addresses') continue;
    // An alias of an entry of the same list says nothing new.
    if (rule.peers.findIndex(({ span }) => span.start === peer.span.start) < entry) continue;
    for (const [at, text] of (block.except ?? []).entries()) {
      // Pods and Services are in no block anyway.
      if (/^(?:pod|service)/.test(insideOf(inventory, text)?.what ?? '')) continue;
      const cut = { ...peer, blocks: [{ cidr: text, except: [] }] as const };
      if (isShut(cut, shut)) continue;
      const by = open.find((one) => one.peer.span !== peer.span && isWider(one.peer, cut));
      if (by === undefined) continue;
      const uses = [
        [list, index],
        [item, field],
        [blocks, entry],
      ] as const;
      yield {
        span: placeOfUse(resource, uses, resource.source.value(block.except!, at)),
        ...undoneBy(by, cut, { policy, rule }),
      };
    }
  }
}

/** What an exception takes out of its block, as a peer. */
type Cut = AddressPeer & {
  readonly span: Span;
  readonly blocks: readonly [AddressPeer['blocks'][number]];
};

/** A peer, and the rule that lets it through. */
interface PlacedPeer {
  readonly placed: Placed;
  readonly peer: Peer;
}

const peersOf = (placed: Placed): readonly PlacedPeer[] =>
  placed.rule.peers === 'everyone' ? [] : placed.rule.peers.map((peer) => ({ placed, peer }));

/** Whether some rules are together for all addresses of a cut. */
function isShut(cut: Cut, by: readonly Placed[]): boolean {
  if (by.some(({ rule }) => rule.peers === 'everyone')) return true;
  const block = parseBlock(cut.blocks[0].cidr);
  if (block === null) return false;
  return pieces(block, blocksInUse([{ rules: by.map(({ rule }) => rule) }]))
    .flatMap((piece) => cidrsOf([piece]))
    .every((cidr) =>
      by
        .flatMap(peersOf)
        .some(({ peer }) => coversPeer(peer, { ...cut, blocks: [{ cidr, except: [] }] })),
    );
}

/** Whether a peer is for all of some addresses, and more. Just those are written down to let them through. */
const isWider = (wide: Peer, cut: Cut): boolean =>
  coversPeer(wide, cut) &&
  (wide.kind !== 'addresses' ||
    wide.blocks.some(({ cidr }) => !holdsBlock(cut.blocks[0].cidr, cidr)));

/** What is said of an exception that a peer lets through, in the same list or elsewhere. */
function undoneBy(
  { placed, peer }: PlacedPeer,
  cut: Cut,
  own: Placed,
): Pick<Finding, 'confidence' | 'message' | 'also'> {
  const [{ cidr }] = cut.blocks;
  const isNear = placed.policy === own.policy && placed.rule.span === own.rule.span;
  const where = isNear ? 'the same list' : itemText(placed.rule, placed.policy, own.policy);
  return {
    confidence: placed.policy === own.policy ? 'proven' : 'supported',
    message: `${cidr} is excepted here, but ${nameOf(peer, cut)} in ${where} lets it through: an exception takes addresses out of its own block only. Narrow that, or list them in \`${own.rule.direction}Deny\`.`,
    also: isNear
      ? []
      : [
          {
            ...placed.policy.place,
            span: placed.rule.span,
            message: `this lets ${cidr} through`,
          },
        ],
  };
}

/** What a peer that lets addresses through is called: its block, or its entity. */
function nameOf(peer: Peer, { blocks: [{ cidr }] }: Cut): string {
  if (peer.kind === 'addresses')
    return peer.blocks.find((block) => holdsBlock(block.cidr, cidr))?.cidr ?? 'another block';
  return peer.kind === 'entities' ? '`world`' : 'an entry';
}
