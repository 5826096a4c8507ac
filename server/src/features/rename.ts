import { feature, type At, type Context, type DocumentEdits, type Refused } from './feature.ts';
import { labelAt, type LabelAt } from './labels/all.ts';
import { relatedTo } from './labels/related.ts';
import { nameAt } from './names/all.ts';
import { editsOf, labelWords } from './rename/edits.ts';
import { fixedName, renamedObject } from './rename/names.ts';
import { collision, nameFault, unchangeable } from './rename/refusals.ts';

/** Whether the label at the cursor can have another key or value, or the object of the name there another name. */
export const prepareRename = feature({
  method: 'textDocument/prepareRename',
  capability: { renameProvider: { prepareProvider: true } },
  run(context, at) {
    const label = labelAt(context, at);
    const name = label === null ? nameAt(context, at) : null;
    const word = label?.word ?? name?.word;
    if (word === undefined) return null;
    const refused =
      label === null
        ? fixedName(name!, context)
        : unchangeable(label, relatedTo(label, context), context);
    return refused === null ? { chunk: at.chunk, span: word.span, text: word.text } : { refused };
  },
});

/**
 * Gives a label another key or value everywhere where the same label is spoken of, so that selectors find what they found;
 * or an object another name.
 */
export const rename = feature({
  method: 'textDocument/rename',
  capability: { renameProvider: { prepareProvider: true } },
  run: (context, { name, ...at }) => renamed(context, at, name),
});

function renamed(context: Context, at: At, to: string): readonly DocumentEdits[] | Refused {
  const label = labelAt(context, at);
  if (label !== null) return renamedLabel(label, to, context);
  const name = nameAt(context, at);
  if (name === null) return { refused: 'Here is nothing that could be renamed.' };
  return name.word.text === to ? [] : renamedObject(name, to, context);
}

function renamedLabel(
  label: LabelAt,
  to: string,
  context: Context,
): readonly DocumentEdits[] | Refused {
  if (label.word.text === to) return [];
  const related = relatedTo(label, context);
  const refused =
    unchangeable(label, related, context) ??
    nameFault(label, to) ??
    collision(label, to, related, context);
  return refused === null ? editsOf(labelWords(label, related), to, related.others) : { refused };
}
