import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Choice } from './choice.ts';
import { policies } from './policies.ts';
import type { Source } from './source.ts';

/** What a document that is no object yet can begin with: `apiVersion` and `kind`, and in an empty one whole policies. */
export const beginnings: Source = ({ path, on, body, schema, present, word, layout }, context) => {
  if (!context.completesSchema || body !== null || schema !== null || path.length !== 1) return [];
  if (on === 'value')
    return FIRST.filter(({ key }) => key === path[0]).map(({ value }) => ({
      label: value,
      text: value,
      kind: CompletionItemKind.EnumMember,
    }));
  if (word.column > 0 || present.some((key) => !ROOT.has(key))) return [];
  const begin = FIRST.filter(({ key }) => !present.includes(key)).map(({ key, value }): Choice => ({
    label: key,
    text: word.isKey ? key : `${key}: ${value}`,
    kind: CompletionItemKind.Property,
    detail: value,
  }));
  return present.length > 0 || word.isKey ? begin : [...begin, ...policies(layout)];
};

const FIRST = [
  { key: 'apiVersion', value: 'networking.k8s.io/v1' },
  { key: 'kind', value: 'NetworkPolicy' },
] as const;

const ROOT: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'spec']);
