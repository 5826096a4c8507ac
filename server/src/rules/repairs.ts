import { disjoint, type Edit } from '../base/edits.ts';
import type { Chunk } from '../model/chunk.ts';
import type { FileFinding } from './fileFinding.ts';

/** What is to be changed in one document; the edits do not overlap. */
export interface Repair {
  readonly chunk: Chunk;
  readonly edits: readonly Edit[];
  /** How many findings they repair. */
  readonly fixes: number;
}

/** How often what is repaired is looked at anew; what is not settled by then never will be. */
export const ROUNDS = 10;

/**
 * One round of safe fixes, at most one a finding. In each document what the API server refuses goes first, since its
 * repair can change what else is found, and of fixes that touch each other the first; the rest is for another round.
 */
export function safeRepairs(findings: readonly FileFinding[]): readonly Repair[] {
  const byChunk = new Map<
    Chunk,
    { readonly refused: boolean; readonly edits: readonly Edit[] }[]
  >();
  for (const { chunk, meta, fixes = [] } of findings) {
    const edits = fixes.find(({ safe }) => safe)?.edits() ?? [];
    if (edits.length === 0) continue;
    const fix = { refused: meta.category === 'refused', edits };
    const others = byChunk.get(chunk);
    if (others === undefined) byChunk.set(chunk, [fix]);
    else others.push(fix);
  }
  return [...byChunk].map(([chunk, all]) => {
    const refused = all.filter(({ refused }) => refused);
    const chosen = disjoint((refused.length > 0 ? refused : all).map(({ edits }) => edits));
    return { chunk, edits: chosen.flat(), fixes: chosen.length };
  });
}
