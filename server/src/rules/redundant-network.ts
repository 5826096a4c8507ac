import { schemaPartsIn } from '../admission/parts.ts';
import { ADMIN_KINDS } from '../model/kinds.ts';
import { contains, parseBlock } from '../policy/cidr.ts';
import { documentRule } from './rule.ts';
import { coveredEntries } from './support/covered.ts';

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
      if (field !== 'networks' || !Array.isArray(list)) continue;
      const entries = list as readonly string[];
      yield* coveredEntries(policy, {
        list,
        entries,
        covers,
        named: (index) => `, ${entries[index]!},`,
        spanOf: (index) => policy.source.value(list, index),
      });
    }
  },
);

/** Whether one block holds another. What is there letter by letter twice is refused. */
const covers = (wide: string, narrow: string): boolean => {
  const [outer, inner] = [parseBlock(wide), parseBlock(narrow)];
  return wide !== narrow && outer !== null && inner !== null && contains(outer, inner);
};
