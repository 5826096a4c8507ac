import type { IrPolicy } from '../../../policy/ir.ts';
import type { Scene } from '../scene.ts';

/** All policies of the workspace that Calico tries, each once. */
export const everyPolicy = ({ world }: Pick<Scene, 'world'>): readonly IrPolicy[] => [
  ...new Set([
    ...world
      .namespaces()
      .flatMap(({ key }) => [...world.calicoPolicies(key), ...world.policies(key)]),
    // Where there is no namespace, those of the whole cluster.
    ...world.calicoPolicies(''),
    ...world.clusterPolicies(),
  ]),
];
