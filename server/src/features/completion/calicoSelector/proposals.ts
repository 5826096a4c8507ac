import { InsertTextFormat } from 'vscode-languageserver-types';
import { compare } from '../../../base/order.ts';
import type { At, Context, Proposal } from '../../feature.ts';
import { snippetText } from '../choice.ts';
import { carriedBy } from './carriedBy.ts';
import { choicesAt, type SelectorChoice } from './choices.ts';
import { selectorSpotAt, type SelectorSpot } from './spot.ts';

/** What can be written in the selector of Calico that the cursor is in, the most telling first. */
export function selectorProposals(context: Context, at: At): readonly Proposal[] {
  const spot = selectorSpotAt(context, at);
  if (spot === null) return [];
  return [...choicesAt(spot, carriedBy(spot.surroundings, context))]
    .sort((a, b) => b.weight - a.weight || compare(a.label, b.label))
    .map((choice, index) => proposal(choice, spot, at, index));
}

/** Fits a choice in, in the quotes that YAML has around it; where one is open, it is closed behind the cursor. */
function proposal(choice: SelectorChoice, spot: SelectorSpot, at: At, order: number): Proposal {
  const { label, kind, filter, detail, documentation, retrigger, before, after } = choice;
  const { style, span, gap, closing } = spot;
  const behind = spelled(after, style) + closing;
  const isSnippet = behind !== '';
  const head = gap + spelled(before, style);
  return {
    chunk: at.chunk,
    item: {
      label,
      kind,
      sortText: String(order).padStart(6, '0'),
      filterText: filter ?? label,
      ...(detail !== undefined && { detail }),
      ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    },
    ...(documentation !== undefined && { documentation }),
    edit: { span, text: isSnippet ? `${snippetText(head)}$0${snippetText(behind)}` : head },
    retrigger,
  };
}

/** A part of a selector as it is written in a scalar of a style. */
const spelled = (text: string, style: SelectorSpot['style']): string =>
  style === '"'
    ? text.replaceAll(/["\\]/g, '\\$&')
    : style === "'"
      ? text.replaceAll("'", "''")
      : text;
