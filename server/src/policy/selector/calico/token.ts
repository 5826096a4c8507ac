import { span, type Span } from '../../../base/span.ts';
import type { Comparison, Membership } from './expression.ts';

/** What a token is. `?` is a word that stands where an operator should, and is none. */
export type TokenKind =
  | Comparison
  | Membership
  | 'label'
  | 'string'
  | 'has'
  | 'all'
  | 'global'
  | '('
  | ')'
  | '{'
  | '}'
  | ','
  | '!'
  | '&&'
  | '||'
  | '?';

/** A word of a selector. */
export interface Token {
  readonly kind: TokenKind;
  readonly span: Span;
  /** The label of a label or of `has(…)`, the text of a string without its quotes; else empty. */
  readonly value: string;
  /** Where the value stands: without quotes, blanks or `has(`. */
  readonly inside: Span;
}

/** A token without a value of its own. */
export const plain = (kind: TokenKind, start: number, end: number): Token => ({
  kind,
  span: span(start, end),
  value: '',
  inside: span(start, end),
});

/** What the next word should be: it decides how characters are read. */
export type Expecting = 'operand' | 'operator' | 'value' | 'set' | 'item' | 'connective';

/** What comes after some tokens, of which the last may stand in a set. */
export function expectedAfter(tokens: readonly Token[], inSet: boolean): Expecting {
  if (inSet) return 'item';
  switch (tokens.at(-1)?.kind) {
    case 'label':
      return 'operator';
    case '==':
    case '!=':
    case 'contains':
    case 'starts with':
    case 'ends with':
    case '?':
      return 'value';
    case 'in':
    case 'not in':
      return 'set';
    case 'string':
      // A string that no operator asked for stands where a label should.
      return isOperand(tokens) ? 'operator' : 'connective';
    case ')':
    case '}':
    case 'has':
    case 'all':
    case 'global':
      return 'connective';
    default:
      return 'operand';
  }
}

const isOperand = (tokens: readonly Token[]): boolean =>
  ['operand', 'connective'].includes(expectedAfter(tokens.slice(-2, -1), false));
