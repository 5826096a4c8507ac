import type { Path } from '../../../model/source.ts';
import { meaningOf } from '../../../workspace/policies.ts';
import { policyLines } from '../policyAt.ts';
import type { StagedScene } from '../scene.ts';
import { subjectLines } from '../selected.ts';
import { selectionOf } from '../selection.ts';
import { ruleLines } from '../trafficText.ts';

/**
 * What stands at a place of a Kubernetes NetworkPolicy that Calico keeps back: what it would do, as nothing of it counts
 * for who may connect.
 */
export function stagedKubernetesLines(scene: StagedScene, path: Path): readonly string[] {
  const [first, second, third] = path;
  const policy = meaningOf(scene.member);
  const isWhole =
    first === 'kind' ||
    (first === 'metadata' && (second === undefined || second === 'name')) ||
    (first === 'spec' && second === undefined);
  const directions = (['ingress', 'egress'] as const).filter((one) => policy.isolates[one]);
  if (isWhole)
    return [
      STAGED,
      ...subjectLines(policy.subject, selectionOf(policy.subject, scene.world), scene),
      ...directions.flatMap((direction) => ['', ...ruleLines(policy, direction)]),
    ];
  if (first === 'spec' && (second === 'ingress' || second === 'egress') && third === undefined)
    return [STAGED, ...(policy.isolates[second] ? ruleLines(policy, second) : [])];
  return first === 'spec' && second !== 'stagedAction' ? policyLines(scene, path) : [];
}

const STAGED =
  '**Staged**: it enforces nothing until it is written as NetworkPolicy of Kubernetes. What follows is what it would do.';
