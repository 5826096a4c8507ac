import type { CalicoEntity } from '../model/calico.ts';
import { worldRule } from './rule.ts';
import { isBlank, isUnconditional } from './support/calicoRules.ts';
import { hostPoliciesIn, hostPolicyOf, mayShareHost, type HostPolicy } from './support/hosts.ts';

/** Policies before DNAT that keep the cluster's own traffic out. */
export default worldRule(
  {
    code: 'pre-dnat-denies-cluster',
    title: 'A policy before DNAT that denies the cluster itself',
    category: 'too-closed',
    severity: 'warning',
    docs: `A policy with \`preDNAT\` sees all that arrives at a node: what comes from outside, from other nodes and from their
pods, whether it goes to the node or to a pod. One that denies everything needs rules before that let the addresses of pods
and nodes in; Calico's examples begin with such a policy ("Apply policy to Kubernetes node ports").

netpol speaks where no policy with \`preDNAT\` of the workspace allows anything by where it comes from.`,
    since: '0.1.0',
    fixable: false,
    absence: true,
  },
  ['calico/GlobalNetworkPolicy', 'calico/StagedGlobalNetworkPolicy'],
  function* (member, world) {
    const policy = hostPolicyOf(member);
    if (policy.list !== 'preDNAT' || policy.chosen === null) return;
    const { ingress = [] } = policy.spec;
    const last = ingress.find((rule) => rule.action === 'Deny' && isUnconditional(rule));
    if (last === undefined) return;
    const beside = hostPoliciesIn(world).filter(
      (other) => other.list === 'preDNAT' && mayShareHost(other, policy),
    );
    if ([policy, ...beside].some(letsSourcesIn)) return;
    yield {
      span: member.resource.source.value(last, 'action'),
      confidence: 'supported',
      message:
        'Before DNAT this denies all that arrives at these hosts, traffic between nodes and from pods of other nodes included, and no policy with `preDNAT` lets any source in. Allow the addresses of nodes and pods in a rule before it.',
    };
  },
);

/** Whether a policy may allow some sources; one that cannot be read may. */
const letsSourcesIn = ({ spec, chosen }: HostPolicy): boolean =>
  chosen === null ||
  (spec.ingress ?? []).some(
    (rule) =>
      (rule.action === 'Allow' || rule.action === 'Pass') &&
      (isUnconditional(rule) || hasSource(rule.source)),
  );

const hasSource = (source: CalicoEntity | undefined): boolean => !isBlank(source);
