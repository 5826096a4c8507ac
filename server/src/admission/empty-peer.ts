import type { NetworkPolicy } from '../model/networkPolicy.ts';
import { fieldText } from '../model/problems.ts';
import { admissionRule } from './rule.ts';
import { peersIn } from './walk.ts';

/** Peers that name nobody. */
export default admissionRule<NetworkPolicy>(
  {
    code: 'empty-peer',
    title: 'A peer without a selector or an address block',
    category: 'refused',
    severity: 'error',
    docs: `An entry of \`from\` or \`to\` needs \`podSelector\`, \`namespaceSelector\` or \`ipBlock\`; the API server refuses an
empty one. To mean all pods of all namespaces write \`namespaceSelector: {}\`; to mean everyone, also outside the cluster,
leave \`from\` or \`to\` out.`,
    since: '0.1.0',
    fixable: false,
  },
  ['NetworkPolicy'],
  function* (policy) {
    for (const peer of peersIn(policy)) {
      const { podSelector, namespaceSelector, ipBlock } = peer;
      if (podSelector ?? namespaceSelector ?? ipBlock) continue;
      yield {
        span: policy.source.of(peer),
        field: fieldText(policy.source.path(peer)),
        confidence: 'proven',
        message:
          'This peer selects nobody and the API server refuses it: it needs `podSelector`, `namespaceSelector` or `ipBlock`. For all pods of all namespaces write `namespaceSelector: {}`.',
      };
    }
  },
);
