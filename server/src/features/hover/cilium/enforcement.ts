import { capital } from '../../../base/words.ts';
import type { CiliumRule } from '../../../model/cilium.ts';
import type { Direction } from '../../../policy/ir.ts';
import { ENFORCER_NAMES } from '../../../workspace/enforcer.ts';
import { isKnown } from '../../../workspace/knownKinds.ts';
import type { CiliumScene } from '../scene.ts';
import type { Reading } from './reading.ts';

/** In which directions a rule denies by default, and why. */
export const enforcementLines = (reading: Reading, scene: CiliumScene): readonly string[] => [
  ...overallLines(scene),
  ...(['ingress', 'egress'] as const).flatMap((direction) =>
    directionLines(reading.rule, direction),
  ),
];

/** The same of one direction, where the rule says so itself. */
export const defaultDenyLines = (
  { rule }: Reading,
  direction: Direction,
  scene: CiliumScene,
): readonly string[] => [...overallLines(scene), ...directionLines(rule, direction)];

/** Whether Cilium is told to enforce otherwise than by its policies (Cilium documentation, "Policy Enforcement Modes"). */
export function overallLines({ world, member }: CiliumScene): readonly string[] {
  const { enforcer } = world.settings.assumptions;
  if (isKnown(member.resource.kind, world.settings) === 'no')
    return [`**Not enforced**: ${ENFORCER_NAMES[enforcer]} knows no policies of Cilium.`, ''];
  switch (world.settings.assumptions.policyEnforcement) {
    case 'never':
      return ['**Nothing is enforced**, as the setting `cilium.policyEnforcement` says.', ''];
    case 'always':
      return [
        '**Every pod is isolated in both directions**, as the setting `cilium.policyEnforcement` says, whatever follows.',
        '',
      ];
    default:
      return [];
  }
}

/** Whether what no rule allows is denied in a direction (Cilium, API of policies, `EnableDefaultDeny`). */
export function directionLines(rule: CiliumRule, direction: Direction): readonly string[] {
  const name = capital(direction);
  const [allows, denies] = [rule[direction], rule[`${direction}Deny`]];
  const [some, deny] = [(allows ?? []).length > 0, (denies ?? []).length > 0];
  const told = rule.enableDefaultDeny?.[direction];
  if (!some && !deny)
    return [
      `**${name}** is left alone by this rule.${told === true ? ` \`enableDefaultDeny.${direction}\` has no effect without an item in \`${direction}\`.` : ''}`,
      ...(allows === undefined && denies === undefined ? [] : [emptyText(direction)]),
    ];
  if (told === false)
    return [
      `**${name}: default deny is off** (\`enableDefaultDeny.${direction}: false\`). ${
        deny
          ? `What \`${direction}Deny\` lists is denied, and everything else stays as other policies leave it.`
          : 'It denies nothing, and what it allows matters only where another policy isolates these pods.'
      }`,
    ];
  const why =
    told === true ? `\`enableDefaultDeny.${direction}: true\`` : whyText(direction, some, deny);
  return [
    `**${name}: default deny is on** (${why}). Only what some rule allows gets through.`,
    ...(deny && !some
      ? [
          `This rule allows nothing, so what it does not list is denied, too, unless another policy allows it; \`enableDefaultDeny.${direction}: false\` would deny only what is listed.`,
        ]
      : []),
  ];
}

const whyText = (direction: Direction, some: boolean, deny: boolean): string =>
  `the rule has ${some && deny ? `\`${direction}\` and \`${direction}Deny\`` : `\`${direction}${deny ? 'Deny' : ''}\``}`;

/** That an empty list is none. */
export const emptyText = (section: string): string =>
  `\`${section}: []\` is the same as no \`${section}\`: it allows and denies nothing, and isolates no pod. \`${section}: [{}]\` denies everything.`;
