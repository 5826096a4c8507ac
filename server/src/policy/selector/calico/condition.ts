import { span } from '../../../base/span.ts';
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
import { ALL, type Comparison, type Expression, type Membership } from './expression.ts';
import { insert, remove, write } from './fault.ts';
import type { Token } from './token.ts';

/** The condition on a label, which was taken already. */
export function condition(cursor: Cursor, label: Token): Expression {
  const kind = nextKind(cursor);
  switch (kind) {
    case '==':
    case '!=':
      return nextKind(cursor, 1) === '{'
        ? comparedWithSet(cursor, label, kind)
        : compared(cursor, label, kind);
    case 'contains':
    case 'starts with':
    case 'ends with':
      return compared(cursor, label, kind);
    case 'in':
    case 'not in':
      take(cursor);
      return member(cursor, label, kind);
    case '?':
      take(cursor);
      skipValues(cursor);
      return ALL;
    default:
      return withoutOperator(cursor, label);
  }
}

function compared(cursor: Cursor, label: Token, operator: Comparison): Expression {
  const { span: place } = take(cursor);
  if (isNext(cursor, 'string'))
    return { kind: 'compare', label: label.value, operator, value: take(cursor).value };
  wrong(cursor, 'missing', place, `Behind \`${operator}\` stands a value in quotes.`);
  skipValues(cursor);
  return ALL;
}

function comparedWithSet(cursor: Cursor, label: Token, kind: '==' | '!='): Expression {
  const { span: place } = take(cursor);
  const right = kind === '==' ? 'in' : 'not in';
  const before = place.start === label.span.end ? ' ' : '';
  const after = nextSpan(cursor).start === place.end ? ' ' : '';
  wrong(
    cursor,
    'operator',
    place,
    `\`${kind}\` compares with one value: with a set of them it is \`${right}\`.`,
    write(place, before + right + after),
  );
  return member(cursor, label, right);
}

function member(cursor: Cursor, label: Token, operator: Membership): Expression {
  if (isNext(cursor, '{'))
    return { kind: 'set', label: label.value, operator, values: items(cursor) };
  const { start, end } = nextSpan(cursor);
  if (!isNext(cursor, 'string')) {
    const place = lastOf(cursor)!.span;
    wrong(
      cursor,
      'missing',
      place,
      `Behind \`${operator}\` stands a set of values: \`{"a", "b"}\`.`,
    );
    return ALL;
  }
  const message = `Behind \`${operator}\` stands a set of values, in braces.`;
  wrong(cursor, 'brackets', span(start, end), message, {
    title: 'Add braces',
    edits: [
      { span: span(start, start), text: endOfLast(cursor) === start ? ' {' : '{' },
      { span: span(end, end), text: '}' },
    ],
  });
  take(cursor);
  return ALL;
}

/** The values of a set, from its brace on. One comma may stand behind the last. */
function items(cursor: Cursor): readonly string[] {
  const opening = take(cursor);
  const values: string[] = [];
  while (isNext(cursor, 'string', ',')) {
    const before = lastOf(cursor)!.kind;
    const token = take(cursor);
    if (token.kind === 'string') values.push(token.value);
    if (token.kind === 'string' && before === 'string') {
      const place = cursor.tokens[cursor.next - 2]!.span.end;
      wrong(
        cursor,
        'missing',
        token.span,
        'A comma parts the values of a set.',
        insert(place, ','),
      );
    }
    if (token.kind === ',' && before !== 'string') {
      const fix = remove(token.span, ',');
      wrong(cursor, 'missing', token.span, 'Before this comma stands no value.', fix);
    }
  }
  if (isNext(cursor, '}')) take(cursor);
  else {
    const fix = insert(endOfLast(cursor), '}');
    wrong(cursor, 'brackets', opening.span, 'This set is never closed.', fix);
  }
  return values;
}

function skipValues(cursor: Cursor): void {
  if (isNext(cursor, 'string')) take(cursor);
  else if (isNext(cursor, '{')) items(cursor);
}

/** A label with values behind it, or with nothing. */
function withoutOperator(cursor: Cursor, label: Token): Expression {
  const place = label.span;
  const what = `\`${label.value}\` is only a label key`;
  const gap = nextSpan(cursor).start > place.end ? '' : ' ';
  if (isNext(cursor, 'string')) {
    const fix = insert(place.end, ` ==${gap}`);
    wrong(cursor, 'missing', place, `${what}: an operator is missing before its value.`, fix);
  } else if (isNext(cursor, '{')) {
    const fix = insert(place.end, ` in${gap}`);
    wrong(cursor, 'missing', place, `${what}: \`in\` is missing before its values.`, fix);
  } else if (label.kind === 'label') {
    const has = `has(${label.value})`;
    const message = `${what}: compare it with a value, or ask with \`${has}\` whether it is there.`;
    wrong(cursor, 'missing', place, message, write(place, has));
  }
  skipValues(cursor);
  return ALL;
}
