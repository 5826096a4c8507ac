import { removeItem } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import { KUBERNETES_SHAPED } from '../model/kinds.ts';
import { lowerNetworkPolicy } from '../policy/lower/k8s.ts';
import { documentRule } from './rule.ts';
import { coversPeer, coversPort } from './support/covers.ts';
import { ruleAt } from './support/meaning.ts';
import { listedRules, MOST_COMPARED, splitPorts } from './support/lists.ts';

/** Peers and ports that another entry of the same list already lets through. */
export default documentRule(
  {
    code: 'redundant-peer',
    title: 'A peer or port that another entry already covers',
    category: 'clarity',
    severity: 'hint',
    docs: `The entries of \`from\`, \`to\` and \`ports\` are alternatives, so one whose ends or ports all belong to another entry
changes nothing. Without it the rule is shorter and means the same.`,
    since: '0.1.0',
    fixable: true,
    tag: 'unnecessary',
  },
  KUBERNETES_SHAPED,
  function* (policy) {
    // What is compared stays in one policy, so its namespace may be any.
    const lowered = lowerNetworkPolicy(policy, { namespace: '', uri: '' });
    for (const { direction, index, rule, side, peers } of listedRules(policy)) {
      const meaning = ruleAt(lowered, direction, index);
      if (meaning === undefined || meaning.unsure !== null) continue;
      if (meaning.peers !== 'everyone')
        yield* covered(policy, rule[side]!, meaning.peers, coversPeer, peers.length);
      // Of a port that was written as two entries the wide one is the mistake, and not the other.
      if (meaning.ports !== 'all' && splitPorts(rule.ports!).length === 0)
        yield* covered(policy, rule.ports!, meaning.ports, coversPort, rule.ports!.length);
    }
  },
);

function* covered<Entry>(
  policy: Resource,
  list: readonly object[],
  entries: readonly Entry[],
  covers: (wide: Entry, narrow: Entry) => boolean,
  length: number,
): Generator<Finding> {
  if (entries.length !== length || length > MOST_COMPARED) return;
  for (const [index, entry] of entries.entries()) {
    // Of two that cover each other the first stays.
    const by = entries.findIndex(
      (other, at) => at !== index && covers(other, entry) && (at < index || !covers(entry, other)),
    );
    if (by < 0) continue;
    const equal = covers(entry, entries[by]!);
    yield {
      span: policy.source.of(list[index]!),
      confidence: 'proven',
      message: `Entry ${by + 1} of this list ${equal ? 'says the same' : 'covers this one'}, so this entry changes nothing.`,
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
