import { span, type Span } from '../../../base/span.ts';
import type { Fault, FaultKind, TextFix } from './fault.ts';
import type { Token, TokenKind } from './token.ts';

/** How far a parser has come, and what it found wrong. The only state of reading, and it lives no longer. */
export interface Cursor {
  readonly tokens: readonly Token[];
  next: number;
  depth: number;
  /** Whether something was nested too deeply to be read. */
  unread: boolean;
  readonly faults: Fault[];
}

/** The kind of the next token, or of one further on; undefined at the end. */
export const nextKind = ({ tokens, next }: Cursor, further = 0): TokenKind | undefined =>
  tokens[next + further]?.kind;

/** Whether the next token is of one of some kinds. */
export const isNext = (cursor: Cursor, ...kinds: readonly TokenKind[]): boolean =>
  kinds.includes(nextKind(cursor)!);

/** The next token, and goes on behind it. There must be one. */
export const take = (cursor: Cursor): Token => cursor.tokens[cursor.next++]!;

/** The token that was taken last. */
export const lastOf = ({ tokens, next }: Cursor): Token | undefined => tokens[next - 1];

/** Where the token ends that was taken last. */
export const endOfLast = (cursor: Cursor): number => lastOf(cursor)?.span.end ?? 0;

/** Where the next token stands; behind the last one at the end. */
export const nextSpan = (cursor: Cursor): Span =>
  cursor.tokens[cursor.next]?.span ?? span(endOfLast(cursor), endOfLast(cursor));

/** Notes what is wrong. */
export const wrong = (
  cursor: Cursor,
  kind: FaultKind,
  place: Span,
  message: string,
  fix: TextFix | null = null,
): void => void cursor.faults.push({ kind, span: place, message, fix });
