import { derive } from '../../base/derive.ts';
import type { Chunk } from '../../model/chunk.ts';
import type { IrPolicy, PodPeer } from '../../policy/ir.ts';
import { listFew, policyText } from '../../policy/print.ts';
import { matchesNamespace, matchesPods } from '../../policy/resolve.ts';
import { implies, neverMatches } from '../../policy/selector/implies.ts';
import { directoryOf } from '../../workspace/uri.ts';
import type { World } from '../../workspace/world.ts';
import { coversSubject } from './covers.ts';
import { comparable, subjectEndpoints } from './endpoints.ts';
import { podsCanMeet } from './meets.ts';

/** Calico's policies that may govern pods of a subject: those of the cluster, and of the namespaces that it speaks of. */
export function calicoFor(subject: PodPeer, world: World): readonly IrPolicy[] {
  const keys = world.spokenOf(subject.namespaces);
  return (keys.length === 0 ? [''] : keys).flatMap((key) => world.calicoPolicies(key));
}

/** The policies of a list by the documents that they stand in. */
export const byChunk = derive(
  (policies: readonly IrPolicy[]): ReadonlyMap<Chunk, readonly IrPolicy[]> => {
    const found = new Map<Chunk, IrPolicy[]>();
    for (const policy of policies) {
      const beside = found.get(policy.place.chunk);
      if (beside === undefined) found.set(policy.place.chunk, [policy]);
      else beside.push(policy);
    }
    return found;
  },
);

/** One policy for each object, as one of Cilium's with several rules counts as several. */
export const onePerObject = (policies: readonly IrPolicy[]): readonly IrPolicy[] => [
  ...new Map(policies.map((policy) => [policy.place.span, policy])).values(),
];

/** Policies by their names, at most three: "`shop/web`, `shop/db` and 3 others". */
export const policiesText = (policies: readonly IrPolicy[]): string =>
  listFew(policies.map(policyText));

/**
 * Whether a policy selects whatever another one does, by their texts and by what is known of the namespace of that; no
 * where that can select nothing.
 */
export function coversSubjectIn(wide: IrPolicy, narrow: IrPolicy, world: World): boolean {
  if (neverMatches(subjectEndpoints(narrow))) return false;
  if (coversSubject(wide, narrow)) return true;
  const { namespaces, pods } = wide.subject;
  if (narrow.namespace === null || namespaces.kind === 'own') return false;
  const { info } = world.inventory(narrow.namespace);
  const inside = matchesNamespace(namespaces, info, world.settings.assumptions);
  return inside.truth === 'yes' && implies(subjectEndpoints(narrow), comparable(pods));
}

/**
 * Whether the workspace shows that a policy is in force beside one whose pods are all its own, too: those of different
 * folders may never meet, unless there are such pods.
 */
export const areTogether = (wide: IrPolicy, narrow: IrPolicy, world: World): boolean =>
  directoryOf(wide.place.uri) === directoryOf(narrow.place.uri) ||
  world
    .spokenOf(narrow.subject.namespaces)
    .some((key) =>
      world
        .inventory(key)
        .pods.some(
          (pod) => matchesPods(narrow.subject, pod, world.settings.assumptions).truth === 'yes',
        ),
    );

/** Whether the workspace shows pods of one policy that another selects: all of the other's, or some that it has. */
export const shareKnownPods = (policy: IrPolicy, other: IrPolicy, world: World): boolean =>
  podsCanMeet(policy.subject, other.subject) &&
  ((coversSubjectIn(policy, other, world) && areTogether(policy, other, world)) ||
    world
      .podsOf(policy.subject)
      .pods.some(
        (pod) => matchesPods(other.subject, pod, world.settings.assumptions).truth === 'yes',
      ));
