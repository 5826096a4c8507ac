import type { NamespaceKey } from '../../../model/namespace.ts';
import type { PodEndpoint } from '../../../policy/endpoint.ts';
import type { IrPolicy } from '../../../policy/ir.ts';
import { inForceLines } from '../policy.ts';
import { anywhereLines, subjectLines as ownLines } from '../selected.ts';
import { selectionOf } from '../selection.ts';
import { linkedPolicies } from '../names.ts';
import { matchesPods } from '../../../policy/resolve.ts';
import { count } from '../../../policy/print.ts';
import { onePerObject } from '../../../rules/support/policies.ts';
import type { CiliumScene } from '../scene.ts';
import { directionLines, enforcementLines, overallLines } from './enforcement.ts';
import { nodeLines } from './nodes.ts';
import { readingsOf, SECTIONS, type Reading } from './reading.ts';
import { itemBullets } from './section.ts';

/** How many rules of `specs` are told one by one. */
const MOST_RULES = 3;

/** In how many namespaces other policies for the same pods are looked for; in more there are too many to name. */
const MOST_NAMESPACES = 20;

/** A policy of Cilium's, or one of its rules: what it selects, whether that is isolated, and what is allowed and denied. */
export function summaryLines(scene: CiliumScene, only?: Reading): readonly string[] {
  const readings = only === undefined ? readingsOf(scene) : [only];
  if (readings.length === 1) return ruleSummary(readings[0]!, scene);
  const shown = readings.slice(0, MOST_RULES);
  return [
    `**${count(readings.length, 'rule')}**, all in force or none.`,
    ...shown.flatMap((reading, index) => [
      '',
      `**Rule ${index + 1}**`,
      ...subjectLines(reading, scene),
      ...enforcementLines(reading, scene),
    ]),
    ...(shown.length < readings.length ? ['', `and ${readings.length - shown.length} more`] : []),
  ];
}

function ruleSummary(reading: Reading, scene: CiliumScene): readonly string[] {
  return [
    ...overallLines(scene),
    ...subjectLines(reading, scene),
    ...(['ingress', 'egress'] as const).flatMap((direction) => [
      '',
      ...directionLines(reading.rule, direction),
      ...SECTIONS.filter((section) => section.direction === direction).flatMap((section) =>
        itemBullets(reading, section),
      ),
    ]),
    ...besideLines(reading, scene),
  ];
}

/** What a rule selects, and whether that is certain. */
export function subjectLines({ policy }: Reading, scene: CiliumScene): readonly string[] {
  if (policy.subject.onlyHosts !== undefined)
    return [...nodeLines(policy.subject.onlyHosts, scene), ...inForceLines(policy)];
  const selection = selectionOf(policy.subject, scene.world);
  return [
    ...(policy.namespace === null
      ? anywhereLines(policy.subject, selection, scene)
      : ownLines(policy.subject, selection, scene)),
    ...inForceLines(policy),
  ];
}

/** The other policies for the same pods: what they allow adds up, and what one denies is denied. */
function besideLines({ policy }: Reading, scene: CiliumScene): readonly string[] {
  const { world } = scene;
  if (policy.subject.onlyHosts !== undefined) return [];
  const { pods } = selectionOf(policy.subject, world);
  const inside = new Map<NamespaceKey, PodEndpoint[]>();
  for (const pod of pods) {
    const { key } = pod.namespace;
    inside.set(key, inside.get(key) ?? []);
    inside.get(key)!.push(pod);
  }
  if (inside.size > MOST_NAMESPACES) return [];
  const around = new Set(
    [...inside.keys()].flatMap((key) => world.tiers(key).flatMap(({ ranks }) => ranks.flat())),
  );
  // Most policies are of one namespace, and there are few of its pods among very many.
  const meets = ({ subject }: IrPolicy): boolean =>
    (subject.namespaces.kind === 'own'
      ? (inside.get(subject.namespaces.namespace) ?? [])
      : pods
    ).some((pod) => matchesPods(subject, pod, world.settings.assumptions).truth !== 'no');
  const others = onePerObject(
    [...around].filter((other) => !isSame(other, policy) && meets(other)),
  );
  return others.length === 0
    ? []
    : [
        '',
        `Together with ${linkedPolicies(others, scene)}: what they allow adds up, and what one denies is denied.`,
      ];
}

const isSame = (one: IrPolicy, other: IrPolicy): boolean =>
  one.place.chunk === other.place.chunk && one.place.span.start === other.place.span.start;
