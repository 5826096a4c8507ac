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
      ? ciliumBeside(policy.subject, world, ({ rules }) => rules.some(isDenial))
      : [policy],
    isDenial,
    world,
  );

const isDenial = ({ verdict, unsure }: IrRule): boolean => verdict === 'deny' && unsure === null;

const said = (
  policy: IrPolicy,
  beside: readonly IrPolicy[],
  isAsked: (rule: IrRule) => boolean,
  world: World,
): readonly Placed[] =>
  beside.flatMap((other) => {
    const rules = other.unsure === null ? other.rules.filter(isAsked) : [];
    return rules.length > 0 &&
      coversSubjectIn(other, policy, world) &&
      areInOneCluster(other, policy, world)
      ? rules.map((rule) => ({ policy: other, rule }))
      : [];
  });
