import type { IrPolicy } from '../../policy/ir.ts';
import { list, policyText } from '../../policy/print.ts';

/** Policies by their names, at most three: "`shop/web`, `shop/db`, `shop/api` and 2 more". */
export function policiesText(policies: readonly IrPolicy[]): string {
  const names = policies.map(policyText);
  return list(names.length <= 3 ? names : [...names.slice(0, 3), `${names.length - 3} more`]);
}
