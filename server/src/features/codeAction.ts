import { CodeActionKind } from 'vscode-languageserver-types';
import { adminDnsInsertions } from './codeAction/adminDnsInsertions.ts';
import { calicoDefaultDenies } from './codeAction/calicoDefaultDenies.ts';
import { calicoDnsInsertions } from './codeAction/calicoDnsInsertions.ts';
import { ciliumDefaultDenies } from './codeAction/ciliumDefaultDenies.ts';
import { ciliumDnsInsertions } from './codeAction/ciliumDnsInsertions.ts';
import { conversions } from './codeAction/conversions.ts';
import { defaultDenies } from './codeAction/defaultDenies.ts';
import { dnsInsertions } from './codeAction/dnsInsertions.ts';
import { FIX_ALL, fixAll } from './codeAction/fixAll.ts';
import { migrations } from './codeAction/migrations.ts';
import { ignores } from './codeAction/ignores.ts';
import { quickFixes } from './codeAction/quickFixes.ts';
import { asks, type Producer } from './codeAction/producer.ts';
import { feature, type Action, type Context } from './feature.ts';

/** Every way to make code actions, in the order in which they are shown; one line each. */
const producers: readonly Producer[] = [
  quickFixes,
  dnsInsertions,
  adminDnsInsertions,
  calicoDnsInsertions,
  ciliumDnsInsertions,
  defaultDenies,
  calicoDefaultDenies,
  ciliumDefaultDenies,
  migrations,
  conversions,
  ignores,
  fixAll,
];

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
      .filter(({ edits, refused }) => refused !== undefined || edits().length > 0)
      .filter(isNew(context)),
});

/** Two findings can have one repair, and a refactoring may be the repair of a finding. */
function isNew({ file }: Context): (action: Action) => boolean {
  const starts = new Map(file.chunks.map(({ chunk, start }) => [chunk, start]));
  const seen = new Set<string>();
  return ({ title, edits }) => {
    const effect = edits().map(({ uri, chunk, edits: parts }) => [uri, starts.get(chunk), parts]);
    const { size } = seen;
    return seen.add(JSON.stringify([title, effect])).size > size;
  };
}
