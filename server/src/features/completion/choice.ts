import type { CompletionItemKind } from 'vscode-languageserver-types';
import { plainScalar } from '../../yaml/scalar.ts';
import type { Word } from './word.ts';

/** Something that can be written at a cursor, before it is fitted in there. */
export interface Choice {
  readonly label: string;
  /** What is written; a snippet with tab stops where `snippet` says so. */
  readonly text: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly snippet?: boolean;
  readonly retrigger?: boolean;
  /** Choices of one source are shown by falling weight, then by label. */
  readonly weight?: number;
}

/** A string as it is written in YAML: in the quotes that were begun, else plain where it stays a string without any. */
export function stringText(value: string, quote: Word['quote']): string {
  if (quote === "'") return `'${value.replaceAll("'", "''")}'`;
  const isPlain =
    quote === '' && /^[A-Za-z0-9_./][\w./-]*$/.test(value) && plainScalar(value) === value;
  return isPlain ? value : JSON.stringify(value);
}

/** A text as a part of a snippet, where `$` and `\` have a meaning. */
export const snippetText = (text: string): string => text.replace(/[\\$]/g, '\\$&');
