import { isOf } from '../../../model/kinds.ts';
import type { Path } from '../../../model/source.ts';
import type { Scene } from '../scene.ts';
import { hostEndpointLines } from './hostEndpoint.ts';
import { setLines } from './sets.ts';
import { tierLines } from './tier.ts';

/** What stands at a place of an object that policies stand in or speak of. */
export function companionLines(scene: Scene, path: Path): readonly string[] {
  const { resource } = scene.member;
  if (isOf(resource, ['calico/Tier'])) return tierLines(scene, path);
  if (isOf(resource, ['calico/NetworkSet', 'calico/GlobalNetworkSet']))
    return setLines(scene, path);
  if (isOf(resource, ['calico/HostEndpoint'])) return hostEndpointLines(scene, path);
  return [];
}
