import { overlaps, type Span } from './span.ts';

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
 * Joins sets of edits of one text, each to be made whole or not at all: a set that touches what an earlier one changes
 * is left out, as it was thought out for the text before.
 */
export function disjoint(sets: readonly (readonly Edit[])[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const set of sets)
    if (!set.some((edit) => taken.some((other) => overlaps(edit.span, other.span))))
      taken.push(...set);
  return taken;
}
