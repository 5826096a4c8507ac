import { BUILT_IN_TIERS, inOrder, tierOf } from '../../../policy/calicoTiers.ts';
import type { IrPolicy } from '../../../policy/ir.ts';
import { declaredTiers } from '../../../workspace/calico.ts';
import type { Scene } from '../scene.ts';
import { everyPolicy } from './everyPolicy.ts';

/** The tiers with policies that manifests declare, which Calico asks before that of a policy. */
export function tiersBefore(policy: IrPolicy, scene: Scene): readonly string[] {
  const declared = declaredTiers(scene.snapshot);
  if (declared.length === 0) return [];
  const own = tierOf(policy);
  const used = new Set(everyPolicy(scene).map(tierOf));
  const names = declared
    .map(({ name }) => name)
    .filter((name) => used.has(name) && BUILT_IN_TIERS.every((tier) => tier.name !== name));
  const order = inOrder([...names, own], declared).map(({ name }) => name);
  return order.slice(0, order.indexOf(own));
}
