import { CodeActionKind } from 'vscode-languageserver-types';
import type { FileFinding } from '../../rules/fileFinding.ts';
import { diagnosticOf } from '../diagnostic.ts';
import type { Action } from '../feature.ts';
import { touched, type Producer } from './producer.ts';

/** The fixes of the findings that the selection touches. */
export const quickFixes: Producer = {
  kind: CodeActionKind.QuickFix,
  actions: (context, selection) => touched(context, selection).flatMap(fixesOf),
};

/** An editor may apply a fix without asking only where it is safe and no other safe one competes with it. */
function fixesOf(finding: FileFinding): Action[] {
  const { chunk, fixes = [] } = finding;
  const safe = fixes.filter((fix) => fix.safe);
  return fixes.map((fix) => {
    const edits = fix.edits();
    return {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      preferred: fix.safe && safe.length === 1,
      repairs: diagnosticOf(finding),
      edits: () => (edits.length === 0 ? [] : [{ chunk, edits }]),
    };
  });
}
