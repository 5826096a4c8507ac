import { span, type Span } from '../../../base/span.ts';
import { labelFault } from './label.ts';
import { found, matchAt, type Place, type Read } from './reading.ts';
import { insert, write, type Fault, type TextFix } from './fault.ts';
import { plain, type Token } from './token.ts';

/** `has(…)`, `all()` and `global()`, also where they are written `has (…)` or `HAS(…)`. */
export function readFunction({ text, at }: Place): Read | null {
  const opening = matchAt(/(has|all|global)[ \t]*\(/iy, text, at);
  if (opening === null) return null;
  const word = opening[1]!;
  const name = word.toLowerCase() as 'has' | 'all' | 'global';
  const start = at + opening[0].length;
  const argument = matchAt(/[^()&|\r\n]*/y, text, start)![0];
  const closed = text[start + argument.length] === ')';
  const call = { text, at, start, argument, closed };
  const read = name === 'has' ? readHas(call) : readEmpty(name, call);
  if (opening[0] === `${name}(`) return read;
  const fault: Fault = {
    kind: 'function',
    span: span(at, start),
    message: `\`${name}(\` is written without a blank before the parenthesis, in small letters.`,
    fix: write(span(at, start), `${name}(`),
  };
  return { ...read, faults: [fault, ...read.faults] };
}

/** A function from its first letter on, and what stands behind its parenthesis. */
interface Call {
  readonly text: string;
  readonly at: number;
  readonly start: number;
  readonly argument: string;
  readonly closed: boolean;
}

function readEmpty(name: 'all' | 'global', { at, start, argument, closed }: Call): Read {
  const end = closed ? start + argument.length + 1 : start;
  const token = plain(name, at, end);
  if (!closed) return found(end, [token], unclosed(name, span(at, end), start));
  if (/^[ \t]*$/.test(argument)) return found(end, [token]);
  const inside = span(start, end - 1);
  return found(end, [token], {
    kind: 'function',
    span: inside,
    message: `\`${name}()\` takes nothing between its parentheses.`,
    fix: { title: `Write \`${name}()\``, edits: [{ span: inside, text: '' }] },
  });
}

function readHas({ text, at, start, argument, closed }: Call): Read {
  const [, blanks, label] = /^([ \t]*)([\w./\-\p{L}\p{N}]*)/u.exec(argument)!;
  const inside = span(start + blanks!.length, start + blanks!.length + label!.length);
  const has = (end: number): Token => ({ kind: 'has', span: span(at, end), value: label!, inside });
  if (!closed) {
    if (label === '')
      return found(
        start,
        [{ ...has(start), inside: span(start, start) }],
        withoutLabel(span(at, start)),
      );
    return found(inside.end, [has(inside.end)], unclosed('has', span(at, inside.end), inside.end));
  }
  const end = start + argument.length + 1;
  if (/^[ \t]*$/.test(argument)) return found(end, [has(end)], withoutLabel(span(at, end)));
  if (/^[ \t]*$/.test(text.slice(inside.end, end - 1)))
    return found(end, [has(end)], labelFault(label!, inside.start));
  const whole = span(at, end);
  return found(end, [has(end)], {
    kind: 'function',
    span: span(start, end - 1),
    message: `\`has(…)\` takes one label key, without quotes, and not \`${argument.trim()}\`.`,
    fix: fixOf(argument, whole, text.slice(0, at)),
  });
}

/** Several keys, or keys in quotes. Behind a `!` nobody knows whether several are joined by "and" or by "or". */
function fixOf(argument: string, whole: Span, before: string): TextFix | null {
  const keys = argument.split(',').map((key) => key.trim().replaceAll(/^(["'])(.*)\1$/g, '$2'));
  if (!keys.every((key) => /^[\w./-]+$/.test(key))) return null;
  const negated = /![ \t]*$/.test(before);
  if (keys.length > 1 && negated) return null;
  return write(whole, keys.map((key) => `has(${key})`).join(' && '));
}

const withoutLabel = (place: Span): Fault => ({
  kind: 'function',
  span: place,
  message: '`has(…)` asks for a label key, and here is none.',
  fix: null,
});

const unclosed = (name: string, place: Span, end: number): Fault => ({
  kind: 'function',
  span: place,
  message: `The closing \`)\` of \`${name}(\` is missing.`,
  fix: insert(end, ')'),
});
