import { derive } from '../base/derive.ts';
import { treeOf } from '../yaml/parse.ts';
import { joined, resplit, splitting, type Placed, type Replaced } from '../yaml/split.ts';
import type { Chunk } from './chunk.ts';
import { listIn, MOST_ITEMS } from './items.ts';
import { mayHoldResources } from './mentions.ts';

/** The default limit of a document's size; above it nothing is parsed. */
export const MAX_DOCUMENT_BYTES = 2 * 1024 * 1024;

/**
 * How much of a file is parsed, in all its documents together: at the default 100,000 lines of manifests, which take
 * about as long to read as anybody waits for an editor. What is passed over anyway, such as definitions of custom
 * resources, does not count.
 */
export const maxFileBytes = (maxDocumentBytes: number): number => 2 * maxDocumentBytes;

/** Documents that are told apart in a file; only programs write more. */
export const MOST_DOCUMENTS = 20_000;

/** The documents of a file; one of more than can be read stays a single one, which is then too large itself. */
export function documentsOf(text: string, maxBytes = MAX_DOCUMENT_BYTES): readonly Placed[] {
  const limit = maxFileBytes(maxBytes);
  const documents: Placed[] = [];
  let parsed = 0;
  for (const placed of splitting(text)) {
    if (text.length > limit) parsed += parsedBytes(placed.chunk, maxBytes);
    if (parsed > limit || documents.length === MOST_DOCUMENTS) return whole(text);
    documents.push(placed);
  }
  return documents;
}

/**
 * The documents of a file after one stretch of it was replaced, as `resplit` gives them, under the limits of `documentsOf`.
 * @param before the documents before
 */
export function documentsAfter(
  before: readonly Placed[],
  edit: Replaced,
  maxBytes = MAX_DOCUMENT_BYTES,
): readonly Placed[] {
  const limit = maxFileBytes(maxBytes);
  const { chunk } = before[0]!;
  const { text } = chunk;
  if (before.length === 1 && (text.length > limit || holdsMany(chunk)))
    return documentsOf(text.slice(0, edit.start) + edit.text + text.slice(edit.end), maxBytes);
  const after = resplit(before, edit);
  if (after.length > MOST_DOCUMENTS) return whole(joined(after));
  const { start, chunk: last } = after.at(-1)!;
  if (start + last.text.length <= limit) return after;
  const parsed = after.reduce((sum, { chunk }) => sum + parsedBytes(chunk, maxBytes), 0);
  return parsed > limit ? whole(joined(after)) : after;
}

const whole = (text: string): readonly Placed[] => [{ start: 0, line: 0, chunk: { text } }];

const parsedBytes = (chunk: Chunk, maxBytes: number): number =>
  chunk.text.length <= maxBytes && mayHoldResources(chunk) ? chunk.text.length : 0;

/** Whether a chunk is a file of more documents than are told apart; each takes a line of four characters at least. */
export const holdsMany = derive(({ text }: Chunk): boolean => {
  if (text.length < 4 * MOST_DOCUMENTS) return false;
  let count = 0;
  for (const _ of splitting(text)) if (++count > MOST_DOCUMENTS) return true;
  return false;
});

/** Whether a document is passed over for its size, or for all that it is made of, and not for being of no kind that counts. */
export function isPassedOver(chunk: Chunk, maxBytes: number): boolean {
  if (!mayHoldResources(chunk)) return false;
  return chunk.text.length > maxBytes || hasTooMany(chunk);
}

const hasTooMany = derive((chunk: Chunk): boolean => {
  const tree = treeOf(chunk);
  return tree.tooDense || (listIn(tree)?.length ?? 0) > MOST_ITEMS;
});
