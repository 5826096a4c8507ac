import { feature, type At, type Context, type DocumentEdits, type Refused } from './feature.ts';
import { labelAt } from './labels/all.ts';
import { relatedTo } from './labels/related.ts';
import { collision, nameFault, unchangeable } from './rename/refusals.ts';
import { editsOf } from './rename/edits.ts';

/** Whether the label at the cursor can have another key or value. */
export const prepareRename = feature({
  method: 'textDocument/prepareRename',
  capability: { renameProvider: { prepareProvider: true } },
  run(context, at) {
    const label = labelAt(context, at);
    if (label === null) return null;
    const refused = unchangeable(label, relatedTo(label, context), context);
    const { span, text } = label.word;
    return refused === null ? { chunk: at.chunk, span, text } : { refused };
  },
});

/** Gives a label another key or value everywhere where the same label is spoken of, so that selectors find what they found. */
export const rename = feature({
  method: 'textDocument/rename',
  capability: { renameProvider: { prepareProvider: true } },
  run: (context, { name, ...at }) => renamed(context, at, name),
});

function renamed(context: Context, at: At, name: string): readonly DocumentEdits[] | Refused {
  const label = labelAt(context, at);
  if (label === null) return { refused: 'Here is no label that could be renamed.' };
  if (label.word.text === name) return [];
  const related = relatedTo(label, context);
  const refused =
    unchangeable(label, related, context) ??
    nameFault(label, name) ??
    collision(label, name, related, context);
  return refused === null ? editsOf(label, name, related) : { refused };
}
