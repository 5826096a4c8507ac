import { ciliumItemsIn, endpointsIn } from '../../admission/ciliumWalk.ts';
import type { CiliumPolicy } from '../../model/cilium.ts';
import type { Finding } from '../../model/finding.ts';
import type { LabelSelector } from '../../model/networkPolicy.ts';
import type { Resource } from '../../model/resource.ts';
import { joinItems } from '../../model/restructure.ts';
import { conditionsOf } from '../../policy/lower/ciliumSelectors.ts';
import { podsText } from '../../policy/print.ts';
import { EVERYTHING } from '../../policy/selector/selector.ts';
import { CILIUM_LABELS, tellsNamespace } from '../../policy/vocabulary.ts';
import type { MemberOf } from '../rule.ts';
import { selectionsOf, spanOfSelection } from './ciliumSelections.ts';

/*
 * How Cilium's policies say that pods may be in any namespace: beside their labels, not as an entry of its own.
 */

/** Neighbours among the peers that a policy lets through, one for pods by their labels and one for every namespace. */
export function* splitFromEveryNamespace(member: MemberOf<CiliumPolicy>): Generator<Finding> {
  const { resource } = member;
  const selections = selectionsOf(member);
  for (const part of ciliumItemsIn(resource)) {
    if (part.denies) continue;
    const list = endpointsIn(part);
    for (const index of splitsIn(list)) {
      const [first, second] = [list[index]!, list[index + 1]!];
      const labelled = isEverywhere(first) ? second : first;
      const pods = selections.find(({ selector }) => selector === labelled);
      const last = selections.find(({ selector }) => selector === second);
      if (pods === undefined || last === undefined) continue;
      const together = podsText({
        ...pods.meaning,
        namespaces: { kind: 'matching', selector: EVERYTHING },
      });
      yield {
        span: spanOfSelection(resource, last),
        confidence: 'supported',
        message: `These two entries are alternatives: every pod of the cluster, or ${podsText(pods.meaning)}, so that the labels restrict nothing. For ${together} make them one entry.`,
        fixes: shareKeys(first, second)
          ? []
          : [
              {
                title: `Require both: ${together}`,
                safe: false,
                edits: () => joinItems(resource, list, index),
              },
            ],
      };
    }
  }
}

/** The selectors for pods by their labels that stand beside one for every namespace. */
export const splitSelectorsIn = (policy: Resource<CiliumPolicy>): ReadonlySet<LabelSelector> =>
  new Set(
    ciliumItemsIn(policy)
      .filter(({ denies }) => !denies)
      .map(endpointsIn)
      .flatMap((list) => splitsIn(list).flatMap((at) => [list[at]!, list[at + 1]!])),
  );

/** Where in a list of peers of one namespace such neighbours begin. */
export const splitsIn = (list: readonly LabelSelector[]): readonly number[] =>
  list.flatMap((first, index) => {
    const second = list[index + 1];
    return second !== undefined &&
      ((isEverywhere(first) && hasLabelsAlone(second)) ||
        (hasLabelsAlone(first) && isEverywhere(second)))
      ? [index]
      : [];
  });

/** Whether a selector asks for nothing but that a pod is in some namespace, as every pod is. */
function isEverywhere(selector: LabelSelector): boolean {
  const conditions = conditionsOf(selector);
  return (
    conditions.length > 0 &&
    conditions.every(
      ({ key, requirement }) =>
        key === CILIUM_LABELS.namespace && requirement.operator === 'Exists',
    )
  );
}

function hasLabelsAlone(selector: LabelSelector): boolean {
  const conditions = conditionsOf(selector);
  return conditions.length > 0 && conditions.every(({ key }) => !tellsNamespace(key));
}

const shareKeys = (a: LabelSelector, b: LabelSelector): boolean =>
  Object.keys(a).some((key) => Object.hasOwn(b, key));
