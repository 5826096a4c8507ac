import { derive } from './derive.ts';

/** A place in a text as LSP counts it: line and UTF-16 unit within the line, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two places in a text, the end not included. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The offsets at which the lines of a text start; lines end with LF, CRLF or a lone CR, as LSP has it. */
export interface Lines {
  readonly starts: readonly number[];
  readonly length: number;
}

/** Finds the line starts of `text`. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 13 && text.charCodeAt(i + 1) === 10) continue;
    if (unit === 10 || unit === 13) starts.push(i + 1);
  }
  return { starts, length: text.length };
}

/** How many lines end in `text`, counted as `linesOf` does. */
export function lineBreaksIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) count++;
  }
  return count;
}

/** The line starts of anything that holds a text, found once per object. */
export const linesIn = derive((holder: { readonly text: string }) => linesOf(holder.text));

/** The position of `offset`, which is first brought into the text. */
export function positionAt(lines: Lines, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, lines.length));
  let [low, high] = [0, lines.starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines.starts[middle]! <= inside) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: inside - lines.starts[low]! };
}

/** The offset of `position`; a character past the end of its line means that end, a line past the last the text's end. */
export function offsetAt(lines: Lines, position: Position): number {
  const start = lines.starts[position.line];
  if (start === undefined) return position.line < 0 ? 0 : lines.length;
  const next = lines.starts[position.line + 1] ?? lines.length;
  return Math.min(start + Math.max(0, position.character), next);
}
