import { Lexer } from 'yaml';

/** A comment with its `#`, and where that stands. */
export interface Comment {
  readonly start: number;
  readonly text: string;
}

/** What the lexer puts between the parts of a text, and before each scalar that has no quotes. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);
const SCALAR = '\u001f';

/** The comments in some lines of YAML, in their order. */
export function commentsIn(text: string): readonly Comment[] {
  if (!text.includes('#')) return [];
  const comments: Comment[] = [];
  let [start, before] = [0, ''];
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && before !== SCALAR) comments.push({ start, text: token.trimEnd() });
    if (!MARKS.has(token)) start += token.length;
    before = token;
  }
  return comments;
}
