import { CompletionItemKind } from 'vscode-languageserver-types';
import { metas } from '../../rules/metas.ts';
import { unusedIgnore } from '../../rules/unusedIgnore.ts';
import type { At, Proposal } from '../feature.ts';

/** The codes of rules, inside the brackets of a comment that silences them. */
export function codes({ chunk, offset }: At): readonly Proposal[] {
  const { text } = chunk;
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const list = /(?:^|\s)#[ \t]*netpol-ignore\[([^\]]*)$/.exec(before)?.[1];
  if (list === undefined) return [];
  const typed = /[^,\s]*$/.exec(list)![0];
  const rest = /^[^,\]\r\n]*/.exec(text.slice(offset))![0];
  const begun = /^[\w-]*/.exec(rest)![0];
  const others = (
    list.slice(0, list.length - typed.length) +
    text.slice(offset + begun.length).split(/[\]\r\n]/)[0]!
  ).split(/[,\s]+/);
  return metas
    .filter(
      ({ code, category }) =>
        category !== 'refused' && code !== unusedIgnore.code && !others.includes(code),
    )
    .map(({ code, title, docs }) => ({
      chunk,
      item: { label: code, kind: CompletionItemKind.Reference, detail: title },
      documentation: docs,
      edit: { span: { start: offset - typed.length, end: offset + begun.length }, text: code },
    }));
}
