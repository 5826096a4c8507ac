import { appendItem } from '../model/edit.ts';
import type { Direction, IrPolicy } from '../policy/ir.ts';
import { list } from '../policy/print.ts';
import { worldRule } from './rule.ts';
import { isCatchAll, podsCanMeet } from './support/meets.ts';
import { policiesText, shareKnownPods } from './support/policies.ts';
import { MADE_BY_CALICO, tierNamed } from './support/tiers.ts';
import { placesOf, turnOf } from './support/turn.ts';

/** Policies in a tier that denies what later tiers were to decide. */
export default worldRule(
  {
    code: 'tier-without-pass',
    title: 'A tier that denies what later tiers allow',
    category: 'too-closed',
    severity: 'warning',
    docs: `A policy of Calico takes its pods into its tier, and at the end of a tier whose \`defaultAction\` is \`Deny\`, as it
is unless given, all that no rule decided is denied: what later tiers and the NetworkPolicies of tier \`default\` allow these
pods is never asked (Calico documentation, "Tiered policy", implicit default deny). A last rule \`action: Pass\` hands the rest
on; a last rule \`action: Deny\` says that it is meant.

netpol speaks where no rule of the tier passes anything on for these pods, and the workspace has policies of later tiers
that select them.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  ['calico/NetworkPolicy', 'calico/GlobalNetworkPolicy'],
  function* (member, world) {
    const { resource } = member;
    const { spec } = resource.body;
    const name = tierNamed(spec.tier);
    if (MADE_BY_CALICO.includes(name)) return;
    const own = turnOf(member, member.namespace, world)?.policy;
    if (own === undefined || own.unsure !== null) return;
    const starved = new Set<IrPolicy>();
    const closed = (['ingress', 'egress'] as const).filter((direction) => {
      if (!own.isolates[direction] || (spec[direction] ?? []).length === 0) return false;
      const lost = placesOf(own, world).flatMap((place) => {
        const turn = turnOf(member, place, world);
        if (turn === null || turn.tier.rest !== 'deny') return [];
        const { policy, before, behind, later } = turn;
        const beside = [...before, ...behind].filter((other) =>
          podsCanMeet(other.subject, policy.subject),
        );
        const mates = [policy, ...beside];
        // Of rules that only deny `deny-list-denies-all` speaks.
        return mates.some((one) => decidesTheRest(one, direction)) ||
          !mates.some((one) => allowsIn(one, direction))
          ? []
          : later.filter(
              (other) => allowsIn(other, direction) && shareKnownPods(policy, other, world),
            );
      });
      for (const other of lost) starved.add(other);
      return lost.length > 0;
    });
    if (closed.length === 0) return;
    yield {
      span: resource.source.value(spec, 'tier'),
      confidence: 'supported',
      message: `Tier \`${name}\` ends with Deny, and no rule in it passes on any ${list(closed, 'or')} of these pods: what none allows is denied, and ${policiesText([...starved])} of later tiers ${starved.size === 1 ? 'is' : 'are'} never asked. End with a rule \`action: Pass\`, or \`action: Deny\` if that is meant.`,
      fixes: [
        {
          title: `Pass on the rest of ${list(closed)}`,
          safe: false,
          edits: () =>
            closed.flatMap((direction) =>
              appendItem(resource, spec[direction]!, { action: 'Pass' }),
            ),
        },
      ],
    };
  },
);

/** Whether a policy may pass something on, or says of all that is left what becomes of it. */
const decidesTheRest = (policy: IrPolicy, direction: Direction): boolean =>
  policy.unsure !== null ||
  policy.rules.some(
    (rule) =>
      rule.direction === direction &&
      (rule.verdict === 'pass' || rule.unsure !== null || isCatchAll(rule)),
  );

const allowsIn = ({ unsure, rules }: IrPolicy, direction: Direction): boolean =>
  unsure === null && rules.some((rule) => rule.direction === direction && rule.verdict === 'allow');
