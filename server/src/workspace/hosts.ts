import { derive } from '../base/derive.ts';
import type { HostEndpoint as HostObject, Profile } from '../model/calico.ts';
import { stringsOf, textOf } from '../model/untyped.ts';
import { calicoTiersOf } from '../policy/calicoTiers.ts';
import { parseAddress } from '../policy/cidr.ts';
import type { HostEndpoint } from '../policy/endpoint.ts';
import type { Hosts, HostProfile } from '../policy/host/hosts.ts';
import { DEFAULT_ALLOW } from '../policy/host/profiles.ts';
import type { IrPolicy, Node, Tier } from '../policy/ir.ts';
import { lowerProfile } from '../policy/lower/calicoProfile.ts';
import { declaredTiers, hostPortsOf } from './calico.ts';
import { inForce } from './companions.ts';
import { rivalry, type Counted } from './duplicates.ts';
import { placeOf } from './member.ts';
import { nodesOf } from './nodes.ts';
import { policiesForHosts } from './policies.ts';
import type { Snapshot } from './snapshot.ts';
import { filledIn } from './world.ts';

/**
 * The hosts that the manifests of a snapshot describe, and the policies for them; null where there are none, or where
 * something else than Calico enforces.
 */
export const hostsOf = derive((snapshot: Snapshot): Hosts | null => {
  const { companions, settings } = snapshot;
  const { enforcer } = settings.assumptions;
  if (enforcer === 'cilium') return null;
  const described = inForce(companions, settings, 'calico/HostEndpoint');
  if (described.length === 0) return null;
  const policies = filledIn(snapshot)(policiesForHosts(snapshot.clusterPolicies, settings));
  const profiles = profilesIn(snapshot);
  const nodes = nodesOf(snapshot.nodes) ?? [];
  const inTiers = (holds: (policy: IrPolicy) => boolean): readonly Tier[] =>
    calicoTiersOf(policies.filter(holds), declaredTiers(snapshot));
  return {
    endpoints: described.map((each) => endpointOf(each, profiles, nodes)),
    lists: {
      doNotTrack: inTiers(({ hosts }) => hosts?.list === 'doNotTrack').map(withoutEnd),
      preDNAT: inTiers(({ hosts }) => hosts?.list === 'preDNAT').map(withoutEnd),
      normal: inTiers(({ hosts }) => hosts?.list === 'normal'),
      forward: inTiers(({ hosts }) => hosts?.list === 'normal' && hosts.onForward),
    },
    profiles,
    nodes,
    enforced: enforcer === 'calico',
  };
});

/** Before packets are tracked or translated the end of a tier denies nothing (felix, rules of host endpoints). */
const withoutEnd = (tier: Tier): Tier => ({ ...tier, rest: 'next' });

const profilesIn = derive(
  (snapshot: Snapshot): ReadonlyMap<string, HostProfile> =>
    new Map(
      inForce(snapshot.companions, snapshot.settings, 'calico/Profile').map((each) => {
        const { resource, uri } = each.member;
        const policy = lowerProfile(resource, uri);
        const { spec } = resource.body as Partial<Profile>;
        return [
          policy.name,
          {
            policy: filledIn(snapshot)([{ ...policy, unsure: policy.unsure ?? rivalry(each) }])[0]!,
            labels: stringsOf(spec?.labelsToApply),
          },
        ] as const;
      }),
    ),
);

/** A host as its manifest has it; where it stands for all interfaces of a node that is described, at the addresses of that. */
function endpointOf(
  each: Counted,
  profiles: ReadonlyMap<string, HostProfile>,
  nodes: readonly Node[],
): HostEndpoint {
  const { resource } = each.member;
  const { metadata, spec = {} } = resource.body as Partial<HostObject>;
  const { node = null, interfaceName = null, expectedIPs = [], profiles: names = [] } = spec;
  const given = names.flatMap((name) => profiles.get(name) ?? []);
  const atNode =
    interfaceName === '*' ? nodes.flatMap((one) => (one.name === node ? one.addresses : [])) : [];
  return {
    kind: 'host',
    name: textOf(metadata?.name) ?? '',
    labels: {
      ...Object.assign({}, ...given.map(({ labels }) => labels)),
      ...stringsOf(metadata?.labels),
    },
    complete:
      resource.opaque === null &&
      given.every(({ policy }) => policy.unsure === null) &&
      names.every((name) => name === DEFAULT_ALLOW || profiles.has(name)),
    node: textOf(node),
    interfaceName: textOf(interfaceName),
    addresses: [...new Set([...expectedIPs, ...atNode])].flatMap(
      (text) => parseAddress(text) ?? [],
    ),
    ports: hostPortsOf(spec.ports ?? []),
    profiles: names,
    unsure: resource.opaque ?? rivalry(each),
    place: placeOf(each.member),
  };
}
