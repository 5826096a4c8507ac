import type { Context } from '../feature.ts';
import { mentions, type LabelAt } from './all.ts';
import type { Mention } from './mention.ts';

/** The places that speak of one label of the same things, and what else is said of those things. */
export interface Related {
  /** Those of the key or, where a value is meant, of the key with that value. */
  readonly same: readonly Mention[];
  /** All that speak of any of the things concerned by another key, or by the same with any value. */
  readonly byKey: (key: string) => readonly Mention[];
  /** All of the workspace but `same`. */
  readonly others: readonly Mention[];
}

/**
 * The places that speak of the label at the cursor. Selectors tie the things together that they may find, such as the
 * pods of several namespaces; what no selector ties to the cursor's own has a label of its own, be it of the same name.
 */
export function relatedTo({ mention, value }: LabelAt, context: Context): Related {
  const all = mentions(context);
  const reaches = new Map<Mention, readonly string[]>();
  const reachOf = (one: Mention): readonly string[] => {
    const known = reaches.get(one) ?? one.reach(context);
    reaches.set(one, known);
    return known;
  };
  const groups = new Set(mention.reach(context));
  const touched = (one: Mention): boolean => reachOf(one).some((group) => groups.has(group));
  const byKey = (key: string): readonly Mention[] =>
    all.filter((one) => one.of === mention.of && one.key.text === key);
  const candidates = byKey(mention.key.text).filter(
    ({ values }) => value === null || values.some(({ text }) => text === value),
  );
  for (let before = -1; before < groups.size;) {
    before = groups.size;
    for (const one of candidates)
      if (touched(one)) for (const group of reachOf(one)) groups.add(group);
  }
  const same = new Set(candidates.filter(touched));
  return {
    same: [...same],
    byKey: (key) => byKey(key).filter(touched),
    others: all.filter((one) => !same.has(one)),
  };
}
