import type { Direction, IrPolicy, IrRule } from '../../policy/ir.ts';
import { count, matchText, policyText } from '../../policy/print.ts';
import { TIERS } from '../../policy/tiers.ts';
import { linkedPolicies } from './names.ts';
import type { Scene } from './scene.ts';
import type { Traffic } from './traffic.ts';

/** How many policies of a tier and rules of a policy are told before the rest is counted. */
const MOST_POLICIES = 2;
const MOST_RULES = 3;

/** What each tier says of some pods in one direction, in order: the rules of administrators, and whether pods are isolated. */
export function tierBullets(
  { governing, administrative, isolated, perhapsIsolated }: Traffic,
  direction: Direction,
  scene: Scene,
): readonly string[] {
  const isolating = governing.filter(({ isolates }) => isolates[direction]);
  const restricted = isolated.length > 0 ? 'restricted by' : 'perhaps restricted by';
  return TIERS.flatMap((tier) => {
    if (tier === 'NetworkPolicy')
      return [
        `- NetworkPolicy: ${isolated.length + perhapsIsolated.length === 0 ? 'no restriction' : `${restricted} ${linkedPolicies(isolating, scene, MOST_POLICIES)}`}`,
      ];
    const policies = administrative.get(tier) ?? [];
    const shown = policies.slice(0, MOST_POLICIES);
    return [
      ...shown.map((policy) => `- ${tier}: ${policyWords(policy, direction, scene)}`),
      ...(shown.length < policies.length
        ? [`- ${tier}: and ${policies.length - shown.length} more`]
        : []),
    ];
  });
}

function policyWords(policy: IrPolicy, direction: Direction, { link }: Scene): string {
  const rules = policy.rules.filter((rule) => rule.direction === direction);
  const shown = rules.slice(0, MOST_RULES).map(ruleWords);
  const more = rules.length - shown.length;
  const doubt = policy.unsure === null ? '' : 'in doubt: ';
  return `${doubt}${policyText(policy)} (${link(policy.place)}) ${shown.join('; ')}${more > 0 ? `; ${count(more, 'more rule')}` : ''}`;
}

const DOES = { allow: 'allows', deny: 'denies', pass: 'hands on' } as const;

/** One rule of an administrator in words: "denies TCP 23 to all pods in every namespace". */
export const ruleWords = (rule: IrRule): string => `${DOES[rule.verdict]} ${matchText(rule)}`;
