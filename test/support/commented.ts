/*
 * Texts with comments at places that are drawn, to see whether they are kept.
 */

/** The comments `# c1`, `# c2` and so on of a text, in one order. */
export const commentsIn = (text: string): string[] => [...(text.match(/# c\d+/g) ?? [])].sort();

/** A block text with comments above and behind some of its lines. */
export const commented = (text: string, places: readonly number[]): string =>
  text
    .split('\n')
    .map((line, index) => {
      const [indent] = /^ */.exec(line)!;
      const above = places.includes(2 * index) ? `${indent}# c${2 * index}\n` : '';
      const behind = places.includes(2 * index + 1) && line !== '' ? ` # c${2 * index + 1}` : '';
      return above + line + behind;
    })
    .join('\n');
