import type { CiliumCidrRule } from '../../../model/cilium.ts';
import type { Path } from '../../../model/source.ts';
import { parseBlock } from '../../../policy/cidr.ts';
import { code, count } from '../../../policy/print.ts';
import { cidrGroups } from '../../../workspace/cilium.ts';
import { blockLines, exceptionLines } from '../block.ts';
import { atMost } from '../names.ts';
import type { CiliumScene } from '../scene.ts';
import { entryAt } from './entries.ts';

/** How many blocks of a list are named. */
const MOST_BLOCKS = 6;

/** That blocks are for what Cilium knows by no labels (Cilium documentation, "IP/CIDR based"). */
export const addressesFor = ({ world }: CiliumScene): string =>
  world.settings.assumptions.cidrsMatchNodes
    ? '**Nodes, and what is outside of the cluster**: pods are matched by their labels, never by their addresses.'
    : '**Only outside of the cluster**: pods and nodes are matched by their labels, never by their addresses.';

/** A list of blocks, or one of them. */
export function cidrLines(
  blocks: readonly string[],
  index: string | number | undefined,
  scene: CiliumScene,
): readonly string[] {
  const one = entryAt(blocks, index);
  if (one !== undefined) return [...blockLines({ cidr: one }, scene), addressesFor(scene)];
  if (blocks.length === 0) return ['**Nobody**: an empty list makes the item match nothing.'];
  return [`Addresses in **any** of ${atMost(blocks, code, MOST_BLOCKS)}.`, addressesFor(scene)];
}

/** A list of blocks with exceptions and groups, or one of its entries. */
export function cidrSetLines(
  entries: readonly CiliumCidrRule[],
  [index, field, item]: Path,
  scene: CiliumScene,
): readonly string[] {
  const one = entryAt(entries, index);
  if (one === undefined)
    return entries.length === 0
      ? ['**Nobody**: an empty list makes the item match nothing.']
      : [
          `Addresses in **any** of these ${count(entries.length, 'entry', 'entries')}.`,
          addressesFor(scene),
        ];
  const { cidr, cidrGroupRef, except } = one;
  const exception = field === 'except' ? except?.[Number(item)] : undefined;
  if (cidrGroupRef !== undefined) return [...groupLines(cidrGroupRef, scene), addressesFor(scene)];
  if (cidr === undefined || parseBlock(cidr) === null) return [];
  return exception === undefined
    ? [...blockLines({ cidr, ...(except !== undefined && { except }) }, scene), addressesFor(scene)]
    : exceptionLines(exception, { cidr });
}

/** The blocks of a CIDR group. */
function groupLines(name: string, { snapshot, world, link }: CiliumScene): readonly string[] {
  const group = cidrGroups(snapshot.companions).find((one) => one.name === name);
  if (group === undefined)
    return [
      world.complete
        ? `**Nobody, as far as this workspace shows**: no CiliumCIDRGroup \`${name}\` is here, and a group that is missing stands for no address.`
        : `The CiliumCIDRGroup \`${name}\`.`,
    ];
  return [
    `**${count(group.nets.length, 'block')}** of CiliumCIDRGroup \`${name}\` (${link(group.place)})${group.nets.length === 0 ? '' : `: ${atMost(group.nets, code, MOST_BLOCKS)}`}.`,
    ...(group.unsure === null ? [] : [`In doubt, as ${group.unsure}.`]),
  ];
}
