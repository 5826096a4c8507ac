import { span } from '../../../base/span.ts';
import { labelFault } from './label.ts';
import { readFunction } from './readFunction.ts';
import { readOperator } from './readOperator.ts';
import { readValue } from './readValue.ts';
import { found, matchAt, type Place, type Read } from './reading.ts';
import { remove, write, type Fault } from './fault.ts';
import { plain, type TokenKind } from './token.ts';

/** What stands at a place: never nothing, as long as the text goes on. */
export const readToken = (place: Place): Read =>
  readBlanks(place) ??
  readOperator(place) ??
  readValue(place) ??
  readSymbol(place) ??
  readConnective(place) ??
  readFunction(place) ??
  readNot(place) ??
  readLabel(place) ??
  readOther(place);

/** Only space and tab are blanks; a line break or any other space is a fault. */
function readBlanks({ text, at }: Place): Read | null {
  const blanks = matchAt(/[\s\u200b\ufeff]+/y, text, at)?.[0];
  if (blanks === undefined) return null;
  const end = at + blanks.length;
  if (/^[ \t]+$/.test(blanks)) return found(end);
  const place = span(at, end);
  const atEdge = at === 0 || end === text.length;
  return found(end, [], {
    kind: 'blank',
    span: place,
    message: /[\r\n]/.test(blanks)
      ? 'A selector stands in one line, and here is a line break.'
      : 'Only spaces and tabs may part the words of a selector, and here is another kind of blank.',
    fix: {
      title: atEdge ? 'Remove it' : 'Write a space',
      edits: [{ span: place, text: atEdge ? '' : ' ' }],
    },
  });
}

function readSymbol({ text, at, expecting, closing }: Place): Read | null {
  if (at === closing) return found(at + 1, [plain('}', at, at + 1)]);
  const symbol = matchAt(/[(){}]|!|&+|\|+|[,;]/y, text, at)?.[0];
  if (symbol === undefined) return null;
  const end = at + symbol.length;
  const kind = connectiveOf(symbol, expecting);
  if (kind === null) return found(end, [plain(symbol as TokenKind, at, end)]);
  return found(
    end,
    [plain(kind, at, end)],
    kind === symbol ? undefined : misspelt(at, end, symbol, kind),
  );
}

/** The connective that a symbol is or was meant to be; null if it is none. */
function connectiveOf(symbol: string, expecting: Place['expecting']): '&&' | '||' | null {
  if (symbol.startsWith('&')) return '&&';
  if (symbol.startsWith('|')) return '||';
  return symbol === ';' || (symbol === ',' && expecting !== 'item') ? '&&' : null;
}

/** `and` and `or`, where no label can be: after a whole condition. */
function readConnective({ text, at, expecting }: Place): Read | null {
  if (expecting !== 'connective') return null;
  const word = matchAt(/(?:and|or)(?![\w./-])/iy, text, at)?.[0];
  if (word === undefined) return null;
  const [end, kind] = [at + word.length, word.toLowerCase() === 'and' ? '&&' : '||'] as const;
  return found(end, [plain(kind, at, end)], misspelt(at, end, word, kind));
}

const misspelt = (start: number, end: number, word: string, kind: '&&' | '||'): Fault => ({
  kind: 'connective',
  span: span(start, end),
  message: `\`${word}\` does not join conditions: write \`&&\` where both must hold, \`||\` where one is enough.`,
  fix: write(span(start, end), kind),
});

/** `not` before something that it cannot be compared with, so that it is no label. */
function readNot({ text, at, expecting }: Place): Read | null {
  if (expecting === 'operator') return null;
  const word = matchAt(/not(?=[ \t]*\(|[ \t]+(?:!|[\w./-]))/iy, text, at)?.[0];
  if (word === undefined) return null;
  const end = at + word.length;
  if (
    readOperator({ text, at: afterBlanks(text, end), expecting: 'operator', closing: null }) !==
    null
  )
    return null;
  return found(end, [plain('!', at, end)], {
    kind: 'operator',
    span: span(at, end),
    message: `\`${word}\` does not negate a condition: \`!\` does.`,
    fix: {
      title: 'Write `!`',
      edits: [{ span: span(at, afterBlanks(text, end)), text: '!' }],
    },
  });
}

const afterBlanks = (text: string, at: number): number =>
  at + (matchAt(/[ \t]*/y, text, at)?.[0].length ?? 0);

function readLabel({ text, at }: Place): Read | null {
  const label = matchAt(/[\w./\-\p{L}\p{N}]+/uy, text, at)?.[0];
  if (label === undefined) return null;
  const place = span(at, at + label.length);
  return found(
    place.end,
    [{ kind: 'label', span: place, value: label, inside: place }],
    labelFault(label, place.start),
  );
}

/** Characters that no selector has outside of quotes. */
function readOther({ text, at }: Place): Read {
  const characters = matchAt(/#.*|[^\s\w./\-\p{L}\p{N}"'(){}!&|=,;]+|[^]/uy, text, at)![0];
  const place = span(at, at + characters.length);
  return found(place.end, [], {
    kind: 'character',
    span: place,
    message: characters.startsWith('#')
      ? 'A selector has no comments.'
      : `\`${characters}\` has no meaning in a selector; text stands in quotes.`,
    fix: remove(place, characters),
  });
}
