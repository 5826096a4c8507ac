import type { Span } from '../base/span.ts';

/** A stretch of a document that a template fills in later. */
export interface Hole {
  readonly span: Span;
  /** Whether it stands alone on its lines, so that it may bring or take away any structure. */
  readonly control: boolean;
}

/** A document with its template expressions replaced by filler of equal length, so that it parses and spans stay true. */
export interface Masked {
  readonly text: string;
  readonly holes: readonly Hole[];
}

/** What begins a template expression: one of Helm or Jinja, or a variable. */
const OPENING = /\{[{%#]|\$\{/g;

/** What ends the expressions of Helm and Jinja, by what begins them. */
const CLOSINGS: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };

/**
 * A variable of envsubst or Flux with its default, which may hold braces and variables itself; also one at the end of a
 * line that is not closed yet.
 */
const VARIABLE =
  /\$\{#?[A-Za-z_][A-Za-z0-9_]*(?:(?:[:=?+\-,^/#%](?:[^{}\n]|\{[^{}\n]*\})*)?\}|(?=[ \t\r]*(?:\n|$)))/y;

/** A value for the reader to fill in, such as `<your-namespace>`, or a variable of Kustomize. */
const PLACEHOLDER = /<[A-Za-z0-9.…][A-Za-z0-9 _.…:/|'-]*>|\$\([A-Za-z_][A-Za-z0-9_.-]*\)/;

/** Whether the text of a scalar holds a placeholder in angle brackets or `$(NAME)`. */
export const holdsPlaceholder = (scalar: string): boolean => PLACEHOLDER.test(scalar);

/** Whether a template or a reader fills in a part of a scalar. */
export const isFilledIn = (scalar: string): boolean =>
  holdsPlaceholder(scalar) || mask(scalar).holes.length > 0;

/** Masks all template expressions of one document; comments are left alone. */
export function mask(text: string): Masked {
  if (!/\{[{%#]|\$\{/.test(text)) return { text, holes: [] };
  const holes: Hole[] = [];
  let result = '';
  let done = 0;
  for (const line of byLines(text, expressionsIn(text))) {
    const alone = isAloneOnItsLines(text, line);
    for (const { start, end } of isInComment(text, line) ? [] : line) {
      const expression = text.slice(start, end);
      const control = alone && expression.startsWith('{');
      holes.push({ span: { start, end }, control });
      result +=
        text.slice(done, start) +
        (control ? asComment(expression) : expression.replace(/[^\n]/g, 'x'));
      done = end;
    }
  }
  return { text: result + text.slice(done), holes };
}

/**
 * Where the expressions stand, in a time that follows the length of the text. One of Helm that is not closed yet ends
 * with its line.
 */
function* expressionsIn(text: string): Generator<Span> {
  const next = new Map<string, number>();
  const closing = (mark: string, from: number): number => {
    const known = next.get(mark);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = text.indexOf(mark, from);
    next.set(mark, found);
    return found;
  };
  let done = 0;
  for (const { 0: opening, index: start } of text.matchAll(OPENING)) {
    if (start < done) continue;
    const end = endOf(text, opening, start, closing);
    if (end === null) continue;
    yield { start, end };
    done = end;
  }
}

function endOf(
  text: string,
  opening: string,
  start: number,
  closing: (mark: string, from: number) => number,
): number | null {
  const mark = CLOSINGS[opening];
  if (mark === undefined) {
    VARIABLE.lastIndex = start;
    return VARIABLE.test(text) ? VARIABLE.lastIndex : null;
  }
  const close = closing(mark, start + opening.length);
  if (close >= 0) return close + mark.length;
  if (opening !== '{{') return null;
  const newline = closing('\n', start);
  return newline < 0 ? text.length : newline;
}

/** The expressions that share lines, together; those of several lines join the ones on their last. */
function* byLines(text: string, expressions: Iterable<Span>): Generator<readonly Span[]> {
  let together: Span[] = [];
  for (const span of expressions) {
    const before = together.at(-1);
    if (before !== undefined && text.slice(before.end, span.start).includes('\n')) {
      yield together;
      together = [];
    }
    together.push(span);
  }
  if (together.length > 0) yield together;
}

const lineStart = (text: string, [first]: readonly Span[]): number =>
  text.lastIndexOf('\n', first!.start - 1) + 1;

const isInComment = (text: string, line: readonly Span[]): boolean =>
  /^\s*#/.test(text.slice(lineStart(text, line), line[0]!.start));

/** Whether only blanks share the lines of the expressions. */
function isAloneOnItsLines(text: string, line: readonly Span[]): boolean {
  const newline = text.indexOf('\n', line.at(-1)!.end);
  const starts = [...line.map(({ start }) => start), newline < 0 ? text.length : newline];
  return [lineStart(text, line), ...line.map(({ end }) => end)].every(
    (from, index) => text.slice(from, starts[index]).trim() === '',
  );
}

const asComment = (expression: string): string =>
  expression.replace(/[^\n]+/g, (line) => '#'.padEnd(line.length, 'x'));
