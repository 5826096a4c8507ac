import { derive, derive2 } from '../../base/derive.ts';
import { touches } from '../../base/span.ts';
import { membersOf } from '../../workspace/member.ts';
import type { File, Member, Reading } from '../../workspace/snapshot.ts';
import type { At, Context } from '../feature.ts';
import { cidrGroupNames } from './cidrGroups.ts';
import { envoyConfigNames } from './envoyConfigs.ts';
import type { NameMention } from './mention.ts';
import { serviceAccountNames } from './serviceAccounts.ts';
import { serviceNames } from './services.ts';

const namesIn = derive((member: Member): readonly NameMention[] => [
  ...serviceAccountNames(member),
  ...cidrGroupNames(member),
  ...envoyConfigNames(member),
  ...serviceNames(member),
]);

const namesOfFile = derive2(({ context, chunks }: File, reading: Reading): readonly NameMention[] =>
  chunks.flatMap(({ chunk }) => membersOf(context, reading)(chunk).flatMap(namesIn)),
);

/** The name of an object that the cursor is on, at the object or where something speaks of it; null where there is none. */
export const nameAt = ({ file, snapshot }: Context, { chunk, offset }: At): NameMention | null =>
  membersOf(
    file.context,
    snapshot.reading,
  )(chunk)
    .flatMap(namesIn)
    .find(({ word }) => touches(word.span, offset)) ?? null;

/**
 * Every place of the workspace that may speak of the object of a name, itself included, or of another of its kind that
 * is called `as`.
 */
export function sameName(
  { of, word, reach }: NameMention,
  context: Context,
  as = word.text,
): readonly NameMention[] {
  const groups = new Set(reach(context));
  const { files, reading } = context.snapshot;
  return [...files.values()]
    .flatMap((file) => namesOfFile(file, reading))
    .filter(
      (one) =>
        one.of === of &&
        one.word.text === as &&
        one.reach(context).some((group) => groups.has(group)),
    );
}
