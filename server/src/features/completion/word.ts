import type { Span } from '../../base/span.ts';

/** The word that a cursor stands in or behind, as far as the text of its line tells. */
export interface Word {
  /** The whole word, with its quotes; empty where none has been begun. */
  readonly span: Span;
  /** What stands of it, before the cursor and behind. */
  readonly text: string;
  /** The quote that it begins with. */
  readonly quote: '' | '"' | "'";
  /** The blank that still lacks behind a colon or dash. */
  readonly gap: '' | ' ';
  /** Whether the colon of a key stands behind it already. */
  readonly isKey: boolean;
  /** The column at which it begins, the gap counted. */
  readonly column: number;
  /** Whether only blanks and dashes stand before it on its line, so that a block can begin there. */
  readonly opens: boolean;
}

/** The word at `offset`; null inside a comment, an anchor, alias, tag or document marker, and where a template begins. */
export function wordAt(text: string, offset: number): Word | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (/\{\{(?!.*\}\})/.test(before)) return null;
  if (/^(?:---|\.\.\.)(?=\s|$)/.test(text.slice(lineStart, lineStart + 4))) return null;
  const quoted = openQuote(before);
  if (quoted === 'comment') return null;
  const gap = quoted === null && LACKS_BLANK.test(before) ? ' ' : '';
  const start =
    quoted !== null ? lineStart + quoted : gap === '' ? wordStart(text, lineStart, offset) : offset;
  const quote = quoted === null ? '' : (text[start] as Word['quote']);
  const end = quote === '' ? wordEnd(text, offset) : quoteEnd(text, offset, quote);
  if (/^[&*!|>%@`#]/.test(text.slice(start, end))) return null;
  return {
    span: { start, end },
    text: text.slice(start, end),
    quote,
    gap,
    isKey: /^[ \t]*:(?=[ \t\r\n]|$)/.test(text.slice(end, end + 80)),
    column: start - lineStart + gap.length,
    opens: /^(?:[ \t]|-(?=[ \t]|$))*$/.test(text.slice(lineStart, start)),
  };
}

/** A key with its colon, or a dash, with nothing behind it. */
const LACKS_BLANK =
  /^[ \t]*(?:-[ \t]+)*-$|(?:^[ \t]*(?:-[ \t]+)*|[{,[][ \t]*)(?:[\w./-]+|"[^"]*"|'[^']*'):$/;

/** Where on a line the quote begins that its end still stands in; null where it stands in none. */
export function openQuote(line: string): number | 'comment' | null {
  let [open, quote] = [-1, ''];
  for (let at = 0; at < line.length; at++) {
    const unit = line[at]!;
    if (quote !== '') {
      if (unit === '\\' && quote === '"') at++;
      else if (unit === quote && quote === "'" && line[at + 1] === "'") at++;
      else if (unit === quote) quote = '';
    } else if (at === 0 || /[\s[{,:]/.test(line[at - 1]!)) {
      if (unit === '#') return 'comment';
      if (unit === '"' || unit === "'") [open, quote] = [at, unit];
    }
  }
  return quote === '' ? null : open;
}

/** Whether the unit at `at` belongs to a word; a colon only where no blank follows. */
const inWord = (text: string, at: number): boolean => {
  const unit = text[at];
  if (unit === undefined || /[\s,[\]{}"']/.test(unit)) return false;
  return unit !== ':' || !/^(?:\s|$)/.test(text.slice(at + 1, at + 2));
};

function wordStart(text: string, lineStart: number, offset: number): number {
  let start = offset;
  while (start > lineStart && (inWord(text, start - 1) || text.slice(start - 1, offset) === ':'))
    start--;
  return start;
}

function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (inWord(text, end)) end++;
  return end;
}

function quoteEnd(text: string, offset: number, quote: string): number {
  const line = /^[^\r\n]*/.exec(text.slice(offset))![0];
  const close = line.indexOf(quote);
  return close < 0 ? offset : offset + close + 1;
}
