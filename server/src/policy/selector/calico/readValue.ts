import { span, type Span } from '../../../base/span.ts';
import { found, matchAt, type Place, type Read } from './reading.ts';
import { insert, write, type Fault } from './fault.ts';
import { plain, type Token } from './token.ts';

/** What a value without quotes cannot hold. */
const ENDS = String.raw`\s"'\x60“”‘’(){}[\],;&|!=#`;
const WORD = `[^${ENDS}]+(?![^${ENDS}])`;
const WORDS = new RegExp(WORD, 'g');
const BARE = new RegExp(`${WORD}(?![ \\t]*\\()`, 'y');
const BARE_LIST = new RegExp(`${WORD}(?:[ \\t]*,[ \\t]*${WORD})*(?![ \\t]*\\()`, 'y');
const BRACKET = /\((?:"[^"]*"|'[^']*'|[^"'()[\]{}])*\)|\[(?:"[^"]*"|'[^']*'|[^"'()[\]{}])*\]/y;

/** A string, or what should be one: other quotes, or none where a value is expected; and sets in wrong brackets. */
export const readValue = (place: Place): Read | null =>
  readString(place) ??
  readOtherQuotes(place) ??
  readBareList(place) ??
  readBare(place) ??
  readBracket(place);

function readString({ text, at }: Place): Read | null {
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return null;
  const closing = text.indexOf(quote, at + 1);
  if (closing >= 0) return found(closing + 1, [string(text, span(at, closing + 1), 1)]);
  const whole = span(at, text.length);
  const value = text.slice(at + 1);
  return found(
    text.length,
    [{ kind: 'string', span: whole, value, inside: span(at + 1, text.length) }],
    {
      kind: 'unterminated',
      span: whole,
      message: `The closing \`${quote}\` is missing.`,
      fix: /^[\w.-]*$/.test(value) ? insert(text.length, quote) : null,
    },
  );
}

function readOtherQuotes({ text, at }: Place): Read | null {
  const word = matchAt(/[“”„«][^“”„«»"']*[“”»"]|[‘’‚][^‘’‚"']*[‘’']|`[^`"']*[`"']/y, text, at)?.[0];
  if (word === undefined) return null;
  const token = string(text, span(at, at + word.length), 1);
  return found(token.span.end, [token], {
    kind: 'quotes',
    span: token.span,
    message: `\`${word}\` is in quotes that selectors do not know: they know \`"\` and \`'\`.`,
    fix: write(token.span, `"${token.value}"`),
  });
}

/** `in x` and `in x, y`: neither quotes nor braces. */
function readBareList({ text, at, expecting }: Place): Read | null {
  if (expecting !== 'set') return null;
  const list = matchAt(BARE_LIST, text, at);
  if (list === null) return null;
  const place = span(at, at + list[0].length);
  const items = [...list[0].matchAll(WORDS)].map(({ 0: word, index }) =>
    string(text, span(at + index, at + index + word.length), 0),
  );
  const tokens = items.flatMap((item, index) =>
    index === 0 ? [item] : [plain(',', item.span.start, item.span.start), item],
  );
  return found(
    place.end,
    [plain('{', at, at), ...tokens, plain('}', place.end, place.end)],
    unquoted(
      place,
      `{${items.map(({ value }) => `"${value}"`).join(', ')}}`,
      'The values of a set stand in quotes and braces',
    ),
  );
}

function readBare({ text, at, expecting }: Place): Read | null {
  if (expecting !== 'value' && expecting !== 'item') return null;
  const word = matchAt(BARE, text, at)?.[0];
  if (word === undefined) return null;
  const token = string(text, span(at, at + word.length), 0);
  return found(
    token.span.end,
    [token],
    unquoted(token.span, `"${word}"`, 'Values stand in quotes'),
  );
}

const unquoted = (place: Span, right: string, rule: string): Fault => ({
  kind: 'quotes',
  span: place,
  message: `${rule}: \`${right}\`.`,
  fix: write(place, right),
});

/** `in ("x", "y")` and `in ["x"]`. */
function readBracket({ text, at, expecting }: Place): Read | null {
  if (expecting !== 'set') return null;
  const bracket = matchAt(BRACKET, text, at);
  if (bracket === null) return null;
  const closing = at + bracket[0].length - 1;
  const fault: Fault = {
    kind: 'brackets',
    span: span(at, closing + 1),
    message: 'A set of values stands in braces: `{…}`.',
    fix: {
      title: 'Write braces',
      edits: [
        { span: span(at, at + 1), text: '{' },
        { span: span(closing, closing + 1), text: '}' },
      ],
    },
  };
  return { ...found(at + 1, [plain('{', at, at + 1)], fault), closing };
}

/** The string of a span, with quotes of some width at either end. */
function string(text: string, place: Span, quotes: number): Token {
  const inside = span(place.start + quotes, place.end - quotes);
  return { kind: 'string', span: place, value: text.slice(inside.start, inside.end), inside };
}
