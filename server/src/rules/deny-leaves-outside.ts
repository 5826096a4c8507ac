import type { AdminPolicy } from '../model/adminPolicy.ts';
import { ADMIN_KINDS } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { lower } from '../policy/lower/lower.ts';
import { documentRule } from './rule.ts';
import { isEveryPod } from './support/meets.ts';

/** Ingress denies of administrators that look as if they kept everybody out. */
export default documentRule(
  {
    code: 'deny-leaves-outside',
    title: 'An ingress deny that keeps only pods out',
    category: 'too-open',
    severity: 'hint',
    docs: `Ingress rules of administrators can name pods only, so \`namespaces: {}\` is every pod of the cluster and nobody outside
it: connections from the internet, through a load balancer or from a node's own processes are never matched (Network
Policy API reference, AdminNetworkPolicyIngressPeer). To keep those out, isolate the pods with a NetworkPolicy.`,
    since: '0.1.0',
    fixable: false,
  },
  ADMIN_KINDS,
  function* (policy: Resource<AdminPolicy>) {
    const { rules } = lower(policy, { namespace: null, uri: '' });
    for (const { direction, index, verdict, peers, ports, unsure } of rules) {
      if (direction !== 'ingress' || verdict !== 'deny' || unsure !== null || ports !== 'all')
        continue;
      // Everyone is only what a peer without a meaning stands for, and such a policy is refused.
      if (peers === 'everyone' || !peers.some(isEveryPod)) continue;
      yield {
        span: policy.source.value(policy.body.spec.ingress![index]!, 'action'),
        confidence: 'proven',
        message:
          'This denies every pod, but nobody outside the cluster: no rule of this kind can match those. A NetworkPolicy that isolates the pods keeps them out, too.',
      };
    }
  },
);
