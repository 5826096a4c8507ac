import { ciliumItemsIn } from '../admission/ciliumWalk.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { documentRule } from './rule.ts';

/** Services among what Cilium is to deny, which it does not look behind. */
export default documentRule(
  {
    code: 'denied-services',
    title: 'A Service among what Cilium is to deny',
    category: 'inert',
    severity: 'warning',
    docs: `\`toServices\` is for what is allowed: only in \`egress\` does Cilium look for the pods and addresses behind a Service
(Cilium, pkg/policy/k8s). In \`egressDeny\` it takes the field, and an item of nothing else denies nothing; one with \`toPorts\` is
left without peers, and may deny the ports whoever is called. Select the pods by \`toEndpoints\`, or name addresses outside in
\`toCIDR\`.`,
    since: '0.1.0',
    fixable: false,
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const { item, denies } of ciliumItemsIn(policy)) {
      if (!denies || (item.toServices ?? []).length === 0) continue;
      // With other peers in one item Cilium refuses the policy.
      if (!Object.keys(item).every((name) => BESIDE.has(name))) continue;
      const isForPorts = (item.toPorts ?? []).length > 0 || (item.icmps ?? []).length > 0;
      yield {
        span: policy.source.key(item, 'toServices'),
        confidence: 'proven',
        message: `Cilium looks behind Services only where traffic is allowed: this item ${isForPorts ? 'is not about them, and may deny its ports to everyone' : 'denies nothing'}. Select the pods by \`toEndpoints\`.`,
      };
    }
  },
);

/** The fields that an item may have beside `toServices`, and that field. */
const BESIDE: ReadonlySet<string> = new Set(['toServices', 'toPorts', 'icmps']);
