import { derive } from '../../base/derive.ts';
import { ciliumItemsIn, ciliumRulesIn } from '../../admission/ciliumWalk.ts';
import type { CiliumPolicy } from '../../model/cilium.ts';
import type { LabelSelector } from '../../model/networkPolicy.ts';
import type { PodPeer } from '../../policy/ir.ts';
import {
  conditionsOf,
  isOfKubernetes,
  lowerEndpoints,
  lowerSubject,
  type Condition,
} from '../../policy/lower/ciliumSelectors.ts';
import { isMeaningless } from '../../policy/lower/meaningless.ts';
import { CILIUM_LABELS } from '../../policy/vocabulary.ts';
import type { MemberOf } from '../rule.ts';

/** A selector by which a policy of Cilium's finds pods of its cluster: where it stands, and what it means there. */
export interface Selection {
  readonly role: 'subject' | 'peer';
  readonly selector: LabelSelector;
  readonly conditions: readonly Condition[];
  readonly meaning: PodPeer;
}

/**
 * The selectors of pods of a policy. Left out are those that ask for labels of other sources or for a cluster, as who has
 * these is in no manifest.
 */
export const selectionsOf = derive((member: MemberOf<CiliumPolicy>): readonly Selection[] => {
  const { resource, namespace } = member;
  const subjects = ciliumRulesIn(resource).flatMap(({ endpointSelector }) =>
    endpointSelector === undefined
      ? []
      : selection('subject', endpointSelector, lowerSubject(endpointSelector, namespace)),
  );
  const peers = ciliumItemsIn(resource).flatMap(
    ({ direction, item: { fromEndpoints = [], toEndpoints = [] } }) =>
      (direction === 'ingress' ? fromEndpoints : toEndpoints).flatMap((selector) =>
        selection('peer', selector, lowerEndpoints(selector, namespace)),
      ),
  );
  return [...subjects, ...peers];
});

function selection(
  role: Selection['role'],
  selector: LabelSelector,
  meaning: ReturnType<typeof lowerEndpoints>,
): readonly Selection[] {
  if (isMeaningless(meaning) || meaning.kind !== 'pods') return [];
  const conditions = conditionsOf(selector);
  return conditions.every(isOfPods) ? [{ role, selector, conditions, meaning }] : [];
}

const isOfPods = (condition: Condition): boolean =>
  isOfKubernetes(condition) && condition.key !== CILIUM_LABELS.cluster;
