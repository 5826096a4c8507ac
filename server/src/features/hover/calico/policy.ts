import { anywhereLines, subjectLines } from '../selected.ts';
import { inForceLines } from '../policy.ts';
import { selectionOf } from '../selection.ts';
import type { CalicoScene } from '../scene.ts';
import { directionLines } from './directions.ts';
import { flagLines } from './flags.ts';
import { hostLines } from './hosts.ts';
import { isStaged, specOf, type Reading } from './reading.ts';
import { standingOf } from './standing.ts';
import { endLines, standingLines } from './standingText.ts';

/** A policy of Calico: what it selects, when it is asked, and what it does. */
export function summaryLines(reading: Reading, scene: CalicoScene): readonly string[] {
  const { policy } = reading;
  if (isStaged(scene.member) && isRemoval(scene)) return stagedLines(scene);
  const { pods } = selectionOf(policy.subject, scene.world);
  const standing = standingOf(policy, pods, scene);
  return [
    ...stagedLines(scene),
    ...selectedLines(reading, scene),
    ...flagLines(specOf(scene.member.resource.body), scene),
    '',
    ...standingLines(policy, standing, scene),
    ...directionLines(reading, scene),
    '',
    ...endLines(policy, standing),
  ];
}

/** What a policy selects, pods and hosts, and whether that is certain. */
export function selectedLines({ policy }: Reading, scene: CalicoScene): readonly string[] {
  const selection = selectionOf(policy.subject, scene.world);
  return [
    ...(policy.namespace === null
      ? anywhereLines(policy.subject, selection, scene)
      : subjectLines(policy.subject, selection, scene)),
    ...(policy.namespace === null ? hostLines(scene) : []),
    ...inForceLines(policy),
  ];
}

const isRemoval = ({ member }: CalicoScene): boolean =>
  specOf(member.resource.body).stagedAction === 'Delete';

/** That a staged policy enforces nothing, and what its action asks for. */
export function stagedLines(scene: CalicoScene): readonly string[] {
  const { member, world } = scene;
  if (!isStaged(member)) return [];
  const { kind } = member.resource;
  const enforced = kind.name.replace('Staged', '').replace('Kubernetes', '');
  if (isRemoval(scene))
    return [
      `**Staged removal**: it asks for the removal of the ${enforced} of this name, and enforces nothing.`,
    ];
  return world.settings.assumptions.stagedPolicies === 'enforced'
    ? [`**Staged**, and told as if it were in force.`, '']
    : [
        `**Staged**: it enforces nothing until it is written as ${enforced}. What follows is what it would do.`,
        '',
      ];
}
