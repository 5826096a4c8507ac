/** The entry of a list that a step of a path names, or its only one; all of them where it names none. */
export function entriesAt<Entry>(
  list: readonly Entry[],
  step: string | number | undefined,
): readonly Entry[] {
  const one = entryAt(list, step);
  return one === undefined ? list : [one];
}

/** The same where nothing is said of all together; undefined where no entry is named and there are several. */
export const entryAt = <Entry>(
  list: readonly Entry[],
  step: string | number | undefined,
): Entry | undefined => (list.length === 1 ? list[0] : list[Number(step)]);

/** Phrases a line each: one as a sentence, several as a list. */
export const phraseLines = (phrases: readonly string[]): readonly string[] =>
  phrases.length === 1
    ? phrases.map((phrase) => `${phrase}.`)
    : phrases.map((phrase) => `- ${phrase}`);
