import { isUnnamed, type NamespaceKey } from '../model/namespace.ts';
import type { World } from './world.ts';

/** What is taken not to meet only because nothing tells which namespaces some manifests go to. */
export interface Apart {
  /** How many policies are taken not to hold for the pods that were asked about. */
  readonly policies: number;
  /** The unnamed namespaces that keep them apart, in the order of their keys. */
  readonly unnamed: readonly NamespaceKey[];
}

/**
 * The policies that may hold for pods in the namespaces `homes`, if what has no name here turns out to be one namespace
 * with what has one, or with each other. It looks into no namespace that cannot be another's.
 */
export function apartFrom(homes: readonly NamespaceKey[], world: World): Apart {
  const unnamed = new Set<NamespaceKey>();
  let policies = 0;
  for (const { key } of world.namespaces()) {
    const others = homes.filter((home) => home !== key && (isUnnamed(home) || isUnnamed(key)));
    const own = others.length === 0 ? 0 : world.policies(key).length;
    if (own === 0) continue;
    policies += own;
    for (const each of [key, ...others]) if (isUnnamed(each)) unnamed.add(each);
  }
  return { policies, unnamed: [...unnamed].sort() };
}
