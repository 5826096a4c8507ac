import { Document, isScalar, stringify, visit } from 'yaml';
import type { Edit } from '../base/edits.ts';
import type { Span } from '../base/span.ts';
import type { Chunk } from './chunk.ts';
import type { Resource } from './resource.ts';
import { commentsIn } from '../yaml/comments.ts';
import { stringText } from '../yaml/scalar.ts';

/*
 * Minimal edits of a manifest by the objects of its decoded body. They touch the text they are named for and nothing
 * else: comments, blank lines, quotes and indentation of everything around stay. Each gives no edits at all where the
 * text cannot be changed alone, as below an alias.
 */

/** What an edit has to know: the text, and where things stand in it. */
export type Editable = Pick<Resource, 'chunk' | 'source'>;

const REFUSED: readonly Edit[] = [];

/** Long lines stay whole, and strings like `on` or `012` get the quotes without which Kubernetes would read another type. */
export const WRITTEN = { lineWidth: 0, compat: 'yaml-1.1', aliasDuplicateObjects: false } as const;

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
 * Makes an item of its own of each key of a list item, in their order: a dash goes before each but the first, in brackets
 * a brace. Comments stay where they are.
 */
export function splitItem(
  resource: Editable,
  list: readonly unknown[],
  index: number,
): readonly Edit[] {
  const object = list[index];
  if (!isObject(object) || !editable(resource, list) || !editable(resource, object)) return REFUSED;
  const { chunk, source } = resource;
  const { start } = source.value(list, index);
  const keys = source.keys(object);
  const others = keys.slice(1).map((name) => source.key(object, name).start);
  if (hasProperties(resource, start)) return REFUSED;
  const dash = isFlow(resource, list) ? null : dashBefore(resource, start);
  if (dash === null ? !isFlow(resource, list) : !opensLine(resource, dash)) return REFUSED;
  if (isFlow(resource, object)) {
    if (holdsComment(resource, source.of(object))) return REFUSED;
    const gap =
      dash === null ? ', ' : `${newline(chunk.text)}${' '.repeat(columnOf(resource, dash))}- `;
    return others.map((end, place) => ({
      span: { start: pairSpan(resource, object, keys[place]!).end, end },
      text: `}${gap}{`,
    }));
  }
  if (dash === null || !others.every((key) => opensLine(resource, key))) return REFUSED;
  return others.map((key) => {
    const place = lineStart(chunk.text, key) + columnOf(resource, dash);
    return { span: { start: place, end: place + 1 }, text: '-' };
  });
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
function takenOut(resource: Editable, object: object, name: string): readonly Edit[] {
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
 * Moves a key with its value, comments inside it included, to the end of another mapping of the same object, where it may
 * have another name.
 */
export function moveKey(
  resource: Editable,
  from: object,
  name: string,
  to: object,
  as = name,
): readonly Edit[] {
  if (!editable(resource, to) || (isFlow(resource, from) && !isFlow(resource, to))) return REFUSED;
  const removal = takenOut(resource, from, name);
  if (removal.length === 0 || resource.source.keys(from).length === 1) return REFUSED;
  const { chunk, source } = resource;
  const span = pairSpan(resource, from, name);
  const behind = source.key(from, name).end;
  if (isFlow(resource, to)) {
    const value = (from as Readonly<Record<string, unknown>>)[name];
    // What stands in lines of its own fits into no brackets, nor does a comment behind it.
    const fits = !isObject(value) || isFlow(resource, value);
    const lines = isFlow(resource, from)
      ? source.of(from)
      : { start: span.start, end: lineEnd(chunk.text, span.end) };
    const isBare = !/(?:^|\s)#/.test(chunk.text.slice(lines.start, lines.end));
    return fits && isBare && !holdsComment(resource, source.of(to))
      ? [
          ...removal,
          ...intoFlow(
            resource,
            to,
            keyText(resource, as) + chunk.text.slice(behind, span.end),
            source.keys(to).length === 0,
          ),
        ]
      : REFUSED;
  }
  const [old, now] = [columnOf(resource, span.start), columnOf(resource, source.of(to).start)];
  const text = keyText(resource, as) + chunk.text.slice(behind, lineEnd(chunk.text, span.end));
  const target = source.of(to).end;
  const moved = reindented(text, now - old);
  const gone = removal[0]!.span.end;
  // Where the key ends its new mapping too, the lines that go make way for the lines that come.
  if (target <= gone) return [...removal, asLines(resource, gone, moved, now)];
  return [...removal, afterLine(resource, target, moved, now)];
}

/** Indents neighbouring keys of a block mapping, so that they belong to the key before them, which must have no value. */
export function indentKeys(
  resource: Editable,
  object: object,
  names: readonly string[],
): readonly Edit[] {
  if (!editable(resource, object) || isFlow(resource, object) || names.length === 0) return REFUSED;
  const { text } = resource.chunk;
  const { start } = pairSpan(resource, object, names[0]!);
  const end = lineEnd(text, pairSpan(resource, object, names.at(-1)!).end);
  return opensLine(resource, start)
    ? [{ span: { start, end }, text: `  ${reindented(text.slice(start, end), 2)}` }]
    : REFUSED;
}

/**
 * Puts the value of the only key of a mapping in the place of the mapping itself, which is the value of `step`: what is
 * in brackets or on one line goes behind the key, block lines move to the left; comments stay.
 */
export function liftValue(
  resource: Editable,
  object: object,
  step: string,
  name: string,
): readonly Edit[] {
  const { chunk, source } = resource;
  const outer = (object as Readonly<Record<string, unknown>>)[step];
  const inner = isObject(outer) && (outer as Readonly<Record<string, unknown>>)[name];
  if (!isObject(outer) || !isObject(inner) || source.keys(outer).length !== 1) return REFUSED;
  if (!editable(resource, object) || !editable(resource, outer) || source.shared(inner))
    return REFUSED;
  const [whole, value] = [source.of(outer), source.value(outer, name)];
  if (isFlow(resource, outer))
    return holdsComment(resource, whole)
      ? REFUSED
      : [{ span: whole, text: chunk.text.slice(value.start, value.end) }];
  const colon = (from: Span): number => chunk.text.indexOf(':', from.end) + 1;
  const [behind, below] = [colon(source.key(object, step)), colon(source.key(outer, name))];
  const sameLine = !chunk.text.slice(below, value.start).includes('\n');
  if (sameLine)
    return chunk.text.slice(behind, whole.start).includes('#')
      ? REFUSED
      : [{ span: { start: behind, end: value.start }, text: ' ' }];
  const shift = columnOf(resource, whole.start) - columnOf(resource, value.start);
  const end = lineEnd(chunk.text, value.end);
  const moved = reindented(chunk.text.slice(below, end), shift).trimStart();
  return [{ span: { start: whole.start, end }, text: moved }];
}

/**
 * Makes one list item of two neighbours, `index` and the one behind it, which must be mappings without a common key:
 * in a block list the second dash becomes a blank.
 */
export function joinItems(
  resource: Editable,
  list: readonly unknown[],
  index: number,
): readonly Edit[] {
  const [first, second] = [list[index], list[index + 1]];
  if (!isObject(first) || !isObject(second) || !editable(resource, list)) return REFUSED;
  const { chunk, source } = resource;
  const [a, b] = [source.value(list, index), source.value(list, index + 1)];
  if (isFlow(resource, first) !== isFlow(resource, second)) return REFUSED;
  if (isFlow(resource, first)) {
    const keys = chunk.text.slice(b.start + 1, b.end - 1).trim();
    const removal = removeItem(resource, list, index + 1);
    // A comment behind the second item would go with its line.
    const behind = chunk.text.slice(b.end, lineEnd(chunk.text, b.end));
    if (removal.length === 0 || behind.includes('#')) return REFUSED;
    if (holdsComment(resource, { start: a.start, end: b.end })) return REFUSED;
    return keys === ''
      ? removal
      : [...intoFlow(resource, first, keys, source.keys(first).length === 0), ...removal];
  }
  const dash = dashBefore(resource, b.start);
  const shift = columnOf(resource, a.start) - columnOf(resource, b.start);
  if (dash === null || !opensLine(resource, dash)) return REFUSED;
  if (chunk.text.slice(dash + 1, b.start).trim() !== '') return REFUSED;
  if (shift === 0) return [{ span: { start: dash, end: dash + 1 }, text: ' ' }];
  const text = chunk.text.slice(b.start, lineEnd(chunk.text, b.end));
  const start = lineStart(chunk.text, dash);
  return [
    {
      span: { start, end: start + (b.start - start) + text.length },
      text: ' '.repeat(columnOf(resource, a.start)) + reindented(text, shift),
    },
  ];
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

/** A whole value as block YAML: how deep it indents, and whether lists are indented below their keys. */
export const manifestText = (value: unknown, unit: number, indentSeq: boolean): string =>
  stringify(value, { ...WRITTEN, indent: unit, indentSeq });

/** Whether a document is JSON, which Kubernetes tells by its first character (apimachinery, `GuessJSONStream`). */
export const isJson = (text: string): boolean => /^\s*\{/.test(text);

/** Whether a value is a mapping or a list. */
export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null;

/** Whether an object stands in the text, and nowhere else by an alias. */
export const editable = ({ source }: Editable, object: object): boolean =>
  source.node(object) !== null && !source.shared(object);

/** Whether an object is written in brackets. */
export const isFlow = ({ source }: Editable, object: object): boolean =>
  source.node(object)?.flow === true;

/** The start of the line that an offset is on. */
export const lineStart = (text: string, offset: number): number =>
  text.lastIndexOf('\n', offset - 1) + 1;

/** The end of the line without its line break. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** How far from the start of its line an offset is. */
export const columnOf = ({ chunk }: Editable, offset: number): number =>
  offset - lineStart(chunk.text, offset);

const newline = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** New lines with the line breaks that a text has. */
export const native = (text: string, addition: string): string =>
  addition.replace(/\r?\n/g, newline(text));

/** Whether nothing but indentation stands before the offset on its line. */
const opensLine = ({ chunk: { text } }: Editable, offset: number): boolean =>
  text.slice(lineStart(text, offset), offset).trim() === '';

/** Whether an anchor or a tag stands before a value, which then means more than it shows. */
export const hasProperties = ({ chunk: { text } }: Editable, start: number): boolean =>
  /[&!]\S*\s+$/.test(text.slice(lineStart(text, start), start));

/** Whether a comment may stand in the span: in a flow collection it could end up swallowing what follows. */
export const holdsComment = ({ chunk: { text } }: Editable, { start, end }: Span): boolean => {
  const inside = text.slice(start, end);
  return inside.includes('\n') && /\s#/.test(inside);
};

/** From the key to the end of the value, without the line breaks that end a block scalar. */
function pairSpan({ source, chunk }: Editable, object: object, name: string): Span {
  const [key, value] = [source.key(object, name), source.value(object, name)];
  const end = chunk.text.slice(0, value.end).trimEnd().length;
  return { start: key.start, end: Math.max(key.end, end) };
}

/** The lines that a span stands on, with comments behind it and the line break. */
function wholeLines({ chunk: { text } }: Editable, span: Span): Span {
  const end = text.indexOf('\n', span.end);
  const start = lineStart(text, span.start);
  // The last lines of a text without a final line break take the one before them away.
  return end < 0
    ? { start: Math.max(0, start - newline(text).length), end: text.length }
    : { start, end: end + 1 };
}

/** A member of a flow collection with the comma before or behind it. */
function withComma({ chunk: { text } }: Editable, span: Span, before: boolean): Span {
  if (before) return { start: text.lastIndexOf(',', span.start), end: span.end };
  const comma = text.indexOf(',', span.end);
  return { start: span.start, end: comma + 1 + /^\s*/.exec(text.slice(comma + 1))![0].length };
}

/** The dash of the block list item whose content begins at `start`; null where comments or tags stand between. */
function dashBefore({ chunk: { text } }: Editable, start: number): number | null {
  const before = /-[ \t]*(?:\r?\n[ \t]*)?$/.exec(text.slice(Math.max(0, start - 200), start));
  return before === null ? null : start - before[0].length;
}

/** A new line with `text` behind the line in which `offset` lies. */
function afterLine({ chunk }: Editable, offset: number, text: string, column: number): Edit {
  const end = lineEnd(chunk.text, chunk.text.slice(0, offset).trimEnd().length);
  return {
    span: { start: end, end },
    text: native(chunk.text, `\n${' '.repeat(column)}${text}`),
  };
}

/** The same at the start of a line, or behind a text that ends without a line break. */
function asLines({ chunk }: Editable, offset: number, text: string, column: number): Edit {
  const line = `${' '.repeat(column)}${text}`;
  const atLineStart = offset === 0 || chunk.text[offset - 1] === '\n';
  return {
    span: { start: offset, end: offset },
    text: native(chunk.text, atLineStart ? `${line}\n` : `\n${line}`),
  };
}

/** Adds a member at the end of brackets: on a line of its own where the last one has one. */
function intoFlow(
  resource: Editable,
  object: object,
  text: string,
  empty: boolean,
): readonly Edit[] {
  const { source, chunk } = resource;
  const { end } = source.of(object);
  const before = chunk.text.slice(0, end - 1).trimEnd();
  const span = { start: before.length, end: before.length };
  if (empty) return [{ span, text }];
  const last = Array.isArray(object)
    ? source.value(object, object.length - 1).start
    : source.key(object, source.keys(object).at(-1)!).start;
  const indent = chunk.text.slice(lineStart(chunk.text, last), last);
  const gap = indent.trim() === '' ? `${newline(chunk.text)}${indent}` : ' ';
  return [{ span, text: `${before.endsWith(',') ? '' : ','}${gap}${text}` }];
}

/** What stands between the colon of a key and the end of its value makes way for `text`; comments there stay. */
function replaceValue(
  resource: Editable,
  object: object,
  name: string,
  text: string,
): readonly Edit[] {
  const { chunk, source } = resource;
  const [key, value] = [source.key(object, name), source.value(object, name)];
  const colon = chunk.text.indexOf(':', key.end) + 1;
  if (value.start === key.start) return exchange(resource, colon, colon, text);
  const gap = chunk.text.slice(colon, value.start);
  if (/^\s*[&!]/.test(gap)) return REFUSED;
  if (!gap.includes('#')) return exchange(resource, colon, value.end, text);
  const body = {
    start: lineEnd(chunk.text, lineStart(chunk.text, value.start) - 1),
    end: value.end,
  };
  if (text.startsWith('\n')) return [{ span: body, text: native(chunk.text, text) }];
  return [
    { span: { start: colon, end: colon }, text },
    { span: body, text: '' },
  ];
}

/** Puts `text` in the place of a value; new lines go behind the comment that may follow on the old value's line. */
function exchange({ chunk }: Editable, start: number, end: number, text: string): readonly Edit[] {
  const line = lineEnd(chunk.text, end);
  if (!text.startsWith('\n') || chunk.text.slice(start, end).includes('\n'))
    return [{ span: { start, end }, text: native(chunk.text, text) }];
  return [
    { span: { start, end }, text: '' },
    { span: { start: line, end: line }, text: native(chunk.text, text) },
  ];
}

/** An empty `[]` behind a key of a block mapping becomes a block list; elsewhere it is filled as it is. */
function emptyToBlock(
  resource: Editable,
  list: readonly unknown[],
  value: unknown,
): readonly Edit[] {
  const { chunk, source } = resource;
  const { start, end } = source.of(list);
  const line = lineStart(chunk.text, start);
  const owner = KEY.exec(chunk.text.slice(line, start));
  const within = source.at(start)?.object;
  if (owner === null || owner[0].length !== start - line || (within && isFlow(resource, within)))
    return intoFlow(
      resource,
      list,
      (value as unknown[]).map((one) => flow(resource, one)).join(', '),
      true,
    );
  return exchange(resource, line + owner[1]!.length, end, block(resource, value, owner[2]!.length));
}

/** The start of a line with the key of a block mapping: all up to the colon, and what stands before the key. */
const KEY = /^(([ \t]*(?:- +)*)(?:[\w./-]+|"[^"]*"|'[^']*')[ \t]*:)[ \t]*/;

/** The last item of a list goes; the key that the list belongs to gets `[]`. */
function emptiedList(resource: Editable, list: readonly unknown[]): readonly Edit[] {
  const { chunk, source } = resource;
  const span = source.of(list);
  if (isFlow(resource, list))
    return holdsComment(resource, span) ? REFUSED : [{ span, text: '[]' }];
  let line = lineStart(chunk.text, span.start);
  if (!opensLine(resource, span.start)) return REFUSED;
  const body = lineEnd(chunk.text, line - 1);
  do {
    if (line === 0) return REFUSED;
    line = lineStart(chunk.text, line - 1);
  } while (/^[ \t]*(?:#.*)?\r?$/m.exec(chunk.text.slice(line))?.index === 0);
  const owner = KEY.exec(chunk.text.slice(line));
  if (owner === null || !/^[ \t]*(?:#.*)?\r?\n/.test(chunk.text.slice(line + owner[0].length)))
    return REFUSED;
  const colon = line + owner[1]!.length;
  return [
    { span: { start: colon, end: colon }, text: ' []' },
    {
      span: { start: body, end: span.end },
      text: commentsIn(chunk.text.slice(body, span.end))
        .map(
          (comment) =>
            newline(chunk.text) + ' '.repeat(columnOf(resource, span.start)) + comment.text,
        )
        .join(''),
    },
  ];
}

const keyText = ({ chunk }: Editable, name: string): string =>
  isJson(chunk.text) || name.includes(':') ? JSON.stringify(name) : name;

/** A value within brackets, or a scalar or empty collection; there a colon in a key ends it for some parsers. */
export function flow({ chunk }: Editable, value: unknown): string {
  if (isJson(chunk.text)) return JSON.stringify(value);
  const document = new Document(value, WRITTEN);
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && String(key.value).includes(':')) key.type = 'QUOTE_DOUBLE';
    },
  });
  return document
    .toString({ lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false })
    .trimEnd();
}

/** A value behind the colon of a key that stands at `column`. */
function block(resource: Editable, value: unknown, column: number): string {
  const { chunk } = resource;
  const scalar = typeof value !== 'object' || value === null || Object.keys(value).length === 0;
  if (scalar) return ` ${flow(resource, value)}`;
  const lists = indentsLists(chunk.text);
  const text = stringify(value, { ...WRITTEN, indentSeq: lists }).trimEnd();
  const deeper = column + (Array.isArray(value) && !lists ? 0 : 2);
  return `\n${' '.repeat(deeper)}${reindented(text, deeper)}`;
}

/** A value behind the dash of an item that stands at `column`. */
function item({ chunk }: Editable, value: unknown, column: number): string {
  const text = stringify(value, { ...WRITTEN, indentSeq: indentsLists(chunk.text) }).trimEnd();
  return ` ${reindented(text, column + 2)}`;
}

/** Shifts all lines but the first. */
export const reindented = (text: string, shift: number): string =>
  text.replace(
    /\n([ \t]*)(?=[^\r\n])/g,
    (_, indent: string) => `\n${' '.repeat(Math.max(0, indent.length + shift))}`,
  );

/** Whether the text indents lists below their keys, as most do; one that is written otherwise is followed. */
export const indentsLists = (text: string): boolean => {
  const under = /^([ ]*)(?:- )*[\w."'/-]+:[ ]*(?:#.*)?\r?\n(?:[ ]*#.*\r?\n)*([ ]*)- /m.exec(text);
  return under === null || under[2]!.length > under[1]!.length;
};
