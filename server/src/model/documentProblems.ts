import type { Tree } from '../yaml/parse.ts';
import { splitting } from '../yaml/split.ts';
import type { Chunk } from './chunk.ts';
import { holdsMany, maxFileBytes, MOST_DOCUMENTS } from './documents.ts';
import { decoded, itemsOf, listIn, MOST_ITEMS } from './items.ts';
import type { Problem } from './resource.ts';

/** A problem of a document as a whole, at its first line. */
const ofWhole = (text: string, code: Problem['code'], message: string): Problem => ({
  code,
  field: '',
  path: [],
  span: { start: 0, end: Math.max(1, text.indexOf('\n')) },
  confidence: 'proven',
  message,
});

/** That a document is too large to be parsed; null where it is not. */
export function tooLargeProblem(chunk: Chunk, maxBytes: number): Problem | null {
  const message = tooLargeText(chunk, maxBytes);
  return message === null ? null : ofWhole(chunk.text, 'too-large', message);
}

function tooLargeText(chunk: Chunk, maxBytes: number): string | null {
  const { text } = chunk;
  if (holdsMany(chunk))
    return `This file has more than ${MOST_DOCUMENTS} documents and is not checked. Split it.`;
  if (text.length <= maxBytes) return null;
  return isFile(text)
    ? `This file has ${sizeText(text.length)} and is not checked: of all its documents ${sizeText(maxFileBytes(maxBytes))} may have to be read, twice \`netpol.maxDocumentBytes\`. Split it, or raise the setting.`
    : `This document has ${sizeText(text.length)} and is not checked: it may have ${sizeText(maxBytes)}, \`netpol.maxDocumentBytes\`. Split it, or raise the setting.`;
}

/** Whether a text holds several documents, so is that of a file that was not split. */
function isFile(text: string): boolean {
  const documents = splitting(text);
  documents.next();
  return documents.next().done !== true;
}

const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${(bytes / 1024).toFixed(1)} KiB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

/** What is wrong with a parsed document as a whole. */
export function documentProblems(tree: Tree): readonly Problem[] {
  if (tree.errors.length > 0)
    return tree.errors.map(({ span, message }) => ({
      code: 'yaml-syntax',
      field: '',
      path: [],
      span,
      confidence: 'proven',
      message,
    }));
  if (tree.tooDense)
    return [
      ofWhole(
        tree.text,
        'too-large',
        'This document is made of more keys and values than can be read at once, and is not checked. Split it.',
      ),
    ];
  const items = listIn(tree)?.length ?? 0;
  if (items > MOST_ITEMS)
    return [
      ofWhole(
        tree.text,
        'too-large',
        `This list has ${items} items and is not checked: it may have ${MOST_ITEMS}. Split it.`,
      ),
    ];
  return itemsOf(tree).some((item) => decoded(tree, item).excessive)
    ? [
        ofWhole(
          tree.text,
          'excessive-aliasing',
          'The aliases of this document unfold to more than any manifest holds; the API server refuses it, and it is not checked.',
        ),
      ]
    : [];
}
