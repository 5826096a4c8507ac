import { feature } from './feature.ts';
import { labelAt } from './labels/all.ts';
import { placeOfWord } from './labels/mention.ts';
import { relatedTo } from './labels/related.ts';

/** Every place that speaks of the label at the cursor: what carries it, and what asks for it. */
export const references = feature({
  method: 'textDocument/references',
  capability: { referencesProvider: true },
  run(context, at) {
    const label = labelAt(context, at);
    if (label === null) return [];
    return relatedTo(label, context)
      .same.filter(({ role }) => at.declaration || role === 'asks')
      .flatMap(({ member, key, values }) =>
        (label.value === null ? [key] : values.filter(({ text }) => text === label.value)).map(
          (word) => placeOfWord(member, word),
        ),
      );
  },
});
