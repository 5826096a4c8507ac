import { capital } from '../../base/words.ts';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { stringText } from '../../yaml/scalar.ts';
import { entityText } from '../hover/cilium/entities.ts';
import type { Choice } from './choice.ts';
import { isFittingValue, isTaken, wholeValues } from './cilium/offered.ts';
import type { Source } from './source.ts';

/** The words that the schema lists for a value, and the empty mapping or list where that has a meaning of its own. */
export const values: Source = (spot, { completesSchema, world }) => {
  const { schema, on, present, word, quote, path } = spot;
  if (!completesSchema || schema === null || on === 'key') return [];
  const { enum: words = [], description, default: usual, type } = schema.node;
  const documentation = description === undefined ? {} : { documentation: description };
  const isEntity = /^(?:from|to)Entities$/.test(String(path.at(-2)));
  const meaning = (value: string | number) => {
    const text = isEntity ? entityText(String(value)) : null;
    return text === null ? documentation : { documentation: `${capital(text)}.` };
  };
  const listed = words
    .filter(
      (value) =>
        !present.includes(String(value)) &&
        isTaken(schema, value, world.settings.ciliumVersion) &&
        isFittingValue(value, spot),
    )
    .map((value, index): Choice => ({
      label: String(value),
      text: typeof value === 'number' ? String(value) : stringText(value, quote),
      kind: CompletionItemKind.EnumMember,
      weight: words.length - index,
      ...meaning(value),
      ...(value === usual && { detail: 'default' }),
    }));
  if (type === 'boolean')
    return ['true', 'false'].map((label) => ({
      label,
      text: label,
      kind: CompletionItemKind.Value,
      ...documentation,
      ...(String(usual) === label && { detail: 'default' }),
    }));
  const whole = word.quote === '' ? wholeValues(spot) : null;
  if (whole !== null) return whole;
  const empty = type === 'array' ? '[]' : type === 'object' ? '{}' : null;
  return empty === null || word.quote !== ''
    ? listed
    : [{ label: empty, text: empty, kind: CompletionItemKind.Value, ...documentation }];
};
