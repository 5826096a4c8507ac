import type { Path } from '../../../model/source.ts';
import type { CiliumScene } from '../scene.ts';
import { authenticationText } from './authentication.ts';
import { cidrLines, cidrSetLines } from './addresses.ts';
import { cloudGroupLines } from './cloudGroups.ts';
import { endpointsLines } from './endpoints.ts';
import { entityLines } from './entities.ts';
import { fqdnLines } from './fqdns.ts';
import { messageLines } from './messages.ts';
import { nodePeerLines } from './nodePeers.ts';
import { toPortsLines } from './ports.ts';
import type { ItemReading } from './reading.ts';
import { requiresLines } from './requires.ts';
import { servicesLines } from './services.ts';

/** A field of an item, or something below it. */
export function partLines(
  item: ItemReading,
  [field, ...inside]: Path,
  scene: CiliumScene,
): readonly string[] {
  switch (field) {
    case 'fromEndpoints':
    case 'toEndpoints':
      return endpointsLines(item, field, inside, scene);
    case 'fromEntities':
    case 'toEntities':
      return entityLines(item.item[field] ?? [], inside[0]);
    case 'fromCIDR':
    case 'toCIDR':
      return cidrLines(item.item[field] ?? [], inside[0], scene);
    case 'fromCIDRSet':
    case 'toCIDRSet':
      return cidrSetLines(item.item[field] ?? [], inside, scene);
    case 'toServices':
      return servicesLines(item, inside, scene);
    case 'toFQDNs':
      return fqdnLines(item, inside, scene);
    case 'fromNodes':
    case 'toNodes':
      return nodePeerLines(item.item[field] ?? [], inside, scene);
    case 'fromGroups':
    case 'toGroups':
      return cloudGroupLines(item.item[field] ?? [], inside, scene);
    case 'fromRequires':
    case 'toRequires':
      return requiresLines(item.item[field] ?? [], inside, item.direction, scene);
    case 'toPorts':
      return toPortsLines(item, inside, scene);
    case 'icmps':
      return messageLines(item.item, inside);
    case 'authentication':
      return authenticationText(item.item, scene);
    default:
      return [];
  }
}
