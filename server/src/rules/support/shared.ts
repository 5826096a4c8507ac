import type { IrPolicy } from '../../policy/ir.ts';
import { matchesPods } from '../../policy/resolve.ts';
import { implies } from '../../policy/selector/implies.ts';
import type { World } from '../../workspace/world.ts';
import { subjectEndpoints } from './endpoints.ts';
import { podsCanMeet } from './meets.ts';

/** Whether a policy surely selects pods of another: all of them by its selector, or some that the workspace has. */
export function shareKnownPods(policy: IrPolicy, other: IrPolicy, world: World): boolean {
  if (!podsCanMeet(policy.subject, other.subject)) return false;
  if (implies(subjectEndpoints(other), subjectEndpoints(policy))) return true;
  const { assumptions } = world.settings;
  return world
    .podsOf(policy.subject)
    .pods.some((pod) => matchesPods(other.subject, pod, assumptions).truth === 'yes');
}
