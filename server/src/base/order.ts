/** The order of texts by their UTF-16 units: the same wherever netpol runs, whatever the language of the user. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
