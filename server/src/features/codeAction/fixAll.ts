import { applyEdits, composed, type Edit } from '../../base/edits.ts';
import { ROUNDS, safeRepairs } from '../../rules/repairs.ts';
import { findingsOf } from '../../rules/run.ts';
import { apply, type File, type Snapshot } from '../../workspace/snapshot.ts';
import type { Action } from '../feature.ts';
import type { Producer } from './producer.ts';

/** The kind of the action that makes every safe fix of a file; editors can ask for it when they save. */
export const FIX_ALL = 'source.fixAll.netpol';

/** All safe fixes of the file at once. */
export const fixAll: Producer = {
  kind: FIX_ALL,
  actions: ({ snapshot, file }) => [
    {
      title: 'Fix everything that is safe to fix',
      kind: FIX_ALL,
      preferred: false,
      repairs: null,
      edits: () => repairsOf(snapshot, file),
    },
  ],
};

/** Repairs the file, and what is then found in it, until there is nothing left that is safe to repair. */
function repairsOf(snapshot: Snapshot, file: File): ReturnType<Action['edits']> {
  const made = file.chunks.map((): readonly Edit[] => []);
  let current = snapshot;
  for (let round = 0; round < ROUNDS; round++) {
    const repairs = safeRepairs(findingsOf(current, file.uri));
    const { chunks } = current.files.get(file.uri)!;
    // Repairs are for documents by their place; none makes or takes one away.
    if (repairs.length === 0 || chunks.length !== made.length) break;
    const texts = chunks.map(({ chunk }, index) => {
      const edits = repairs.find((repair) => repair.chunk === chunk)?.edits ?? [];
      const { length } = file.chunks[index]!.chunk.text;
      if (edits.length > 0) made[index] = composed(length, made[index]!, edits);
      return applyEdits(chunk.text, edits);
    });
    const upserted = [{ uri: file.uri, text: texts.join('') }];
    current = apply(current, { reason: 'fix', upserted });
  }
  return file.chunks.flatMap(({ chunk }, index) =>
    made[index]!.length === 0 ? [] : [{ chunk, edits: made[index]! }],
  );
}
