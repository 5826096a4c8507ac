import { span } from '../../../base/span.ts';
import { condition } from './condition.ts';
import {
  endOfLast,
  isNext,
  lastOf,
  nextKind,
  nextSpan,
  take,
  wrong,
  type Cursor,
} from './cursor.ts';
import { ALL, both, not, type Expression } from './expression.ts';
import { insert, remove, write, type Fault } from './fault.ts';
import type { Token } from './token.ts';
import { tokenize } from './tokenize.ts';

/*
 * The selector language of Calico, by its tokenizer and parser (libcalico-go/lib/selector):
 *
 *   parse(text)                the expression that a text is, or why it is none, each fault with its repair
 *   canonical(expression)      its one spelling
 *   selectorOf(expression)     its meaning for the engine
 *   both, not, renamed, prefixed, replaced   what the selectors of a policy are put together with
 *   restrictionsOf(expression) what it demands of each label
 */

/** A text that was read. */
export interface Parsed {
  /** Null where there are faults, or more nesting than is read: a part of an expression would mean something else. */
  readonly expression: Expression | null;
  /** Why the text is no selector, in the order of their places. */
  readonly faults: readonly Fault[];
  /** Also of a text with faults: then those that were probably meant. */
  readonly tokens: readonly Token[];
}

/**
 * Deeper nesting than any selector has. Calico takes what is nested deeper, but to read it would exhaust those who walk an
 * expression.
 */
const DEEPEST = 200;

/** Reads a selector. An empty text, or one of blanks, is `all()`. Never throws. */
export function parse(text: string): Parsed {
  const { tokens, faults: misread } = tokenize(text);
  const cursor: Cursor = { tokens, next: 0, depth: 0, unread: false, faults: [] };
  const expression = tokens.length === 0 ? ALL : everything(cursor);
  const faults = withoutEchoes(misread, cursor.faults).sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  return { expression: faults.length > 0 || cursor.unread ? null : expression, faults, tokens };
}

/** A quote that is missing shifts every quote behind it, so that nothing else is certain. */
function withoutEchoes(misread: readonly Fault[], misplaced: readonly Fault[]): Fault[] {
  const all = [...misread, ...misplaced];
  if (all.length === 1 || !misread.some(({ kind }) => kind === 'unterminated')) return all;
  return misread.map((fault) => (fault.kind === 'unterminated' ? { ...fault, fix: null } : fault));
}

/** All tokens, past those that close what was not opened, and those without a condition before them. */
function everything(cursor: Cursor): Expression {
  const expression = alternatives(cursor);
  while (cursor.next < cursor.tokens.length) {
    const { kind, span: place } = take(cursor);
    const fix = kind === ')' || kind === '}' ? remove(place, kind) : null;
    const message = `\`${kind}\` stands here without what belongs before it.`;
    wrong(cursor, 'parenthesis', place, message, fix);
    if (isNext(cursor, '&&', '||')) take(cursor);
    if (startsOperand(cursor)) alternatives(cursor);
  }
  return expression;
}

function alternatives(cursor: Cursor): Expression {
  const parts = [conditions(cursor)];
  while (isNext(cursor, '||')) {
    take(cursor);
    parts.push(conditions(cursor));
  }
  return parts.length === 1 ? parts[0]! : { kind: 'or', of: parts };
}

function conditions(cursor: Cursor): Expression {
  const parts = [negated(cursor)];
  while (isNext(cursor, '&&') || startsOperand(cursor)) {
    if (isNext(cursor, '&&')) take(cursor);
    else notJoined(cursor);
    parts.push(negated(cursor));
  }
  return both(...parts);
}

const startsOperand = (cursor: Cursor): boolean =>
  isNext(cursor, 'label', 'string', 'has', 'all', 'global', '(', '!');

function notJoined(cursor: Cursor): void {
  const [end, place] = [endOfLast(cursor), nextSpan(cursor)];
  wrong(
    cursor,
    'missing',
    place,
    'Between two conditions stands `&&` where both must hold, or `||` where one is enough.',
    insert(end, place.start === end ? ' && ' : ' &&'),
  );
}

function negated(cursor: Cursor): Expression {
  let isNegated = false;
  while (isNext(cursor, '!')) {
    take(cursor);
    isNegated = !isNegated;
  }
  const operand = primary(cursor);
  return isNegated ? not(operand) : operand;
}

function primary(cursor: Cursor): Expression {
  switch (nextKind(cursor)) {
    case '(':
      return parenthesis(cursor);
    case 'has':
      return { kind: 'has', label: take(cursor).value };
    case 'all':
      take(cursor);
      return ALL;
    case 'global':
      take(cursor);
      return { kind: 'global' };
    case 'label':
      return condition(cursor, take(cursor));
    case 'string':
      return condition(cursor, quotedLabel(cursor));
    default:
      return nothing(cursor);
  }
}

function parenthesis(cursor: Cursor): Expression {
  const { span: opening } = take(cursor);
  if (cursor.depth === DEEPEST) {
    skipParenthesis(cursor);
    return ALL;
  }
  cursor.depth++;
  if (isNext(cursor, ')')) {
    const place = span(opening.start, take(cursor).span.end);
    wrong(cursor, 'missing', place, 'Between these parentheses stands no condition.');
    cursor.depth--;
    return ALL;
  }
  const inner = alternatives(cursor);
  cursor.depth--;
  if (isNext(cursor, ')')) take(cursor);
  else if (!cursor.unread) {
    const fix = insert(endOfLast(cursor), ')');
    wrong(cursor, 'parenthesis', opening, 'This parenthesis is never closed.', fix);
  }
  return inner;
}

/** Passes over what stands in a parenthesis, up to the one that closes it. Nothing is said of what is not read. */
function skipParenthesis(cursor: Cursor): void {
  cursor.unread = true;
  for (let open = 1; open > 0 && nextKind(cursor) !== undefined;) {
    const { kind } = take(cursor);
    if (kind === '(') open++;
    else if (kind === ')') open--;
  }
}

function quotedLabel(cursor: Cursor): Token {
  const token = take(cursor);
  // A value that lacks its quotes was told already.
  if (token.inside.start === token.span.start) return token;
  const fix = /^[\w./-]+$/.test(token.value) ? write(token.span, token.value) : null;
  const message = 'A condition starts with a label key, and that stands without quotes.';
  wrong(cursor, 'quotes', token.span, message, fix);
  return token;
}

/** What stands where a condition should, or the lack of one behind what joins or negates. */
function nothing(cursor: Cursor): Expression {
  const next = cursor.tokens[cursor.next];
  if (next?.kind === '&&' || next?.kind === '||') {
    const fix = remove(next.span, next.kind);
    wrong(
      cursor,
      'missing',
      next.span,
      `Before this \`${next.kind}\` a condition is missing.`,
      fix,
    );
  } else if (next === undefined || next.kind === ')') {
    const last = lastOf(cursor);
    const { kind, span: place } = last ?? next!;
    const fix = kind === '&&' || kind === '||' ? remove(place, kind) : null;
    const side = last === undefined ? 'Before' : 'Behind';
    wrong(cursor, 'missing', place, `${side} this \`${kind}\` a condition is missing.`, fix);
  } else {
    const { kind, span: place } = take(cursor);
    wrong(
      cursor,
      'missing',
      place,
      `A condition starts with a label key, and here is \`${kind}\`.`,
    );
  }
  return ALL;
}
