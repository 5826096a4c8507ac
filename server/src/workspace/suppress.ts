import { derive } from '../base/derive.ts';
import type { Edit } from '../base/edits.ts';
import { linesIn, positionAt } from '../base/lines.ts';
import type { Span } from '../base/span.ts';
import type { Chunk } from '../model/chunk.ts';
import { commentAbove } from '../model/edit.ts';

/** One code of a comment `# netpol-ignore[code, code] reason`. */
export interface Suppression {
  readonly code: string;
  /** Where the code stands. */
  readonly span: Span;
  /** What to take away to be rid of it: the code with its comma, or the whole comment where it is the only one. */
  readonly removal: Span;
  /** The line that it speaks of, counted from 0 in its document. */
  readonly line: number;
  /** What follows the brackets; empty where no reason is given. */
  readonly reason: string;
}

const COMMENT = /(?<=^|\s)#[ \t]*netpol-ignore\[([^\]\r\n]*)\]([^\r\n]*)/gm;

/**
 * The suppressions of a document. A comment with a line of its own speaks of the next line that is neither comment nor
 * blank.
 */
export const suppressionsOf = derive((chunk: Chunk): readonly Suppression[] => {
  const { text } = chunk;
  if (!text.includes('netpol-ignore[')) return [];
  const lines = linesIn(chunk);
  return [...text.matchAll(COMMENT)].flatMap((match) => {
    const at = match.index;
    const own = positionAt(lines, at).line;
    const start = lines.starts[own]!;
    const alone = text.slice(start, at).trim() === '';
    const line = alone ? nextLine(text, lines.starts, own) : own;
    const comment = alone
      ? { start, end: lines.starts[own + 1] ?? text.length }
      : { start: start + text.slice(start, at).trimEnd().length, end: at + match[0].length };
    return codesOf(match[1]!, at + match[0].indexOf('[') + 1).map((entry, index, all) => ({
      code: entry.code,
      span: entry.span,
      removal:
        all.length === 1
          ? comment
          : separated(
              all.map(({ span }) => span),
              index,
            ),
      line,
      reason: match[2]!.trim(),
    }));
  });
});

function nextLine(text: string, starts: readonly number[], comment: number): number {
  let line = comment + 1;
  while (line < starts.length) {
    const content = text.slice(starts[line], starts[line + 1] ?? text.length).trim();
    if (content !== '' && !content.startsWith('#')) break;
    line++;
  }
  return line;
}

function codesOf(list: string, offset: number): { readonly code: string; readonly span: Span }[] {
  return [...list.matchAll(/[^,\s]+/g)].map((match) => {
    const start = offset + match.index;
    return { code: match[0], span: { start, end: start + match[0].length } };
  });
}

/** One entry of a list together with the comma before or, for the first, behind it. */
const separated = (spans: readonly Span[], index: number): Span =>
  index === 0
    ? { start: spans[0]!.start, end: spans[1]!.start }
    : { start: spans[index - 1]!.end, end: spans[index]!.end };

/** The suppression of `code` that speaks of the line on which `span` starts. */
export function suppressionOf(chunk: Chunk, code: string, span: Span): Suppression | undefined {
  const suppressions = suppressionsOf(chunk);
  if (suppressions.length === 0) return undefined;
  const { line } = positionAt(linesIn(chunk), span.start);
  return suppressions.find((each) => each.code === code && each.line === line);
}

/** Writes the comment that silences `code` on the line on which `span` starts; no edits where no comment can stand. */
export const suppressing = (chunk: Chunk, code: string, span: Span, reason = ''): readonly Edit[] =>
  commentAbove(chunk, span, `netpol-ignore[${code}] ${reason}`.trimEnd());
