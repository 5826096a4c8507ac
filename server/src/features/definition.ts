import type { Place } from '../model/finding.ts';
import { placesOfLabel } from './definition/labels.ts';
import { placesOfName } from './definition/names.ts';
import { placesOfSelector } from './definition/selectors.ts';
import { feature } from './feature.ts';
import { labelAt } from './labels/all.ts';

/**
 * From a label that is asked for to where it is put on something, from another place in a selector of Calico to what it
 * selects, from the name of an object to that object.
 */
export const definition = feature({
  method: 'textDocument/definition',
  capability: { definitionProvider: true },
  run(context, at): readonly Place[] {
    const label = labelAt(context, at);
    const named = placesOfName(context, at);
    if (named.length > 0) return named;
    return label === null ? placesOfSelector(context, at) : placesOfLabel(label, context);
  },
});
