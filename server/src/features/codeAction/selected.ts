import { overlaps } from '../../base/span.ts';
import { membersOf } from '../../workspace/member.ts';
import type { Member } from '../../workspace/snapshot.ts';
import type { Context, SpanIn } from '../feature.ts';

/** The objects that the selection touches and that mean what they say: no patches, templates, or misshapen ones. */
export const selectedMembers = (
  { snapshot, file }: Context,
  selection: readonly SpanIn[],
): readonly Member[] =>
  file.context.fragment
    ? []
    : selection.flatMap(({ chunk, span }) =>
        membersOf(
          file.context,
          snapshot.reading,
        )(chunk).filter(
          ({ resource }) =>
            resource.sound &&
            resource.opaque === null &&
            overlaps(resource.source.of(resource.body), span),
        ),
      );

/** Of these, those whose head is touched: what tells the kind and the name, where one looks for what to do with the whole. */
export const membersByHead = (context: Context, selection: readonly SpanIn[]): readonly Member[] =>
  selectedMembers(context, selection).filter(({ resource: { chunk, body, source } }) =>
    selection.some(
      (part) =>
        part.chunk === chunk &&
        ['apiVersion', 'kind', 'metadata'].some((key) =>
          overlaps(source.value(body, key), part.span),
        ),
    ),
  );
