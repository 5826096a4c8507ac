import type { Path } from '../../../model/source.ts';
import type { Direction } from '../../../policy/ir.ts';
import { selectionOf } from '../selection.ts';
import type { CalicoScene } from '../scene.ts';
import { idleLines, listLines, typesLines } from './directions.ts';
import { entityLines } from './entity.ts';
import { FLAGS } from './flags.ts';
import { partLines } from './parts.ts';
import { selectedLines, stagedLines, summaryLines } from './policy.ts';
import { readingOf, rulesOf, specOf, type Reading } from './reading.ts';
import { nextLines, ruleLines } from './ruleText.ts';
import { standingOf, type Standing } from './standing.ts';
import { endLines, orderLines, standingLines } from './standingText.ts';
import { subjectFieldLines } from './subject.ts';
import { tierPlaceLines } from './tier.ts';

/** What stands at a place of a policy of Calico's, in lines; none where the schema says all that there is. */
export function calicoLines(scene: CalicoScene, path: Path): readonly string[] {
  const [first, second, ...below] = path;
  const reading = readingOf(scene);
  if (first === 'kind' || (first === 'metadata' && (second === undefined || second === 'name')))
    return summaryLines(reading, scene);
  if (first !== 'spec') return [];
  switch (second) {
    case undefined:
      return summaryLines(reading, scene);
    case 'selector':
    case 'namespaceSelector':
    case 'serviceAccountSelector':
      return [...subjectFieldLines(second, scene), ...selectedLines(reading, scene)];
    case 'types':
      return typesLines(scene);
    case 'tier':
      return tierLines(reading, scene);
    case 'order':
      return orderLines(reading.policy, standingIn(reading, scene), scene);
    case 'stagedAction':
      return stagedLines(scene);
    case 'doNotTrack':
    case 'preDNAT':
    case 'applyOnForward':
      return specOf(scene.member.resource.body)[second] === true ? [FLAGS[second]] : [];
    case 'ingress':
    case 'egress':
      return sectionLines(reading, second, below, scene);
    default:
      return [];
  }
}

const standingIn = ({ policy }: Reading, scene: CalicoScene): Standing =>
  standingOf(policy, selectionOf(policy.subject, scene.world).pods, scene);

function tierLines(reading: Reading, scene: CalicoScene): readonly string[] {
  const standing = standingIn(reading, scene);
  return [
    ...standingLines(reading.policy, standing, scene),
    ...endLines(reading.policy, standing),
    '',
    ...tierPlaceLines(standing.tier.name, scene),
  ];
}

/** The rules of one direction, one of them, or a part of one. */
function sectionLines(
  reading: Reading,
  direction: Direction,
  [index, part, ...below]: Path,
  scene: CalicoScene,
): readonly string[] {
  if (index === undefined) return listLines(reading, direction, scene);
  const told = rulesOf(scene, reading, direction)[Number(index)];
  if (told === undefined) return [];
  const idle = idleLines(scene, direction);
  switch (part) {
    case undefined:
      return [...ruleLines(told, reading, scene), ...idle];
    case 'action':
      return [...ruleLines(told, reading, scene), ...idle, ...nextLines(told.written)];
    case 'source':
    case 'destination':
      return entityLines({ reading, told, side: part }, below, scene);
    default:
      return partLines(told, part, scene);
  }
}
