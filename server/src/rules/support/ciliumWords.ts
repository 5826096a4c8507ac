import { derive } from '../../base/derive.ts';
import type { IrPolicy, IrRule } from '../../policy/ir.ts';
import type { World } from '../../workspace/world.ts';
import { areInOneCluster, ciliumBeside } from './ciliumPolicies.ts';
import { coversSubjectIn } from './policies.ts';
import type { Placed } from './shadows.ts';

/*
 * What all policies that Cilium tries at once say for certain to whatever one of them selects.
 */

/** What is surely allowed to all pods that a policy selects, whatever is requested; nodes are told nothing of requests. */
export const plainAllowsFor = (policy: IrPolicy, world: World): readonly Placed[] =>
  policy.subject.onlyHosts === undefined
    ? said(
        policy,
        [
          ...ciliumBeside(policy.subject, world),
          ...(policy.namespace === null ? [] : world.policies(policy.namespace)),
        ],
        isPlainAllow,
        world,
      )
    : [];

const isPlainAllow = ({ verdict, requests, queries, unsure }: IrRule): boolean =>
  verdict === 'allow' && requests === undefined && queries === undefined && unsure === null;

/** What is surely denied to all pods that a policy selects; of one for nodes, by itself. */
export const denialsFor = (policy: IrPolicy, world: World): readonly Placed[] =>
  said(
    policy,
    policy.subject.onlyHosts === undefined
      ? denying(ciliumBeside(policy.subject, world))
      : [policy],
    isDenial,
    world,
  );

const denying = derive((policies: readonly IrPolicy[]) =>
  policies.filter(({ rules }) => rules.some(isDenial)),
);

const isDenial = ({ verdict, unsure }: IrRule): boolean => verdict === 'deny' && unsure === null;

const said = (
  policy: IrPolicy,
  beside: readonly IrPolicy[],
  isAsked: (rule: IrRule) => boolean,
  world: World,
): readonly Placed[] =>
  beside.flatMap((other) => {
    const rules = other.unsure === null ? saidBy(isAsked)(other) : [];
    return rules.length > 0 &&
      coversSubjectIn(other, policy, world) &&
      areInOneCluster(other, policy, world)
      ? rules
      : [];
  });

const saidBy = derive((isAsked: (rule: IrRule) => boolean) =>
  derive((policy: IrPolicy): readonly Placed[] =>
    policy.rules.filter(isAsked).map((rule) => ({ policy, rule })),
  ),
);
