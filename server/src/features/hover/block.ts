import { derive } from '../../base/derive.ts';
import type { IPBlock } from '../../model/networkPolicy.ts';
import {
  addressText,
  cidrsOf,
  isWholeFamily,
  mergeBlocks,
  overlaps,
  parseAddress,
  parseBlock,
  type Block,
} from '../../policy/cidr.ts';
import type { PodEndpoint } from '../../policy/endpoint.ts';
import { codeList } from '../../policy/print.ts';
import { placeOf } from '../../workspace/member.ts';
import type { Service } from '../../workspace/world.ts';
import { addressCount, boundsText } from './addresses.ts';
import { linkedNames, workloadNames, workloadsOf } from './names.ts';
import type { Scene } from './scene.ts';

/** An address block: how many addresses, from which to which, without what, and what is known to lie in it. */
export function blockLines({ cidr, except = [] }: IPBlock, scene: Scene): readonly string[] {
  const block = parseBlock(cidr);
  if (block === null) return [];
  const cuts = except.map(parseBlock).filter((cut): cut is Block => cut !== null);
  return [
    networkText(cidr, block),
    ...exceptLines(block, cuts),
    ...wholeLines(block, scene),
    ...insideLines(block, cuts, scene),
  ];
}

/** One exception of an address block. */
export function exceptionLines(text: string, { cidr }: IPBlock): readonly string[] {
  const cut = parseBlock(text);
  if (cut === null) return [];
  return [
    networkText(text, cut),
    `Taken out of \`${cidr}\`. That denies nothing: another entry, rule or policy may still let these addresses through.`,
  ];
}

function networkText(cidr: string, block: Block): string {
  const network = cidrsOf([block])[0]!;
  const size =
    block.first === block.last
      ? '1 address'
      : `${addressCount(block)} addresses, ${boundsText(block)}`;
  return hasHostBits(cidr, block)
    ? `**\`${cidr}\` is read as the network \`${network}\`**: ${size}.`
    : `**\`${cidr}\`**: ${size}.`;
}

/** Whether the address before the slash is another than the first of the network. */
function hasHostBits(cidr: string, { first }: Block): boolean {
  const address = parseAddress(cidr.slice(0, cidr.indexOf('/')));
  return address !== null && address.first !== first;
}

function exceptLines(block: Block, cuts: readonly Block[]): readonly string[] {
  if (cuts.length === 0) return [];
  const taken = mergeBlocks(cuts.filter((cut) => overlaps(cut, block)));
  const sum = taken.reduce((total, { first, last }) => total + last - first + 1n, 0n);
  const left = block.last - block.first + 1n - sum;
  const count = addressCount({ first: 1n, last: sum });
  return [
    `\`except\` takes out ${count} of them; ${left === 0n ? 'none' : addressCount({ first: 1n, last: left })} remain${left === 1n ? 's' : ''}.`,
  ];
}

/** That a whole family is more than the internet, and less. */
function wholeLines(block: Block, { world }: Scene): readonly string[] {
  if (!isWholeFamily(block)) return [];
  const { ipBlocksMatchPods, ipFamilies } = world.settings.assumptions;
  const other = block.family === 'IPv4' ? 'IPv6' : 'IPv4';
  const pods = ipBlocksMatchPods ? 'the pods of the cluster too, not only the internet' : '';
  const missing = ipFamilies.includes(other) ? `no ${other} address` : '';
  const both = [pods, missing].filter((part) => part !== '');
  return both.length === 0 ? [] : [`It covers ${both.join(', and ')}.`];
}

/** Pods, nodes and Services whose known addresses lie in the block. */
function insideLines(block: Block, cuts: readonly Block[], scene: Scene): readonly string[] {
  const { world } = scene;
  const holds = (address: Block): boolean =>
    overlaps(block, address) && !cuts.some((cut) => overlaps(cut, address));
  const [pods, services, nodes] = [[] as PodEndpoint[], [] as Service[], new Set<string>()];
  for (const { key } of world.namespaces()) {
    const inventory = world.inventory(key);
    for (const pod of inventory.pods) {
      const { own, node } = addressesOf(pod);
      if (own.some(holds)) pods.push(pod);
      if (node !== null && holds(node)) nodes.add(addressText(node.family, node.first));
    }
    for (const service of inventory.services)
      if (serviceAddresses(service).some(holds)) services.push(service);
  }
  const lines: string[] = [];
  if (pods.length > 0)
    lines.push(
      `Pods known in it, whose addresses change: ${workloadNames(workloadsOf(pods), scene)}.`,
    );
  if (services.length > 0)
    lines.push(
      `Services known in it: ${linkedNames(services.map(placed), scene)}. Most plugins see the pods behind them instead.`,
    );
  if (nodes.size > 0)
    lines.push(
      `Nodes known in it: ${codeList([...nodes].slice(0, 5))}${nodes.size > 5 ? ` and ${nodes.size - 5} more` : ''}.`,
    );
  return lines;
}

const placed = ({ name, member }: Service): Parameters<typeof linkedNames>[0][number] => ({
  name,
  place: placeOf(member),
});

/** The known addresses of a pod and of its node; most manifests have none. */
const addressesOf = derive((pod: PodEndpoint) => ({
  own: pod.addresses.flatMap((text) => parseAddress(text) ?? []),
  node: pod.hostAddress === null ? null : parseAddress(pod.hostAddress),
}));

const serviceAddresses = derive(({ clusterIPs }: Service) =>
  clusterIPs.flatMap((text) => parseAddress(text) ?? []),
);
