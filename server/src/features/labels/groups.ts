import type { NamespaceKey } from '../../model/namespace.ts';
import type { Namespaces } from '../../policy/ir.ts';
import type { Context } from '../feature.ts';

/*
 * The groups of things with labels that a selector finds or does not find together.
 */

/** The pods of a namespace. */
export const podsOf = (namespace: NamespaceKey): string => `pods ${namespace}`;

/** The network sets of a namespace; of none the global ones, and hosts. */
export const setsOf = (namespace: NamespaceKey | null): string => `sets ${namespace ?? ''}`;

/** The CIDR groups of Cilium. */
export const CIDR_GROUPS: readonly string[] = ['CIDR groups'];

/** All namespaces. */
export const NAMESPACES: readonly string[] = ['namespaces'];

/** The pods of all namespaces that a selector may look into. */
export const podsIn =
  (namespaces: Namespaces) =>
  ({ world }: Context): readonly string[] =>
    world.spokenOf(namespaces).map(podsOf);
