import { isClean } from '../../admission/refusals.ts';
import type { Tier } from '../../model/calico.ts';
import { BUILT_IN_TIERS } from '../../policy/calicoTiers.ts';
import { DEFAULT_TIER } from '../../policy/lower/calico.ts';
import { textOf } from '../../model/untyped.ts';
import type { World } from '../../workspace/world.ts';

/** The tiers that Calico makes itself, in all its releases. */
export const MADE_BY_CALICO: readonly string[] = BUILT_IN_TIERS.map(({ name }) => name);

/** The manifests of tiers that Calico takes, and templates of them; contradicting ones too. */
export const tiersIn = (world: World): readonly Partial<Tier>[] =>
  world
    .clusterMembers('calico/Tier')
    .filter(({ resource }) => resource.opaque !== null || isClean(resource, world.settings))
    .map(({ resource }) => resource.body);

/** The names of these tiers. */
export const tierNamesIn = (world: World): ReadonlySet<string> =>
  new Set(tiersIn(world).map(({ metadata }) => textOf(metadata?.name) ?? ''));

/** The tier that a policy says it is in. */
export const tierNamed = (tier: string | undefined): string =>
  tier === undefined || tier === '' ? DEFAULT_TIER : tier;
