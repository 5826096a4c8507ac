import type { Place } from '../../model/finding.ts';
import { placeOf } from '../../workspace/member.ts';
import { namespacesOf } from '../hover/selection.ts';
import { selectorAt } from '../calicoSelector/at.ts';
import { meantBy, foundSets } from '../calicoSelector/meant.ts';
import type { At, Context } from '../feature.ts';

/** What a whole selector of Calico selects: namespaces, or pods, network sets and hosts. */
export function placesOfSelector(context: Context, at: At): readonly Place[] {
  const here = selectorAt(context, at);
  const meant = here === null ? null : meantBy(here.text.value, here.surroundings);
  if (here === null || meant === null) return [];
  const { world } = context;
  const { pods } = meant;
  if (pods !== null && here.surroundings.field.selects === 'namespaces')
    return namespacesOf(pods.namespaces, world).certain.flatMap(({ place }) => place ?? []);
  const found = pods === null ? [] : world.podsOf(pods).pods;
  const sets = foundSets(meant, here.surroundings, context).filter(({ certain }) => certain);
  return [...found.map(({ place }) => place), ...sets.map(({ member }) => placeOf(member))];
}
