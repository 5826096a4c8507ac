import type { Edit } from '../../base/edits.ts';
import type { Chunk } from '../../model/chunk.ts';
import { code } from '../../policy/print.ts';
import type { Member } from '../../workspace/snapshot.ts';
import { nameOf } from '../../workspace/uri.ts';
import type { DocumentEdits, Refused } from '../feature.ts';
import type { LabelAt } from '../labels/all.ts';
import type { Word } from '../labels/mention.ts';
import type { Related } from '../labels/related.ts';

/** A word that is to be another. */
export interface WordIn {
  readonly member: Member;
  readonly word: Word;
}

/** The words by which a label is meant at the places that speak of it. */
export const labelWords = ({ value }: LabelAt, { same }: Related): readonly WordIn[] =>
  same.flatMap(({ member, key, values }) =>
    (value === null ? [key] : values.filter(({ text }) => text === value)).map((word) => ({
      member,
      word,
    })),
  );

/** The edits that write another name at all places; refused where one of them cannot be changed by itself. */
export function editsOf(
  words: readonly WordIn[],
  name: string,
  others: Related['others'],
): readonly DocumentEdits[] | Refused {
  const documents = new Map<Chunk, { readonly uri: string; readonly edits: Edit[] }>();
  for (const { member, word } of words) {
    const { uri, resource } = member;
    const document = documents.get(resource.chunk) ?? { uri, edits: [] };
    documents.set(resource.chunk, document);
    const edits = word.write(name);
    if (edits === null || !edits.every((edit) => added(document.edits, edit)))
      return refusal(uri, word);
  }
  for (const mention of others) {
    const edits = documents.get(mention.member.resource.chunk)?.edits ?? [];
    const word = [mention.key, ...mention.values].find(({ span }) =>
      edits.some((edit) => edit.span.start < span.end && span.start < edit.span.end),
    );
    if (word !== undefined) return refusal(mention.member.uri, word);
  }
  return [...documents].map(([chunk, { uri, edits }]) => ({ uri, chunk, edits }));
}

/** Adds an edit, but once where an anchor brings the same place to several; false where it contradicts another. */
function added(edits: Edit[], edit: Edit): boolean {
  const { start, end } = edit.span;
  const other = edits.find(({ span }) => span.start < end && start < span.end);
  if (other === undefined) edits.push(edit);
  return (
    other === undefined ||
    (other.text === edit.text && other.span.start === start && other.span.end === end)
  );
}

const refusal = (uri: string, { text }: Word): Refused => ({
  refused: `${code(text)} in ${nameOf(uri)} cannot be changed by itself, as what stands there is an alias or also means something else.`,
});
