import type { Direction, IrPolicy, IrRule } from '../../policy/ir.ts';
import { count, matchText, policyText } from '../../policy/print.ts';
import { orderText } from './calico/standingText.ts';
import { TIERS } from '../../policy/tiers.ts';
import { linkedPolicies } from './names.ts';
import type { Scene } from './scene.ts';
import type { Layer, Traffic } from './traffic.ts';

/** How many policies of a tier and rules of a policy are told before the rest is counted. */
const MOST_POLICIES = 2;
const MOST_RULES = 3;

/** What each tier says of some pods in one direction, in order. */
export function tierBullets(
  traffic: Traffic,
  chain: readonly Layer[],
  direction: Direction,
  scene: Scene,
): readonly string[] {
  return chain.every(({ tier }) => TIERS.includes(tier.name))
    ? usualBullets(traffic, chain, direction, scene)
    : chain.flatMap((layer) => calicoBullets(layer, direction, scene));
}

/** The rules of administrators, and whether pods are isolated between them. */
function usualBullets(
  { governing, isolated, perhapsIsolated }: Traffic,
  chain: readonly Layer[],
  direction: Direction,
  scene: Scene,
): readonly string[] {
  const isolating = governing.filter(({ isolates }) => isolates[direction]);
  const restricted = isolated.length > 0 ? 'restricted by' : 'perhaps restricted by';
  return TIERS.flatMap((name) => {
    if (name === 'NetworkPolicy')
      return [
        `- NetworkPolicy: ${isolated.length + perhapsIsolated.length === 0 ? 'no restriction' : `${restricted} ${linkedPolicies(isolating, scene, MOST_POLICIES)}`}`,
      ];
    const policies = chain.find(({ tier }) => tier.name === name)?.policies ?? [];
    return policyBullets(
      policies,
      (policy) => `${name}: ${policyWords(policy, direction, scene)}`,
      name,
    );
  });
}

/** The policies of one of Calico's tiers by order, and what its end does with what they leave. */
function calicoBullets(
  { tier, policies }: Layer,
  direction: Direction,
  scene: Scene,
): readonly string[] {
  const name = `tier \`${tier.name}\``;
  return [
    ...policyBullets(
      policies,
      (policy) => `${name}, ${orderText(policy)}: ${policyWords(policy, direction, scene)}`,
      name,
    ),
    ...(policies.some(({ isolates }) => isolates[direction])
      ? [`- ${name} ends: ${tier.rest === 'deny' ? 'denies the rest' : 'hands on the rest'}`]
      : []),
  ];
}

function policyBullets(
  policies: readonly IrPolicy[],
  text: (policy: IrPolicy) => string,
  tier: string,
): readonly string[] {
  const shown = policies.slice(0, MOST_POLICIES);
  const more = policies.length - shown.length;
  return [
    ...shown.map((policy) => `- ${text(policy)}`),
    ...(more > 0 ? [`- ${tier}: and ${more} more`] : []),
  ];
}

function policyWords(policy: IrPolicy, direction: Direction, { link }: Scene): string {
  const rules = policy.rules.filter((rule) => rule.direction === direction);
  const shown =
    rules.length === 0
      ? [`says nothing of ${direction}`]
      : rules.slice(0, MOST_RULES).map(ruleWords);
  const more = Math.max(0, rules.length - shown.length);
  const doubt = policy.unsure === null ? '' : 'in doubt: ';
  return `${doubt}${policyText(policy)} (${link(policy.place)}) ${shown.join('; ')}${more > 0 ? `; ${count(more, 'more rule')}` : ''}`;
}

const DOES = { allow: 'allows', deny: 'denies', pass: 'hands on' } as const;

/** One rule of an administrator in words: "denies TCP 23 to all pods in every namespace". */
export const ruleWords = (rule: IrRule): string => `${DOES[rule.verdict]} ${matchText(rule)}`;
