import { derive } from '../base/derive.ts';
import { calicoTiersOf } from '../policy/calicoTiers.ts';
import type { Hosts, HostProfile } from '../policy/host/hosts.ts';
import type { IrPolicy, Tier } from '../policy/ir.ts';
import { declaredTiers } from './calico.ts';
import { hostsInForce } from './hostEndpoints.ts';
import { nodesOf } from './nodes.ts';
import { policiesForHosts } from './policies.ts';
import { profilesOf } from './profiles.ts';
import type { Snapshot } from './snapshot.ts';
import { filledIn } from './world.ts';

/**
 * The hosts that the manifests of a snapshot describe, and the policies for them; null where there are none, or where
 * something else than Calico enforces.
 */
export const hostsOf = derive((snapshot: Snapshot): Hosts | null => {
  const { settings } = snapshot;
  const { enforcer } = settings.assumptions;
  if (enforcer === 'cilium') return null;
  const endpoints = hostsInForce(snapshot);
  if (endpoints.length === 0) return null;
  const policies = filledIn(snapshot)(policiesForHosts(snapshot.clusterPolicies, settings));
  const profiles = profilesIn(snapshot);
  const nodes = nodesOf(snapshot.nodes) ?? [];
  const inTiers = (holds: (policy: IrPolicy) => boolean): readonly Tier[] =>
    calicoTiersOf(policies.filter(holds), declaredTiers(snapshot));
  return {
    endpoints,
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

/** The profiles that there are, with what their rules speak of. */
const profilesIn = derive(
  (snapshot: Snapshot): ReadonlyMap<string, HostProfile> =>
    new Map(
      [...profilesOf(snapshot.companions, snapshot.settings)].map(([name, { policy, labels }]) => [
        name,
        { policy: filledIn(snapshot)([policy])[0]!, labels },
      ]),
    ),
);
