import { derive } from '../../base/derive.ts';
import type { Span } from '../../base/span.ts';
import { ciliumItemsIn, ciliumRulesIn, endpointsIn } from '../../admission/ciliumWalk.ts';
import type { CiliumPolicy } from '../../model/cilium.ts';
import type { LabelSelector } from '../../model/networkPolicy.ts';
import type { Resource } from '../../model/resource.ts';
import type { PodPeer } from '../../policy/ir.ts';
import {
  conditionsOf,
  isOfKubernetes,
  lowerEndpoints,
  lowerSubject,
  type Condition,
  type Found,
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
  /** What another selector in its place would mean; null where that is no pods. */
  readonly mean: (selector: LabelSelector) => PodPeer | null;
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
      : selection('subject', endpointSelector, (selector) => lowerSubject(selector, namespace)),
  );
  const peers = ciliumItemsIn(resource)
    .flatMap(endpointsIn)
    .flatMap((one) => selection('peer', one, (selector) => lowerEndpoints(selector, namespace)));
  return [...subjects, ...peers];
});

function selection(
  role: Selection['role'],
  selector: LabelSelector,
  lower: (selector: LabelSelector) => Found,
): readonly Selection[] {
  const mean = (one: LabelSelector): PodPeer | null => {
    const found = lower(one);
    return isMeaningless(found) || found.kind !== 'pods' ? null : found;
  };
  const [meaning, conditions] = [mean(selector), conditionsOf(selector)];
  return meaning === null || !conditions.every(isOfPods)
    ? []
    : [{ role, selector, conditions, meaning, mean }];
}

/** Whether a condition is one on what pods of the cluster have, so that manifests tell who fulfils it. */
export const isOfPods = (condition: Condition): boolean =>
  isOfKubernetes(condition) && condition.key !== CILIUM_LABELS.cluster;

/** Where a selector begins: at the key of its labels, or that of its expressions. */
export const spanOfSelection = ({ source }: Resource, { selector }: Selection): Span =>
  source.key(selector, selector.matchLabels === undefined ? 'matchExpressions' : 'matchLabels');
