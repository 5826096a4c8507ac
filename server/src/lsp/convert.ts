import { derive } from '../base/derive.ts';
import {
  linesIn,
  offsetAt,
  positionAt,
  type Lines,
  type Position,
  type Range,
} from '../base/lines.ts';
import type { Span } from '../base/span.ts';
import type { Chunk } from '../model/chunk.ts';
import type { File, PlacedChunk } from '../workspace/snapshot.ts';

/*
 * The only place where spans of a document become positions of a file, and back. Lines are known per document and
 * survive an edit with it, so a keystroke scans no text but that of its document.
 */

/** How the client counts within a line. */
export type Encoding = 'utf-16' | 'utf-8';

const placesIn = derive(
  (file: File): ReadonlyMap<Chunk, PlacedChunk> =>
    new Map(file.chunks.map((placed) => [placed.chunk, placed])),
);

/** Where a document stands in the file; null where the file does not hold it. */
export const placedIn = (file: File, chunk: Chunk): PlacedChunk | null =>
  placesIn(file).get(chunk) ?? null;

/** The range of a span; null where the file does not hold the document. */
export function rangeIn(file: File, chunk: Chunk, span: Span, encoding: Encoding): Range | null {
  const placed = placedIn(file, chunk);
  return placed && rangeOf(placed, span, encoding);
}

/** The range of a span of a document that stands where `placed` says. */
export function rangeOf({ line, chunk }: PlacedChunk, span: Span, encoding: Encoding): Range {
  const start = below(line, positionIn(chunk, span.start, encoding));
  return {
    start,
    end: span.end === span.start ? start : below(line, positionIn(chunk, span.end, encoding)),
  };
}

const below = (first: number, { line, character }: Position): Position => ({
  line: first + line,
  character,
});

function positionIn(chunk: Chunk, offset: number, encoding: Encoding): Position {
  const lines = linesIn(chunk);
  const { line, character } = positionAt(lines, offset);
  const start = lines.starts[line]!;
  return encoding === 'utf-16'
    ? { line, character }
    : { line, character: bytesIn(chunk.text, start, start + character) };
}

/** A document, and an offset in it. */
export interface Spot {
  readonly placed: PlacedChunk;
  readonly offset: number;
}

/** The document at a position and the offset within it; null for a file without documents. */
export function spotIn(file: File, position: Position, encoding: Encoding): Spot | null {
  const { chunks } = file;
  let [low, high] = [0, chunks.length - 1];
  if (high < 0) return null;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (chunks[middle]!.line <= position.line) low = middle;
    else high = middle - 1;
  }
  const placed = chunks[low]!;
  const inside = { line: position.line - placed.line, character: position.character };
  return { placed, offset: offsetIn(placed.chunk.text, linesIn(placed.chunk), inside, encoding) };
}

/** The offset of a position in a text whose lines are known. */
export function offsetIn(
  text: string,
  lines: Lines,
  { line, character }: Position,
  encoding: Encoding,
): number {
  if (encoding === 'utf-16') return offsetAt(lines, { line, character });
  const start = offsetAt(lines, { line, character: 0 });
  const end = offsetAt(lines, { line, character: Number.MAX_SAFE_INTEGER });
  return start + unitsIn(text, start, end, character);
}

/** The offset in the file's whole text of a position in it. */
export function fileOffset(file: File, position: Position, encoding: Encoding): number {
  const spot = spotIn(file, position, encoding);
  return spot === null ? 0 : spot.placed.start + spot.offset;
}

/** How many bytes of UTF-8 the text from `start` to `end` takes. */
function bytesIn(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let offset = start; offset < end;) {
    const point = text.codePointAt(offset)!;
    bytes += byteLength(point);
    offset += point > 0xffff ? 2 : 1;
  }
  return bytes;
}

/** How many UTF-16 units from `start` on, and before `end`, take `bytes` bytes; a byte within a character means its start. */
function unitsIn(text: string, start: number, end: number, bytes: number): number {
  let left = bytes;
  let offset = start;
  while (offset < end) {
    const point = text.codePointAt(offset)!;
    left -= byteLength(point);
    if (left < 0) break;
    offset += point > 0xffff ? 2 : 1;
  }
  return offset - start;
}

const byteLength = (point: number): number =>
  point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
