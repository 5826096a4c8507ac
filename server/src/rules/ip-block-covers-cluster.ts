import type { Finding } from '../model/finding.ts';
import { KUBERNETES_SHAPED } from '../model/kinds.ts';
import type { IPBlock, NetworkPolicy } from '../model/networkPolicy.ts';
import {
  contains,
  isWholeFamily,
  overlaps,
  parseAddress,
  parseBlock,
  type Block,
} from '../policy/cidr.ts';
import type { Inventory } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { undoneByList, undoneByOthers } from './support/exceptions.ts';
import { listedRules, MOST_COMPARED } from './support/lists.ts';

/** Address blocks that speak of pods, Services or nodes of the cluster, and exceptions that another entry undoes. */
export default worldRule(
  {
    code: 'ip-block-covers-cluster',
    title: 'An address block for ends inside the cluster',
    category: 'inert',
    severity: 'warning',
    docs: `\`ipBlock\` is meant for addresses outside the cluster. Pod addresses change with every restart, and some plugins
match no pod by address. The address of a Service is replaced by that of a pod before most plugins look, so a rule for it
matches nothing. \`0.0.0.0/0\`, on the other hand, is not only the internet: it covers the pods too. And an entry of
\`except\` only limits its own block; another entry of the list, or a wider block in another rule or policy for the same
pods, may still let the addresses through (Kubernetes documentation, "Network Policies").

netpol compares with the addresses it sees in the workspace and with \`netpol.podCIDRs\`, \`netpol.serviceCIDRs\` and
\`netpol.nodeCIDRs\`; without any it is silent.`,
    since: '0.1.0',
    fixable: false,
  },
  KUBERNETES_SHAPED,
  function* (member, world) {
    for (const { direction, index, peers } of listedRules(member.resource)) {
      const blocks = peers.flatMap(({ ipBlock }) => ipBlock ?? []);
      for (const block of blocks) yield* inside(member, world, block);
      if (blocks.length > MOST_COMPARED || !blocks.some(({ except }) => except?.length)) continue;
      yield* undoneByList(member, blocks);
      yield* undoneByOthers(member, direction, index, blocks, world);
    }
  },
);

function* inside(
  { resource }: MemberOf<NetworkPolicy>,
  inventory: Inventory,
  block: IPBlock,
): Generator<Finding> {
  const outer = parseBlock(block.cidr);
  if (outer === null) return;
  const place = { span: resource.source.value(block, 'cidr'), confidence: 'supported' as const };
  const { settings } = inventory;
  const [pods, services, nodes] = [
    settings.assumptions.podCIDRs,
    settings.serviceCIDRs,
    settings.nodeCIDRs,
  ].map(parsed);
  const within = (pool: readonly Pool[]): Pool | undefined =>
    pool.find((one) => contains(one.block, outer));
  const service = within(services!);
  if (service !== undefined) {
    yield {
      ...place,
      message: `${block.cidr} lies among the addresses of Services (${service.text}), and most plugins see the pod behind a Service instead: this entry matches nothing. Select the pods.`,
    };
    return;
  }
  const seen = outer.first === outer.last ? ownerOf(inventory, outer) : null;
  if (seen?.kind === 'service') {
    yield {
      ...place,
      message: `${block.cidr} is the address of Service \`${seen.name}\`, and most plugins see the pod behind a Service instead: this entry matches nothing. Select the pods.`,
    };
    return;
  }
  if (seen?.kind === 'pod') {
    yield {
      ...place,
      message: `${block.cidr} is the address of pod \`${seen.name}\`, which changes with every restart, and some plugins match no pod by address. Select the pod by its labels.`,
    };
    return;
  }
  const pod = within(pods!) ?? within(nodes!);
  if (pod !== undefined) {
    const what = within(pods!) === undefined ? 'nodes' : 'pods';
    yield {
      ...place,
      message: `${block.cidr} lies among the addresses of the cluster's ${what} (${pod.text}), which change, and some plugins match no ${what === 'pods' ? 'pod' : 'node'} by address. ${what === 'pods' ? 'Select the pods by their labels.' : 'Expect this entry to go stale.'}`,
    };
    return;
  }
  const covered = pods!.filter((one) => contains(outer, one.block) && !excepted(block, one.block));
  if (isWholeFamily(outer) && covered.length > 0)
    yield {
      ...place,
      severity: 'information',
      message: `${block.cidr} is not only the internet: it covers the cluster's own pods (${covered.map(({ text }) => text).join(', ')}) too. For addresses outside alone add ${covered.length === 1 ? 'it' : 'them'} to \`except\`.`,
    };
}

interface Pool {
  readonly text: string;
  readonly block: Block;
}

const parsed = (texts: readonly string[]): readonly Pool[] =>
  texts.flatMap((text) => {
    const block = parseBlock(text);
    return block === null ? [] : [{ text, block }];
  });

const excepted = (block: IPBlock, inner: Block): boolean =>
  (block.except ?? []).some((text) => {
    const cut = parseBlock(text);
    return cut !== null && contains(cut, inner);
  });

/** The Service or the pod whose own address is seen in the workspace; those of the host network are nodes'. */
function ownerOf(
  inventory: Inventory,
  address: Block,
): { readonly kind: 'service' | 'pod'; readonly name: string } | null {
  const isAt = (text: string): boolean => {
    const seen = parseAddress(text);
    return seen !== null && overlaps(seen, address);
  };
  for (const { key } of inventory.namespaces()) {
    const { services, pods } = inventory.inventory(key);
    const service = services.find(({ clusterIPs }) => clusterIPs.some(isAt));
    if (service !== undefined) return { kind: 'service', name: service.name };
    const pod = pods.find(({ addresses, hostNetwork }) => !hostNetwork && addresses.some(isAt));
    if (pod !== undefined) return { kind: 'pod', name: pod.name };
  }
  return null;
}
