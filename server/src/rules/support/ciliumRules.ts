import type { IrPolicy, IrRule } from '../../policy/ir.ts';
import { policyText } from '../../policy/print.ts';

/** A rule by its place, with its policy where that is another than `own`: "`spec.egressDeny[0]` of CiliumNetworkPolicy `shop/web`". */
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
