import { derive } from '../../base/derive.ts';
import { candidatesOf } from '../../policy/candidates.ts';
import type { Labels } from '../../policy/endpoint.ts';
import { areApart } from '../../policy/selector/implies.ts';
import type { IrPolicy, PodPeer } from '../../policy/ir.ts';
import type { Selector } from '../../policy/selector/selector.ts';

/** How many conditions a selector has: the more, the fewer pods its author had in mind. */
const conditions = (selector: Selector): number => {
  switch (selector.op) {
    case 'all':
    case 'any':
      return selector.of.reduce((sum, part) => sum + conditions(part), 0);
    case 'not':
      return conditions(selector.of);
    default:
      return 1;
  }
};

/** The policy whose subject has the most conditions; of equals the first. */
export const mostSpecific = (policies: readonly IrPolicy[]): IrPolicy | undefined =>
  policies.reduce<IrPolicy | undefined>(
    (best, policy) =>
      best === undefined || conditions(policy.subject.pods) > conditions(best.subject.pods)
        ? policy
        : best,
    undefined,
  );

/** Whether some pod of one namespace could be selected by both. */
export const canMeet = (a: PodPeer, b: PodPeer): boolean => !areApart(a.pods, b.pods);

/** Those of the policies of one namespace that could select a pod of `peer` there; most are ruled out by one label. */
export const meeting = (policies: readonly IrPolicy[], peer: PodPeer): readonly IrPolicy[] =>
  candidatesOf(policies)({ labels: fixedLabels(peer.pods), complete: false }).filter(
    ({ subject }) => canMeet(subject, peer),
  );

/** The labels that every pod has which a selector matches, as far as it names them by one value. */
export const fixedLabels = derive((selector: Selector): Labels =>
  Object.fromEntries(
    (selector.op === 'all' ? selector.of : [selector]).flatMap((part) =>
      part.op === 'in' && part.values.length === 1 ? [[part.key, part.values[0]!]] : [],
    ),
  ),
);
