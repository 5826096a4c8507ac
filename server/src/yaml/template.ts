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

/** Helm and Jinja expressions and blocks, and the variables of envsubst and Flux with their defaults. */
const EXPRESSION =
  /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\}|\$\{[A-Za-z_][A-Za-z0-9_]*(?:[:=?+\-,^/#%][^{}\n]*)?\}/g;

/** A value for the reader to fill in, such as `<your-namespace>`. */
const PLACEHOLDER = /<[A-Za-z][A-Za-z0-9 _.:/'-]*>/;

/** Whether the text of a scalar holds a placeholder in angle brackets. */
export const holdsPlaceholder = (scalar: string): boolean => PLACEHOLDER.test(scalar);

/** Masks all template expressions of one document; comments are left alone. */
export function mask(text: string): Masked {
  if (!/\{[{%#]|\$\{/.test(text)) return { text, holes: [] };
  const holes: Hole[] = [];
  let result = '';
  let done = 0;
  for (const match of text.matchAll(EXPRESSION)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    if (/^\s*#/.test(before)) continue;
    const control = match[0].startsWith('{') && aloneOnItsLines(text, start, end);
    holes.push({ span: { start, end }, control });
    result +=
      text.slice(done, start) + (control ? asComment(match[0]) : match[0].replace(/[^\n]/g, 'x'));
    done = end;
  }
  return { text: result + text.slice(done), holes };
}

/** Whether only blanks and further expressions share the lines of the expression. */
function aloneOnItsLines(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline;
  const around = text.slice(lineStart, start) + text.slice(end, lineEnd);
  return around.replace(EXPRESSION, '').trim() === '';
}

const asComment = (expression: string): string =>
  expression.replace(/[^\n]+/g, (line) => '#'.padEnd(line.length, 'x'));
