import { calicoRulesIn } from '../admission/calicoWalk.ts';
import type { CalicoEntity } from '../model/calico.ts';
import { saidBy } from '../policy/lower/calicoSelectors.ts';
import { documentRule } from './rule.ts';
import { isBlank, peerSide } from './support/calicoRules.ts';

/** Names of policies that are to keep namespaces apart. */
const APART =
  /same-?(?:namespace|ns)\b|intra-?(?:namespace|ns)\b|(?:namespace|ns|tenant)s?-isolation|isolated?-(?:namespace|ns|tenant)/i;

/** Global policies that are to let in a pod's own namespace, and let in all of them. */
export default documentRule(
  {
    code: 'peers-across-namespaces',
    title: 'All pods as the peers of a policy that keeps namespaces apart',
    category: 'too-open',
    severity: 'information',
    docs: `The selectors of a GlobalNetworkPolicy know no "own" namespace: \`all()\` as a peer is every pod of every namespace,
whichever pod the policy is for. That pods of one namespace may reach each other and no others can only be said by a
NetworkPolicy in each namespace, where \`selector: all()\` is its own pods.

netpol speaks where the name of the policy says that namespaces are to be kept apart.`,
    since: '0.1.0',
    fixable: false,
  },
  ['calico/GlobalNetworkPolicy', 'calico/StagedGlobalNetworkPolicy'],
  function* (policy) {
    if (!APART.test(policy.body.metadata.name ?? '')) return;
    for (const { direction, rule } of calicoRulesIn(policy)) {
      const entity = rule[peerSide(direction)];
      if (rule.action !== 'Allow' || entity === undefined || !isEveryPod(entity)) continue;
      const key = isBlank(entity.selector) ? 'namespaceSelector' : 'selector';
      yield {
        span: policy.source.value(entity, key),
        confidence: 'possible',
        message: `In a GlobalNetworkPolicy \`all()\` is every pod of every namespace, not those of the selected pod's own. Write a NetworkPolicy with \`selector: all()\` in each namespace to keep them apart.`,
      };
    }
  },
);

/** Whether an end is all pods, and says so by a selector. */
const isEveryPod = ({ selector, namespaceSelector, ...conditions }: CalicoEntity): boolean =>
  isBlank(conditions) &&
  !(isBlank(selector) && isBlank(namespaceSelector)) &&
  [selector, namespaceSelector].every((text) => saidBy(text).kind === 'all');
