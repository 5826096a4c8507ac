import { joinItems } from '../model/edit.ts';
import type { NetworkPolicy, NetworkPolicyPort } from '../model/networkPolicy.ts';
import { portsText } from '../policy/print.ts';
import { documentRule } from './rule.ts';
import { listedRules } from './support/lists.ts';
import { lowerNetworkPolicy } from '../policy/lower/k8s.ts';

/** Ports in a rule of their own, behind a rule of nothing but peers. */
export default documentRule<NetworkPolicy>(
  {
    code: 'split-ports-item',
    title: 'Peers and ports as two rules instead of one',
    category: 'too-open',
    severity: 'warning',
    docs: `The items of \`ingress\` and \`egress\` are alternatives. \`- from:\` followed by \`- ports:\` lets the peers through on
**every** port, and **everyone** on those ports. Without the second dash it is one rule: those peers on those ports.

An egress rule for DNS alone is often written without peers on purpose, and is not reported.`,
    since: '0.1.0',
    fixable: true,
  },
  ['NetworkPolicy'],
  function* (policy) {
    const lowered = lowerNetworkPolicy(policy, { namespace: '', uri: '' });
    for (const { direction, index, rule, peers, list } of listedRules(policy)) {
      const next = list[index + 1];
      // Only two rules that make one: in a longer list each rule more likely stands for itself.
      if (next === undefined || list.length !== 2) continue;
      const nextPeers = 'from' in next ? next.from : 'to' in next ? next.to : undefined;
      if (
        peers.length === 0 ||
        rule.ports !== undefined ||
        nextPeers !== undefined ||
        next.ports === undefined
      )
        continue;
      if (direction === 'egress' || next.ports.length === 0 || next.ports.every(isDns)) continue;
      const second = lowered.rules.find(
        (one) => one.direction === direction && one.index === index + 1,
      );
      if (second === undefined) continue;
      yield {
        span: policy.source.key(next, 'ports'),
        confidence: 'proven',
        message: `These are two rules: the peers above may connect on every port, and everyone on ${portsText(second.ports)}. For those peers on those ports remove the dash.`,
        fixes: [
          {
            title: 'Make it one rule: these peers on these ports',
            safe: false,
            edits: () => joinItems(policy, list, index),
          },
        ],
      };
    }
  },
);

const isDns = ({ port }: NetworkPolicyPort): boolean =>
  port === 53 || port === 5353 || port === 'dns';
