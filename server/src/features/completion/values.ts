import { CompletionItemKind } from 'vscode-languageserver-types';
import { stringText } from '../../yaml/scalar.ts';
import type { Choice } from './choice.ts';
import { isTaken } from './cilium/offered.ts';
import type { Source } from './source.ts';

/** The words that the schema lists for a value, and the empty mapping or list where that has a meaning of its own. */
export const values: Source = (
  { schema, on, present, word, quote },
  { completesSchema, world },
) => {
  if (!completesSchema || schema === null || on === 'key') return [];
  const { enum: words = [], description, default: usual, type } = schema.node;
  const documentation = description === undefined ? {} : { documentation: description };
  const listed = words
    .filter(
      (value) =>
        !present.includes(String(value)) && isTaken(schema, value, world.settings.ciliumVersion),
    )
    .map((value, index): Choice => ({
      label: String(value),
      text: typeof value === 'number' ? String(value) : stringText(value, quote),
      kind: CompletionItemKind.EnumMember,
      weight: words.length - index,
      ...documentation,
      ...(value === usual && { detail: 'default' }),
    }));
  const empty = type === 'array' ? '[]' : type === 'object' ? '{}' : null;
  return empty === null || word.quote !== ''
    ? listed
    : [{ label: empty, text: empty, kind: CompletionItemKind.Value, ...documentation }];
};
