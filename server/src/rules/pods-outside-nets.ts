import { insertItem, removeKey } from '../model/edit.ts';
import type { CalicoEntity, CalicoPolicy, CalicoRule } from '../model/calico.ts';
import type { Finding, Fix } from '../model/finding.ts';
import { CALICO_POLICIES } from '../model/kinds.ts';
import { overlaps, parseAddress, parseBlock, type Block } from '../policy/cidr.ts';
import type { Direction, IrRule, Peer, PodPeer } from '../policy/ir.ts';
import { partsOf, setsMeant } from '../policy/peers.ts';
import { list } from '../policy/print.ts';
import type { World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { peerSide } from './support/calicoRules.ts';
import { turnOf } from './support/turn.ts';

/** Pods and addresses in one end of a rule, where no pod has such an address. */
export default worldRule(
  {
    code: 'pods-outside-nets',
    title: 'Pods and addresses together that no pod has',
    category: 'inert',
    severity: 'warning',
    docs: `All that one end of a rule of Calico says has to hold at once: a \`selector\` and \`nets\` together mean the pods, or
network sets, with these labels *and* one of these addresses (Calico documentation, "EntityRule"). Addresses outside the
cluster are no pods', so that such a rule matches nothing. Where either is meant, make two rules of it.

netpol compares with \`netpol.podCIDRs\`; without it only public IPv4 addresses are found, which clusters hardly ever give to
pods. It is silent where a network set has such labels.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  CALICO_POLICIES,
  function* (member, world) {
    const turn = turnOf(member, member.namespace, world);
    for (const rule of turn?.policy.rules ?? []) {
      const finding = findingOf(member, rule, world);
      if (finding !== null) yield finding;
    }
  },
);

function findingOf(
  member: MemberOf<CalicoPolicy>,
  { direction, index, peers }: IrRule,
  world: World,
): Finding | null {
  const rule = member.resource.body.spec[direction]?.[index];
  const entity = rule?.[peerSide(direction)];
  const { nets = [] } = entity ?? {};
  const blocks = nets.map(parseBlock);
  if (rule === undefined || entity === undefined || peers === 'everyone') return null;
  if (blocks.length === 0 || blocks.includes(null)) return null;
  const pods = podsIn(peers[0]!);
  if (pods === null) return null;
  const why = foreign(blocks as readonly Block[], pods, world);
  if (why === null) return null;
  const { pool } = why;
  return {
    span: member.resource.source.key(entity, 'nets'),
    ...(pool.length > 0
      ? { confidence: 'supported' }
      : { confidence: 'possible', severity: 'information' }),
    message: `\`nets\` narrows what \`${chosenBy(entity)}\` chooses to pods with an address in ${list([...nets], 'or')}. ${
      pool.length > 0
        ? `Pods have theirs in ${list([...pool], 'or')} (\`netpol.podCIDRs\`), so this rule matches nothing.`
        : 'These are public addresses, which pods hardly ever have, so this rule probably matches nothing.'
    } Make two rules of it if either is meant.`,
    fixes: twoRules(member, direction, index, rule, entity),
  };
}

/** The key that says which pods are meant. */
const chosenBy = ({ selector, namespaceSelector }: CalicoEntity): string =>
  selector !== undefined
    ? 'selector'
    : namespaceSelector !== undefined
      ? 'namespaceSelector'
      : 'serviceAccounts';

/** The pods of a peer that asks for addresses besides; null where it asks for none, or for network sets that there are. */
function podsIn(peer: Peer): PodPeer | null {
  if (peer.kind !== 'all') return null;
  const chosen = peer.of.find(({ kind }) => kind === 'any');
  if (chosen === undefined) return null;
  const parts = partsOf(chosen);
  if (parts.some((part) => part.kind === 'sets' && setsMeant(part).length > 0)) return null;
  return parts.find((part) => part.kind === 'pods') ?? null;
}

/** Addresses that are used inside of networks (RFC 1918, RFC 6598), and those of a host itself and its link. */
const INSIDE = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
].map((text) => parseBlock(text)!);

/**
 * The blocks that pods have their addresses in, where they are told and these are not among them; none where these are
 * public.
 */
function foreign(
  blocks: readonly Block[],
  pods: PodPeer,
  world: World,
): { readonly pool: readonly string[] } | null {
  const meets = (others: readonly Block[]): boolean =>
    blocks.some((block) => others.some((other) => overlaps(block, other)));
  const seen = world
    .podsOf(pods)
    .pods.flatMap(({ addresses }) => addresses.flatMap((text) => parseAddress(text) ?? []));
  if (meets(seen)) return null;
  const pool = world.settings.assumptions.podCIDRs.filter((text) =>
    blocks.some(({ family }) => parseBlock(text)?.family === family),
  );
  if (pool.length > 0)
    return meets(pool.flatMap((text) => parseBlock(text) ?? [])) ? null : { pool };
  const isPublic = blocks.every(
    (block) => block.family === 'IPv4' && !INSIDE.some((inside) => overlaps(block, inside)),
  );
  return isPublic ? { pool: [] } : null;
}

/** What is left out of the addresses would have to be left out of both. */
function twoRules(
  { resource }: MemberOf<CalicoPolicy>,
  direction: Direction,
  index: number,
  rule: CalicoRule,
  entity: CalicoEntity,
): readonly Fix[] {
  const { nets, notNets = [], ports } = entity;
  if (notNets.length > 0) return [];
  const rules = resource.body.spec[direction]!;
  const other: CalicoRule = {
    ...rule,
    [peerSide(direction)]: { nets, ...(ports !== undefined && { ports }) },
  };
  return [
    {
      title: 'Make two rules of it: for the addresses, and for the pods',
      safe: false,
      edits: () => {
        const parts = [
          insertItem(resource, rules, index, other),
          removeKey(resource, entity, 'nets'),
        ];
        return parts.some((edits) => edits.length === 0) ? [] : parts.flat();
      },
    },
  ];
}
