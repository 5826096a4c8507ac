import { documentsOf } from '../model/documents.ts';
import { resourcesOf } from '../model/read.ts';
import { reuse } from '../yaml/split.ts';
import type { PlacedChunk, Snapshot, Upserted } from './snapshot.ts';

/**
 * Reads a file one document at a time, for whoever must let others have their turn. What it comes to is for `apply`,
 * which then has all documents at hand.
 * @param snapshot the one that the file is meant for
 * @param old documents that serve again; those that the file holds in the snapshot already
 */
export function* readAhead(
  { files, reading: { maxDocumentBytes } }: Snapshot,
  uri: string,
  text: string,
  old: readonly PlacedChunk[] = files.get(uri)?.chunks ?? [],
): Generator<void, Upserted> {
  const ahead = reuse(old, documentsOf(text, maxDocumentBytes));
  for (const { chunk } of ahead) {
    resourcesOf(chunk, maxDocumentBytes);
    yield;
  }
  return { uri, text, ahead };
}
