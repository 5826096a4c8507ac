import type { CalicoPolicy } from '../model/calico.ts';
import type { Resource } from '../model/resource.ts';
import type { Direction } from '../policy/ir.ts';
import { DEFAULT_TIER } from '../policy/lower/calico.ts';
import { list } from '../policy/print.ts';
import { implies } from '../policy/selector/implies.ts';
import { EVERYTHING, matches } from '../policy/selector/selector.ts';
import type { World } from '../workspace/world.ts';
import { worldRule } from './rule.ts';
import { isUnconditional } from './support/calicoRules.ts';
import { hostPoliciesIn, hostPolicyOf, type HostPolicy } from './support/hosts.ts';
import { MADE_BY_CALICO, tierNamed, tiersIn } from './support/tiers.ts';

/** A policy of the cluster that cuts off its nodes, too. */
export default worldRule(
  {
    code: 'selects-host-endpoints',
    title: 'A global policy that cuts off hosts too',
    category: 'too-closed',
    severity: 'warning',
    docs: `The selectors of a GlobalNetworkPolicy choose host endpoints as well as pods. Host endpoints live in no namespace and
have no label of one, so an empty selector, \`all()\`, and every condition that asks what a namespace is *not* are true of
them. A policy that selects an endpoint denies what no rule of its tier allows, if the tier ends with Deny as \`default\`
does: all pods of the system, and with host endpoints the nodes themselves, are then cut off (Calico documentation, "Enable
a default deny policy for Kubernetes pods"). \`projectcalico.org/orchestrator == 'k8s'\` chooses pods alone.

netpol is silent where another policy of the tier lets through all that is left, and where the tier ends with Pass.`,
    since: '0.1.0',
    fixable: false,
    absence: true,
  },
  ['calico/GlobalNetworkPolicy'],
  function* (member, world) {
    const policy = hostPolicyOf(member);
    const { list: of, chosen } = policy;
    if (of !== 'normal' || chosen === null || matches(chosen, {}) !== 'yes') return;
    const rest = restOf(tierNamed(policy.spec.tier), world);
    const closed = policy.directions.filter(
      (direction) =>
        (rest !== 'pass' || deniesAll(policy, direction)) &&
        ![policy, ...besideOf(policy, world)].some((one) => isOpen(one, direction)),
    );
    if (closed.length === 0) return;
    const denied = `all ${list(closed, 'and')} that no rule allows`;
    const isCertain = rest === 'deny' || closed.every((direction) => deniesAll(policy, direction));
    const span = placeOf(member.resource);
    if (implies(EVERYTHING, chosen))
      yield {
        span,
        ...(isCertain
          ? { confidence: 'proven' }
          : { severity: 'information', confidence: 'possible' }),
        message: `This policy selects every pod of the cluster, those of \`kube-system\` too, and every host endpoint, and denies them ${denied}${isCertain ? '' : ', unless its tier ends with Pass'}. Name its namespaces in \`namespaceSelector\`, or add \`projectcalico.org/orchestrator == 'k8s'\` to \`selector\` if hosts are not meant.`,
      };
    else
      yield {
        span,
        severity: 'information',
        confidence: 'possible',
        message: `This is also true of host endpoints that lack these labels, as they live in no namespace, so the policy denies them ${denied}. Add \`projectcalico.org/orchestrator == 'k8s'\` to \`selector\` if only pods are meant.`,
      };
  },
);

/** What becomes of what no rule of a tier decides; unknown where no manifest declares the tier, or several do differently. */
function restOf(tier: string, world: World): 'deny' | 'pass' | 'unknown' {
  if (tier === DEFAULT_TIER) return 'deny';
  if (MADE_BY_CALICO.includes(tier)) return 'pass';
  const ends = tiersIn(world)
    .filter(({ metadata }) => metadata?.name === tier)
    .map(({ spec }) => (spec?.defaultAction === 'Pass' ? 'pass' : 'deny'));
  const [first] = ends;
  return first !== undefined && ends.every((end) => end === first) ? first : 'unknown';
}

/** The policies of the same tier that hold for all that a policy selects. */
const besideOf = ({ chosen, spec }: HostPolicy, world: World): readonly HostPolicy[] =>
  hostPoliciesIn(world).filter(
    (other) =>
      other.list === 'normal' &&
      tierNamed(other.spec.tier) === tierNamed(spec.tier) &&
      (other.chosen === null || implies(chosen!, other.chosen)),
  );

/** Whether a policy lets everything through, or on to the next tier; one that cannot be read may. */
const isOpen = ({ spec, directions, chosen }: HostPolicy, direction: Direction): boolean =>
  chosen === null ||
  (directions.includes(direction) &&
    (spec[direction] ?? []).some(
      (rule) => (rule.action === 'Allow' || rule.action === 'Pass') && isUnconditional(rule),
    ));

const deniesAll = ({ spec }: HostPolicy, direction: Direction): boolean =>
  (spec[direction] ?? []).some((rule) => rule.action === 'Deny' && isUnconditional(rule));

/** The selector that says whom the policy is for; the spec's key where there is none. */
function placeOf({ body, source }: Resource<CalicoPolicy>): ReturnType<typeof source.of> {
  const { spec } = body;
  for (const key of ['namespaceSelector', 'selector'] as const)
    if (spec?.[key] !== undefined) return source.value(spec, key);
  return source.key(body, 'spec');
}
