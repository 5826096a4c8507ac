import { ADMIN_KINDS } from '../model/kinds.ts';
import type { IrRule } from '../policy/ir.ts';
import { DEFAULT_TIER } from '../policy/lower/calico.ts';
import type { World } from '../workspace/world.ts';
import { worldRule } from './rule.ts';
import { allowDnsBefore } from './support/adminDns.ts';
import { standingOf, writtenRules, type Standing } from './support/administrative.ts';
import { dnsOf } from './support/dns.ts';
import { usualResolver } from './support/resolvers.ts';
import { isForEveryone, podsCanMeet } from './support/meets.ts';
import { calicoFor } from './support/policies.ts';

/** Egress rules of administrators that deny DNS with everything else. */
export default worldRule(
  {
    code: 'deny-all-cuts-dns',
    title: 'An egress deny that takes DNS with it',
    category: 'too-closed',
    severity: 'warning',
    docs: `A \`Deny\` for every namespace or for 0.0.0.0/0 also hits the pods of the cluster's DNS: blocks of addresses match pods,
too (Network Policy API reference, \`networks\`). Without DNS hardly any other allowed connection is ever tried. In the
Admin tier no NetworkPolicy can give it back; in the Baseline tier each pod needs a policy of its own that does. Put a rule
that lets DNS out, or passes it on, before the \`Deny\`.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  ADMIN_KINDS,
  function* (member, world) {
    const standing = standingOf(member, world);
    if (standing === null || standing.policy.unsure !== null) return;
    const { policy, tier } = standing;
    const outside = rulesBefore(standing);
    if (outside === null || mayBeLetOut(standing, world)) return;
    for (const { rule } of writtenRules(member, policy)) {
      if (rule.direction !== 'egress' || rule.verdict !== 'deny') continue;
      const cut = dnsOf([rule], world);
      if (!cut.UDP || !isWide(rule)) continue;
      const earlier = policy.rules.filter(
        (one) => one.direction === 'egress' && one.index < rule.index,
      );
      const before = [...outside, ...earlier];
      if (before.some(({ unsure, direction }) => unsure !== null && direction === 'egress'))
        continue;
      // A rule before it that denies DNS by itself was meant.
      const first = before.filter((one) => one.verdict !== 'deny');
      if (dnsOf(first, world).UDP) continue;
      if (
        dnsOf(
          before.filter((one) => one.verdict === 'deny'),
          world,
        ).UDP
      )
        continue;
      const baseline = tier.name === 'Baseline';
      yield {
        span: member.resource.source.value(
          member.resource.body.spec.egress![rule.index]!,
          'action',
        ),
        severity: baseline ? 'information' : 'warning',
        confidence: 'proven',
        message: baseline
          ? 'This denies DNS too, to every pod that no NetworkPolicy isolates for egress: names cannot be resolved. Let DNS out before it.'
          : 'This denies DNS too, and no NetworkPolicy can give it back: names cannot be resolved. Let DNS out, or pass it on, before it.',
        fixes: [allowDnsBefore(member, rule.index, usualResolver(world))],
      };
    }
  },
);

/** What may let DNS out before the policy is asked, for some of its pods; null where that is not known. */
function rulesBefore({ policy, before, beside, above }: Standing): readonly IrRule[] | null {
  const others = [...above, ...before, ...beside].filter((other) =>
    podsCanMeet(other.subject, policy.subject),
  );
  return others.some(({ unsure }) => unsure !== null) ? null : others.flatMap(({ rules }) => rules);
}

/** Whether Calico's policies may let DNS out before the policy is asked: those of the default tier come before Baseline. */
const mayBeLetOut = ({ policy, tier }: Standing, world: World): boolean =>
  calicoFor(policy.subject, world).some(
    (other) =>
      (tier.name === 'Baseline' || other.tier !== DEFAULT_TIER) &&
      other.rules.some(({ direction, verdict }) => direction === 'egress' && verdict !== 'deny'),
  );

/** Whether a rule hits DNS among much else: one for its port alone was meant. */
const isWide = (rule: IrRule): boolean =>
  isForEveryone(rule) &&
  (rule.ports === 'all' ||
    rule.ports.every((term) => term.kind === 'numbers' && term.first < term.last));
