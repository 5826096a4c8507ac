import { applyEdits, type Edit } from '../base/edits.ts';
import { overlaps } from '../base/span.ts';
import type { Severity } from '../model/finding.ts';
import type { FileFinding } from '../rules/fileFinding.ts';
import { findingsOf } from '../rules/run.ts';
import { isAtLeast } from '../rules/severity.ts';
import { apply, type File, type Snapshot } from '../workspace/snapshot.ts';
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

/** How often the repaired text is looked at anew; what is not settled by then never will be. */
const ROUNDS = 10;

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
      const applied = safeEdits(file, graver);
      fixes += applied.fixes;
      return applied.fixes === 0 ? [] : [{ uri, text: applyEdits(file.text, applied.edits) }];
    });
    if (upserted.length > 0) snapshot = apply(snapshot, { reason: 'fix', upserted });
    waiting = upserted.map(({ uri }) => uri);
  }
  host.progress(null);
  const changes = reported.flatMap((uri) => {
    const [before, after] = [gathered.snapshot, snapshot].map((each) => each.files.get(uri)!.text);
    return before === after
      ? []
      : [{ path: paths.get(uri)!, name: nameOf(uri), before: before!, after: after! }];
  });
  return { snapshot, changes, fixes };
}

/** The edits of the first safe fix of each finding; of those that overlap only the first, as the next round sees the rest. */
function safeEdits(
  { chunks }: File,
  findings: readonly FileFinding[],
): { readonly edits: readonly Edit[]; readonly fixes: number } {
  const starts = new Map(chunks.map(({ chunk, start }) => [chunk, start]));
  const edits: Edit[] = [];
  let fixes = 0;
  for (const { chunk, fixes: offered = [] } of findings) {
    const moved = (offered.find(({ safe }) => safe)?.edits() ?? []).map((edit) =>
      shifted(edit, starts.get(chunk) ?? 0),
    );
    if (
      moved.length === 0 ||
      moved.some((edit) => edits.some(({ span }) => overlaps(edit.span, span)))
    )
      continue;
    edits.push(...moved);
    fixes++;
  }
  return { edits, fixes };
}

const shifted = ({ span, text }: Edit, by: number): Edit => ({
  span: { start: span.start + by, end: span.end + by },
  text,
});
