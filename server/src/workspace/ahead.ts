import { documentsOf, resourcesOf } from '../model/read.ts';
import { reuse } from '../yaml/split.ts';
import type { Snapshot, Upserted } from './snapshot.ts';

/**
 * Reads a file one document at a time, for whoever must let others have their turn. What it comes to is for `apply`,
 * which then has all documents at hand.
 * @param snapshot the one that the file is meant for; documents that the file holds there already serve again
 */
export function* readAhead(
  { files, reading: { maxDocumentBytes } }: Snapshot,
  uri: string,
  text: string,
): Generator<void, Upserted> {
  const ahead = reuse(files.get(uri)?.chunks ?? [], documentsOf(text, maxDocumentBytes));
  for (const { chunk } of ahead) {
    resourcesOf(chunk, maxDocumentBytes);
    yield;
  }
  return { uri, text, ahead };
}
