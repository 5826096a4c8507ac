import {
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  visit,
  type Node,
  type Pair,
  type Scalar,
} from 'yaml';
import type { Edit } from '../base/edits.ts';
import type { Span } from '../base/span.ts';
import { commentsIn } from '../yaml/comments.ts';
import {
  columnOf,
  editable,
  hasProperties,
  holdsComment,
  indentsLists,
  isFlow,
  isJson,
  isObject,
  lineEnd,
  lineStart,
  native,
  reindented,
  type Editable,
} from './layout.ts';
import { flow, WRITTEN } from './written.ts';

/** A part of a new value, and the part of the old text that it is made of: comments of that one go there. */
export interface Origin {
  /** The mapping or list that the part is in; the part itself where there is no `step`. */
  readonly of: object;
  readonly step?: string | number;
  readonly from: Span;
}

/**
 * Puts a new value in the place of the one under a key, which is a mapping, and writes it anew. Each comment of the old
 * value goes to what is made of the thing that it speaks of: what stands behind a thing on its line, to that; what has
 * a line of its own, to what follows. No edits where comments cannot be kept, or an alias would lose its anchor.
 */
export function rewriteKey(
  resource: Editable,
  object: object,
  name: string,
  value: object,
  origins: readonly Origin[],
): readonly Edit[] {
  const { chunk, source } = resource;
  const old = (object as Readonly<Record<string, unknown>>)[name];
  if (!isObject(old) || !editable(resource, object) || !editable(resource, old)) return [];
  const span = source.value(object, name);
  if (hasProperties(resource, span.start) || isTied(source.node(old)!)) return [];
  if (isFlow(resource, object))
    return holdsComment(resource, span) ? [] : [{ span, text: inBrackets(resource, span, value) }];
  const key = source.key(object, name);
  const end = lineEnd(chunk.text, chunk.text.slice(0, span.end).trimEnd().length);
  const keyLine = lineEnd(chunk.text, key.end);
  const start = span.start > keyLine ? keyLine : chunk.text.indexOf(':', key.end) + 1;
  const document = new Document(value, WRITTEN);
  quoteRanges(document);
  if (!carryComments(resource, { start, end }, spotsIn(document, value, origins))) return [];
  const column = columnOf(resource, key.start) + 2;
  const text = document.toString({ lineWidth: 0, indentSeq: indentsLists(chunk.text) }).trimEnd();
  return [
    {
      span: { start, end },
      text: native(chunk.text, `\n${' '.repeat(column)}${reindented(text, column)}`),
    },
  ];
}

/** Whether an anchor or an alias stands in a node. */
function isTied(node: Node): boolean {
  let tied = false;
  visit(node, {
    Node: (_, inner) => {
      tied ||= isAlias(inner) || inner.anchor !== undefined;
      return tied ? visit.BREAK : undefined;
    },
  });
  return tied;
}

/** Over as many lines as the old value had. */
function inBrackets(resource: Editable, span: Span, value: object): string {
  const { text } = resource.chunk;
  if (!isJson(text) || !text.slice(span.start, span.end).includes('\n'))
    return flow(resource, value);
  const indent = /^[ \t]*/.exec(text.slice(lineStart(text, span.start)))![0].length;
  return native(text, reindented(JSON.stringify(value, null, 2), indent));
}

/** Parsers of YAML 1.1 read two numbers with a colon between as one, of base 60. */
const quoteRanges = (document: Document): void =>
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && /^\d+(?::\d+)+$/.test(node.value))
        node.type = 'QUOTE_DOUBLE';
    },
  });

/** A place in the new text for comments about a part of the old one. */
interface Spot {
  readonly from: Span;
  /** What lines of comments go above. */
  readonly head: Node;
  /** A value that leaves its line free for a comment behind it. */
  readonly scalar: Scalar | null;
  readonly isFirst: boolean;
}

/** The places in the order of the old text, what lies within another behind that. */
const spotsIn = (
  document: Document,
  value: object,
  origins: readonly Origin[],
): readonly Spot[] => {
  const nodes = new Map<object, Omit<Spot, 'from'>>();
  const steps = new Map<object, Map<string | number, Omit<Spot, 'from'>>>();
  const walk = (object: object, node: unknown): void => {
    // What stands in several places has its comments in the first.
    if (steps.has(object)) return;
    const parts = new Map<string | number, Omit<Spot, 'from'>>();
    steps.set(object, parts);
    const add = (step: string | number, head: Node, inner: unknown, isFirst: boolean): void => {
      const spot = { head, scalar: isScalar(inner) ? inner : null, isFirst };
      const below = (object as Readonly<Record<string | number, unknown>>)[step];
      parts.set(step, spot);
      if (!isObject(below)) return;
      if (!nodes.has(below)) nodes.set(below, spot);
      walk(below, inner);
    };
    if (isMap(node))
      for (const [index, { key, value: inner }] of (node.items as Pair<Scalar>[]).entries())
        add(String(key.value), key, inner, index === 0);
    else if (isSeq(node))
      for (const [index, inner] of (node.items as Node[]).entries())
        add(index, inner, inner, index === 0);
  };
  walk(value, document.contents);
  return origins
    .flatMap(({ of, step, from }) => {
      const spot = step === undefined ? nodes.get(of) : steps.get(of)?.get(step);
      return spot === undefined ? [] : [{ ...spot, from }];
    })
    .sort((a, b) => a.from.start - b.from.start || b.from.end - a.from.end);
};

/** Puts the comments of a stretch of text, and the blank lines between its parts, where they belong; or cannot. */
function carryComments(
  { chunk: { text } }: Editable,
  { start, end }: Span,
  spots: readonly Spot[],
): boolean {
  for (const comment of commentsIn(text.slice(start, end))) {
    const at = start + comment.start;
    const isAlone = text.slice(lineStart(text, at), at).trim() === '';
    const spot = isAlone ? spotBelow(spots, at) : (lastBefore(spots, at) ?? spots[0]);
    const said = comment.text.slice(1);
    if (spot === undefined) return false;
    const { scalar, head } = spot;
    if (!isAlone && scalar !== null && !scalar.comment) scalar.comment = said;
    else head.commentBefore = head.commentBefore ? `${head.commentBefore}\n${said}` : said;
  }
  for (const { from, head, isFirst } of spots)
    if (!isFirst && from.start > start && followsBlank(text, from.start)) head.spaceBefore = true;
  return true;
}

const lastBefore = (spots: readonly Spot[], at: number): Spot | undefined =>
  [...spots].reverse().find(({ from }) => from.start <= at);

/** What follows within the innermost thing around a line, else that thing, else what follows at all. */
function spotBelow(spots: readonly Spot[], at: number): Spot | undefined {
  const around = [...spots].reverse().find(({ from }) => from.start <= at && at <= from.end);
  const next = spots.find(({ from }) => from.start > at);
  if (around === undefined) return next ?? spots.at(-1);
  return next !== undefined && next.from.start < around.from.end ? next : around;
}

/** Whether a blank line stands above that of an offset and the comments above it. */
function followsBlank(text: string, offset: number): boolean {
  let line = lineStart(text, offset);
  const above = (): string => text.slice(lineStart(text, line - 1), line);
  while (line > 0 && /^[ \t]*#/.test(above())) line = lineStart(text, line - 1);
  return line > 0 && above().trim() === '';
}
