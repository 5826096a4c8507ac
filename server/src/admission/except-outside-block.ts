import { contains, parseBlock } from '../policy/cidr.ts';
import { admissionRule } from './rule.ts';
import { blocksIn, valuePlace } from './walk.ts';

/** Exceptions that are not a smaller part of the block they are taken from. */
export default admissionRule(
  {
    code: 'except-outside-block',
    title: 'An exception that is no smaller part of its block',
    category: 'refused',
    severity: 'error',
    docs: `Each entry of \`except\` must lie inside \`cidr\` and be smaller than it: an equal, larger, outside or other-family
block is refused by the API server. An exception only limits its own entry; another peer may still let the addresses
through.`,
    since: '0.1.0',
    fixable: false,
  },
  ['kubernetes/NetworkPolicy'],
  function* (policy) {
    for (const block of blocksIn(policy)) {
      const outer = parseBlock(block.cidr);
      if (outer === null) continue;
      for (const [index, text] of (block.except ?? []).entries()) {
        const inner = parseBlock(text);
        if (inner === null || (contains(outer, inner) && !contains(inner, outer))) continue;
        const relation = contains(inner, outer)
          ? contains(outer, inner)
            ? `is the whole of ${block.cidr}`
            : `is larger than ${block.cidr}`
          : inner.family === outer.family
            ? `lies outside ${block.cidr}`
            : `is ${inner.family}, but ${block.cidr} is ${outer.family}`;
        yield {
          ...valuePlace(policy, block.except!, index),
          confidence: 'proven',
          message: `${text} ${relation}, so the API server refuses it as an exception. Name a smaller block inside ${block.cidr}, or remove the entry.`,
        };
      }
    }
  },
);
