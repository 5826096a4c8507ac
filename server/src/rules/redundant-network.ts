import { schemaPartsIn } from '../admission/parts.ts';
import { removeItem } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { ADMIN_KINDS } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { contains, parseBlock } from '../policy/cidr.ts';
import { documentRule } from './rule.ts';
import { MOST_COMPARED } from './support/lists.ts';

/** Networks that another entry of the same list already covers. */
export default documentRule(
  {
    code: 'redundant-network',
    title: 'A network that another entry already covers',
    category: 'clarity',
    severity: 'hint',
    docs: `The entries of \`networks\` are alternatives, so one that lies inside another, or says the same in other digits, changes
nothing. Only a repetition letter by letter is refused (\`duplicate-item\`).`,
    since: '0.1.0',
    fixable: true,
    tag: 'unnecessary',
  },
  ADMIN_KINDS,
  function* (policy) {
    for (const { step: field, value: list } of schemaPartsIn(policy)) {
      if (field !== 'networks' || !Array.isArray(list) || list.length > MOST_COMPARED) continue;
      yield* covered(policy, list as readonly string[]);
    }
  },
);

function* covered(policy: Resource, list: readonly string[]): Generator<Finding> {
  const blocks = list.map(parseBlock);
  for (const [index, block] of blocks.entries()) {
    // Of two that say the same the first stays; what is there letter by letter twice is refused.
    const by = blocks.findIndex(
      (other, at) =>
        list[at] !== list[index] &&
        block !== null &&
        other !== null &&
        contains(other, block) &&
        (at < index || !contains(block, other)),
    );
    if (by < 0) continue;
    const equal = contains(block!, blocks[by]!);
    yield {
      span: policy.source.value(list, index),
      confidence: 'proven',
      message: `Entry ${by + 1} of this list, ${list[by]!}, ${equal ? 'says the same' : 'covers this one'}, so this entry changes nothing.`,
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
