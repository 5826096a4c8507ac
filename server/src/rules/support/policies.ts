import type { IrPolicy } from '../../policy/ir.ts';
import { codeList, list, policyText } from '../../policy/print.ts';

/** Policies by their names, at most three: "`shop/web`, `shop/db`, `shop/api` and 2 more". */
export function policiesText(policies: readonly IrPolicy[]): string {
  const names = policies.map((policy) => policyText(policy).slice(1, -1));
  return names.length <= 3
    ? codeList(names)
    : list([...names.slice(0, 3).map((name) => `\`${name}\``), `${names.length - 3} more`]);
}
