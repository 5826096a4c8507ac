import type { Span } from '../base/span.ts';
import type { Resource } from './resource.ts';

/*
 * Where things stand in the text of a manifest: lines, columns, brackets, and what belongs to a key or an item.
 */

/** What an edit has to know: the text, and where things stand in it. */
export type Editable = Pick<Resource, 'chunk' | 'source'>;

/** Whether a value is a mapping or a list. */
export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null;

/** Whether an object stands in the text, and nowhere else by an alias. */
export const editable = ({ source }: Editable, object: object): boolean =>
  source.node(object) !== null && !source.shared(object);

/** Whether an object is written in brackets. */
export const isFlow = ({ source }: Editable, object: object): boolean =>
  source.node(object)?.flow === true;

/** Whether a document is JSON, which Kubernetes tells by its first character (apimachinery, `GuessJSONStream`). */
export const isJson = (text: string): boolean => /^\s*\{/.test(text);

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

/** The line break that a text has. */
export const newline = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** New lines with the line breaks that a text has. */
export const native = (text: string, addition: string): string =>
  addition.replace(/\r?\n/g, newline(text));

/** Whether nothing but indentation stands before the offset on its line. */
export const opensLine = ({ chunk: { text } }: Editable, offset: number): boolean =>
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
export function pairSpan({ source, chunk }: Editable, object: object, name: string): Span {
  const [key, value] = [source.key(object, name), source.value(object, name)];
  const end = chunk.text.slice(0, value.end).trimEnd().length;
  return { start: key.start, end: Math.max(key.end, end) };
}

/** The lines that a span stands on, with comments behind it and the line break. */
export function wholeLines({ chunk: { text } }: Editable, span: Span): Span {
  const end = text.indexOf('\n', span.end);
  const start = lineStart(text, span.start);
  // The last lines of a text without a final line break take the one before them away.
  return end < 0
    ? { start: Math.max(0, start - newline(text).length), end: text.length }
    : { start, end: end + 1 };
}

/** A member of a flow collection with the comma before or behind it. */
export function withComma({ chunk: { text } }: Editable, span: Span, before: boolean): Span {
  if (before) return { start: text.lastIndexOf(',', span.start), end: span.end };
  const comma = text.indexOf(',', span.end);
  return { start: span.start, end: comma + 1 + /^\s*/.exec(text.slice(comma + 1))![0].length };
}

/** The dash of the block list item whose content begins at `start`; null where comments or tags stand between. */
export function dashBefore({ chunk: { text } }: Editable, start: number): number | null {
  const before = /-[ \t]*(?:\r?\n[ \t]*)?$/.exec(text.slice(Math.max(0, start - 200), start));
  return before === null ? null : start - before[0].length;
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
