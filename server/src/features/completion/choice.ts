import { CompletionItemKind } from 'vscode-languageserver-types';
import { stringText } from '../../yaml/scalar.ts';
import type { Spot } from './spot.ts';

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
  /** Whether it goes on with what stands before it, so that no blank comes between. */
  readonly joins?: boolean;
  /** Choices of one source are shown by falling weight, then by label. */
  readonly weight?: number;
}

/** A text as a part of a snippet, where `$` and `\` have a meaning. */
export const snippetText = (text: string): string => text.replace(/[\\$]/g, '\\$&');

/** Words as choices, shown in their own order. */
export const ordered = (all: readonly string[], { quote }: Spot): Choice[] =>
  all.map((word, index) => ({
    label: word,
    text: stringText(word, quote),
    kind: CompletionItemKind.EnumMember,
    weight: all.length - index,
  }));
