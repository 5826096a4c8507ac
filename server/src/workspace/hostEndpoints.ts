import { derive, derive2 } from '../base/derive.ts';
import type { HostEndpoint as HostObject } from '../model/calico.ts';
import { list, textOf } from '../model/untyped.ts';
import { parseAddress } from '../policy/cidr.ts';
import type { HostEndpoint } from '../policy/endpoint.ts';
import type { HostProfile } from '../policy/host/hosts.ts';
import type { Node } from '../policy/ir.ts';
import { hostPortsOf } from './calico.ts';
import { companionsOf, inForce } from './companions.ts';
import { rivalry, type Counted } from './duplicates.ts';
import { placeOf, type Member } from './member.ts';
import { nodesOf } from './nodes.ts';
import { hostLabels, profilesOf } from './profiles.ts';
import type { Settings } from './settings.ts';
import type { Snapshot } from './snapshot.ts';

/** The part of a snapshot that tells which hosts there are. */
type Described = Pick<Snapshot, 'companions' | 'settings' | 'nodes'>;

/** The hosts that manifests describe, those included that the API server refuses for a value. */
export const hostsDescribed = ({
  companions,
  settings,
  nodes,
}: Described): readonly HostEndpoint[] => describedAmong(companions, settings)(nodes);

/** Those of them that the API server takes. */
export const hostsInForce = ({ companions, settings, nodes }: Described): readonly HostEndpoint[] =>
  inForceAmong(companions, settings)(nodes);

const describedAmong = derive2((companions: Snapshot['companions'], settings: Settings) =>
  endpointsOf(companionsOf(companions, 'calico/HostEndpoint'), profilesOf(companions, settings)),
);

const inForceAmong = derive2((companions: Snapshot['companions'], settings: Settings) =>
  endpointsOf(
    inForce(companions, settings, 'calico/HostEndpoint'),
    profilesOf(companions, settings),
  ),
);

const endpointsOf = (each: readonly Counted[], profiles: ReadonlyMap<string, HostProfile>) =>
  derive((nodes: readonly Member[]): readonly HostEndpoint[] =>
    each.map((one) => endpointOf(one, profiles, nodesOf(nodes) ?? [])),
  );

/** A host as its manifest has it; where it stands for all interfaces of a node that is described, at the addresses of that. */
function endpointOf(
  each: Counted,
  profiles: ReadonlyMap<string, HostProfile>,
  nodes: readonly Node[],
): HostEndpoint {
  const { resource } = each.member;
  const { metadata, spec = {} } = resource.body as Partial<HostObject>;
  const { node = null, interfaceName = null } = spec;
  // What a template stands for may be of any shape.
  const [expected, names] = [spec.expectedIPs, spec.profiles].map((texts) =>
    list(texts).flatMap((text) => textOf(text) ?? []),
  ) as [string[], string[]];
  const atNode =
    interfaceName === '*' ? nodes.flatMap((one) => (one.name === node ? one.addresses : [])) : [];
  return {
    kind: 'host',
    name: textOf(metadata?.name) ?? '',
    ...hostLabels(resource, profiles),
    node: textOf(node),
    interfaceName: textOf(interfaceName),
    addresses: [...new Set([...expected, ...atNode])].flatMap((text) => parseAddress(text) ?? []),
    ports: resource.opaque === null ? hostPortsOf(spec.ports ?? []) : [],
    profiles: names,
    unsure: resource.opaque ?? rivalry(each),
    place: placeOf(each.member),
  };
}
