import { InsertTextFormat } from 'vscode-languageserver-types';
import { compare } from '../base/order.ts';
import { beginnings } from './completion/beginnings.ts';
import { blocks } from './completion/blocks.ts';
import { selectorProposals } from './completion/calicoSelector/proposals.ts';
import { calicoRules } from './completion/calico/rules.ts';
import { calico } from './completion/calico/values.ts';
import { ciliumLabels } from './completion/cilium/labels.ts';
import { ciliumRules } from './completion/cilium/rules.ts';
import { ciliumValues } from './completion/cilium/values.ts';
import type { Choice } from './completion/choice.ts';
import { snippetText } from './completion/choice.ts';
import { codes } from './completion/codes.ts';
import { keys } from './completion/keys.ts';
import { labels } from './completion/labels.ts';
import { namespaces } from './completion/namespaces.ts';
import { ports } from './completion/ports.ts';
import type { Source } from './completion/source.ts';
import { spotsAt, type Spot } from './completion/spot.ts';
import { values } from './completion/values.ts';
import { feature, type At, type Proposal } from './feature.ts';

/** Where proposals come from, the most telling first; one line each. */
const sources: readonly Source[] = [
  labels,
  ports,
  namespaces,
  calico,
  calicoRules,
  ciliumLabels,
  ciliumValues,
  ciliumRules,
  blocks,
  keys,
  values,
  beginnings,
];

/** What can be written at the cursor: by the schema, and by what the workspace holds. */
export const completion = feature({
  method: 'textDocument/completion',
  capability: {
    completionProvider: { triggerCharacters: [' ', ':', '-', '[', '{', ',', '"', "'", '(', '='] },
  },
  run: (context, at) => [
    ...codes(at),
    ...selectorProposals(context, at),
    ...spotsAt(context, at).flatMap((spot, index) =>
      sources.flatMap((source, rank) =>
        sorted(source(spot, context)).map((choice, place) =>
          proposal(choice, at, spot, (index * sources.length + rank) * 10_000 + place),
        ),
      ),
    ),
  ],
});

const sorted = (choices: readonly Choice[]): readonly Choice[] =>
  [...choices].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || compare(a.label, b.label));

/** Fits a choice in at the cursor. Editors filter by what stands in the place of the edit, a quote included. */
function proposal(
  choice: Choice,
  { chunk }: At,
  { word, open, close }: Spot,
  order: number,
): Proposal {
  const { label, text, kind, detail, documentation } = choice;
  const { snippet = false, retrigger = false, joins = false } = choice;
  const around = (part: string): string => (snippet ? snippetText(part) : part);
  return {
    chunk,
    item: {
      label: open.trim() === '' ? label : `${open.trim()} ${label}`,
      kind,
      sortText: String(order).padStart(6, '0'),
      filterText: `${word.quote}${label}`,
      ...(detail !== undefined && { detail }),
      ...(snippet && { insertTextFormat: InsertTextFormat.Snippet }),
    },
    ...(documentation !== undefined && { documentation }),
    edit: {
      span: word.span,
      text: (joins ? '' : word.gap) + around(open) + text + around(close),
    },
    retrigger,
  };
}
