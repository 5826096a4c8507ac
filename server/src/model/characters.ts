import { applyEdits, type Edit } from '../base/edits.ts';
import { span, type Span } from '../base/span.ts';
import { setScalar, type Editable } from './edit.ts';

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
  /** The place of each character, and behind them of the end; null where some are written as escapes. */
  readonly places: readonly number[] | null;
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
  const head = style === '|' || style === '>' ? /^.*\n(?:[ \t]*\n)*( *)/.exec(written) : null;
  const begin = head === null ? style.length : head[0].length;
  const fold =
    head === null
      ? /^[ \t]*(?:\r?\n[ \t]*)+/
      : new RegExp(`^[ \\t]*\\r?\\n {0,${head[1]!.length}}`);
  const offsets = aligned(value, written.slice(begin), style, fold);
  return {
    value,
    span: place,
    style,
    places: offsets && offsets.map((offset) => place.start + begin + offset),
  };
}

/** Walks through a value and its spelling side by side; null where they part. */
function aligned(
  value: string,
  written: string,
  style: PlacedText['style'],
  fold: RegExp,
): readonly number[] | null {
  const offsets: number[] = [];
  let at = 0;
  for (const character of value.split('')) {
    offsets.push(at);
    const folded =
      character === ' ' || character === '\n' ? fold.exec(written.slice(at, at + 256)) : null;
    if (folded !== null) at += folded[0].length;
    else if (style === "'" && character === "'") at += written.startsWith("''", at) ? 2 : NaN;
    else if (style === '"' && /["\\/]/.test(character) && written[at] === '\\')
      at += written[at + 1] === character ? 2 : NaN;
    else at += written[at] === character ? 1 : NaN;
    if (Number.isNaN(at)) return null;
  }
  return [...offsets, at];
}

/** Where a part of a text stands in the document; the whole where that is not known. */
export function partSpan({ places, span: whole }: PlacedText, part: Span): Span {
  if (places === null) return whole;
  const { start, end } = part;
  if (end > start) return span(places[start]!, places[end - 1]! + 1);
  const at = Math.min(places[start]!, whole.end);
  return span(at, at);
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
