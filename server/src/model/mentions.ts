import { derive } from '../base/derive.ts';
import type { Chunk } from './chunk.ts';
import { CALICO_GROUP, CILIUM_GROUP, kinds } from './kinds.ts';

/*
 * What a text could hold, as its words tell without parsing it.
 */

/** Whether the text could hold an object of a kind that is checked; cheap, and never wrong when it says no. */
export const mentionsPolicies = (text: string): boolean =>
  text.includes('NetworkPolicy') || text.includes(CALICO_GROUP) || text.includes(CILIUM_GROUP);

/** Calico calls its kinds by common words, but none is written without its group. */
const KINDS = new RegExp(
  [
    ...new Set(kinds.filter(({ dialect }) => dialect !== 'calico').map(({ name }) => name)),
    CALICO_GROUP.replace('.', '\\.'),
    '\\b(?:t|jobT)emplate\\b',
  ].join('|'),
);

/**
 * Whether the text could hold an object of any kind that netpol reads; cheap, and never wrong when it says no.
 * Definitions of custom resources are often huge, mention all of this, and are none of it.
 */
const mentionsKinds = (text: string): boolean =>
  text.includes('kind') && KINDS.test(text) && !isDefinition(text);

const isDefinition = (text: string): boolean =>
  /^kind:[ \t]*["']?CustomResourceDefinition\b/m.test(text);

/** Whether a document is the definition of a kind of Calico. */
export const definesCalico = derive(
  ({ text }: Chunk): boolean => text.includes(CALICO_GROUP) && isDefinition(text),
);

/** The same of a document, asked once. */
export const mayHoldResources = derive(({ text }: Chunk) => mentionsKinds(text));
