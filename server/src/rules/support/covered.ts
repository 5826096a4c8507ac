import type { Span } from '../../base/span.ts';
import { removeItem } from '../../model/edit.ts';
import type { Finding } from '../../model/finding.ts';
import type { Resource } from '../../model/resource.ts';
import { MOST_COMPARED } from './lists.ts';

/** A list of alternatives in a policy, and what each of its entries means. */
export interface Alternatives<Entry> {
  readonly list: readonly unknown[];
  /** As many as the list has; fewer where some have no meaning, and then nothing is found. */
  readonly entries: readonly Entry[];
  readonly covers: (wide: Entry, narrow: Entry) => boolean;
  /** How the entry at an index is called behind its number, such as `, 10.0.0.0/8`; nothing where left out. */
  readonly named?: (index: number) => string;
  /** What is said where the list itself has to be named: the entry that covers, and whether both say the same. */
  readonly messageOf?: (by: number, equal: boolean) => string;
  readonly spanOf: (index: number) => Span;
}

/** The entries of a list that another entry already covers, which change nothing; of two that say the same the first stays. */
export function* coveredEntries<Entry>(
  policy: Resource,
  {
    list,
    entries,
    covers,
    named = () => '',
    messageOf = (by, equal) =>
      `Entry ${by + 1} of this list${named(by)} ${equal ? 'says the same' : 'covers this one'}, so this entry changes nothing.`,
    spanOf,
  }: Alternatives<Entry>,
): Generator<Finding> {
  if (entries.length !== list.length || list.length > MOST_COMPARED) return;
  const isWider = (at: number, than: number): boolean =>
    covers(entries[at]!, entries[than]!) && !covers(entries[than]!, entries[at]!);
  for (const [index, entry] of entries.entries()) {
    const others = [...entries.keys()].filter(
      (at) =>
        at !== index && covers(entries[at]!, entry) && (at < index || !covers(entry, entries[at]!)),
    );
    if (others.length === 0) continue;
    // The widest stays itself, so that each can be removed without the others.
    const by = others.reduce((widest, at) => (isWider(at, widest) ? at : widest));
    const equal = covers(entry, entries[by]!);
    yield {
      span: spanOf(index),
      confidence: 'proven',
      message: messageOf(by, equal),
      fixes: [
        {
          title: 'Remove it (same meaning)',
          safe: removeItem(policy, list, index).length > 0,
          edits: () => removeItem(policy, list, index),
        },
      ],
    };
  }
}
