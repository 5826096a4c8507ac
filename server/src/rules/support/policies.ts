import type { IrPolicy } from '../../policy/ir.ts';
import { list, policyText } from '../../policy/print.ts';
import { matchesPods } from '../../policy/resolve.ts';
import { directoryOf } from '../../workspace/uri.ts';
import type { World } from '../../workspace/world.ts';

/** Policies by their names, at most three: "`shop/web`, `shop/db`, `shop/api` and 2 more". */
export function policiesText(policies: readonly IrPolicy[]): string {
  const names = policies.map(policyText);
  return list(names.length <= 3 ? names : [...names.slice(0, 3), `${names.length - 3} more`]);
}

/**
 * Whether the workspace shows that a policy is in force beside one of its namespace whose pods are all its own, too: those
 * of different folders may never meet, unless there are such pods.
 */
export const areTogether = (wide: IrPolicy, narrow: IrPolicy, world: World): boolean =>
  directoryOf(wide.place.uri) === directoryOf(narrow.place.uri) ||
  world
    .inventory(narrow.namespace!)
    .pods.some(
      (pod) => matchesPods(narrow.subject, pod, world.settings.assumptions).truth === 'yes',
    );
