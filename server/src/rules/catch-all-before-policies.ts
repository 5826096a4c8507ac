import type { CalicoPolicy } from '../model/calico.ts';
import type { Finding, Place } from '../model/finding.ts';
import { CALICO_POLICIES } from '../model/kinds.ts';
import { orderOf } from '../policy/calicoTiers.ts';
import type { IrPolicy, IrRule } from '../policy/ir.ts';
import type { World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { actionText } from './support/administrative.ts';
import { isCatchAll } from './support/meets.ts';
import { areTogether, coversSubjectIn, policiesText } from './support/policies.ts';
import { turnOf, turnsOf } from './support/turn.ts';

/** Rules of Calico's for everything, in a policy that comes before others for the same pods. */
export default worldRule(
  {
    code: 'catch-all-before-policies',
    title: 'A rule for everything that comes before other policies',
    category: 'inert',
    severity: 'warning',
    docs: `Calico tries the policies of a tier one after the other, the lower \`order\` first, those without an order last, and
equal ones by their names. NetworkPolicies of Kubernetes are among those of tier \`default\`, with order 1000 (Calico
documentation, "Network policy", \`order\`). What a rule allows, denies or passes on is decided: a policy that ends with a rule
for everything is the last one that its pods are asked about. A default deny therefore has no \`order\`, or one above all
others, and so has an allow for what no policy speaks of.

netpol speaks where the workspace shows policies behind it for none but the same pods, which are never asked.`,
    since: '0.1.0',
    fixable: false,
  },
  CALICO_POLICIES,
  function* (member, world) {
    const turn = turnOf(member, member.namespace, world);
    if (turn === null || turn.policy.unsure !== null) return;
    const { policy } = turn;
    for (const direction of ['ingress', 'egress'] as const) {
      const rule = policy.rules.find((one) => one.direction === direction && isCatchAll(one));
      if (rule === undefined) continue;
      const unasked = unaskedBehind(member, policy, rule, world);
      if (unasked.length > 0) yield findingOf(member, turn.tier.name, policy, rule, unasked);
    }
  },
);

/** The policies behind that decide otherwise, and for none but pods for which the rule decides everything. */
function unaskedBehind(
  member: MemberOf<CalicoPolicy>,
  policy: IrPolicy,
  rule: IrRule,
  world: World,
): readonly IrPolicy[] {
  const found = new Map<Place, IrPolicy>();
  for (const { behind } of turnsOf(member, world))
    for (const other of behind)
      if (
        !found.has(other.place) &&
        other.unsure === null &&
        differs(other, rule) &&
        coversSubjectIn(policy, other, world) &&
        areTogether(policy, other, world)
      )
        found.set(other.place, other);
  return [...found.values()];
}

/** Whether a policy would decide otherwise than a rule for everything. */
function differs({ rules, isolates }: IrPolicy, { direction, verdict }: IrRule): boolean {
  if (!isolates[direction]) return false;
  const first = rules.find((one) => one.direction === direction && isCatchAll(one));
  const others = rules.filter((one) => one.direction === direction && one.verdict !== verdict);
  return verdict === 'deny' ? others.length > 0 : first?.verdict !== verdict || others.length > 0;
}

function findingOf(
  { resource }: MemberOf<CalicoPolicy>,
  tier: string,
  policy: IrPolicy,
  rule: IrRule,
  unasked: readonly IrPolicy[],
): Finding {
  const written = resource.body.spec[rule.direction]![rule.index]!;
  const isOne = unasked.length === 1;
  return {
    span: resource.source.value(written, 'action'),
    confidence: 'supported',
    message: `\`${actionText(rule, policy)}\` decides all ${rule.direction} here, so ${policiesText(unasked)} ${isOne ? 'is' : 'are'} never asked: ${isOne ? 'it comes' : 'they come'} later in tier \`${tier}\` (${placeText(policy, unasked)}), and ${consequence(rule, isOne)}. Give this policy a later \`order\`.`,
    also: unasked.map((other) => ({
      ...other.place,
      message: `${other.name} is never asked about ${rule.direction}`,
    })),
  };
}

const consequence = ({ verdict }: IrRule, isOne: boolean): string =>
  verdict === 'deny'
    ? `what ${isOne ? 'it allows' : 'they allow'} stays denied`
    : `${isOne ? 'restricts' : 'restrict'} nothing`;

/** By which order others come behind a policy; equal ones go by the names. */
function placeText(policy: IrPolicy, behind: readonly IrPolicy[]): string {
  const orders = behind.map(orderOf);
  const first = Math.min(...orders);
  if (first === orderOf(policy)) return `${orderText(first)} too, and the names decide`;
  const some = orders.some((order) => order !== first);
  return `${orderText(first)}${some ? ' and later' : ''}, this one ${orderText(orderOf(policy))}`;
}

const orderText = (order: number): string => (order === Infinity ? 'no order' : `order ${order}`);
