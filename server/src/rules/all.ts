import type { Rule } from './rule.ts';

/** Every rule about what is probably a mistake, in the order of their codes; one line each. */
export const rules: readonly Rule[] = [];
