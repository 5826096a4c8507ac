import type { Edit } from '../../../base/edits.ts';
import { span, type Span } from '../../../base/span.ts';

/** What kind of mistake it is, for those who treat some of them apart. */
export type FaultKind =
  | 'blank'
  | 'brackets'
  | 'character'
  | 'connective'
  | 'function'
  | 'label'
  | 'missing'
  | 'operator'
  | 'parenthesis'
  | 'quotes'
  | 'unterminated';

/** Why a text is no selector. All places are offsets in this text. */
export interface Fault {
  readonly kind: FaultKind;
  /** The guilty characters; empty where something is missing at the very end. */
  readonly span: Span;
  /** What is so and what to write, in sentences. */
  readonly message: string;
  /** What was surely or very probably meant; null where that cannot be told. */
  readonly fix: TextFix | null;
}

/** The repair of one mistake. */
export interface TextFix {
  /** States the effect, in the imperative. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** The fix that puts `text` in the place of a span. */
export const write = (place: Span, text: string): TextFix => ({
  title: `Write \`${text.trim()}\``,
  edits: [{ span: place, text }],
});

/** The fix that puts `text` at an offset. */
export const insert = (at: number, text: string): TextFix => ({
  title: `Add \`${text.trim()}\``,
  edits: [{ span: span(at, at), text }],
});

/** The fix that takes a span away, which reads `text`. */
export const remove = (place: Span, text: string): TextFix => ({
  title: `Remove \`${text.trim()}\``,
  edits: [{ span: place, text: '' }],
});
