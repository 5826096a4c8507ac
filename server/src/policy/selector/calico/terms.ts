import { span, type Span } from '../../../base/span.ts';
import type { Comparison, Membership } from './expression.ts';
import type { Token } from './token.ts';

/** A condition on one label, where it stands in its text. */
export interface Term {
  readonly span: Span;
  readonly label: Word;
  /** `has` where it only asks for the label; null where the operator is missing or unknown. */
  readonly operator: Comparison | Membership | 'has' | null;
  readonly values: readonly Word[];
}

/** A label or a value, and where it stands, without quotes. */
interface Word {
  readonly text: string;
  readonly span: Span;
}

/** The conditions that some tokens make up, also those of a text with faults. */
export const termsIn = (tokens: readonly Token[]): readonly Term[] =>
  tokens.flatMap((token, index): readonly Term[] => {
    if (token.kind === 'label') return [termFrom(tokens, index)];
    return token.kind === 'has'
      ? [{ span: token.span, label: wordOf(token), operator: 'has', values: [] }]
      : [];
  });

function termFrom(tokens: readonly Token[], index: number): Term {
  const label = tokens[index]!;
  const operator = operatorOf(tokens[index + 1]);
  const values: Word[] = [];
  let last = tokens[operator === null ? index : index + 1]!;
  for (const token of operator === null ? [] : tokens.slice(index + 2)) {
    if (token.kind === 'string') values.push(wordOf(token));
    else if (!['{', '}', ','].includes(token.kind)) break;
    last = token;
    if (token.kind === '}' || (token.kind === 'string' && !takesSet(operator))) break;
  }
  return { span: span(label.span.start, last.span.end), label: wordOf(label), operator, values };
}

const wordOf = ({ value, inside }: Token): Word => ({ text: value, span: inside });

/** The operator that a token is; null if it is none. */
export function operatorOf(token: Token | undefined): Comparison | Membership | null {
  switch (token?.kind) {
    case '==':
    case '!=':
    case 'contains':
    case 'starts with':
    case 'ends with':
    case 'in':
    case 'not in':
      return token.kind;
    default:
      return null;
  }
}

const takesSet = (operator: Term['operator']): boolean =>
  operator === 'in' || operator === 'not in';

/**
 * Whether a reader has to know what binds closer: `&&` beside `||`, or a `!` before a comparison that is joined with
 * others, between the same parentheses.
 */
export function isMixed(tokens: readonly Token[]): boolean {
  const groups: Set<Token['kind']>[] = [new Set()];
  let found = false;
  for (const [index, { kind }] of tokens.entries()) {
    const group = groups.at(-1)!;
    if (kind === '(') groups.push(new Set());
    else if (kind === ')' && groups.length > 1) groups.pop();
    else if (kind === '&&' || kind === '||') group.add(kind);
    else if (kind === '!' && tokens[index + 1]?.kind === 'label') group.add('!');
    found ||= group.size > 1;
  }
  return found;
}
