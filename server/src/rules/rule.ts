import type { Finding, RuleMeta } from '../model/finding.ts';
import type { Bodies, KindId } from '../model/bodies.ts';
import type { KubernetesObject, Resource } from '../model/resource.ts';
import type { Member } from '../workspace/snapshot.ts';
import type { Inventory, World } from '../workspace/world.ts';

/** A resource of a known body type in its file and namespace. */
export interface MemberOf<Body extends KubernetesObject> extends Member {
  readonly resource: Resource<Body>;
}

/**
 * A rule: what is said of it, the kinds it looks at, which tell the type of the decoded objects, and its check. The
 * scope is all that the check may read and so all that its findings are remembered by: one object; that and the
 * inventory; that and the whole world.
 */
export type Rule = { readonly meta: RuleMeta; readonly kinds: readonly KindId[] } & (
  | { readonly scope: 'document'; readonly check: (resource: Resource) => Iterable<Finding> }
  | {
      readonly scope: 'inventory';
      readonly check: (member: Member, inventory: Inventory) => Iterable<Finding>;
    }
  | { readonly scope: 'world'; readonly check: (member: Member, world: World) => Iterable<Finding> }
);

/** A rule that sees one object. */
export const documentRule = <Id extends KindId>(
  meta: RuleMeta,
  kinds: readonly Id[],
  check: (resource: Resource<Bodies[Id]>) => Iterable<Finding>,
): Rule => ({
  meta,
  kinds,
  scope: 'document',
  check: check as (resource: Resource) => Iterable<Finding>,
});

/** A rule that sees one object among the pods, namespaces and Services. */
export const inventoryRule = <Id extends KindId>(
  meta: RuleMeta,
  kinds: readonly Id[],
  check: (member: MemberOf<Bodies[Id]>, inventory: Inventory) => Iterable<Finding>,
): Rule => ({
  meta,
  kinds,
  scope: 'inventory',
  check: check as (member: Member, inventory: Inventory) => Iterable<Finding>,
});

/** A rule that sees one object among everything else, policies included. */
export const worldRule = <Id extends KindId>(
  meta: RuleMeta,
  kinds: readonly Id[],
  check: (member: MemberOf<Bodies[Id]>, world: World) => Iterable<Finding>,
): Rule => ({
  meta,
  kinds,
  scope: 'world',
  check: check as (member: Member, world: World) => Iterable<Finding>,
});
