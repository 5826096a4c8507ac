import type { CalicoPolicy } from '../model/calico.ts';
import type { CiliumPolicy, CiliumRule } from '../model/cilium.ts';
import { appendItem, setKey } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { CALICO_POLICIES, CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import type { Direction, IrPolicy } from '../policy/ir.ts';
import { DEFAULT_TIER } from '../policy/lower/calico.ts';
import { implies } from '../policy/selector/implies.ts';
import { EVERYTHING } from '../policy/selector/selector.ts';
import type { World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { isUnconditional } from './support/calicoRules.ts';
import { ciliumBeside, rulesInForce } from './support/ciliumPolicies.ts';
import { isCatchAll, podsCanMeet } from './support/meets.ts';
import { placesOf, turnOf } from './support/turn.ts';

/** Policies that list what they deny, where all else is denied, too. */
export default worldRule(
  {
    code: 'deny-list-denies-all',
    title: 'A list of what is denied, where everything is',
    category: 'too-closed',
    severity: 'warning',
    docs: `A policy of Calico takes its pods into its tier, and at the end of a tier whose \`defaultAction\` is \`Deny\`, as that
of \`default\` is, what no rule decided is denied. A policy of nothing but Deny rules for some connections therefore denies all
of them, unless another policy of the tier allows these pods something (Calico documentation, "Tiered policy", implicit
default deny). To deny only what is listed end with a rule \`action: Allow\`, or \`action: Pass\` where later tiers are to decide.

Of Cilium's policies \`ingressDeny\` and \`egressDeny\` switch on default deny as \`ingress\` and \`egress\` do: where nothing else
allows the pods anything, all is denied, not only what is listed (Cilium documentation, "Deny Policies"). To deny only that
write \`enableDefaultDeny: {egress: false}\`.

netpol speaks where no policy of the tier allows such pods anything or passes it on. Of a policy for all pods and hosts
\`selects-host-endpoints\` speaks.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  [...CALICO_POLICIES, ...CILIUM_POLICIES],
  function* (member, world) {
    const { resource } = member;
    if (isOf(resource, CALICO_POLICIES)) yield* listsOfCalico({ ...member, resource }, world);
    else if (isOf(resource, CILIUM_POLICIES)) yield* listsOfCilium({ ...member, resource }, world);
  },
);

function* listsOfCalico(member: MemberOf<CalicoPolicy>, world: World): Generator<Finding> {
  const { resource } = member;
  const { spec } = resource.body;
  const own = turnOf(member, member.namespace, world);
  if (own === null || own.policy.unsure !== null || own.tier.rest !== 'deny') return;
  const { policy, tier } = own;
  if (policy.endpoints !== undefined && implies(EVERYTHING, policy.endpoints)) return;
  for (const direction of ['ingress', 'egress'] as const) {
    const rules = spec[direction] ?? [];
    const last = [...rules].reverse().find(({ action }) => action === 'Deny');
    if (last === undefined || !policy.isolates[direction] || rules.some(isUnconditional)) continue;
    const others = placesOf(policy, world).flatMap((place) => {
      const turn = turnOf(member, place, world);
      return turn === null ? [] : [turn.policy, ...turn.before, ...turn.behind];
    });
    if (others.some((other) => mayOpen(other, policy, direction))) continue;
    const action = tier.name === DEFAULT_TIER ? 'Allow' : 'Pass';
    yield {
      span: resource.source.value(last, 'action'),
      confidence: 'supported',
      message: `Tier \`${tier.name}\` ends with Deny, and no rule in it allows these pods any ${direction}: not only what is listed here is denied, but all of it. To deny only this, end with a rule \`action: ${action}\`.`,
      fixes: [
        {
          title: `Let through all other ${direction}: end with \`action: ${action}\``,
          safe: false,
          edits: () => appendItem(resource, rules, { action }),
        },
      ],
    };
  }
}

/** A list of denials of Cilium's, where all else is denied for want of anything that allows it. */
function* listsOfCilium(member: MemberOf<CiliumPolicy>, world: World): Generator<Finding> {
  const { source } = member.resource;
  if (world.settings.assumptions.policyEnforcement !== 'default') return;
  for (const { rule, policy } of rulesInForce(member, world))
    for (const direction of ['ingress', 'egress'] as const) {
      const denials = policy.rules.filter((one) => one.direction === direction);
      // Who names the default means it, and who denies everything means that.
      if (policy.unsure !== null || policy.subject.onlyHosts !== undefined) continue;
      const isSaid = rule.enableDefaultDeny?.[direction] !== undefined;
      if (isSaid || (rule[direction]?.length ?? 0) > 0 || denials.length === 0) continue;
      if (denials.some(({ unsure }) => unsure !== null) || denials.some(isCatchAll)) continue;
      const others = [
        ...ciliumBeside(policy.subject, world).filter((other) => other !== policy),
        ...world.spokenOf(policy.subject.namespaces).flatMap((key) => world.policies(key)),
      ];
      if (others.some((other) => meansIsolation(other, policy, direction))) continue;
      yield {
        span: source.key(rule, `${direction}Deny`),
        confidence: 'supported',
        message: `A list of denials switches on default deny, and nothing allows these pods any ${direction}: not only what is listed here is denied, but all of it. To deny only this write \`enableDefaultDeny: {${direction}: false}\`.`,
        fixes: [
          {
            title: `Deny only this: \`enableDefaultDeny: {${direction}: false}\``,
            safe: false,
            edits: () => withoutDefault(member, rule, direction),
          },
        ],
      };
    }
}

const withoutDefault = (
  { resource }: MemberOf<CiliumPolicy>,
  rule: CiliumRule,
  direction: Direction,
): ReturnType<typeof setKey> =>
  rule.enableDefaultDeny === undefined
    ? setKey(resource, rule, 'enableDefaultDeny', { [direction]: false })
    : setKey(resource, rule.enableDefaultDeny, direction, false);

/** Whether a policy may allow pods of another anything, or isolates them by something else than a list of denials. */
const meansIsolation = (policy: IrPolicy, other: IrPolicy, direction: Direction): boolean =>
  mayOpen(policy, other, direction) ||
  (podsCanMeet(policy.subject, other.subject) &&
    policy.isolates[direction] &&
    !policy.rules.some((rule) => rule.direction === direction));

/** Whether a policy may allow pods of another anything, or pass it on. */
const mayOpen = (policy: IrPolicy, other: IrPolicy, direction: Direction): boolean =>
  podsCanMeet(policy.subject, other.subject) &&
  (policy.unsure !== null ||
    policy.rules.some(
      (rule) => rule.direction === direction && (rule.verdict !== 'deny' || rule.unsure !== null),
    ));
