import type { Place } from '../../model/finding.ts';
import type { Context } from '../feature.ts';
import { mentions, type LabelAt } from '../labels/all.ts';
import { placeOfWord } from '../labels/mention.ts';

/**
 * Where a label that a selector asks for is put on what the selector can find: with the value that the cursor is on, or
 * on a key with any of the values that are asked for; where none has one of these, with any.
 */
export function placesOfLabel({ mention, value }: LabelAt, context: Context): readonly Place[] {
  if (mention.role === 'carries') return [];
  const groups = new Set(mention.reach(context));
  const carriers = mentions(context).filter(
    (one) =>
      one.role === 'carries' &&
      one.of === mention.of &&
      one.key.text === mention.key.text &&
      (value === null || one.values.some(({ text }) => text === value)) &&
      one.reach(context).some((group) => groups.has(group)),
  );
  const wanted = new Set(mention.values.map(({ text }) => text));
  const asked =
    value === null && mention.compares === 'whole'
      ? carriers.filter(({ values }) => values.some(({ text }) => wanted.has(text)))
      : [];
  return (asked.length > 0 ? asked : carriers).map(({ member, key }) => placeOfWord(member, key));
}
