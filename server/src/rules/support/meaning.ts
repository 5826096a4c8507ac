import { derive } from '../../base/derive.ts';
import type { NetworkPolicy } from '../../model/networkPolicy.ts';
import type { Direction, IrPolicy, IrRule } from '../../policy/ir.ts';
import { meaningOf } from '../../workspace/policies.ts';
import type { MemberOf } from '../rule.ts';

export { meaningOf } from '../../workspace/policies.ts';

/** The rule of the IR that stands for the rule at `index` of a direction; undefined where its direction is not in force. */
export const meaningOfRule = (
  member: MemberOf<NetworkPolicy>,
  direction: Direction,
  index: number,
): IrRule | undefined => ruleAt(meaningOf(member), direction, index);

/** As `meaningOfRule`, of a policy that is at hand. */
export const ruleAt = (policy: IrPolicy, direction: Direction, index: number): IrRule | undefined =>
  placed(policy)[direction].get(index);

/** The rules of a policy by their places, as each of very many may be looked up. */
const placed = derive(({ rules }: IrPolicy): Record<Direction, ReadonlyMap<number, IrRule>> => {
  const byIndex = (direction: Direction): ReadonlyMap<number, IrRule> =>
    new Map(rules.filter((rule) => rule.direction === direction).map((rule) => [rule.index, rule]));
  return { ingress: byIndex('ingress'), egress: byIndex('egress') };
});
