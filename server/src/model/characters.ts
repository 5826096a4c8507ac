import { applyEdits, type Edit } from '../base/edits.ts';
import { span, type Span } from '../base/span.ts';
import { setScalar } from './edit.ts';
import type { Editable } from './layout.ts';

/*
 * Places inside a text: where the characters of a decoded scalar stand in the document, and how they are edited there. A
 * scalar may be folded over lines, and may stand in quotes in which some characters are written otherwise.
 */

/** A text under a key or index, and where it stands. */
export interface PlacedText {
  readonly value: string;
  readonly span: Span;
  /** How it is written: without quotes, in quotes, or as a block of lines. */
  readonly style: '' | '"' | "'" | '|' | '>';
  /** What is written for each character, and behind them the place of the end; null where that cannot be told. */
  readonly places: readonly Span[] | null;
}

/** The text under a key or index. */
export function placedText(
  { chunk, source }: Editable,
  object: object,
  step: string | number,
  value: string,
): PlacedText {
  const place = source.value(object, step);
  const written = chunk.text.slice(place.start, place.end);
  const style = (/^["'|>]/.exec(written)?.[0] ?? '') as PlacedText['style'];
  const head = style === '|' || style === '>' ? /^.*\n(?:[ \t]*\r?\n)*( *)/.exec(written) : null;
  const begin = head === null ? style.length : head[0].length;
  const places = aligned(value, written.slice(begin), style, head?.[1]!.length ?? 0);
  return { value, span: place, style, places: places && places.map(movedBy(place.start + begin)) };
}

const movedBy =
  (distance: number) =>
  ({ start, end }: Span): Span =>
    span(start + distance, end + distance);

/** Walks through a value and its spelling side by side; null where they part. */
function aligned(
  value: string,
  written: string,
  style: PlacedText['style'],
  indent: number,
): readonly Span[] | null {
  const breaks =
    style === '|' || style === '>'
      ? new RegExp(`(?:\\r?\\n {0,${indent}})+`, 'y')
      : /[ \t]*(?:\r?\n[ \t]*)+/y;
  const places: Span[] = [];
  let at = 0;
  while (places.length < value.length) {
    if (style === '"') at += matchOf(JOINED_LINES, written, at)?.length ?? 0;
    const rest = value.slice(places.length, places.length + LONGEST_PIECE);
    const piece =
      foldOf(rest, matchOf(breaks, written, at), style) ?? characterOf(rest, written, at, style);
    if (piece === null) return null;
    const place = span(at, at + piece.written);
    for (let unit = 0; unit < piece.decoded; unit++) places.push(place);
    at = place.end;
  }
  return [...places, span(at, at)];
}

/** More line breaks in a row than any manifest has in a text. */
const LONGEST_PIECE = 200;

/** Lines that double quotes join without a blank between them. */
const JOINED_LINES = /(?:\\\r?\n[ \t]*(?![ \t\r\n]))+/y;

function matchOf(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** How many units of a value the next piece of its spelling stands for, and how many it takes itself. */
interface Piece {
  readonly decoded: number;
  readonly written: number;
}

/**
 * Line breaks: a single one folds to a blank, several to one less. In blocks, literal ones stay as they are; so do those
 * around lines that are indented further, which are told by their number.
 */
function foldOf(rest: string, written: string | null, style: PlacedText['style']): Piece | null {
  if (written === null) return null;
  const count = written.split('\n').length - 1;
  const breaks = /^\n*/.exec(rest)![0].length;
  const isBlock = style === '|' || style === '>';
  if (breaks === 0)
    return count === 1 && rest.startsWith(' ') && style !== '|'
      ? { decoded: 1, written: written.length }
      : null;
  // What is stripped at the end of a block stands for nothing.
  const isEnd = isBlock && breaks === rest.length;
  if (isBlock && (breaks === count || isEnd))
    return { decoded: 1, written: /^\r?\n */.exec(written)![0].length };
  return breaks === count - 1 ? { decoded: breaks, written: written.length } : null;
}

function characterOf(
  rest: string,
  written: string,
  at: number,
  style: PlacedText['style'],
): Piece | null {
  if (style === "'" && rest.startsWith("'"))
    return written.startsWith("''", at) ? { decoded: 1, written: 2 } : null;
  if (style === '"' && written[at] === '\\') {
    const escape = matchOf(ESCAPE, written, at);
    const meant = escape === null ? undefined : decoded(escape);
    return meant !== undefined && rest.startsWith(meant)
      ? { decoded: meant.length, written: escape!.length }
      : null;
  }
  return written[at] === rest[0] ? { decoded: 1, written: 1 } : null;
}

const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^xuU\r\n])/y;

/** The escapes of one letter (YAML 1.2.2, 5.7). */
const LETTERS: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/** What an escape stands for; undefined where YAML knows none such. */
function decoded(escape: string): string | undefined {
  if (escape.length === 2) return LETTERS[escape[1]!];
  const point = parseInt(escape.slice(2), 16);
  return point > 0x10ffff ? undefined : String.fromCodePoint(point);
}

/** Where a part of a text stands in the document; the whole where that is not known. */
export function partSpan({ places, span: whole }: PlacedText, part: Span): Span {
  if (places === null) return whole;
  const { start, end } = part;
  if (end > start) return span(places[start]!.start, places[end - 1]!.end);
  const at = Math.min(places[start]!.start, whole.end);
  return span(at, at);
}

/** The offset in a text that a place in the document stands for; null where it stands in none of its characters. */
export function offsetOf({ places, span: whole }: PlacedText, offset: number): number | null {
  if (places === null || offset < places[0]!.start || offset > whole.end) return null;
  const index = places.findIndex(({ start, end }) => offset < end || offset === start);
  return index < 0 ? places.length - 1 : index;
}

/** What no plain scalar can begin with, or hold. */
const NOT_PLAIN = /^[\s!&*?|>%@`"'#{}[\],-]|: |:$| #|\n/;

/**
 * Edits a text where it stands. Where it would no longer read as it should without quotes, it is written anew in quotes;
 * gives no edits where it cannot be changed alone.
 * @param edits of the decoded text
 */
export function editText(
  resource: Editable,
  object: object,
  step: string | number,
  text: PlacedText,
  edits: readonly Edit[],
): readonly Edit[] {
  const { value, style, places } = text;
  const after = applyEdits(value, edits);
  // Asking for an edit tells whether the text can be changed alone.
  const anew = setScalar(resource, object, step, after.replaceAll('"', "'"), '"');
  if (anew.length === 0) return [];
  const inFlow = resource.source.node(object)?.flow === true;
  const isPlain = style === '' && !NOT_PLAIN.test(after) && !(inFlow && /[,[\]{}]/.test(after));
  if (places === null || (style === '' && !isPlain))
    return style === '|' || style === '>' ? [] : anew;
  return edits.map((edit) => ({
    span: partSpan(text, edit.span),
    text:
      style === '"'
        ? edit.text.replaceAll('"', "'")
        : style === "'"
          ? edit.text.replaceAll("'", "''")
          : edit.text,
  }));
}
