import { entitiesIn } from '../admission/calicoWalk.ts';
import type { CalicoPolicy } from '../model/calico.ts';
import type { Finding } from '../model/finding.ts';
import { CALICO_POLICIES, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import type { NetworkPolicy } from '../model/networkPolicy.ts';
import type { Direction, IrRule } from '../policy/ir.ts';
import type { Inventory, ServicePort, World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { peerSide } from './support/calicoRules.ts';
import { insideOf, type Inside } from './support/inside.ts';
import { undoneByList, undoneByOthers } from './support/exceptions.ts';
import { listedRules, MOST_COMPARED } from './support/lists.ts';
import { meaningOf, meaningOfRule, ruleAt } from './support/meaning.ts';

/** Address blocks that speak of pods, Services or nodes of the cluster, and exceptions that another entry undoes. */
export default worldRule(
  {
    code: 'ip-block-covers-cluster',
    title: 'An address block for ends inside the cluster',
    category: 'inert',
    severity: 'warning',
    docs: `\`ipBlock\` is meant for addresses outside the cluster. Pod addresses change with every restart, and some plugins
match no pod by address. The address of a Service is replaced by that of a pod before most plugins look, so a rule for it
matches nothing; so are those of its load balancer and its \`externalIPs\`, where a pod connects to them at a port of it. \`0.0.0.0/0\`, on the other hand, is not only the internet: it covers the pods too. And an entry of
\`except\` only limits its own block; another entry of the list, or a wider block in another rule or policy for the same
pods, may still let the addresses through (Kubernetes documentation, "Network Policies"). Calico does match pods by their
addresses in \`nets\`, but behind a Service it, too, sees the pod; \`services\` names one.

netpol compares with the addresses it sees in the workspace and with \`netpol.podCIDRs\`, \`netpol.serviceCIDRs\` and
\`netpol.nodeCIDRs\`; without any it is silent.`,
    since: '0.1.0',
    fixable: false,
  },
  [...KUBERNETES_SHAPED, ...CALICO_POLICIES],
  function* (member, world) {
    const { resource } = member;
    if (isOf(resource, CALICO_POLICIES)) yield* netsInside({ ...member, resource }, world);
    else if (isOf(resource, KUBERNETES_SHAPED)) yield* blocksInside({ ...member, resource }, world);
  },
);

function* blocksInside(member: MemberOf<NetworkPolicy>, world: World): Generator<Finding> {
  const { source } = member.resource;
  for (const { direction, index, peers } of listedRules(member.resource)) {
    const blocks = peers.flatMap(({ ipBlock }) => ipBlock ?? []);
    for (const block of blocks) {
      const inside = insideOf(world, block.cidr, block.except);
      const message =
        inside &&
        insideText(block.cidr, inside, direction, world, meaningOfRule(member, direction, index));
      if (message !== null)
        yield {
          span: source.value(block, 'cidr'),
          confidence: 'supported',
          ...(inside?.what === 'all' && { severity: 'information' }),
          message,
        };
    }
    if (blocks.length > MOST_COMPARED || !blocks.some(({ except }) => except?.length)) continue;
    yield* undoneByList(member, blocks);
    yield* undoneByOthers(member, direction, index, blocks, world);
  }
}

/**
 * What is said of a block in a policy of Kubernetes, whose plugin need not match pods by address; null where that is
 * nothing.
 */
function insideText(
  cidr: string,
  inside: Inside,
  direction: Direction,
  { settings }: Inventory,
  rule: IrRule | undefined,
): string | null {
  const why = whyNothing('most plugins see', direction);
  switch (inside.what) {
    case 'services':
      return `${cidr} lies among the addresses of Services (${inside.pool}), ${why} Select the pods.`;
    case 'service':
      return `${cidr} is the address of Service \`${inside.name}\`, ${why} Select the pods.`;
    case 'external':
      // Cilium need not be what translates it.
      return settings.assumptions.enforcer === 'cilium' || !isOnlyFor(inside.ports, rule)
        ? null
        : `${cidr} is an external address of Service \`${inside.name}\`, ${why} Select the pods.`;
    case 'pod':
      return `${cidr} is the address of pod \`${inside.name}\`, which changes with every restart, and some plugins match no pod by address. Select the pod by its labels.`;
    case 'pods':
      return `${cidr} lies among the addresses of the cluster's pods (${inside.pool}), which change, and some plugins match no pod by address. Select the pods by their labels.`;
    case 'nodes':
      return `${cidr} lies among the addresses of the cluster's nodes (${inside.pool}), which change, and some plugins match no node by address. Expect this entry to go stale.`;
    case 'all':
      return `${cidr} is not only the internet: it covers the cluster's own pods (${inside.pods.join(', ')}) too. For addresses outside alone add ${inside.pods.length === 1 ? 'it' : 'them'} to \`except\`.`;
  }
}

/** Why a rule for the address of a Service matches nothing. */
const whyNothing = (seen: string, direction: Direction): string =>
  direction === 'ingress'
    ? 'from which no connection comes: this entry matches nothing.'
    : `and ${seen} the pod behind a Service instead: this entry matches nothing.`;

/**
 * Whether an egress rule is for nothing but ports of Services. Their external addresses may be those of nodes, which have
 * other ports, too; and what stands in front of a Service may connect from its address.
 */
const isOnlyFor = (ports: readonly ServicePort[], rule: IrRule | undefined): boolean =>
  rule?.direction === 'egress' &&
  rule.ports !== 'all' &&
  rule.ports.every(
    (term) =>
      term.kind === 'numbers' &&
      term.first === term.last &&
      ports.some(({ port, protocol }) => port === term.first && protocol === term.protocol),
  );

/** The nets of a policy of Calico's, which matches pods by address, and sees traffic to Services behind them. */
function* netsInside(member: MemberOf<CalicoPolicy>, inventory: Inventory): Generator<Finding> {
  const { source, body } = member.resource;
  // Before the address is translated it is that of the Service.
  if (body.spec.preDNAT === true || body.spec.doNotTrack === true) return;
  for (const { direction, side, entity, rule } of entitiesIn(member.resource)) {
    if (side !== peerSide(direction)) continue;
    const lowered = ruleAt(meaningOf(member), direction, body.spec[direction]!.indexOf(rule));
    for (const [index, cidr] of (entity.nets ?? []).entries()) {
      const inside = insideOf(inventory, cidr, entity.notNets);
      const message = inside && netText(cidr, inside, direction, lowered);
      if (message !== null)
        yield {
          span: source.value(entity.nets!, index),
          confidence: 'supported',
          ...(inside?.what === 'all' && { severity: 'information' }),
          message,
        };
    }
  }
}

/** What is said of such a block; null where it is a way to name pods or nodes like any other. */
function netText(
  cidr: string,
  inside: Inside,
  direction: Direction,
  rule: IrRule | undefined,
): string | null {
  const why = whyNothing('Calico sees', direction);
  const select = `Select the pods${direction === 'egress' ? ', or name the Service in `services`' : ''}.`;
  switch (inside.what) {
    case 'services':
      return `${cidr} lies among the addresses of Services (${inside.pool}), ${why} ${select}`;
    case 'service':
      return `${cidr} is the address of Service \`${inside.name}\`, ${why} ${select}`;
    case 'external':
      return !isOnlyFor(inside.ports, rule)
        ? null
        : `${cidr} is an external address of Service \`${inside.name}\`, ${why} ${select}`;
    case 'all':
      return `${cidr} is not only the internet: it covers the cluster's own pods (${inside.pods.join(', ')}) too. For addresses outside alone add ${inside.pods.length === 1 ? 'it' : 'them'} to \`notNets\`.`;
    default:
      return null;
  }
}
