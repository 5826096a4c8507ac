import { isOf } from '../../model/kinds.ts';
import type { Path } from '../../model/source.ts';
import { hostEndpointLines } from './calico/hostEndpoint.ts';
import { setLines } from './calico/sets.ts';
import { tierLines } from './calico/tier.ts';
import { groupLines } from './cilium/group.ts';
import { redirectLines } from './cilium/redirect.ts';
import type { Scene } from './scene.ts';

/** What stands at a place of an object that policies stand in or speak of. */
export function companionLines(scene: Scene, path: Path): readonly string[] {
  const { resource } = scene.member;
  if (isOf(resource, ['calico/Tier'])) return tierLines(scene, path);
  if (isOf(resource, ['calico/NetworkSet', 'calico/GlobalNetworkSet']))
    return setLines(scene, path);
  if (isOf(resource, ['calico/HostEndpoint'])) return hostEndpointLines(scene, path);
  if (isOf(resource, ['cilium/CiliumCIDRGroup'])) return groupLines(scene, path);
  if (isOf(resource, ['cilium/CiliumLocalRedirectPolicy'])) return redirectLines(scene, path);
  return [];
}
