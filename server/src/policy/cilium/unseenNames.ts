import type { Subject } from '../endpoint.ts';
import { matchesName } from '../fqdn.ts';
import { governorsUnder } from '../governors.ts';
import type { Tier } from '../ir.ts';
import { code } from '../print.ts';
import type { Question } from '../question.ts';
import type { Resolver } from '../resolver.ts';

/**
 * Why Cilium may know no address of the name that is asked for: it knows those that it has seen in answers, and sees only
 * queries that a rule has it look at (Cilium documentation, "DNS proxy"). Null where one does.
 */
export function unseenName(
  tiers: readonly Tier[],
  { subject, peer }: Question<Subject>,
  resolver: Resolver,
): string | null {
  if (peer.kind !== 'external' || peer.name === undefined) return null;
  const { name, unlearned = null } = peer;
  if (unlearned !== null) return unlearned;
  const isSeen = tiers
    .flatMap((tier) => governorsUnder(resolver.selects)(tier, subject).flat())
    .some(
      ({ policy, selected }) =>
        selected.truth === 'yes' &&
        policy.unsure === null &&
        policy.rules.some(
          ({ direction, queries = [] }) =>
            direction === 'egress' && queries.some((pattern) => matchesName(pattern, name)),
        ),
    );
  return isSeen
    ? null
    : `no rule here has Cilium look at the pod's DNS queries for ${code(name.replace(/\.$/, ''))}, and without one it knows no address of it`;
}
