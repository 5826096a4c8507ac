import { minor } from '../admission/refusals.ts';
import type { CILIUM_FLAGS, CiliumFlag } from '../admission/rule.ts';
import type { Settings } from './settings.ts';

/*
 * What the flags that the user tells, and the release, say of Cilium's agent.
 */

/** Whether a flag is on or off, as far as it is told. */
type Told = 'on' | 'off' | 'unknown';

/** What is told of a flag. */
export function toldOf(flag: keyof typeof CILIUM_FLAGS, told: readonly CiliumFlag[]): Told {
  if (told.includes(`${flag}=true`)) return 'on';
  return told.includes(`${flag}=false`) ? 'off' : 'unknown';
}

/** The first release that asks for the own cluster by itself (Cilium 1.19 upgrade notes). */
export const ASKS_FOR_CLUSTER = '1.19';

/** Whether selectors that name no cluster ask for the own one: as is told, or as the release that is told does by itself. */
export function asksForCluster({
  ciliumVersion,
  ciliumFlags,
}: Pick<Settings, 'ciliumVersion' | 'ciliumFlags'>): Told {
  const told = toldOf('policy-default-local-cluster', ciliumFlags);
  if (told !== 'unknown' || ciliumVersion === null) return told;
  return minor(ciliumVersion) >= minor(ASKS_FOR_CLUSTER) ? 'on' : 'off';
}
