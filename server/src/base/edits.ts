import type { Span } from './span.ts';

/** Replaces the text of `span` by `text`; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/**
 * The text after all `edits`, whose spans all speak of the text before.
 * Edits may come in any order; insertions at one place keep theirs.
 * Throws a RangeError when two edits overlap, since no order of them would be right.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let done = 0;
  let result = '';
  for (const edit of sorted) {
    if (edit.span.start < done) throw new RangeError('edits overlap');
    result += text.slice(done, edit.span.start) + edit.text;
    done = edit.span.end;
  }
  return result + text.slice(done);
}

/**
 * Of sets of edits of one text, each to be made whole or not at all, those that can be made together: a set that
 * touches what an earlier one changes is left out, as it was thought out for the text before.
 */
export function disjoint(sets: readonly (readonly Edit[])[]): readonly (readonly Edit[])[] {
  const taken: Edit[] = [];
  const isFree = ({ span }: Edit): boolean => {
    const before = taken[startingUpTo(taken, span.end) - 1];
    return before === undefined || before.span.end < span.start;
  };
  return sets.filter((set) => {
    if (!set.every(isFree)) return false;
    for (const edit of set) taken.splice(startingUpTo(taken, edit.span.start), 0, edit);
    return true;
  });
}

/** How many of the edits, which are in the order of their places, start at or before `offset`. */
function startingUpTo(edits: readonly Edit[], offset: number): number {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edits[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A stretch of the text before, or text that is new. */
type Piece = Span | string;

/**
 * The edits of a text of `length` that do at once what `first` and then `second` do, whose spans speak of the text
 * that `first` leaves. Throws a RangeError when edits of one list overlap.
 */
export function composed(
  length: number,
  first: readonly Edit[],
  second: readonly Edit[],
): readonly Edit[] {
  const pieces = edited(edited([{ start: 0, end: length }], first), second);
  const edits: Edit[] = [];
  let [done, text] = [0, ''];
  const put = (start: number): void => {
    if (text !== '' || start > done) edits.push({ span: { start: done, end: start }, text });
    text = '';
  };
  for (const piece of pieces)
    if (typeof piece === 'string') text += piece;
    else {
      put(piece.start);
      done = piece.end;
    }
  put(length);
  return edits;
}

function edited(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const result: Piece[] = [];
  let done = 0;
  for (const { span, text } of sorted) {
    if (span.start < done) throw new RangeError('edits overlap');
    result.push(...between(pieces, done, span.start), text);
    done = span.end;
  }
  return [...result, ...between(pieces, done, Infinity)];
}

/** The pieces of a text from `from` to `to`, counted in the text that they make. */
function between(pieces: readonly Piece[], from: number, to: number): Piece[] {
  let start = 0;
  return pieces.flatMap((piece): Piece[] => {
    const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
    const [first, last] = [Math.max(0, from - start), Math.min(length, to - start)];
    start += length;
    if (first >= last) return [];
    return typeof piece === 'string'
      ? [piece.slice(first, last)]
      : [{ start: piece.start + first, end: piece.start + last }];
  });
}
