import { span, type Span } from '../../../base/span.ts';
import { locate } from '../../../model/at.ts';
import { selectorField } from '../../../model/calicoSelectors.ts';
import { placedText, type PlacedText } from '../../../model/characters.ts';
import type { Chunk } from '../../../model/chunk.ts';
import { CALICO_GROUP } from '../../../model/kinds.ts';
import { standingAt, type Standing } from '../../../policy/selector/calico/standing.ts';
import { namespaceNamed } from '../../../workspace/member.ts';
import { treeOf } from '../../../yaml/parse.ts';
import { isFilledIn } from '../../../yaml/template.ts';
import { surroundingsOf, type Surroundings } from '../../calicoSelector/meant.ts';
import type { At, Context } from '../../feature.ts';
import { canComplete, PLACEHOLDER } from '../spot.ts';
import { openQuote } from '../word.ts';

/** A place in a selector of Calico at which something can be written. */
export interface SelectorSpot {
  readonly standing: Standing;
  /** The selector as far as it is typed. */
  readonly text: string;
  readonly surroundings: Surroundings;
  readonly style: PlacedText['style'];
  /** Whether it stands without quotes within brackets, where braces and commas end it. */
  readonly bare: boolean;
  /** The word in the document that is replaced. */
  readonly span: Span;
  /** The blank that still lacks behind a colon. */
  readonly gap: '' | ' ';
  /** The quote of YAML that is still to be closed behind the cursor. */
  readonly closing: '' | '"' | "'";
}

/** A document as it would read with something at the cursor. */
interface Variant {
  readonly gap: '' | ' ';
  readonly closing: '' | '"' | "'";
  /** What stands behind the placeholder and before the closing quote. */
  readonly kept: string;
}

/** The place in a selector that the cursor is at, in a document that may be half-typed; null where it is in none. */
export function selectorSpotAt(context: Context, at: At): SelectorSpot | null {
  const { chunk, offset } = at;
  if (!chunk.text.includes(CALICO_GROUP) || !canComplete(context, at)) return null;
  const read = variantsAt(chunk, offset).map((variant) => readAs(variant, context, at));
  return (
    read.find((one) => one?.isSound === true)?.spot ??
    read.find((one) => one !== null)?.spot ??
    null
  );
}

/** The ways in which a document may go on at the cursor: as it is, or with a blank or a quote that still lacks. */
function variantsAt(chunk: Chunk, offset: number): readonly Variant[] {
  const { text } = chunk;
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const rest = /^[^\r\n]*/.exec(text.slice(offset))![0];
  const open = treeOf(chunk).errors.length > 0 ? openQuote(before) : null;
  const quote = typeof open === 'number' ? (before[open] as '"' | "'") : null;
  return [
    { gap: '', closing: '', kept: '' },
    ...(before.endsWith(':') ? [{ gap: ' ', closing: '', kept: '' } as const] : []),
    ...(quote === null
      ? []
      : [
          { gap: '', closing: quote, kept: rest } as const,
          { gap: '', closing: quote, kept: '' } as const,
        ]),
  ];
}

function readAs(
  { gap, closing, kept }: Variant,
  context: Context,
  { chunk, offset }: At,
): { readonly spot: SelectorSpot; readonly isSound: boolean } | null {
  const behind = offset + kept.length;
  const typed = {
    text: `${chunk.text.slice(0, offset)}${gap}${PLACEHOLDER}${kept}${closing}${chunk.text.slice(behind)}`,
  };
  const mark = offset + gap.length;
  const location = locate(typed, mark);
  if (location === null || location.on === 'key') return null;
  const { resource, path, object, step } = location;
  const field = selectorField(resource, path);
  const value = (object as Readonly<Record<string | number, unknown>>)[step];
  if (field === null || typeof value !== 'string' || isFilledIn(value)) return null;
  const placed = placedText(resource, object, step, value);
  const cursor = placed.places?.findIndex(({ start }) => start === mark) ?? -1;
  if (cursor < 0 || value[cursor] !== PLACEHOLDER) return null;
  const text = value.slice(0, cursor) + value.slice(cursor + 1);
  // Before a quote or another mark of YAML the cursor is not in the text yet.
  if (cursor === 0 && placed.style === '' && /^[^\w.(]/.test(text)) return null;
  const standing = standingAt(text, cursor);
  if (standing === null) return null;
  const { place } = standing;
  const start = place.start === cursor ? offset : placed.places![place.start]!.start;
  const end = place.end === cursor ? offset : placed.places![place.end]!.end - PLACEHOLDER.length;
  if (/[\r\n]/.test(chunk.text.slice(start, end))) return null;
  const metadata = resource.body.metadata as { readonly namespace?: unknown } | undefined;
  const { file, snapshot } = context;
  const namespace = resource.kind.namespaced
    ? namespaceNamed(metadata?.namespace, file.context, snapshot.reading)
    : null;
  return {
    isSound: treeOf(typed).errors.length === 0,
    spot: {
      standing,
      text,
      surroundings: surroundingsOf(field, path, resource.body, namespace),
      style: placed.style,
      bare: placed.style === '' && resource.source.node(object)?.flow === true,
      span: span(start, end),
      gap,
      closing: kept.trim() === '' ? closing : '',
    },
  };
}
