import { capital } from '../../../base/words.ts';
import type { CalicoPolicy } from '../../../model/calico.ts';
import { CALICO_STORAGE_GROUP } from '../../../model/kinds.ts';
import type { Direction } from '../../../policy/ir.ts';
import { list } from '../../../policy/print.ts';
import type { CalicoScene } from '../scene.ts';
import { governedBy, rulesOf, specOf, type Reading } from './reading.ts';
import { ruleWords } from './ruleText.ts';

/** How many rules of a direction are told. */
const MOST_RULES = 6;

/** What a policy does in each direction: its rules in their order, or that it has no say. */
export function directionLines(reading: Reading, scene: CalicoScene): readonly string[] {
  const directions = governedBy(scene.member.resource);
  const left = (['ingress', 'egress'] as const).filter((one) => !directions.includes(one));
  return [
    ...directions.flatMap((direction) => ['', ...listLines(reading, direction, scene)]),
    ...(left.length === 0 ? [] : ['', `${capital(left[0]!)} is left alone.`]),
    ...left.flatMap((direction) => idleLines(scene, direction)),
    ...(isDefaulted(specOf(scene.member.resource.body)) ? ['', ...typesReason(scene)] : []),
  ];
}

/** The rules of one direction in their order. */
export function listLines(
  reading: Reading,
  direction: Direction,
  scene: CalicoScene,
): readonly string[] {
  const idle = idleLines(scene, direction);
  if (idle.length > 0) return idle;
  const rules = rulesOf(scene, reading, direction);
  const name = `**${capital(direction)}**`;
  if (rules.length === 0) return [`${name}: no rule, so all of it is left to what comes behind.`];
  const shown = rules.slice(0, MOST_RULES);
  return [
    `${name}: ${rules.length === 1 ? 'one rule' : `${rules.length} rules, and the first that matches has the word`}.`,
    ...shown.map((rule) => `- ${ruleWords(rule)}`),
    ...(shown.length < rules.length ? [`- and ${rules.length - shown.length} more`] : []),
  ];
}

/** In which directions a policy governs what it selects, and where that comes from. */
export function typesLines(scene: CalicoScene): readonly string[] {
  const directions = governedBy(scene.member.resource);
  const left = (['ingress', 'egress'] as const).filter((one) => !directions.includes(one));
  return [
    `**Governs ${list(directions)}**: what no rule of its tier matches is left to the end of the tier.${left.length === 0 ? '' : ` ${capital(left[0]!)} is left alone.`}`,
    ...(isDefaulted(specOf(scene.member.resource.body)) ? typesReason(scene) : []),
    ...left.flatMap((direction) => idleLines(scene, direction)),
  ];
}

const isDefaulted = ({ types }: CalicoPolicy['spec']): boolean => (types ?? []).length === 0;

/** Why the directions are what they are where `types` does not say (Calico's api/pkg/defaults; felix, policy sorter). */
function typesReason({ member }: CalicoScene): readonly string[] {
  const { body } = member.resource;
  const spec = specOf(body);
  if (body.apiVersion.startsWith(CALICO_STORAGE_GROUP))
    return [
      'Without `types` it governs both directions, as it is written where Calico stores policies: nothing fills them in there.',
    ];
  const [ingress, egress] = [(spec.ingress ?? []).length > 0, (spec.egress ?? []).length > 0];
  const why = egress
    ? ingress
      ? 'both directions, as it has rules for both'
      : 'egress alone, as it has rules for nothing else'
    : 'ingress alone, as it has no egress rules';
  const bare =
    spec.egress !== undefined && !egress
      ? 'egress'
      : spec.ingress !== undefined && !ingress && egress
        ? 'ingress'
        : null;
  return [
    `Without \`types\` it governs ${why}.`,
    ...(bare === null
      ? []
      : [
          `Where no API server of Calico stands before these kinds, the empty \`${bare}\` makes it govern ${bare} too; written \`types\` mean the same everywhere.`,
        ]),
  ];
}

/** That the rules of a direction count for nothing, as `types` leaves it out. */
export function idleLines({ member }: CalicoScene, direction: Direction): readonly string[] {
  const rules = specOf(member.resource.body)[direction] ?? [];
  if (rules.length === 0 || governedBy(member.resource).includes(direction)) return [];
  const type = direction === 'ingress' ? 'Ingress' : 'Egress';
  return [
    `**Without effect**: the ${direction} rules do not count, as \`types\` leaves out \`${type}\`.`,
  ];
}
