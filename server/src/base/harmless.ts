/**
 * A text without what would act on a terminal or turn its direction: nobody's manifest may move a cursor. Line ends go,
 * too.
 */
export const harmless = (text: string): string =>
  text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
