import { applyEdits, type Edit } from '../base/edits.ts';
import type { Severity } from '../model/finding.ts';
import { ROUNDS, safeRepairs, type Repair } from '../rules/repairs.ts';
import { findingsOf } from '../rules/run.ts';
import { isAtLeast } from '../rules/severity.ts';
import { apply, textOf, type File, type Snapshot } from '../workspace/snapshot.ts';
import type { Gathered } from './gather.ts';
import type { Host } from './host.ts';

/** One file before and after it was repaired. */
export interface FileChange {
  readonly path: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What repairing comes to; nothing is written yet. */
export interface Repaired {
  readonly snapshot: Snapshot;
  readonly changes: readonly FileChange[];
  /** How many fixes were applied. */
  readonly fixes: number;
}

/** Applies the safe fixes of what is `least` or graver in the files to report on, until nothing changes. */
export function repair(gathered: Gathered, least: Severity, host: Host): Repaired {
  const { reported, nameOf, paths } = gathered;
  let { snapshot } = gathered;
  let fixes = 0;
  let waiting: readonly string[] = reported;
  for (let round = 0; round < ROUNDS && waiting.length > 0; round++) {
    host.progress(`repairing ${waiting.length} files`);
    const upserted = waiting.flatMap((uri) => {
      const file = snapshot.files.get(uri)!;
      const graver = findingsOf(snapshot, uri).filter(({ severity }) => isAtLeast(severity, least));
      const repairs = safeRepairs(graver);
      for (const repair of repairs) fixes += repair.fixes;
      const text = applyEdits(textOf(file), editsIn(file, repairs));
      return repairs.length === 0 ? [] : [{ uri, text }];
    });
    if (upserted.length > 0) snapshot = apply(snapshot, { reason: 'fix', upserted });
    waiting = upserted.map(({ uri }) => uri);
  }
  host.progress(null);
  const changes = reported.flatMap((uri) => {
    const [before, after] = [gathered.snapshot, snapshot].map(({ files }) =>
      textOf(files.get(uri)!),
    );
    return before === after
      ? []
      : [{ path: paths.get(uri)!, name: nameOf(uri), before: before!, after: after! }];
  });
  return { snapshot, changes, fixes };
}

/** The repairs of a file's documents as edits of its text. */
function editsIn({ chunks }: File, repairs: readonly Repair[]): readonly Edit[] {
  const starts = new Map(chunks.map(({ chunk, start }) => [chunk, start]));
  return repairs.flatMap(({ chunk, edits }) =>
    edits.map((edit) => shifted(edit, starts.get(chunk) ?? 0)),
  );
}

const shifted = ({ span, text }: Edit, by: number): Edit => ({
  span: { start: span.start + by, end: span.end + by },
  text,
});
