import { appendItem } from '../model/edit.ts';
import { CALICO_POLICIES } from '../model/kinds.ts';
import type { Direction, IrPolicy } from '../policy/ir.ts';
import { worldRule } from './rule.ts';
import { subjectsCanMeet } from './support/meets.ts';
import { turnOf, turnsOf } from './support/turn.ts';

/** Policies that mean to log traffic, and cut it off. */
export default worldRule(
  {
    code: 'log-decides-nothing',
    title: 'Rules that only log, where everything is then denied',
    category: 'too-closed',
    severity: 'warning',
    docs: `In Calico \`Log\` writes a line and goes on to the next rule; it neither allows nor denies. But the policy it stands in
selects its pods like any other, and at the end of a tier whose \`defaultAction\` is \`Deny\`, as that of \`default\` is, all
that no rule decided is denied for pods that a policy of the tier selects (Calico documentation, "Rule", "Tier"). A policy
of nothing but \`Log\` so denies what it was to watch, unless another policy of the tier lets it through.

netpol speaks where no other policy of the tier selects such pods.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  CALICO_POLICIES,
  function* (member, world) {
    const { resource } = member;
    const spec = resource.body.spec;
    const turn = turnOf(member, member.namespace, world);
    if (turn === null || turn.policy.unsure !== null || turn.tier.rest !== 'deny') return;
    const { policy, tier } = turn;
    for (const direction of ['ingress', 'egress'] as const) {
      const rules = spec[direction] ?? [];
      const last = rules.at(-1);
      if (last === undefined || !policy.isolates[direction]) continue;
      if (rules.some(({ action }) => action !== 'Log')) continue;
      const others = [...turnsOf(member, world)].flatMap(({ before, behind }) => [
        ...before,
        ...behind,
      ]);
      if (others.some((other) => mayDecide(other, policy, direction))) continue;
      yield {
        span: resource.source.value(last, 'action'),
        confidence: 'supported',
        message: `\`Log\` decides nothing, and no other policy of tier \`${tier.name}\` is for these pods, so all their ${direction} is denied. Add an \`Allow\` behind it to let through what is logged, or a \`Deny\` if that is meant.`,
        fixes: [
          {
            title: `Allow all ${direction} behind it`,
            safe: false,
            edits: () => appendItem(resource, rules, { action: 'Allow' }),
          },
        ],
      };
    }
  },
);

/** Whether a policy has a say on traffic of a pod that the other one selects; one that denies it all says so, too. */
const mayDecide = (policy: IrPolicy, other: IrPolicy, direction: Direction): boolean =>
  policy.isolates[direction] && subjectsCanMeet(policy, other);
