import { span } from '../../../base/span.ts';
import { found, matchAt, type Place, type Read } from './reading.ts';
import { write } from './fault.ts';
import { plain, type TokenKind } from './token.ts';

/** The operators that are words; of two words, any number of blanks parts them. */
const WORDS = /(?:contains|starts[ \t]*with|ends[ \t]*with|not[ \t]*in|in)(?![\w./-])/iy;

/** What other languages write, and near misses. */
const ALIASES: Readonly<Record<string, TokenKind>> = {
  ':': '==',
  '<>': '!=',
  '!==': '!=',
  contain: 'contains',
  endwith: 'ends with',
  eq: '==',
  equal: '==',
  equals: '==',
  exclude: 'not in',
  has: 'contains',
  include: 'contains',
  includes: 'contains',
  is: '==',
  isnot: '!=',
  isnotin: 'not in',
  isin: 'in',
  ne: '!=',
  startwith: 'starts with',
};

/**
 * An operator. Words are operators only behind a label; the symbols, which are nothing else, everywhere. Behind a label
 * also what was meant as one: `=`, `IN`, `equals`, `!in`, or whatever stands before quotes or braces.
 */
export function readOperator({ text, at, expecting }: Place): Read | null {
  const symbol = matchAt(/!?=+/y, text, at)?.[0];
  if (symbol !== undefined) {
    if (text[at + symbol.length] === '~') return unknown(at, `${symbol}~`);
    return operator(at, at + symbol.length, symbol, symbol.startsWith('!') ? '!=' : '==');
  }
  if (expecting !== 'operator') return null;
  const word = matchAt(WORDS, text, at)?.[0];
  if (word !== undefined) {
    const kind = spelling(word);
    return operator(at, at + word.length, word, kind, kind.replaceAll(' ', ''));
  }
  const negated = matchAt(/![ \t]*in(?![\w./-])/iy, text, at)?.[0];
  if (negated !== undefined) return operator(at, at + negated.length, negated, 'not in');
  return readAlias(text, at);
}

const spelling = (word: string): TokenKind => {
  const letters = word.toLowerCase().replaceAll(/[ \t]/g, '');
  const spelt: Readonly<Record<string, TokenKind>> = {
    startswith: 'starts with',
    endswith: 'ends with',
    notin: 'not in',
  };
  return spelt[letters] ?? (letters as TokenKind);
};

/** The operator at a place, and what is wrong about its spelling: any that is not `letters` up to blanks. */
function operator(
  start: number,
  end: number,
  word: string,
  kind: TokenKind,
  letters: string = kind,
): Read {
  const right = word.replaceAll(/[ \t]/g, '') === letters;
  const place = span(start, end);
  return found(
    end,
    [plain(kind, start, end)],
    right
      ? undefined
      : {
          kind: 'operator',
          span: place,
          message: `\`${word}\` is no operator of selectors: write \`${kind}\`.`,
          fix: write(place, kind),
        },
  );
}

/** A word or symbols that are followed by a value, so that they were meant as an operator. */
function readAlias(text: string, at: number): Read | null {
  const [word] =
    matchAt(
      /(?:[\w./-]+(?:[ \t]+(?:not|in|with|to))*|[:<>~]+)(?=[ \t]*["'{“‘`])|[:<>~]+/iy,
      text,
      at,
    ) ?? [];
  if (word === undefined) return null;
  const end = at + word.length;
  const letters = word.toLowerCase().replaceAll(/[ \t_-]|to$/g, '');
  const kind = Object.hasOwn(ALIASES, letters) ? ALIASES[letters]! : near(letters);
  if (kind !== null) return operator(at, end, word, kind);
  return unknown(at, word);
}

function unknown(at: number, word: string): Read {
  const end = at + word.length;
  return found(end, [plain('?', at, end)], {
    kind: 'operator',
    span: span(at, end),
    message: `\`${word}\` is no operator of selectors: there are \`==\`, \`!=\`, \`in\`, \`not in\`, \`contains\`, \`starts with\` and \`ends with\`.`,
    fix: null,
  });
}

/** `starts-with` and `ends_with`. */
const near = (letters: string): TokenKind | null =>
  /^(?:contains|startswith|endswith|notin|in)$/.test(letters) ? spelling(letters) : null;
