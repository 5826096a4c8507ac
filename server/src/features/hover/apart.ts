import { namespaceName } from '../../model/namespace.ts';
import { count } from '../../policy/print.ts';
import { apartFrom } from '../../workspace/apart.ts';
import type { Scene } from './scene.ts';

/** That more policies may hold for the pods of the scene's namespace, where manifests do not say which is theirs. */
export function apartLines({ home, world }: Scene): readonly string[] {
  if (home === null) return [];
  const { policies } = apartFrom([home], world);
  if (policies === 0) return [];
  const are = policies === 1 ? 'is' : 'are';
  const amount = count(policies, 'other policy', 'other policies');
  return namespaceName(home) === null
    ? [
        `**Perhaps more**: ${amount} ${are} not counted, as nothing says which namespace this goes to.`,
      ]
    : [
        `**Perhaps more**: ${amount} ${are} not counted, as nothing says which namespace ${policies === 1 ? 'it goes' : 'they go'} to.`,
      ];
}
