import type { Edit } from '../base/edits.ts';
import type { Span } from '../base/span.ts';
import type { Chunk } from './chunk.ts';
import { commentsIn } from '../yaml/comments.ts';
import { stringText } from '../yaml/scalar.ts';
import {
  columnOf,
  dashBefore,
  editable,
  hasProperties,
  holdsComment,
  indentsLists,
  isFlow,
  isJson,
  lineEnd,
  lineStart,
  native,
  newline,
  opensLine,
  pairSpan,
  wholeLines,
  withComma,
  type Editable,
} from './layout.ts';
import {
  afterLine,
  asLines,
  block,
  emptiedList,
  emptyToBlock,
  flow,
  intoFlow,
  item,
  keyText,
  manifestText,
  replaceValue,
} from './written.ts';

/*
 * Minimal edits of a manifest by the objects of its decoded body. They touch the text they are named for and nothing
 * else: comments, blank lines, quotes and indentation of everything around stay. Each gives no edits at all where the
 * text cannot be changed alone, as below an alias.
 */

const REFUSED: readonly Edit[] = [];

/**
 * Replaces the scalar under a key or index by another value; a string keeps the quotes that it has, and gets those that it
 * needs, or `quotes` where it has none.
 */
export function setScalar(
  resource: Editable,
  object: object,
  step: string | number,
  value: string | number,
  quotes: '' | '"' = '',
): readonly Edit[] {
  if (!editable(resource, object)) return REFUSED;
  const span = resource.source.value(object, step);
  const isKey = typeof step === 'string' && span.start === resource.source.key(object, step).start;
  if (isKey || hasProperties(resource, span.start)) return REFUSED;
  if (typeof value === 'number') return [{ span, text: String(value) }];
  const { text } = resource.chunk;
  const [quote = quotes] = isJson(text)
    ? ['"']
    : (/^["']/.exec(text.slice(span.start, span.end)) ?? []);
  return [{ span, text: stringText(value, quote as '' | '"' | "'", isFlow(resource, object)) }];
}

/** Puts the scalar under a key or index into quotes, whatever it is. */
export function quoteScalar(
  resource: Editable,
  object: object,
  step: string | number,
): readonly Edit[] {
  if (!editable(resource, object)) return REFUSED;
  const { start, end } = resource.source.value(object, step);
  if (hasProperties(resource, start)) return REFUSED;
  return [
    { span: { start, end: start }, text: '"' },
    { span: { start: end, end }, text: '"' },
  ];
}

/** Gives a key another name. */
export function renameKey(
  resource: Editable,
  object: object,
  name: string,
  to: string,
): readonly Edit[] {
  return editable(resource, object)
    ? [
        {
          span: resource.source.key(object, name),
          // Only in brackets does a colon within a key end it for some parsers.
          text: isFlow(resource, object) ? keyText(resource, to) : to,
        },
      ]
    : REFUSED;
}

/** Sets a key to a value, in the place of what it has or behind the last key of its mapping. */
export function setKey(
  resource: Editable,
  object: object,
  name: string,
  value: unknown,
): readonly Edit[] {
  if (!editable(resource, object)) return REFUSED;
  const { source } = resource;
  const keys = source.keys(object);
  const present = source.has(object, name);
  if (isFlow(resource, object)) {
    if (present) return replaceValue(resource, object, name, ` ${flow(resource, value)}`);
    if (holdsComment(resource, source.of(object))) return REFUSED;
    const pair = `${keyText(resource, name)}: ${flow(resource, value)}`;
    return intoFlow(resource, object, pair, keys.length === 0);
  }
  const column = columnOf(resource, source.of(object).start);
  if (present) return replaceValue(resource, object, name, block(resource, value, column));
  if (keys.length === 0) return REFUSED;
  return [
    afterLine(resource, source.of(object).end, `${name}:${block(resource, value, column)}`, column),
  ];
}

/** Puts a new key before the first one of a mapping. */
export function prependKey(
  resource: Editable,
  object: object,
  name: string,
  value: string | number,
): readonly Edit[] {
  const [first] = resource.source.keys(object);
  if (!editable(resource, object) || first === undefined) return REFUSED;
  const { start } = resource.source.key(object, first);
  const pair = `${keyText(resource, name)}: ${flow(resource, value)}`;
  const gap = isFlow(resource, object)
    ? ', '
    : native(resource.chunk.text, `\n${' '.repeat(columnOf(resource, start))}`);
  return [{ span: { start, end: start }, text: `${pair}${gap}` }];
}

/** Exchanges an item of a list for another, in brackets where the old one is; one with a comment inside stays. */
export function replaceItem(
  resource: Editable,
  list: readonly object[],
  index: number,
  value: unknown,
): readonly Edit[] {
  if (!editable(resource, list) || !editable(resource, list[index]!)) return REFUSED;
  const span = resource.source.value(list, index);
  const { text } = resource.chunk;
  if (/(?:^|\s)#/.test(text.slice(span.start, span.end)) || hasProperties(resource, span.start))
    return REFUSED;
  if (isFlow(resource, list[index]!)) return [{ span, text: flow(resource, value) }];
  const dash = dashBefore(resource, span.start);
  if (dash === null) return REFUSED;
  const body = item(resource, value, columnOf(resource, span.start) - 2).trimStart();
  return [{ span, text: native(text, body) }];
}

/** Adds an item at the end of a list. */
export function appendItem(
  resource: Editable,
  list: readonly unknown[],
  value: unknown,
): readonly Edit[] {
  if (!editable(resource, list)) return REFUSED;
  const span = resource.source.of(list);
  if (isFlow(resource, list)) {
    if (holdsComment(resource, span)) return REFUSED;
    if (list.length > 0) return intoFlow(resource, list, flow(resource, value), false);
    return emptyToBlock(resource, list, [value]);
  }
  const column = columnOf(resource, span.start);
  return [afterLine(resource, span.end, `-${item(resource, value, column)}`, column)];
}

/** Puts an item before the one at `index` of a list, and before the comment lines above that. */
export function insertItem(
  resource: Editable,
  list: readonly unknown[],
  index: number,
  value: unknown,
): readonly Edit[] {
  if (!editable(resource, list)) return REFUSED;
  const { start } = resource.source.value(list, index);
  if (isFlow(resource, list))
    return holdsComment(resource, resource.source.of(list))
      ? REFUSED
      : [{ span: { start, end: start }, text: `${flow(resource, value)}, ` }];
  const dash = dashBefore(resource, start);
  if (dash === null || !opensLine(resource, dash)) return REFUSED;
  const column = columnOf(resource, dash);
  const { text } = resource.chunk;
  let line = lineStart(text, dash);
  while (line > 0 && /^[ \t]*#/.test(text.slice(lineStart(text, line - 1), line)))
    line = lineStart(text, line - 1);
  return [asLines(resource, line, `-${item(resource, value, column)}`, column)];
}

/**
 * Takes an item out of a list, with its lines; the last one leaves `[]` behind. What comments say in its lines and above
 * them stays, and a blank line keeps them apart from the next item, of which they do not speak.
 */
export function removeItem(
  resource: Editable,
  list: readonly unknown[],
  index: number,
): readonly Edit[] {
  if (!editable(resource, list)) return REFUSED;
  if (list.length === 1) return emptiedList(resource, list);
  const span = resource.source.value(list, index);
  if (isFlow(resource, list))
    return holdsComment(resource, resource.source.of(list))
      ? REFUSED
      : [{ span: withComma(resource, span, index > 0), text: '' }];
  const dash = dashBefore(resource, span.start);
  if (dash === null || !opensLine(resource, dash)) return REFUSED;
  const { text } = resource.chunk;
  const end = Math.max(dash + 1, text.slice(0, span.end).trimEnd().length);
  const lines = wholeLines(resource, { start: dash, end });
  const kept = commentsIn(text.slice(dash, lineEnd(text, end))).map(
    (comment) => ' '.repeat(columnOf(resource, dash)) + comment.text,
  );
  const line = lineStart(text, dash);
  const isCommented = /^[ \t]*#/.test(text.slice(lineStart(text, line - 1), line));
  const isFollowed = index < list.length - 1 && /^[ \t]*\S/.test(text.slice(lines.end));
  const isApart = isFollowed && (kept.length > 0 || (line > 0 && isCommented));
  const left = [...kept, ...(isApart ? [''] : [])];
  const gap = newline(text);
  return [
    {
      span: lines,
      text: left.map((each) => (lines.start < line ? gap + each : each + gap)).join(''),
    },
  ];
}

/**
 * Takes a key and its value out of a mapping, with their lines; the last one leaves `{}` behind. What comments say in its
 * lines stays.
 */
export function removeKey(resource: Editable, object: object, name: string): readonly Edit[] {
  const removal = takenOut(resource, object, name);
  const [lines] = removal;
  const { text } = resource.chunk;
  if (removal.length !== 1 || lines!.text !== '' || isFlow(resource, object)) return removal;
  const { start } = resource.source.key(object, name);
  if (!opensLine(resource, start)) return removal;
  const kept = commentsIn(text.slice(start, lines!.span.end)).map(
    (comment) => ' '.repeat(columnOf(resource, start)) + comment.text,
  );
  const gap = newline(text);
  const isLast = lines!.span.start < lineStart(text, start);
  return [
    { span: lines!.span, text: kept.map((each) => (isLast ? gap + each : each + gap)).join('') },
  ];
}

/** The same without a care for comments. */
export function takenOut(resource: Editable, object: object, name: string): readonly Edit[] {
  if (!editable(resource, object)) return REFUSED;
  const keys = resource.source.keys(object);
  if (keys.length === 1) return [{ span: resource.source.of(object), text: '{}' }];
  const span = pairSpan(resource, object, name);
  if (isFlow(resource, object))
    return holdsComment(resource, resource.source.of(object))
      ? REFUSED
      : [{ span: withComma(resource, span, keys[0] !== name), text: '' }];
  if (opensLine(resource, span.start)) return [{ span: wholeLines(resource, span), text: '' }];
  // The first key shares its line with the dash of a list item, which has to stay; so have comments on further lines.
  const next = resource.source.key(object, keys[1]!);
  const { text } = resource.chunk;
  const end = lineEnd(text, span.end);
  if (!text.slice(end, next.start).includes('#'))
    return [{ span: { start: span.start, end: next.start }, text: '' }];
  return [{ span: { start: text.slice(0, span.start).trimEnd().length, end }, text: '' }];
}

/**
 * Puts a comment on a line of its own above the line on which `span` begins, or behind that line where it also begins
 * the document. JSON takes none.
 */
export function commentAbove({ text }: Chunk, span: Span, comment: string): readonly Edit[] {
  if (isJson(text)) return REFUSED;
  const start = lineStart(text, span.start);
  if (text.startsWith('---', start)) {
    const end = lineEnd(text, start);
    return [{ span: { start: end, end }, text: ` # ${comment}` }];
  }
  const indent = /^[ \t]*/.exec(text.slice(start))![0];
  return [{ span: { start, end: start }, text: `${indent}# ${comment}${newline(text)}` }];
}

/** Adds a document behind the resource's own; JSON holds but one. */
export function appendDocument(resource: Editable, value: unknown): readonly Edit[] {
  const { text } = resource.chunk;
  if (isJson(text)) return REFUSED;
  const document = manifestText(value, 2, indentsLists(text));
  const gap = text.endsWith('\n') ? '' : '\n';
  const end = text.length;
  return [{ span: { start: end, end }, text: native(text, `${gap}---\n${document}`) }];
}
