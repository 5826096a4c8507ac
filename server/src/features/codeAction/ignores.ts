import { CodeActionKind } from 'vscode-languageserver-types';
import type { FileFinding } from '../../rules/fileFinding.ts';
import { unusedIgnore } from '../../rules/unusedIgnore.ts';
import { suppressing } from '../../workspace/suppress.ts';
import { diagnosticOf } from '../diagnostic.ts';
import type { Action } from '../feature.ts';
import { touched, type Producer } from './producer.ts';

/** Comments that silence the findings that the selection touches. */
export const ignores: Producer = {
  kind: CodeActionKind.QuickFix,
  actions: (context, selection) => touched(context, selection).filter(isOpinion).map(ignore),
};

/**
 * What the API server refuses stays refused, whatever a comment says, and a comment about a comment helps nobody. A
 * rule may have a comment of its own among its fixes.
 */
const isOpinion = ({ meta, chunk, span, fixes = [] }: FileFinding): boolean =>
  meta.category !== 'refused' &&
  meta !== unusedIgnore &&
  !fixes.some(({ edits }) => edits().some(({ text }) => text.includes(`netpol-ignore[`))) &&
  suppressing(chunk, meta.code, span).length > 0;

function ignore(finding: FileFinding): Action {
  const { chunk, meta, span } = finding;
  return {
    title: `Ignore \`${meta.code}\` here (writes a comment)`,
    kind: CodeActionKind.QuickFix,
    preferred: false,
    repairs: diagnosticOf(finding),
    edits: () => [{ chunk, edits: suppressing(chunk, meta.code, span) }],
  };
}
