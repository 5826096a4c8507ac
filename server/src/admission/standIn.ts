import { holdsPlaceholder, mask } from '../yaml/template.ts';

/** `$NAME` of shells, and the expressions in parentheses of Chainsaw's tests. */
const VARIABLE = /\$\(?[A-Za-z_]|^\(.*\)$/;

/**
 * Whether a name or label of the object itself is only a stand-in that a template, a script or a test fills in before
 * the API server sees it. None of the marks it goes by can be part of a real one.
 */
export const isStandIn = (text: string): boolean =>
  VARIABLE.test(text) || holdsPlaceholder(text) || mask(text).holes.length > 0;
