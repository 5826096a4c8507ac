import { derive, derive2 } from '../../base/derive.ts';
import { touches } from '../../base/span.ts';
import { membersOf } from '../../workspace/member.ts';
import type { File, Member, Reading } from '../../workspace/snapshot.ts';
import type { At, Context } from '../feature.ts';
import { askedByCalico } from './calicoSelectors.ts';
import { askedByCilium } from './ciliumSelectors.ts';
import { carriedIn } from './carriers.ts';
import { askedIn } from './labelSelectors.ts';
import type { Mention, Word } from './mention.ts';

/** All places of an object that speak of labels. */
const mentionsIn = derive((member: Member): readonly Mention[] => [
  ...carriedIn(member),
  ...askedIn(member),
  ...askedByCalico(member),
  ...askedByCilium(member),
]);

const mentionsOfFile = derive2(({ context, chunks }: File, reading: Reading): readonly Mention[] =>
  chunks.flatMap(({ chunk }) => membersOf(context, reading)(chunk).flatMap(mentionsIn)),
);

/** All places of the workspace that speak of labels. */
export const mentions = ({ snapshot: { files, reading } }: Context): readonly Mention[] =>
  [...files.values()].flatMap((file) => mentionsOfFile(file, reading));

/** A key or value of a label that the cursor is on. */
export interface LabelAt {
  readonly mention: Mention;
  readonly word: Word;
  /** The value that is meant; null where the key is. */
  readonly value: string | null;
}

/** The label at a place of a document; null where there is none. */
export function labelAt({ file, snapshot }: Context, { chunk, offset }: At): LabelAt | null {
  for (const mention of membersOf(file.context, snapshot.reading)(chunk).flatMap(mentionsIn)) {
    if (touches(mention.key.span, offset)) return { mention, word: mention.key, value: null };
    const word = mention.values.find(({ span }) => touches(span, offset));
    if (word !== undefined) return { mention, word, value: word.text };
  }
  return null;
}
