import type { NamespaceKey } from '../model/namespace.ts';
import { count, list } from '../policy/print.ts';
import { apartFrom } from '../workspace/apart.ts';
import { worldOf } from '../workspace/world.ts';
import type { Gathered } from './gather.ts';

/** More directories than this are told as a number. */
const SHOWN = 3;

/** That policies may hold for the pods in the namespaces `homes` which an answer leaves out, and why; null where none may. */
export function apartText(
  homes: readonly NamespaceKey[],
  { snapshot, directoryNameOf }: Gathered,
): string | null {
  const { policies, unnamed } = apartFrom([...new Set(homes)], worldOf(snapshot));
  if (policies === 0) return null;
  const more = unnamed.length - SHOWN;
  const directories = list([
    ...unnamed.slice(0, SHOWN).map(directoryNameOf),
    ...(more > 0 ? [count(more, 'other directory', 'other directories')] : []),
  ]);
  return `${count(policies, 'policy', 'policies')} may hold for more pods than told here: nothing says which namespace the manifests in ${directories} go to, so each directory counts as one of its own. \`--namespace\` names it.`;
}
