import type { Truth } from './selector/selector.ts';

/** The answer of a matching question. `why` says what would have to be known, as clauses; empty unless unknown. */
export interface Match {
  readonly truth: Truth;
  readonly why: readonly string[];
}

/** A certain yes. */
export const YES: Match = { truth: 'yes', why: [] };

/** A certain no. */
export const NO: Match = { truth: 'no', why: [] };

/** What is not known, as clauses. */
export const unknown = (...why: string[]): Match => ({ truth: 'unknown', why });

/** Whether any of several is so. */
export const either = (found: readonly Match[]): Match => {
  if (found.some((match) => match.truth === 'yes')) return YES;
  const why = found.flatMap((match) => match.why);
  return why.length === 0 ? NO : unknown(...new Set(why));
};

/** Whether all of several are so. */
export const both = (found: readonly Match[]): Match => {
  if (found.some((match) => match.truth === 'no')) return NO;
  const why = found.flatMap((match) => match.why);
  return why.length === 0 ? YES : unknown(...new Set(why));
};

/** Whether something is not so. */
export const negated = (match: Match): Match =>
  match.truth === 'unknown' ? match : match.truth === 'yes' ? NO : YES;
