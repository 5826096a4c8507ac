import { derive } from '../../base/derive.ts';
import type { Assumptions } from '../assumptions.ts';
import { NONE, union, type Conns } from '../conns.ts';
import type { Question } from '../question.ts';
import type { IrPolicy, Tier } from '../ir.ts';
import { resolverOf } from '../resolver.ts';
import { isOfCilium } from '../tiers.ts';

/*
 * A node reaches its own pods although no policy allows it, unless one of Cilium's denies it (Cilium's command reference,
 * `allow-localhost`; pkg/policy, map state of an endpoint).
 */

/** What policies of Cilium's deny a node that may be that of a pod, and what they may deny it besides. */
export interface Denied {
  readonly surely: Conns;
  readonly perhaps: Conns;
}

/** What is denied of what comes from a peer to a pod. */
export function deniedByCilium(
  { subject, peer }: Question,
  tiers: readonly Tier[],
  assumptions: Assumptions,
): Denied {
  const { selects, meets, ports } = resolverOf(assumptions);
  let [surely, perhaps] = [NONE, NONE];
  for (const { policy, rules } of denying(tiers)) {
    const selected = selects(policy, subject);
    if (selected.truth === 'no') continue;
    for (const rule of rules) {
      const met = meets(rule, peer);
      if (met.truth === 'no') continue;
      const isSure =
        selected.truth === 'yes' &&
        met.truth === 'yes' &&
        policy.unsure === null &&
        rule.unsure === null &&
        // Of the node no proof of identity may be asked.
        rule.authentication === undefined;
      for (const { conns, why } of ports(rule, subject)) {
        perhaps = union(perhaps, conns);
        if (isSure && why.length === 0) surely = union(surely, conns);
      }
    }
  }
  return { surely, perhaps };
}

/** Whether a policy is surely for a pod: without one Cilium may keep the node out where it isolates all pods. */
export const isGoverned = (
  { subject }: Question,
  tiers: readonly Tier[],
  assumptions: Assumptions,
): boolean =>
  tiers.some(({ ranks }) =>
    ranks
      .flat()
      .some(
        (policy) =>
          policy.unsure === null &&
          resolverOf(assumptions).selects(policy, subject).truth === 'yes',
      ),
  );

/** The policies of Cilium's that deny something that comes in, and their rules that do. */
const denying = derive((tiers: readonly Tier[]) =>
  tiers
    .flatMap(({ ranks }) => ranks.flat())
    .filter(isOfCilium)
    .flatMap((policy: IrPolicy) => {
      const rules = policy.rules.filter(
        ({ direction, verdict }) => direction === 'ingress' && verdict === 'deny',
      );
      return rules.length === 0 ? [] : [{ policy, rules }];
    }),
);
