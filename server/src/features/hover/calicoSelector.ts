import type { Span } from '../../base/span.ts';
import { partSpan } from '../../model/characters.ts';
import { codeList } from '../../policy/print.ts';
import { canonical } from '../../policy/selector/calico/canonical.ts';
import { parse } from '../../policy/selector/calico/parse.ts';
import { termsIn, type Term } from '../../policy/selector/calico/terms.ts';
import { selectorAt, type SelectorAt } from '../calicoSelector/at.ts';
import { meantBy } from '../calicoSelector/meant.ts';
import type { At, Context } from '../feature.ts';
import { foundLines } from './calicoSelectorText.ts';

/** What is said of a part of a document. */
export interface Told {
  readonly span: Span;
  readonly lines: readonly string[];
}

/**
 * What a selector of Calico means, and one of its conditions alone where the cursor is on that; null where the cursor is
 * on none, or it cannot be known. Of a selector with faults the conditions are told, as far as they can be read.
 */
export function calicoSelectorAt(context: Context, at: At): Told | null {
  const here = selectorAt(context, at);
  const { member } = here ?? {};
  if (here === null || context.file.context.fragment || member!.resource.opaque !== null)
    return null;
  const { tokens } = parse(here.text.value);
  const terms = termsIn(tokens);
  const term = terms.find(
    ({ span }) => here.offset !== null && span.start <= here.offset && here.offset < span.end,
  );
  const found = linesOf(here.text.value, here, context);
  const whole = found.length === 0 ? [] : [...found, ...besidesLines(here)];
  if (term === undefined) return whole.length === 0 ? null : { span: here.text.span, lines: whole };
  const span = partSpan(here.text, term.span);
  if (terms.length === 1 && whole.length > 0) return { span, lines: whole };
  const lines = termLines(term, here, context);
  return lines.length === 0 && whole.length === 0
    ? null
    : { span, lines: [...lines, ...(whole.length === 0 ? [] : ['', '**All of it:**']), ...whole] };
}

/** What else has to hold of whom the selector finds. */
const besidesLines = ({ surroundings: { besides } }: SelectorAt): readonly string[] =>
  besides.length === 0 ? [] : [`What ${codeList(besides)} beside it says must hold, too.`];

/** One condition by itself; nothing of one that is not typed to its end. */
function termLines({ span }: Term, here: SelectorAt, context: Context): readonly string[] {
  const { expression } = parse(here.text.value.slice(span.start, span.end));
  if (expression === null) return [];
  const text = canonical(expression);
  const lines = linesOf(text, here, context);
  return lines.length === 0 ? [] : [`\`${text}\` alone:`, ...lines];
}

function linesOf(text: string, here: SelectorAt, context: Context): readonly string[] {
  const meant = text.trim() === '' ? null : meantBy(text, here.surroundings);
  return meant === null ? [] : foundLines(text, meant, here, context);
}
