import type { CiliumItem, CiliumPolicy } from '../model/cilium.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { lowerPorts } from '../policy/lower/ciliumPorts.ts';
import type { HttpPattern, IrPolicy, IrRule } from '../policy/ir.ts';
import { list } from '../policy/print.ts';
import type { World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { areInOneCluster, ciliumBeside, rulesInForce } from './support/ciliumPolicies.ts';
import { itemText } from './support/ciliumRules.ts';
import { MOST_COMPARED } from './support/lists.ts';
import { coversSubjectIn } from './support/policies.ts';
import { shadowsOf, type Placed } from './support/shadows.ts';

/** Rules about requests beside others that let every request through. */
export default worldRule(
  {
    code: 'l4-allow-defeats-l7',
    title: 'Rules about HTTP that judge nothing, as the ports are allowed without any',
    category: 'too-open',
    severity: 'warning',
    docs: `Policies only add. Where one item allows peers certain requests on a port, and another allows the same peers the port
without \`rules\`, in this policy or in another one for the same pods, every request passes (Cilium documentation, "Layer 7
Policy"). Give the wider item other peers, other ports, or rules of its own.`,
    since: '0.1.0',
    fixable: false,
  },
  CILIUM_POLICIES,
  function* (member, world) {
    if (world.settings.assumptions.policyEnforcement === 'never') return;
    for (const { rule, policy } of rulesInForce(member, world)) {
      if (policy.unsure !== null || !policy.rules.some(({ requests }) => requests)) continue;
      const earlier = plainAllowsFor(policy, world);
      if (earlier.length === 0 || earlier.length * policy.rules.length > MOST_COMPARED ** 2)
        continue;
      for (const direction of ['ingress', 'egress'] as const)
        for (const [index, item] of (rule[direction] ?? []).entries()) {
          const allows = ({ verdict, ...one }: IrRule): boolean =>
            verdict === 'allow' && one.direction === direction && one.index === index;
          const meaning = policy.rules.find(allows);
          if (meaning !== undefined)
            yield* defeatedIn(member, item, { policy, rule: meaning }, earlier);
        }
    }
  },
);

/** The rules about requests of one item, of which the entries may have other ports each. */
function* defeatedIn(
  { resource }: MemberOf<CiliumPolicy>,
  item: CiliumItem,
  { policy, rule }: Placed,
  earlier: readonly Placed[],
): Generator<Finding> {
  for (const entry of item.toPorts ?? []) {
    const { rules } = entry;
    const [ports] = lowerPorts({ toPorts: [entry] }, resource.source) ?? [];
    if (rules === undefined || ports?.requests === undefined || ports.unsure !== null) continue;
    // Rules for every request are there to see the requests, not to judge them.
    if (ports.requests.some(isAny)) continue;
    const asked = { ...rule, ports: ports.ports, requests: ports.requests };
    const by = shadowsOf({
      policy,
      rule: asked,
      written: entry,
      list: item.toPorts!,
      earlier,
      families: [],
    });
    if (by === null) continue;
    const names = by
      .slice(0, 3)
      .map((one) =>
        one.policy === policy && one.rule.span === rule.span
          ? 'another entry of this item'
          : itemText(one.rule, one.policy, policy),
      );
    const more = by.length > 3 ? [`${by.length - 3} more`] : [];
    yield {
      span: resource.source.key(rules, 'http'),
      confidence: 'supported',
      message: `These rules judge no request: ${list([...names, ...more])} ${by.length > 1 ? 'allow' : 'allows'} the same peers the same ports without any, so every request passes. Narrow ${by.length > 1 ? 'those' : 'that'}, or give it rules, too.`,
      also: by.map((one) => ({
        ...one.policy.place,
        span: one.rule.span,
        message: 'every request passes here',
      })),
    };
  }
}

/** Whether a pattern is for every request. */
const isAny = ({ method, path, host, headers }: HttpPattern): boolean =>
  headers.length === 0 &&
  [method, path, host].every((one) => one === null || /^\/?\.[*+]$/.test(one));

/** What is surely allowed to all pods that a policy selects, whatever is requested. */
const plainAllowsFor = (policy: IrPolicy, world: World): readonly Placed[] =>
  besides(policy, world).flatMap((other) =>
    other.unsure === null &&
    other.rules.some(isPlainAllow) &&
    coversSubjectIn(other, policy, world) &&
    areInOneCluster(other, policy, world)
      ? other.rules.filter(isPlainAllow).map((rule) => ({ policy: other, rule }))
      : [],
  );

/** All policies that Cilium tries at once with one: its own and the NetworkPolicies of the namespace; nodes have no such rules. */
const besides = (policy: IrPolicy, world: World): readonly IrPolicy[] =>
  policy.subject.onlyHosts === undefined
    ? [
        ...ciliumBeside(policy.subject, world),
        ...(policy.namespace === null ? [] : world.policies(policy.namespace)),
      ]
    : [];

const isPlainAllow = ({ verdict, requests, queries, unsure }: IrRule): boolean =>
  verdict === 'allow' && requests === undefined && queries === undefined && unsure === null;
