import { derive, derive2 } from '../../base/derive.ts';
import type { Chunk } from '../../model/chunk.ts';
import type { Assumptions } from '../../policy/assumptions.ts';
import { candidatesOf } from '../../policy/candidates.ts';
import type { PodEndpoint } from '../../policy/endpoint.ts';
import type { IrPolicy, IrRule } from '../../policy/ir.ts';
import { matchesPods } from '../../policy/resolve.ts';
import { coversPods } from './covers.ts';
import { byChunk } from './policies.ts';
import { mostSpecific } from './specificity.ts';

/*
 * What the policies of a namespace do together about egress: found once for all of them, since each is judged beside all
 * others.
 */

/** Pods with the same policies for their egress. Where no workload is known they are those that one policy selects. */
export interface Group {
  readonly pods: readonly PodEndpoint[];
  readonly governing: readonly IrPolicy[];
}

/** The policies of a namespace as those of egress see each other. */
interface Neighbours {
  /** Those that restrict egress. */
  readonly egress: readonly IrPolicy[];
  readonly byChunk: ReadonlyMap<Chunk, readonly IrPolicy[]>;
  /** Whether a template among them may hold any rule. */
  readonly unsure: boolean;
  /**
   * Of those that allow no egress at all the first that is for the pods of all others, or the first; undefined where
   * none is.
   */
  readonly widestDeny: IrPolicy | undefined;
}

/** Looks at the policies of a namespace. */
export const neighboursOf = derive((policies: readonly IrPolicy[]): Neighbours => {
  const egress = policies.filter(({ isolates }) => isolates.egress);
  const denies = egress.filter((policy) => egressRulesOf(policy).length === 0);
  return {
    egress,
    byChunk: byChunk(policies),
    unsure: policies.some(({ unsure }) => unsure !== null),
    widestDeny:
      denies.find(({ subject }) => denies.every((other) => coversPods(subject, other.subject))) ??
      denies[0],
  };
});

/** The egress rules of a policy. */
export const egressRulesOf = derive(({ rules }: IrPolicy): readonly IrRule[] =>
  rules.filter(({ direction }) => direction === 'egress'),
);

/** The egress rules of all policies of a group, those of its policies that have any, and the one that speaks for them. */
export const egressOf = derive(({ governing }: Group) => {
  const allowing = governing.filter((policy) => egressRulesOf(policy).length > 0);
  return {
    rules: allowing.flatMap(egressRulesOf),
    allowing,
    spokesman: mostSpecific(allowing),
  };
});

/** Pods that the same policies surely or perhaps select. */
interface SharedGroup extends Group {
  /** Whether all of these policies surely select all of them. */
  readonly sure: boolean;
}

/** Which pods of a namespace each policy governs, and together with which others. */
interface Governed {
  /** The policies that surely select a pod. */
  readonly selecting: ReadonlySet<IrPolicy>;
  /** The groups of pods that ask the DNS of the cluster, by each policy that may select some of them. */
  readonly groups: ReadonlyMap<IrPolicy, readonly SharedGroup[]>;
}

/** Finds which pods of a namespace those of its policies that restrict egress govern. */
export const governedUnder = derive((assumptions: Assumptions) =>
  derive2((policies: readonly IrPolicy[], pods: readonly PodEndpoint[]): Governed => {
    const { egress } = neighboursOf(policies);
    const places = new Map(egress.map((policy, place) => [policy, place]));
    const selecting = new Set<IrPolicy>();
    const groups = new Map<string, { pods: PodEndpoint[]; sure: boolean; governing: IrPolicy[] }>();
    for (const pod of pods) {
      const governing: IrPolicy[] = [];
      let sure = true;
      for (const policy of candidatesOf(egress)(pod)) {
        const { truth } = matchesPods(policy.subject, pod, assumptions);
        if (truth !== 'no') governing.push(policy);
        if (truth === 'yes') selecting.add(policy);
        else if (truth === 'unknown') sure = false;
      }
      if (pod.dnsPolicy === 'None' || pod.dnsPolicy === 'Default') continue;
      const key = governing.map((policy) => places.get(policy)).join(' ');
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { pods: [pod], sure, governing });
      else {
        group.pods.push(pod);
        group.sure &&= sure;
      }
    }
    return { selecting, groups: byGovernor([...groups.values()]) };
  }),
);

/** The groups of those pods that a policy surely selects. */
export const groupsUnder = (
  own: IrPolicy,
  { groups }: Governed,
  assumptions: Assumptions,
): readonly Group[] =>
  (groups.get(own) ?? [])
    .map((group) =>
      group.sure
        ? group
        : {
            governing: group.governing,
            pods: group.pods.filter(
              (pod) => matchesPods(own.subject, pod, assumptions).truth === 'yes',
            ),
          },
    )
    .filter(({ pods }) => pods.length > 0);

function byGovernor(groups: readonly SharedGroup[]): Governed['groups'] {
  const found = new Map<IrPolicy, SharedGroup[]>();
  for (const group of groups)
    for (const policy of group.governing) {
      const before = found.get(policy);
      if (before === undefined) found.set(policy, [group]);
      else before.push(group);
    }
  return found;
}
