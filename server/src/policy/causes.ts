import { compare } from '../base/order.ts';
import type { Connection } from './connect.ts';
import { ALL, NONE, intersect, isEmpty, type Conns } from './conns.ts';
import type { Answer, IrPolicy } from './ir.ts';
import { objectKey, policyName, type PolicyName } from './party.ts';
import { nameKey, wordsOf } from './edited.ts';
import type { Both } from './touched.ts';

/** A policy that has to do with a change. */
export interface Cause {
  readonly policy: PolicyName;
  /** Its manifest, as `objectKey` names it. */
  readonly object: string;
  /** What was done to it; `same` where the change would be the same without that. */
  readonly edit: 'added' | 'removed' | 'changed' | 'same';
}

/** Tells which policies turned the verdict on some connections. */
export type Causes = (connections: Both<ReadonlySet<Connection>>, conns: Conns) => readonly Cause[];

/** The word of a pod that is not there. */
const nobody: Answer = { decisions: [{ conns: ALL, verdict: 'deny', because: [] }], doubts: [] };

/** What becomes of the connections of a workload that is not there. */
export const ABSENT: Connection = {
  allowed: NONE,
  denied: ALL,
  doubts: [],
  egress: nobody,
  ingress: nobody,
};

/** The policies that decide now or, where none does, those that did, whatever was done to them. */
export const deciding: Causes = (connections, conns) => {
  const turned = turning(connections, conns);
  const policies = turned.after.size > 0 ? turned.after : turned.before;
  return distinct([...policies].map((policy) => causeBy(policy, 'same')));
};

/**
 * Of the policies that decided before and of those that decide now the ones that were edited, given all policies of
 * two clusters. Where none was, something that they select is another: then those that are deciding.
 */
export function editedIn({ before, after }: Both<readonly IrPolicy[]>): Causes {
  const words = { before: wordsByName(before), after: wordsByName(after) };
  const causeOf = (policy: IrPolicy, side: keyof typeof words): Cause => {
    const others = words[side === 'before' ? 'after' : 'before'].get(nameKey(policy));
    const gone = side === 'before' ? 'removed' : 'added';
    const edit =
      others === undefined ? gone : others.has(wordsOf(policy)) ? 'same' : ('changed' as const);
    return causeBy(policy, edit);
  };
  return (connections, conns) => {
    const turned = turning(connections, conns);
    const edited = (['before', 'after'] as const)
      .flatMap((side) => [...turned[side]].map((policy) => causeOf(policy, side)))
      .filter(({ edit }) => edit !== 'same');
    return edited.length > 0 ? distinct(edited) : deciding(connections, conns);
  };
}

const causeBy = (policy: IrPolicy, edit: Cause['edit']): Cause => ({
  policy: policyName(policy),
  object: objectKey(policy.place.uri, policy.kind, policy.namespace, policy.name),
  edit,
});

function wordsByName(policies: readonly IrPolicy[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const policy of policies) {
    const key = nameKey(policy);
    found.set(key, (found.get(key) ?? new Set()).add(wordsOf(policy)));
  }
  return found;
}

/** The policies behind verdicts that are not the same before and after, on the side of the pair on which they differ. */
function turning(
  connections: Both<ReadonlySet<Connection>>,
  conns: Conns,
): Both<ReadonlySet<IrPolicy>> {
  const found = { before: new Set<IrPolicy>(), after: new Set<IrPolicy>() };
  for (const old of connections.before)
    for (const now of connections.after)
      for (const direction of ['egress', 'ingress'] as const)
        for (const was of verdictsIn(old[direction]))
          for (const is of verdictsIn(now[direction])) {
            if (was.verdict === is.verdict) continue;
            if (isEmpty(intersect(conns, intersect(was.conns, is.conns)))) continue;
            for (const { policy } of was.because) if (policy !== null) found.before.add(policy);
            for (const { policy } of is.because) if (policy !== null) found.after.add(policy);
          }
  return found;
}

const verdictsIn = ({ decisions, doubts }: Answer) => [
  ...decisions,
  ...doubts.map(({ conns, because }) => ({ conns, because, verdict: 'unknown' as const })),
];

/** One for each policy, in the order of their names. */
const distinct = (causes: readonly Cause[]): Cause[] =>
  [...new Map(causes.map((cause) => [JSON.stringify(cause.policy), cause]))]
    .sort(([a], [b]) => compare(a, b))
    .map(([, cause]) => cause);
