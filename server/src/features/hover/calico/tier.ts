import type { Tier } from '../../../model/calico.ts';
import type { Path } from '../../../model/source.ts';
import {
  BUILT_IN_TIERS,
  DEFAULT_ORDER,
  inOrder,
  inTurn,
  tierOf,
  type DeclaredTier,
} from '../../../policy/calicoTiers.ts';
import type { IrPolicy } from '../../../policy/ir.ts';
import { count, policyText } from '../../../policy/print.ts';
import { declaredTiers } from '../../../workspace/calico.ts';
import type { Scene } from '../scene.ts';
import { everyPolicy } from './everyPolicy.ts';
import { numberText } from './standingText.ts';

/** How many policies of a tier, and tiers on either side of it, are told. */
const MOST_POLICIES = 8;
const MOST_TIERS = 4;

/** A Tier: which policies it holds in which order, which tiers stand around it, and what becomes of the rest. */
export function tierLines(scene: Scene<Tier>, path: Path): readonly string[] {
  const text = path.join('/');
  const { body } = scene.member.resource;
  const name: unknown = body.metadata?.name;
  if (typeof name !== 'string' || name === '') return [];
  if (['kind', 'metadata', 'metadata/name', 'spec'].includes(text))
    return [
      ...memberLines(name, scene),
      '',
      ...tierPlaceLines(name, scene),
      ...unorderedLines(body),
      '',
      ...restLines(body),
    ];
  if (text === 'spec/order') return [...tierPlaceLines(name, scene), ...unorderedLines(body)];
  return text === 'spec/defaultAction' ? restLines(body) : [];
}

/** What the missing order of a tier means (libcalico-go, resources/tier.go). */
const unorderedLines = ({ spec }: Tier): readonly string[] =>
  spec?.order === undefined
    ? [
        '',
        `Without an \`order\` a tier counts as ${DEFAULT_ORDER.toLocaleString('en')}, the order of tier \`default\`; among equal ones the name decides.`,
      ]
    : [];

/** The policies of a tier in the order in which they are asked. */
function memberLines(name: string, scene: Scene): readonly string[] {
  const policies = inTurn(everyPolicy(scene).filter((policy) => tierOf(policy) === name));
  if (policies.length === 0) return [`**No policy** of this workspace is in tier \`${name}\`.`];
  const shown = policies.slice(0, MOST_POLICIES);
  return [
    `**${count(policies.length, 'policy', 'policies')}** in tier \`${name}\`, in this order:`,
    ...shown.map(
      (policy) => `- ${numberText(policy)} ${policyText(policy)} (${scene.link(policy.place)})`,
    ),
    ...(shown.length < policies.length ? [`- and ${policies.length - shown.length} more`] : []),
  ];
}

/** The tiers around one, by order. */
export function tierPlaceLines(name: string, scene: Scene): readonly string[] {
  const declared = declaredTiers(scene.snapshot);
  const policies = everyPolicy(scene);
  const used = new Set(policies.map(tierOf));
  const names = new Set([
    ...declared.map((tier) => tier.name),
    ...BUILT_IN_TIERS.map((tier) => tier.name).filter((one) => used.has(one) || one === 'default'),
    name,
  ]);
  const tiers = inOrder([...names], declared);
  const place = tiers.findIndex((tier) => tier.name === name);
  const [from, to] = [Math.max(0, place - MOST_TIERS), place + MOST_TIERS + 1];
  const left = tiers.length - tiers.slice(from, to).length;
  return [
    '**Tiers** in the order in which they are asked:',
    ...tiers
      .slice(from, to)
      .map((tier) => `- ${tierWords(tier, tier.name === name)}${holds(tier, policies)}`),
    ...(left > 0 ? [`- and ${left} more`] : []),
  ];
}

const tierWords = ({ name, order }: DeclaredTier, isOwn: boolean): string => {
  const text = `${(order ?? DEFAULT_ORDER).toLocaleString('en')} \`${name}\``;
  return isOwn ? `**${text}**` : text;
};

const holds = ({ name }: DeclaredTier, policies: readonly IrPolicy[]): string => {
  const number = policies.filter((policy) => tierOf(policy) === name).length;
  return number === 0 ? '' : `: ${count(number, 'policy', 'policies')}`;
};

/** What the end of a tier does. */
const restLines = ({ spec }: Tier): readonly string[] => [
  spec?.defaultAction === 'Pass'
    ? 'What none of its policies decides is **handed on** to the next tier.'
    : 'What none of its policies decides is **denied**, for the pods that one of them selects; other pods pass it by.',
  ...(spec?.defaultAction === undefined
    ? ['That is the default; `defaultAction: Pass` hands it on.']
    : []),
];
