import type { Edit } from '../base/edits.ts';
import type { Span } from '../base/span.ts';
import { removeItem, takenOut } from './edit.ts';
import {
  columnOf,
  dashBefore,
  editable,
  hasProperties,
  holdsComment,
  isFlow,
  isObject,
  lineEnd,
  lineStart,
  newline,
  opensLine,
  pairSpan,
  reindented,
  type Editable,
} from './layout.ts';
import { afterLine, asLines, intoFlow, keyText } from './written.ts';

/*
 * Edits that keep what is written and change what it belongs to: keys and items are moved, split, joined and lifted with
 * the comments in them.
 */

const REFUSED: readonly Edit[] = [];

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
