import type { Context } from '../feature.ts';
import { mentions, type LabelAt } from './all.ts';
import type { Mention } from './mention.ts';

/** The places that speak of one label of the same things, and all that speak of those things. */
export interface Related {
  /** Those of the key or, where a value is meant, of the key with that value. */
  readonly same: readonly Mention[];
  /** All that speak of any of the things concerned, whatever the label. */
  readonly around: readonly Mention[];
  /** All of the workspace but `same`. */
  readonly others: readonly Mention[];
}

/**
 * The places that speak of the label at the cursor. Selectors tie the things together that they may find, such as the
 * pods of several namespaces; what no selector ties to the cursor's own has a label of its own, be it of the same name.
 */
export function relatedTo({ mention, value }: LabelAt, context: Context): Related {
  const all = mentions(context);
  const alike = all.filter(({ of }) => of === mention.of);
  const reaches = new Map(alike.map((one) => [one, one.reach(context)]));
  const candidates = alike.filter(
    ({ key, values }) =>
      key.text === mention.key.text &&
      (value === null || values.some(({ text }) => text === value)),
  );
  const groups = new Set(mention.reach(context));
  const touched = (one: Mention): boolean => reaches.get(one)!.some((group) => groups.has(group));
  for (let before = -1; before < groups.size;) {
    before = groups.size;
    for (const one of candidates)
      if (touched(one)) for (const group of reaches.get(one)!) groups.add(group);
  }
  const same = new Set(candidates.filter(touched));
  return {
    same: [...same],
    around: alike.filter(touched),
    others: all.filter((one) => !same.has(one)),
  };
}
