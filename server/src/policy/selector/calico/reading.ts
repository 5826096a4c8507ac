import type { Fault } from './fault.ts';
import type { Expecting, Token } from './token.ts';

/** Where the tokenizer is. */
export interface Place {
  readonly text: string;
  readonly at: number;
  readonly expecting: Expecting;
  /** Where the open set ends, if that is not a brace. */
  readonly closing: number | null;
}

/** What stands at a place, and where the next begins. */
export interface Read {
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly faults: readonly Fault[];
  /** Where the set ends that was opened, if that is not a brace. */
  readonly closing?: number;
}

/** What was read up to `end`, with what is wrong about it. */
export const found = (end: number, tokens: readonly Token[] = [], fault?: Fault): Read => ({
  end,
  tokens,
  faults: fault === undefined ? [] : [fault],
});

/** The match of a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
