import type { Tier } from '../../model/calico.ts';
import { BUILT_IN_TIERS } from '../../policy/calicoTiers.ts';
import { DEFAULT_TIER } from '../../policy/lower/calico.ts';
import { textOf } from '../../model/untyped.ts';
import type { World } from '../../workspace/world.ts';

/** The tiers that Calico makes itself, in all its releases. */
export const MADE_BY_CALICO: readonly string[] = BUILT_IN_TIERS.map(({ name }) => name);

/** The names of the tiers that manifests declare, contradicting ones too. */
export const tierNamesIn = (world: World): ReadonlySet<string> =>
  new Set(
    world
      .clusterMembers('calico/Tier')
      .map(({ resource }) => textOf((resource.body as Partial<Tier>).metadata?.name) ?? ''),
  );

/** The tier that a policy says it is in. */
export const tierNamed = (tier: string | undefined): string =>
  tier === undefined || tier === '' ? DEFAULT_TIER : tier;
