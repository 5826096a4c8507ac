import type { Cluster } from '../policy/connect.ts';
import { hostsOf } from './hosts.ts';
import type { Snapshot } from './snapshot.ts';
import { worldOf } from './world.ts';

/** All that decides who reaches whom, as a snapshot has it. */
export function clusterOf(snapshot: Snapshot): Cluster {
  const world = worldOf(snapshot);
  return {
    endpoints: world.namespaces().flatMap(({ key }) => world.inventory(key).pods),
    tiersFor: (key) => world.tiers(key),
    hosts: hostsOf(snapshot),
  };
}
