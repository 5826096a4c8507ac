import { fieldText } from '../model/fieldText.ts';
import { admissionRule } from './rule.ts';
import { isWhole, peersIn } from './walk.ts';

/** Peers that are addresses and pods at once. */
export default admissionRule(
  {
    code: 'ip-block-with-selector',
    title: 'A peer with both an address block and a selector',
    category: 'refused',
    severity: 'error',
    docs: `A peer is either an \`ipBlock\` or pods by selectors; the API server refuses one that is both. Make them two entries
of the list, which means either of them.`,
    since: '0.1.0',
    fixable: false,
  },
  ['kubernetes/NetworkPolicy'],
  function* (policy) {
    for (const peer of peersIn(policy)) {
      if (!isWhole(policy, peer)) continue;
      const selectors = (['podSelector', 'namespaceSelector'] as const).filter(
        (key) => peer[key] !== undefined,
      );
      if (peer.ipBlock === undefined || selectors.length === 0) continue;
      const beside = selectors.map((key) => `\`${key}\``).join(' and ');
      yield {
        span: policy.source.key(peer, 'ipBlock'),
        field: fieldText(policy.source.path(peer)),
        confidence: 'proven',
        message: `\`ipBlock\` stands alone: beside ${beside} the API server refuses the peer. Make them two entries, which means either of them.`,
      };
    }
  },
);
