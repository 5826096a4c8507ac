import type { CiliumItem } from '../../model/cilium.ts';
import type { Direction, IrPolicy, IrRule } from '../../policy/ir.ts';
import { policyText } from '../../policy/print.ts';
import type { RuleInForce } from './ciliumPolicies.ts';

/** An item of `ingress` or `egress`, the list that it stands in, and what it means. */
export interface AllowingItem {
  readonly item: CiliumItem;
  readonly list: readonly CiliumItem[];
  readonly direction: Direction;
  readonly index: number;
  /** Several where its entries for ports say different things of requests; none where nothing can be told of it. */
  readonly rules: readonly IrRule[];
}

/** The items of a rule that allow. */
export const allowingItems = ({ rule, policy }: RuleInForce): readonly AllowingItem[] =>
  (['ingress', 'egress'] as const).flatMap((direction) =>
    (rule[direction] ?? []).map((item, index, list) => ({
      item,
      list,
      direction,
      index,
      rules: policy.rules.filter(
        (one) => one.verdict === 'allow' && one.direction === direction && one.index === index,
      ),
    })),
  );

/**
 * A rule by its place, with its policy where that is another than `own`: "`spec.egressDeny[0]` of CiliumNetworkPolicy
 * `shop/web`".
 */
export function itemText(
  { section, direction, index }: IrRule,
  policy: IrPolicy,
  own: IrPolicy | null,
): string {
  const path = section ?? direction;
  const text = `\`${path.startsWith('specs[') ? path : `spec.${path}`}[${index}]\``;
  return own !== null && policy.place.chunk === own.place.chunk && policy.name === own.name
    ? text
    : `${text} of ${policyText(policy)}`;
}
