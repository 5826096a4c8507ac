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
  readonly spanOf: (index: number) => Span;
}

/** The entries of a list that another entry already covers, which change nothing; of two that say the same the first stays. */
export function* coveredEntries<Entry>(
  policy: Resource,
  { list, entries, covers, named = () => '', spanOf }: Alternatives<Entry>,
): Generator<Finding> {
  if (entries.length !== list.length || list.length > MOST_COMPARED) return;
  for (const [index, entry] of entries.entries()) {
    const by = entries.findIndex(
      (other, at) => at !== index && covers(other, entry) && (at < index || !covers(entry, other)),
    );
    if (by < 0) continue;
    const equal = covers(entry, entries[by]!);
    yield {
      span: spanOf(index),
      confidence: 'proven',
      message: `Entry ${by + 1} of this list${named(by)} ${equal ? 'says the same' : 'covers this one'}, so this entry changes nothing.`,
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
