import { readToken } from './readToken.ts';
import type { Fault } from './fault.ts';
import { expectedAfter, type Token } from './token.ts';

/** A text cut into tokens. What no token can be made of is skipped, and told among the faults. */
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly faults: readonly Fault[];
}

/**
 * Cuts a text into tokens, as Calico's tokenizer does where it is right. A word is read by what stands before it, so
 * `contains contains "contains"` is a label, an operator and a value. Where it is wrong, the tokens are those that were
 * probably meant.
 */
export function tokenize(text: string): Tokens {
  const tokens: Token[] = [];
  const faults: Fault[] = [];
  let at = 0;
  /** Where the open set ends if it is in wrong brackets, nowhere (-1) if it is in braces; null outside of sets. */
  let closing: number | null = null;
  while (at < text.length) {
    const expecting = expectedAfter(tokens, closing !== null);
    const read = readToken({ text, at, expecting, closing });
    tokens.push(...read.tokens);
    faults.push(...read.faults);
    for (const { kind } of read.tokens)
      if (kind === '{') closing = read.closing ?? -1;
      else if (kind !== 'string' && kind !== ',') closing = null;
    at = read.end;
  }
  return { tokens, faults };
}
