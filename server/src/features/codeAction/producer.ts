import { CodeActionKind } from 'vscode-languageserver-types';
import { overlaps } from '../../base/span.ts';
import type { Fix } from '../../model/finding.ts';
import type { Resource } from '../../model/resource.ts';
import type { FileFinding } from '../../rules/fileFinding.ts';
import { findingsOf } from '../../rules/run.ts';
import type { Action, Context, SpanIn } from '../feature.ts';

/** One way to make code actions of a kind out of what a selection touches. */
export interface Producer {
  readonly kind: CodeActionKind;
  readonly actions: (context: Context, selection: readonly SpanIn[]) => readonly Action[];
}

/** Whether actions of a kind are asked for; those on `source` only where they are named, as they are for whole files. */
export const asks = (only: readonly CodeActionKind[] | null, kind: CodeActionKind): boolean =>
  only === null
    ? !kind.startsWith('source')
    : only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));

/** The findings that a selection touches. */
export const touched = (
  { snapshot, file }: Context,
  selection: readonly SpanIn[],
): readonly FileFinding[] =>
  findingsOf(snapshot, file.uri).filter((finding) =>
    selection.some(({ chunk, span }) => chunk === finding.chunk && overlaps(span, finding.span)),
  );

/** A refactoring of the document that a resource is in; none where there is nothing to change, or it cannot be. */
export function refactoring(
  { chunk }: Resource,
  { title, edits: editsOf }: Pick<Fix, 'title' | 'edits'>,
): readonly Action[] {
  const edits = editsOf();
  return edits.length === 0
    ? []
    : [
        {
          title,
          kind: CodeActionKind.RefactorRewrite,
          preferred: false,
          repairs: null,
          edits: () => [{ chunk, edits }],
        },
      ];
}
