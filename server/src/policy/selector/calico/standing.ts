import { span, type Span } from '../../../base/span.ts';
import type { Comparison, Membership } from './expression.ts';
import { matchAt } from './reading.ts';
import { operatorOf } from './terms.ts';
import type { Token } from './token.ts';
import { tokenize } from './tokenize.ts';

/*
 * What could be written at a place of a text, for editors: the text may be half-typed or broken. Only what stands
 * before the place counts, from the last `&&`, `||` or parenthesis on.
 */

/** What is typed of a word already. */
interface Typed {
  /** The place of the whole word, on both sides of the offset. */
  readonly place: Span;
  /** Its part before the offset. */
  readonly typed: string;
}

/** A value, of which the quote may be open, and closed behind the place. */
interface TypedValue extends Typed {
  readonly quote: '"' | "'" | null;
  readonly closed: boolean;
}

/** What a word at a place would be. */
export type Standing = Typed &
  (
    | {
        /** A label, `has(…)`, `all()`, `!` or a parenthesis. */
        readonly expected: 'operand';
      }
    | {
        /** The label of `has(…)`, which ends in a parenthesis if `closed`. */
        readonly expected: 'label';
        readonly closed: boolean;
      }
    | { readonly expected: 'operator'; readonly label: string }
    | (TypedValue & {
        readonly expected: 'value';
        readonly label: string;
        readonly operator: Comparison | Membership;
        /** The values before it in the same set. */
        readonly others: readonly string[];
      })
    | {
        /** A set of values, from its brace on. */
        readonly expected: 'set';
        readonly label: string;
        readonly operator: Membership;
      }
    | {
        /** The end of a set, or a comma. */
        readonly expected: 'comma';
      }
    | {
        /** `&&`, `||`, and the end of a parenthesis where one is open. */
        readonly expected: 'connective';
        readonly open: boolean;
      }
    | {
        /** The parenthesis that ends `has(…)`, `all()` or `global()`. */
        readonly expected: 'parenthesis';
      }
  );

/** A text, and a place in it. */
interface Here {
  readonly text: string;
  readonly offset: number;
  /** Whether a parenthesis is open. */
  readonly open: boolean;
}

/** What stands at an offset, or could; null where that cannot be told, as behind a label in quotes. */
export function standingAt(text: string, offset: number): Standing | null {
  const { tokens } = tokenize(text.slice(0, offset));
  const count = (kind: Token['kind']): number => tokens.filter((one) => one.kind === kind).length;
  const here: Here = { text, offset, open: count('(') > count(')') };
  const condition = tokens.slice(lastIndex(tokens, ({ kind }) => OPENING.has(kind)) + 1);
  const closing = lastIndex(condition, ({ kind }) => kind === ')');
  if (closing >= 0) return behind(condition.slice(closing + 1), here);
  const [first, ...rest] = condition;
  switch (first?.kind) {
    case undefined:
      return { expected: 'operand', ...nothingTyped(here) };
    case 'label':
      return onLabel(first, rest, here);
    case 'has':
    case 'all':
    case 'global':
      return text[first.span.end - 1] === ')' ? behind(rest, here) : inFunction(first, rest, here);
    default:
      return null;
  }
}

const OPENING: ReadonlySet<Token['kind']> = new Set(['&&', '||', '(', '!']);

const lastIndex = (tokens: readonly Token[], suits: (token: Token) => boolean): number =>
  tokens.map(suits).lastIndexOf(true);

/** Behind a whole condition: what joins it with another, or a part of that. */
function behind([word, ...more]: readonly Token[], here: Here): Standing | null {
  const { open } = here;
  if (word === undefined) return { expected: 'connective', open, ...nothingTyped(here) };
  return word.kind === 'label' && more.length === 0 && isTouched(word, here)
    ? { expected: 'connective', open, ...typed(word.span, here) }
    : null;
}

function inFunction(token: Token, rest: readonly Token[], here: Here): Standing | null {
  if (rest.length > 0) return null;
  const { inside, kind, value } = token;
  if (kind !== 'has' || (value !== '' && inside.end < here.offset))
    return { expected: 'parenthesis', ...nothingTyped(here) };
  const word = value === '' ? nothingTyped(here) : typed(inside, here);
  return { expected: 'label', ...word, closed: here.text[word.place.end] === ')' };
}

