import type { CodeAction, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Action, DocumentEdits } from '../features/feature.ts';
import type { File } from '../workspace/snapshot.ts';
import { rangeOf } from './answers.ts';
import { placedIn } from './convert.ts';
import { diagnosticAt } from './reports.ts';
import { guarded, type Session } from './session.ts';

/** An action with its edits; one that is refused only for clients that show why. */
export function actionOf(action: Action, file: File, session: Session): CodeAction[] {
  if (action.refused !== undefined)
    return session.client.disabledActions
      ? [{ title: action.title, kind: action.kind, disabled: { reason: action.refused } }]
      : [];
  const edit = guarded(
    session,
    action.title,
    () => workspaceEdit(action.edits(), file, session),
    null,
  );
  if (edit === null) return [];
  const { repairs } = action;
  const placed = repairs && placedIn(file, repairs.chunk);
  const repaired = repairs && placed && diagnosticAt(repairs, placed, file, session);
  return [
    {
      title: action.title,
      kind: action.kind,
      edit,
      ...(action.preferred && { isPreferred: true }),
      ...(repaired !== null && { diagnostics: [repaired] }),
    },
  ];
}

/** The edits of an action in the files that they are for; null where there are none, or one of them has moved on. */
export function workspaceEdit(
  parts: readonly DocumentEdits[],
  file: File,
  session: Session,
): WorkspaceEdit | null {
  const byFile = new Map<File, TextEdit[]>();
  for (const { uri, chunk, edits } of parts) {
    const target = uri === undefined ? file : session.worlds.find(uri)?.file;
    if (target === undefined) return null;
    const texts = byFile.get(target) ?? [];
    byFile.set(target, texts);
    for (const { span, text } of edits) {
      const range = rangeOf({ chunk, span }, target, session);
      if (range === null) return null;
      texts.push({ range, newText: text });
    }
  }
  if (![...byFile.values()].some((edits) => edits.length > 0)) return null;
  const changes = [...byFile].map(([target, edits]) => ({
    uri: session.worlds.uri(target.uri),
    version: session.versions.get(target.uri) ?? null,
    edits,
  }));
  return session.client.versionedEdits
    ? {
        documentChanges: changes.map(({ uri, version, edits }) => ({
          textDocument: { uri, version },
          edits,
        })),
      }
    : { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
}
