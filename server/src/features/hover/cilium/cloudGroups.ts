import type { CiliumGroup } from '../../../model/cilium.ts';
import type { Path } from '../../../model/source.ts';
import { code, list } from '../../../policy/print.ts';
import type { CiliumScene } from '../scene.ts';
import { addressesFor } from './addresses.ts';
import { entriesAt } from './entries.ts';

/**
 * Groups of a cloud provider, or one of them: Cilium's operator keeps their addresses in a CIDR group (Cilium
 * documentation, "Security groups").
 */
export function cloudGroupLines(
  groups: readonly CiliumGroup[],
  [index]: Path,
  scene: CiliumScene,
): readonly string[] {
  const texts = entriesAt(groups, index).map(groupText);
  if (texts.length === 0) return [];
  return [
    ...(texts.length === 1
      ? texts.map((text) => `**The addresses of ${text}**, which AWS alone knows.`)
      : [
          'The addresses of **any** of these, which AWS alone knows:',
          ...texts.map((text) => `- ${text}`),
          '',
        ]),
    'Cilium’s operator asks for them from time to time; until it has them the item is for nobody.',
    addressesFor(scene),
  ];
}

/** What a group asks of AWS; all of it must hold. */
function groupText({ aws = {} }: CiliumGroup): string {
  const { securityGroupsIds = [], securityGroupsNames = [], labels = {} } = aws;
  const tags = Object.entries(labels).map(([key, value]) => code(`${key}=${value}`));
  const security = [
    ...(securityGroupsIds.length === 0 ? [] : [list(securityGroupsIds.map(code), 'or')]),
    ...(securityGroupsNames.length === 0
      ? []
      : [`named ${list(securityGroupsNames.map(code), 'or')}`]),
  ];
  const parts = [
    ...(security.length === 0 ? [] : [`in security group ${security.join(' and ')}`]),
    ...(tags.length === 0 ? [] : [`tagged ${list(tags)}`]),
  ];
  return parts.length === 0 ? 'everything on AWS' : `what is ${parts.join(' and ')}`;
}
