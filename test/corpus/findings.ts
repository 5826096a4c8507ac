import { createHash } from 'node:crypto';
import type { Range } from '../../server/src/base/lines.ts';
import { rangeIn } from '../../server/src/cli/report.ts';
import type { Dialect } from '../../server/src/model/bodies.ts';
import type { FileFinding } from '../../server/src/rules/fileFinding.ts';
import { findingsOf, type Run } from '../../server/src/rules/run.ts';
import type { Snapshot } from '../../server/src/workspace/snapshot.ts';
import { pathOf } from './worlds.ts';

/** A finding in a file of the corpus. */
export interface Located {
  /** The path below the corpus, the repository first. */
  readonly file: string;
  readonly range: Range;
  readonly found: FileFinding;
}

/** All findings of one world, file by file in the order of their paths. */
export const locatedIn = (repository: string, snapshot: Snapshot, run: Run): Located[] =>
  [...snapshot.files.values()].flatMap((file) =>
    findingsOf(snapshot, file.uri, run).map((found) => ({
      file: `${repository}/${pathOf(file.uri)}`,
      range: rangeIn(file, found.chunk, found.span),
      found,
    })),
  );

/** The place of a finding as compilers write it: nothing of what the file says. */
export const placeOf = ({ file, range }: Located): string =>
  `${file}:${range.start.line + 1}:${range.start.character + 1}`;

/** Whose kinds the object is of that a finding speaks of; null where it is in no object. */
export const dialectOf = ({ found }: Located): Dialect | null =>
  found.member?.resource.kind.dialect ?? null;

/** What findings are sorted by for a sample that nobody chose: sha256 over file, code and range. */
export const lotOf = ({ file, range, found }: Located): string => {
  const { start, end } = range;
  const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
  return createHash('sha256').update(`${file}${found.meta.code}${place}`).digest('hex');
};
