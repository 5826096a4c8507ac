import type { Place } from '../model/finding.ts';
import { placesOfAccount } from './definition/accounts.ts';
import { placesOfLabel } from './definition/labels.ts';
import { placesOfName } from './definition/names.ts';
import { placesOfSelector } from './definition/selectors.ts';
import { feature } from './feature.ts';
import { labelAt } from './labels/all.ts';

/**
 * From a label that is asked for to where it is put on something, from another place in a selector of Calico to what it
 * selects, from the name of an object to that object, or from that of a service account to what runs as it.
 */
export const definition = feature({
  method: 'textDocument/definition',
  capability: { definitionProvider: true },
  run(context, at): readonly Place[] {
    const label = labelAt(context, at);
    const named = [...placesOfName(context, at), ...placesOfAccount(context, at)];
    if (named.length > 0) return named;
    return label === null ? placesOfSelector(context, at) : placesOfLabel(label, context);
  },
});