/** Words with which operators of two words begin. */
const TWO_WORDS: ReadonlySet<string> = new Set(['not', 'starts', 'ends']);

function onLabel(label: Token, rest: readonly Token[], here: Here): Standing | null {
  const [next, ...more] = rest;
  if (next === undefined)
    return isTouched(label, here)
      ? { expected: 'operand', ...typed(label.span, here) }
      : { expected: 'operator', label: label.value, ...nothingTyped(here) };
  const operator = operatorOf(next);
  if (operator === null || (/^\w/.test(operator) && isTouched(next, here))) {
    const last = rest.at(-1)!;
    const goesOn = TWO_WORDS.has(next.value);
    const isOne = rest.length === 1 || (rest.length === 2 && goesOn);
    const isCurrent = isTouched(last, here) || (rest.length === 1 && goesOn);
    return isOne && isCurrent
      ? { expected: 'operator', label: label.value, ...typed(next.span, here) }
      : null;
  }
  return operator === 'in' || operator === 'not in'
    ? onSet(label.value, operator, more, here)
    : onValue(label.value, operator, more, here);
}

function onValue(
  label: string,
  operator: Comparison,
  [value, ...rest]: readonly Token[],
  here: Here,
): Standing | null {
  if (value === undefined || value.kind === 'string') {
    if (value !== undefined && isDone(value, here)) return behind(rest, here);
    return { expected: 'value', label, operator, others: [], ...typedValue(value, here) };
  }
  return null;
}

function onSet(
  label: string,
  operator: Membership,
  [brace, ...rest]: readonly Token[],
  here: Here,
): Standing | null {
  if (brace === undefined) return { expected: 'set', label, operator, ...nothingTyped(here) };
  if (brace.kind !== '{') return null;
  if (brace.span.end === brace.span.start) return onBareSet(label, operator, rest, here);
  const closing = rest.findIndex(({ kind }) => kind === '}');
  if (closing >= 0) return behind(rest.slice(closing + 1), here);
  const last = rest.at(-1);
  const value = last?.kind === 'string' ? last : undefined;
  if (value !== undefined && isDone(value, here))
    return { expected: 'comma', ...nothingTyped(here) };
  if (value === undefined && last !== undefined && last.kind !== ',') return null;
  const others = rest.filter((one) => one.kind === 'string' && one !== value);
  return {
    expected: 'value',
    label,
    operator,
    others: others.map((one) => one.value),
    ...typedValue(value, here),
  };
}

/** A word without quotes and braces, for which the tokenizer adds the braces. */
function onBareSet(
  label: string,
  operator: Membership,
  [word, ...rest]: readonly Token[],
  here: Here,
): Standing | null {
  return word !== undefined && rest.length === 1 && isTouched(word, here)
    ? { expected: 'set', label, operator, ...typed(word.span, here) }
    : null;
}

/** Whether a string is behind the cursor: its quote is closed, or it has none and a blank follows. */
const isDone = ({ inside, span: whole }: Token, { offset }: Here): boolean =>
  inside.end < whole.end || inside.end < offset;

const isTouched = ({ span: { end } }: Token, { offset }: Here): boolean => end === offset;

const nothingTyped = (here: Here): Typed => typed(span(here.offset, here.offset), here);

/** A word that begins before the cursor, and goes on as far as its characters do. */
const typed = ({ start }: Span, { text, offset }: Here): Typed => ({
  place: span(start, offset + matchAt(/[\w./-]*/y, text, offset)![0].length),
  typed: text.slice(start, offset),
});

/** A value whose quote may be open; its place is that within the quotes. */
function typedValue(value: Token | undefined, here: Here): TypedValue {
  if (value === undefined) return { ...nothingTyped(here), quote: null, closed: false };
  const { inside, span: whole } = value;
  const word = typed(inside, here);
  if (inside.start === whole.start) return { ...word, quote: null, closed: false };
  const quote = here.text[whole.start] as '"' | "'";
  return { ...word, quote, closed: here.text[word.place.end] === quote };
}
