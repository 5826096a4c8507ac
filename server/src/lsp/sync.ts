import { linesOf, type Position, type Range } from '../base/lines.ts';
import { textOf, type File, type TextChange } from '../workspace/snapshot.ts';
import { fileOffset, offsetIn, type Encoding } from './convert.ts';

/** One change of a document as LSP sends it; without a range, `text` is all of the new text. */
export interface ContentChange {
  readonly range?: Range;
  readonly text: string;
}

/**
 * The changes of one notification as offsets. Each speaks of the text that the one before it left. Editors send the
 * edits of many cursors from the last to the first, and then all of them can be found in the text at hand.
 */
export function textChanges(
  file: File,
  changes: readonly ContentChange[],
  encoding: Encoding,
): readonly TextChange[] {
  if (isDescending(changes))
    return changes.map(({ range, text }) => ({
      start: fileOffset(file, range.start, encoding),
      end: fileOffset(file, range.end, encoding),
      text,
    }));
  let current = textOf(file);
  return changes.map(({ range, text }) => {
    const change = { ...offsets(current, range, encoding), text };
    current = current.slice(0, change.start) + text + current.slice(change.end);
    return change;
  });
}

function offsets(
  text: string,
  range: Range | undefined,
  encoding: Encoding,
): { readonly start: number; readonly end: number } {
  if (range === undefined) return { start: 0, end: text.length };
  const lines = linesOf(text);
  return {
    start: offsetIn(text, lines, range.start, encoding),
    end: offsetIn(text, lines, range.end, encoding),
  };
}

function isDescending(
  changes: readonly ContentChange[],
): changes is readonly (ContentChange & { readonly range: Range })[] {
  return changes.every(({ range }, index) => {
    if (range === undefined) return false;
    const previous = changes[index - 1]?.range;
    return previous === undefined || compare(range.end, previous.start) <= 0;
  });
}

const compare = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;
