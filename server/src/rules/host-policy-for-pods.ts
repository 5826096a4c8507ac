import { isEverything } from '../policy/selector/selector.ts';
import { worldRule } from './rule.ts';
import { hostPolicyOf, isOfPodsAlone, selectsHost } from './support/hosts.ts';
import { meaningOf } from './support/meaning.ts';
import { workloadsText } from './support/pods.ts';
import { matches } from '../policy/selector/selector.ts';

/** Policies for the packets of hosts that select pods. */
export default worldRule(
  {
    code: 'host-policy-for-pods',
    title: 'A policy with doNotTrack or preDNAT for pods',
    category: 'inert',
    severity: 'error',
    docs: `\`doNotTrack\` and \`preDNAT\` make a policy one for packets that arrive at a node, before these are tracked or their
destination is translated. It holds for host endpoints alone: pods never meet it (Calico documentation, "Global network
policy"; felix, endpoint tiers). Host endpoints have no namespace and no service account. An error where the selector asks
for these; a warning where it is pods of the workspace that it selects, and none of its host endpoints.`,
    since: '0.1.0',
    fixable: false,
    absence: true,
  },
  ['calico/GlobalNetworkPolicy', 'calico/StagedGlobalNetworkPolicy'],
  function* (member, world) {
    const { source, body } = member.resource;
    const { spec } = body;
    const policy = hostPolicyOf(member);
    if (policy.list === 'normal' || policy.chosen === null) return;
    const flag = policy.list === 'untracked' ? 'doNotTrack' : 'preDNAT';
    const place = { span: source.key(spec, flag) };
    if (isOfPodsAlone(policy.chosen)) {
      yield {
        ...place,
        confidence: 'proven',
        message: `With \`${flag}\` a policy is for host endpoints alone, and this one selects by namespace, service account or orchestrator, which none of them has: it does nothing. Remove \`${flag}\` to govern pods.`,
      };
      return;
    }
    if (isEverything(policy.chosen) || matches(policy.chosen, {}) !== 'no') return;
    const { pods } = world.podsOf(meaningOf(member).subject);
    if (pods.length === 0 || world.hosts().some((host) => selectsHost(policy, host) !== 'no'))
      return;
    yield {
      ...place,
      severity: 'warning',
      confidence: 'supported',
      message: `With \`${flag}\` a policy is for host endpoints alone, and in this workspace its selector is true of ${workloadsText(pods)} and of no host endpoint: pods never meet it. Remove \`${flag}\` to govern them.`,
    };
  },
);
