import type { Direction } from '../policy/ir.ts';
import { worldRule } from './rule.ts';
import { hostPoliciesIn, hostPolicyOf, mayShareHost, type HostPolicy } from './support/hosts.ts';

/** Untracked policies whose answers nobody lets through. */
export default worldRule(
  {
    code: 'untracked-one-way',
    title: 'An untracked policy that allows one way only',
    category: 'too-closed',
    severity: 'warning',
    docs: `With \`doNotTrack\` a packet that is allowed belongs to no connection, so nothing knows its answer as one: the
answer needs a rule of its own, with the ports of the one end and the other exchanged (Calico documentation, "Enable extreme
high-connection workloads"). Without it the answer is taken for an invalid packet and dropped. Policies that only deny need
none.

netpol speaks where no untracked policy of the workspace allows anything the other way.`,
    since: '0.1.0',
    fixable: false,
    absence: true,
  },
  ['calico/GlobalNetworkPolicy', 'calico/StagedGlobalNetworkPolicy'],
  function* (member, world) {
    const { source, body } = member.resource;
    const policy = hostPolicyOf(member);
    if (policy.list !== 'untracked' || policy.chosen === null) return;
    const beside = hostPoliciesIn(world).filter(
      (other) => other.list === 'untracked' && mayShareHost(other, policy),
    );
    for (const [way, back] of WAYS) {
      if (!allows(policy, way) || [policy, ...beside].some((one) => allows(one, back))) continue;
      yield {
        span: source.key(body.spec, 'doNotTrack'),
        confidence: 'supported',
        message: `This allows ${way} that is not tracked, and no untracked policy allows any ${back}: the answers belong to no connection and are dropped. Add the mirrored \`${back}\` rule, with these ports as those of its \`source\`, or remove \`doNotTrack\`.`,
      };
    }
  },
);

const WAYS: readonly (readonly [way: Direction, back: Direction])[] = [
  ['ingress', 'egress'],
  ['egress', 'ingress'],
];

/** Whether a policy may let something through in a direction; one that cannot be read may. */
const allows = ({ spec, directions, chosen }: HostPolicy, direction: Direction): boolean =>
  chosen === null ||
  (directions.includes(direction) &&
    (spec[direction] ?? []).some(({ action }) => action === 'Allow'));
