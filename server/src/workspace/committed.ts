import { readAhead } from './ahead.ts';
import { isLandmark } from './roots.ts';
import { isManifest } from './scan.ts';
import { apply, type Snapshot, type Upserted } from './snapshot.ts';

/** Texts of a commit by file; null where it has no such file. What is not named is there as it is now. */
export type Committed = ReadonlyMap<string, string | null>;

/**
 * The snapshot as it would be with the files of a commit, under the same enforcer. What is the same on both sides is the
 * same object, so what is known of it serves both. Yields after each document.
 * @param last an earlier result, whose documents serve again
 */
export function* committedOf(
  now: Snapshot,
  committed: Committed,
  last: Snapshot,
): Generator<void, Snapshot> {
  const upserted: Upserted[] = [];
  for (const [uri, text] of committed) {
    if (text === null || !isManifest(text)) continue;
    const old = [now, last].flatMap(({ files }) => files.get(uri)?.chunks ?? []);
    upserted.push(yield* readAhead(now, uri, text, old));
  }
  const kept = new Set(upserted.map(({ uri }) => uri));
  return apply(now, {
    reason: 'commit',
    removed: [...committed.keys()].filter((uri) => now.files.has(uri) && !kept.has(uri)),
    upserted,
    landmarks: landmarksOf(now, committed),
    guess: now.guess,
  });
}

function landmarksOf({ landmarks }: Snapshot, committed: Committed): Snapshot['landmarks'] {
  const others = [...committed].filter(
    ([uri, text]) => isLandmark(uri) && (landmarks.get(uri) ?? null) !== text,
  );
  if (others.length === 0) return landmarks;
  const all = new Map(landmarks);
  for (const [uri, text] of others)
    if (text === null) all.delete(uri);
    else all.set(uri, text);
  return all;
}
