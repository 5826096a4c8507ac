import type { Place } from '../model/finding.ts';
import { feature, type Context } from './feature.ts';
import { labelAt, type LabelAt } from './labels/all.ts';
import { placeOfWord } from './labels/mention.ts';
import { relatedTo } from './labels/related.ts';
import { nameAt, sameName } from './names/all.ts';

/**
 * Every place that speaks of the label at the cursor, what carries it and what asks for it; or of the object whose name stands
 * there.
 */
export const references = feature({
  method: 'textDocument/references',
  capability: { referencesProvider: true },
  run(context, at): readonly Place[] {
    const label = labelAt(context, at);
    if (label !== null) return placesOfLabel(label, context, at.declaration);
    const name = nameAt(context, at);
    return name === null
      ? []
      : sameName(name, context)
          .filter(({ role }) => at.declaration || role === 'asks')
          .map(({ member, word }) => placeOfWord(member, word));
  },
});

const placesOfLabel = (label: LabelAt, context: Context, isDeclared: boolean): readonly Place[] =>
  relatedTo(label, context)
    .same.filter(({ role }) => isDeclared || role === 'asks')
    .flatMap(({ member, key, values }) =>
      (label.value === null ? [key] : values.filter(({ text }) => text === label.value)).map(
        (word) => placeOfWord(member, word),
      ),
    );
