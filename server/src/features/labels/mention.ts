import type { Edit } from '../../base/edits.ts';
import { span, type Span } from '../../base/span.ts';
import { editText, partSpan, type PlacedText } from '../../model/characters.ts';
import type { Place } from '../../model/finding.ts';
import type { Resource } from '../../model/resource.ts';
import type { Member } from '../../workspace/snapshot.ts';
import { stringText } from '../../yaml/scalar.ts';
import { isFilledIn } from '../../yaml/template.ts';
import type { Context } from '../feature.ts';

/*
 * Places that speak of labels: those that put one on something, and those that ask for one. Pods, network sets and hosts
 * share one kind of labels, as one selector of Calico can speak of all of them; namespaces have another.
 */

/** A key or value of a label, and where it stands. */
export interface Word {
  readonly text: string;
  readonly span: Span;
  /** Whether a template fills it in, so that it may be anything. */
  readonly open: boolean;
  /** The edits that put another in its place; null where it cannot be changed there. */
  readonly write: (to: string) => readonly Edit[] | null;
}

/** A place that speaks of a label. */
export interface Mention {
  readonly member: Member;
  readonly of: 'endpoints' | 'namespaces';
  /** Whether it puts the label on something, or asks for it. */
  readonly role: 'carries' | 'asks';
  readonly key: Word;
  readonly values: readonly Word[];
  /** What of the label's value a selector compares with `values`; `null` where it asks for the key alone. */
  readonly compares: 'whole' | 'start' | 'end' | 'anywhere' | null;
  /** The groups of things that it speaks of, such as the pods of a namespace. */
  readonly reach: (context: Context) => readonly string[];
}

/** A key of a mapping as a word, without a prefix that says where the label comes from. */
export function keyWord(resource: Resource, object: object, key: string, prefix = ''): Word {
  const { chunk, source } = resource;
  const whole = source.key(object, key);
  const place = within(chunk.text, whole, prefix.length);
  return {
    text: key.slice(prefix.length),
    span: place,
    open: isFilledIn(key),
    write: (to) => scalarEdits(resource, object, whole, prefix + to),
  };
}

/** A value of a mapping, or an item of a list, as a word; null where nothing is written. */
export function valueWord(
  resource: Resource,
  object: object,
  step: string | number,
  text: string,
  prefix = '',
): Word | null {
  const { chunk, source } = resource;
  const whole = source.value(object, step);
  if (typeof step === 'string' && whole.start === source.key(object, step).start) return null;
  const place = within(chunk.text, whole, prefix.length);
  return {
    text: text.slice(prefix.length),
    span: place,
    open: isFilledIn(text),
    write: (to) => scalarEdits(resource, object, whole, prefix + to),
  };
}

/** A scalar behind a prefix, inside its quotes. */
function within(text: string, { start, end }: Span, prefix: number): Span {
  const quote = /["']/.test(text[start]!) ? 1 : 0;
  return span(start + quote + prefix, end - quote);
}

/** Writes a scalar anew in the quotes that it has; null where it is an alias or a block. */
function scalarEdits(
  { chunk, source }: Resource,
  object: object,
  place: Span,
  to: string,
): readonly Edit[] | null {
  const [first = ''] = chunk.text.slice(place.start, place.end);
  if (/[*|>&!]/.test(first) || chunk.text.slice(place.start, place.end).includes('\n')) return null;
  const quote = first === '"' || first === "'" ? first : '';
  const flow = source.node(object)?.flow === true;
  return [{ span: place, text: stringText(to, quote, flow) }];
}

/** A part of the text of a selector as a word. */
export const textWord = (
  resource: Resource,
  object: object,
  step: string,
  placed: PlacedText,
  part: Span,
): Word => ({
  text: placed.value.slice(part.start, part.end),
  span: partSpan(placed, part),
  open: isFilledIn(placed.value.slice(part.start, part.end)),
  write(to) {
    if (placed.places === null) return null;
    const edits = editText(resource, object, step, placed, [{ span: part, text: to }]);
    return edits.length === 0 ? null : edits;
  },
});

/** Where a word stands in the workspace. */
export const placeOfWord = (
  { uri, resource: { chunk } }: Member,
  { span: place }: Word,
): Place => ({
  uri,
  chunk,
  span: place,
});
