/** A part that has no meaning, with the reason as a clause. */
export interface Meaningless {
  readonly unsure: string;
}

/** Gives a part that has no meaning, for the reason told. */
export const meaningless = (unsure: string): Meaningless => ({ unsure });

/** Whether a lowered part has no meaning. */
export const isMeaningless = (part: object): part is Meaningless => 'unsure' in part;
