import { Document, isScalar, stringify, visit } from 'yaml';
import type { Edit } from '../base/edits.ts';
import { commentsIn } from '../yaml/comments.ts';
import {
  columnOf,
  holdsComment,
  indentsLists,
  isFlow,
  isJson,
  lineEnd,
  lineStart,
  native,
  newline,
  opensLine,
  reindented,
  type Editable,
} from './layout.ts';

/*
 * How new values are written, and put where others stand: in brackets or on lines of their own, as the text has it.
 */

const REFUSED: readonly Edit[] = [];

/** Long lines stay whole, and strings like `on` or `012` get the quotes without which Kubernetes would read another type. */
export const WRITTEN = { lineWidth: 0, compat: 'yaml-1.1', aliasDuplicateObjects: false } as const;

/** A whole value as block YAML: how deep it indents, and whether lists are indented below their keys. */
export const manifestText = (value: unknown, unit: number, indentSeq: boolean): string =>
  stringify(value, { ...WRITTEN, indent: unit, indentSeq });

/** A key, in quotes where it has to be. */
export const keyText = ({ chunk }: Editable, name: string): string =>
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
export function block(resource: Editable, value: unknown, column: number): string {
  const { chunk } = resource;
  const scalar = typeof value !== 'object' || value === null || Object.keys(value).length === 0;
  if (scalar) return ` ${flow(resource, value)}`;
  const lists = indentsLists(chunk.text);
  const text = stringify(value, { ...WRITTEN, indentSeq: lists }).trimEnd();
  const deeper = column + (Array.isArray(value) && !lists ? 0 : 2);
  return `\n${' '.repeat(deeper)}${reindented(text, deeper)}`;
}

/** A value behind the dash of an item that stands at `column`. */
export function item({ chunk }: Editable, value: unknown, column: number): string {
  const text = stringify(value, { ...WRITTEN, indentSeq: indentsLists(chunk.text) }).trimEnd();
  return ` ${reindented(text, column + 2)}`;
}

/** A new line with `text` behind the line in which `offset` lies. */
export function afterLine({ chunk }: Editable, offset: number, text: string, column: number): Edit {
  const end = lineEnd(chunk.text, chunk.text.slice(0, offset).trimEnd().length);
  return {
    span: { start: end, end },
    text: native(chunk.text, `\n${' '.repeat(column)}${text}`),
  };
}

/** The same at the start of a line, or behind a text that ends without a line break. */
export function asLines({ chunk }: Editable, offset: number, text: string, column: number): Edit {
  const line = `${' '.repeat(column)}${text}`;
  const atLineStart = offset === 0 || chunk.text[offset - 1] === '\n';
  return {
    span: { start: offset, end: offset },
    text: native(chunk.text, atLineStart ? `${line}\n` : `\n${line}`),
  };
}

/** Adds a member at the end of brackets: on a line of its own where the last one has one. */
export function intoFlow(
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
export function replaceValue(
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
export function emptyToBlock(
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
export function emptiedList(resource: Editable, list: readonly unknown[]): readonly Edit[] {
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
