import { removeItem } from '../model/edit.ts';
import { ADMIN_KINDS, CALICO_KINDS, CILIUM_KINDS } from '../model/kinds.ts';
import { partPlace, schemaPartsIn, sinceOf } from './parts.ts';
import { admissionRule } from './rule.ts';

/** Entries that a list holds twice although each may be there once. */
export default admissionRule(
  {
    code: 'duplicate-item',
    title: 'An entry that a set holds twice',
    category: 'refused',
    severity: 'error',
    docs: `\`networks\` and \`domainNames\` of the administrators' kinds are sets, and so are \`types\`, \`nets\`, \`notNets\` and other
lists of Calico's, and \`serverNames\` of Cilium's: the API server refuses the whole object where the same text is in one of
them twice. Some of Calico's lists are sets only since 3.32 or later, and the message says so.`,
    since: '0.1.0',
    fixable: true,
  },
  [...ADMIN_KINDS, ...CALICO_KINDS, ...CILIUM_KINDS],
  function* (policy) {
    for (const { value: list, node, channel } of schemaPartsIn(policy)) {
      if (node.uniqueItems !== true || !Array.isArray(list)) continue;
      const places = new Map<unknown, number>();
      for (const [index, value] of list.entries()) {
        const first = places.get(value);
        places.set(value, first ?? index);
        if (first === undefined) continue;
        const part = { object: list, step: index, value: value as unknown, node, channel };
        yield {
          ...partPlace(policy, part),
          ...sinceOf(policy, part, 'uniqueItems'),
          message: `\`${String(value)}\` is entry ${first + 1} of this list already, and the API server refuses to have it twice.`,
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
  },
);
