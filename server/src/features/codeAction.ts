import { CodeActionKind } from 'vscode-languageserver-types';
import { sameValue } from '../workspace/duplicates.ts';
import { dnsInsertions } from './codeAction/dnsInsertions.ts';
import { FIX_ALL, fixAll } from './codeAction/fixAll.ts';
import { ignores } from './codeAction/ignores.ts';
import { quickFixes } from './codeAction/quickFixes.ts';
import { asks, type Producer } from './codeAction/producer.ts';
import { feature, type Action } from './feature.ts';

/** Every way to make code actions, in the order in which they are shown; one line each. */
const producers: readonly Producer[] = [quickFixes, dnsInsertions, ignores, fixAll];

/** What netpol can do about the selected part of a file. */
export const codeAction = feature({
  method: 'textDocument/codeAction',
  capability: {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
      resolveProvider: false,
    },
  },
  run: (context, { spans, only }) =>
    producers
      .filter(({ kind }) => asks(only, kind))
      .flatMap(({ actions }) => actions(context, spans))
      .filter(({ edits }) => edits().length > 0)
      .filter((action, index, all) => !all.slice(0, index).some((other) => same(action, other))),
});

/** Two findings can have one repair, and a refactoring may be the repair of a finding. */
const same = (a: Action, b: Action): boolean =>
  a.title === b.title && sameValue(a.edits(), b.edits());
