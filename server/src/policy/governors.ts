import { derive, derive2 } from '../base/derive.ts';
import { candidatesOf } from './candidates.ts';
import type { Subject } from './endpoint.ts';
import type { IrPolicy, Tier } from './ir.ts';
import type { Match } from './match.ts';
import type { Resolver } from './resolver.ts';

/** A policy that may select a pod, and how surely it does. */
export interface Governor {
  readonly policy: IrPolicy;
  readonly selected: Match;
}

/**
 * Finds those of a tier that may select a pod, rank by rank, without the ranks that hold none; once for all its peers, as
 * of many policies few do.
 */
export const governorsUnder = derive((selects: Resolver['selects']) =>
  derive2((tier: Tier, subject: Subject): readonly (readonly Governor[])[] => {
    const ranks = new Map<number, Governor[]>();
    const { policies, rankOf } = inOneList(tier);
    for (const policy of candidatesOf(policies)(subject)) {
      const selected = selects(policy, subject);
      if (selected.truth === 'no') continue;
      const rank = rankOf.get(policy)!;
      const beside = ranks.get(rank);
      if (beside === undefined) ranks.set(rank, [{ policy, selected }]);
      else beside.push({ policy, selected });
    }
    return [...ranks.values()];
  }),
);

/** The policies of a tier in the order of their ranks, which candidates among them keep. */
const inOneList = derive(({ ranks }: Tier) => ({
  policies: ranks.length === 1 ? ranks[0]! : ranks.flat(),
  rankOf: new Map(ranks.flatMap((rank, index) => rank.map((policy) => [policy, index] as const))),
}));
