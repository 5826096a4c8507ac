import type { CalicoRule } from '../model/calico.ts';
import { FAILSAFE_PORTS } from '../policy/host/failsafe.ts';
import type { Direction } from '../policy/ir.ts';
import { codeList } from '../policy/print.ts';
import { worldRule } from './rule.ts';
import { hostPolicyOf, selectsHost } from './support/hosts.ts';

/** Rules that deny hosts what no policy can deny them. */
export default worldRule(
  {
    code: 'failsafe-port-denied',
    title: 'A denied port that is let through before any policy',
    category: 'too-open',
    severity: 'information',
    docs: `So that no policy can cut off a node, Felix lets some ports through at host endpoints before it asks any: inbound
TCP 22, 179, 2379, 2380, 5473, 6443, 6666 and 6667 and UDP 68, outbound UDP 53 and 67 and TCP 179, 2379, 2380, 5473, 6443, 6666
and 6667 (Calico documentation, "Failsafe rules"). To close one, take it out of \`failsafeInboundHostPorts\` or
\`failsafeOutboundHostPorts\` of the FelixConfiguration. For pods, and for what a node forwards, such a rule holds.

netpol speaks of policies with \`doNotTrack\` or \`preDNAT\`, and of those that select a host endpoint of the workspace.`,
    since: '0.1.0',
    fixable: false,
  },
  ['calico/GlobalNetworkPolicy', 'calico/StagedGlobalNetworkPolicy'],
  function* (member, world) {
    const { source } = member.resource;
    const policy = hostPolicyOf(member);
    if (policy.chosen === null) return;
    const isOfHosts = policy.list !== 'normal';
    for (const direction of policy.directions)
      for (const rule of policy.spec[direction] ?? []) {
        const ports = failsafePorts(rule, direction);
        if (ports === null) continue;
        // What is forwarded passes no failsafe rule, and this is for that, too.
        if (!isOfHosts && policy.spec.applyOnForward === true) return;
        if (!isOfHosts && !world.hosts().some((host) => selectsHost(policy, host) === 'yes'))
          return;
        const setting = `failsafe${direction === 'ingress' ? 'Inbound' : 'Outbound'}HostPorts`;
        yield {
          span: source.value(rule.destination!, 'ports'),
          confidence: 'supported',
          message: `Felix lets ${rule.protocol!} ${codeList(ports.map(String))} through at host endpoints before any policy, so this denies no host anything. Take ${ports.length === 1 ? 'it' : 'them'} out of \`${setting}\` of the FelixConfiguration if hosts are meant.`,
        };
      }
  },
);

/** The ports of a rule that denies nothing but failsafe ports; null of all others. */
function failsafePorts(rule: CalicoRule, direction: Direction): readonly number[] | null {
  const { action, protocol, destination } = rule;
  const ports = destination?.ports ?? [];
  const failsafe = FAILSAFE_PORTS[direction][String(protocol)] ?? [];
  return action === 'Deny' &&
    ports.length > 0 &&
    ports.every((port) => failsafe.some((safe) => String(safe) === String(port)))
    ? ports.map(Number)
    : null;
}
