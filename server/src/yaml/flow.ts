/*
 * YAML 1.2 asks for indentation within brackets and quotes as well; go-yaml, which Kubernetes reads with, asks for none
 * there and takes tabs. Joining such lines gives a text that any parser reads alike, in which nothing moves.
 */

/** The columns that a line's indentation and its `- `, `? ` and `: ` take, before what it says. */
const LEAD = /^ *(?:[-?:][ \t]+)*/;

/**
 * The text with every line break within brackets or quotes made a blank, and so the comments and tabs within brackets.
 * Of the same length, and the text itself where a bracket or quote is never closed. Meant for texts that do not parse as
 * they are, so it need not tell broken YAML from sound.
 */
export function joinedFlow(text: string): string {
  const units = text.split('');
  let [open, quote, fresh, at] = [0, '', true, 0];
  const blank = (from: number, to: number): void => {
    for (let i = from; i < to; i++) units[i] = ' ';
  };
  const lineStart = (): number => text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = (from: number): number => {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end;
  };

  /** The end of a block scalar: the first line that is not indented more than what it belongs to. */
  const blockEnd = (): number => {
    const start = lineStart();
    const column = LEAD.exec(text.slice(start, lineEnd(start)))![0].length;
    let end = lineEnd(at);
    while (end < text.length) {
      const line = text.slice(end + 1, lineEnd(end + 1));
      if (line.trim() !== '' && line.search(/[^ ]/) <= column) break;
      end = lineEnd(end + 1);
    }
    return end;
  };

  for (; at < text.length; at++) {
    const [unit, next] = [text[at]!, text[at + 1] ?? '\n'];
    const isBlank = unit === ' ' || unit === '\t' || unit === '\r' || unit === '\n';
    if (quote !== '') {
      if (isBlank) units[at] = ' ';
      else if (unit === '\\' && quote === '"') at++;
      else if (unit === quote && next === quote && quote === "'") at++;
      else if (unit === quote) quote = '';
    } else if (isBlank) {
      if (open > 0) units[at] = ' ';
      else if (unit === '\n') fresh = true;
    } else if (unit === '#' && /^\s?$/.test(text[at - 1] ?? '')) {
      const end = lineEnd(at);
      if (open > 0) blank(at, end);
      at = end - 1;
    } else if (unit === '[' || unit === '{') {
      if (open > 0 || fresh) open++;
    } else if ((unit === ']' || unit === '}') && open > 0) {
      open--;
      fresh = false;
    } else if ((unit === '"' || unit === "'") && fresh) {
      quote = unit;
      fresh = false;
    } else if ((unit === '|' || unit === '>') && fresh && open === 0) {
      at = blockEnd() - 1;
    } else if ((unit === '!' || unit === '&') && fresh) {
      while (/\S/.test(text[at + 1] ?? ' ')) at++;
    } else if (unit === ',' && open > 0) {
      fresh = true;
    } else if (':-?'.includes(unit) && /\s/.test(next)) {
      fresh = fresh || unit === ':';
    } else if (!(unit === ':' && open > 0 && /["'}\]]/.test(text[at - 1] ?? ''))) {
      fresh = false;
    } else {
      fresh = true;
    }
  }
  return open === 0 && quote === '' ? units.join('') : text;
}
