import { CILIUM_POLICIES } from '../model/kinds.ts';
import { fieldText } from '../model/fieldText.ts';
import { ciliumItemsIn } from './ciliumWalk.ts';
import { admissionRule } from './rule.ts';
import { fieldIn } from './walk.ts';

/** Peers that are nodes by their labels, which Cilium's agent has to be told to know. */
export default admissionRule(
  {
    code: 'node-peers',
    title: 'Nodes as peers, without the flag that makes Cilium know their labels',
    category: 'refused',
    severity: 'error',
    docs: `\`fromNodes\` and \`toNodes\` need an agent that runs with \`enable-node-selector-labels=true\`, which it does not by
itself. Without, Cilium enforces nothing of the whole policy, and the API server says nothing. Set \`netpol.cilium.flags\` to
what your agent runs with. All nodes together are the entities \`host\` and \`remote-node\`, which need no flag.`,
    since: '0.1.0',
    fixable: false,
  },
  CILIUM_POLICIES,
  function* (policy) {
    const { source } = policy;
    for (const { item } of ciliumItemsIn(policy))
      for (const key of ['fromNodes', 'toNodes'] as const) {
        if ((fieldIn(policy, item, key)?.length ?? 0) === 0) continue;
        yield {
          span: source.key(item, key),
          field: fieldText([...source.path(item), key]),
          confidence: 'proven',
          by: 'agent',
          flag: 'enable-node-selector-labels=false',
          message:
            'Cilium knows the labels of nodes only with `enable-node-selector-labels=true`. Without, it stores this policy and enforces nothing of it.',
        };
      }
  },
);
