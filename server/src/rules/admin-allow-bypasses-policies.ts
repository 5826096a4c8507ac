import { setScalar } from '../model/edit.ts';
import { ADMIN_KINDS } from '../model/kinds.ts';
import type { Direction, IrPolicy } from '../policy/ir.ts';
import { peersText } from '../policy/print.ts';
import type { World } from '../workspace/world.ts';
import { worldRule } from './rule.ts';
import { actionText, standingOf, writtenRules } from './support/administrative.ts';
import { isForEveryone, podsCanMeet } from './support/meets.ts';
import { policiesText } from './support/policies.ts';

/** Wide admin rules that let traffic through before any NetworkPolicy is asked. */
export default worldRule(
  {
    code: 'admin-allow-bypasses-policies',
    title: 'An admin rule that lets everyone through before any NetworkPolicy',
    category: 'too-open',
    severity: 'warning',
    docs: `What a rule of the Admin tier lets through is let through: no NetworkPolicy of a namespace is asked any more (Network
Policy API, "API overview"). For monitoring or DNS that is the point. A rule for everyone takes all say from the people who
own the namespaces; \`Pass\` leaves the traffic to them, and keeps later admin rules from denying it.

netpol speaks where the workspace shows a NetworkPolicy that isolates pods of the subject.`,
    since: '0.1.0',
    fixable: true,
  },
  ADMIN_KINDS,
  function* (member, world) {
    const standing = standingOf(member, world);
    if (standing === null || standing.tier.name !== 'Admin') return;
    const { policy } = standing;
    for (const { rule, written } of writtenRules(member, policy)) {
      if (rule.verdict !== 'allow' || rule.ports !== 'all' || !isForEveryone(rule)) continue;
      const bypassed = isolating(policy, rule.direction, world);
      if (bypassed.length === 0) continue;
      const action = actionText(rule, policy);
      const way = rule.direction === 'ingress' ? 'in from' : 'out to';
      yield {
        span: member.resource.source.value(written, 'action'),
        confidence: 'supported',
        message: `\`${action}\` lets everything ${way} ${peersText(rule.peers)} before any NetworkPolicy is asked, so ${policiesText(bypassed)} ${bypassed.length === 1 ? 'has' : 'have'} no say in it. \`Pass\` would leave it to them.`,
        also: bypassed.map((other) => ({
          ...other.place,
          message: `${other.name} isolates pods of this subject for ${rule.direction}`,
        })),
        fixes: [
          {
            title: 'Change to `Pass`, so that NetworkPolicies decide',
            safe: false,
            edits: () => setScalar(member.resource, written, 'action', 'Pass'),
          },
        ],
      };
    }
  },
);

/** The NetworkPolicies that isolate pods of the subject, as far as their namespaces are known to be meant. */
const isolating = ({ subject }: IrPolicy, direction: Direction, world: World): IrPolicy[] =>
  world
    .spokenOf(subject.namespaces)
    .flatMap((key) => world.policies(key))
    .filter(
      (other) =>
        other.unsure === null && other.isolates[direction] && podsCanMeet(subject, other.subject),
    );
