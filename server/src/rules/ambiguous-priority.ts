import type { AdminPolicy } from '../model/adminPolicy.ts';
import type { CalicoPolicy } from '../model/calico.ts';
import type { Finding, Place } from '../model/finding.ts';
import { ADMIN_KINDS, CALICO_POLICIES, isOf } from '../model/kinds.ts';
import { orderOf } from '../policy/calicoTiers.ts';
import type { IrPolicy, IrRule } from '../policy/ir.ts';
import { policyText } from '../policy/print.ts';
import { directoryOf } from '../workspace/uri.ts';
import type { World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { actionText, adminRuleText, standingOf } from './support/administrative.ts';
import { coversPeer, coversPorts } from './support/covers.ts';
import { MOST_COMPARED } from './support/lists.ts';
import { podsCanMeet, rulesCanMeet, subjectsCanMeet } from './support/meets.ts';
import { policiesText } from './support/policies.ts';
import { turnOf, turnsOf } from './support/turn.ts';

/** Policies of one priority that can contradict each other. */
export default worldRule(
  {
    code: 'ambiguous-priority',
    title: 'Policies of one priority that contradict each other',
    category: 'inert',
    severity: 'warning',
    docs: `Policies of one tier are asked in the order of their priority, the lower number first. Between equal numbers the API
leaves the order open (Network Policy API reference, \`priority\`), so where two such policies match the same connection
and say different things, each implementation decides for itself, and may decide otherwise after an upgrade. Give one of
them another number. In Calico it is the names of the policies that decide between equal orders, or none, which is an
information: renaming one turns the answer around. Equal numbers of policies that never speak of the same connection do no harm, and nothing is said of
them. Of two that stand in different folders it is an information, as those are often for different clusters.`,
    since: '0.1.0',
    fixable: false,
  },
  [...ADMIN_KINDS, ...CALICO_POLICIES],
  function* (member, world) {
    const { resource } = member;
    if (isOf(resource, ADMIN_KINDS)) yield* unspecified({ ...member, resource }, world);
    else if (isOf(resource, CALICO_POLICIES)) yield* byName({ ...member, resource }, world);
  },
);

function* unspecified(member: MemberOf<AdminPolicy>, world: World): Generator<Finding> {
  const standing = standingOf(member, world);
  if (standing === null || standing.policy.unsure !== null) return;
  const { policy, beside } = standing;
  const { spec } = member.resource.body;
  if (policy.priority === null) return;
  for (const other of beside) {
    if (other.unsure !== null || other.priority === null) continue;
    if (!podsCanMeet(policy.subject, other.subject)) continue;
    const clash = clashOf(policy, other);
    if (clash === null) continue;
    const { own, theirs } = clash;
    yield {
      span: member.resource.source.value(spec, 'priority'),
      ...evidenceOf(policy, other),
      message: `${policyText(other)} has priority ${policy.priority} too, and contradicts this policy: ${adminRuleText(own)} here says \`${actionText(own, policy)}\`, ${adminRuleText(theirs)} there \`${actionText(theirs, other)}\`. Which of them decides is not specified: give one another number.`,
      also: [{ ...other.place, message: `${other.name} has the same priority` }],
    };
  }
}

/**
 * Calico goes by the names where orders are equal: said of the later one. A wide rule behind an exception is as meant, and
 * one that an earlier rule takes wholly is another finding.
 */
function* byName(member: MemberOf<CalicoPolicy>, world: World): Generator<Finding> {
  const { source, body } = member.resource;
  const own = turnOf(member, member.namespace, world)?.policy;
  if (own === undefined || own.unsure !== null) return;
  const clashes = new Map<Place, Clash>();
  for (const { policy, before } of turnsOf(member, world))
    for (const other of before) {
      const isRival =
        other.unsure === null &&
        orderOf(other) === orderOf(policy) &&
        directoryOf(other.place.uri) === directoryOf(policy.place.uri) &&
        subjectsCanMeet(policy, other);
      const clash = isRival ? clashOf(policy, other) : null;
      if (clash === null || covers(clash.own, clash.theirs) || covers(clash.theirs, clash.own))
        continue;
      clashes.set(other.place, { ...clash, other });
    }
  const [first] = clashes.values();
  if (first === undefined) return;
  const order = orderOf(own);
  const others = [...clashes.values()].map(({ other }) => other);
  yield {
    span: source.has(body.spec, 'order')
      ? source.value(body.spec, 'order')
      : source.value(body.metadata, 'name'),
    severity: 'information',
    confidence: 'proven',
    message: `${policiesText(others)} ${others.length === 1 ? 'has' : 'have'} ${order === Infinity ? 'no `order` either' : `order ${order} too`} and ${others.length === 1 ? 'comes' : 'come'} first by name alone: ${adminRuleText(first.theirs)} there says \`${actionText(first.theirs, first.other)}\`, ${adminRuleText(first.own)} here \`${actionText(first.own, own)}\`. Give one another \`order\`, so that no name decides.`,
    also: others.map((other) => ({ ...other.place, message: `${other.name} is asked first` })),
  };
}

/** Manifests of different folders are often for different clusters, where nothing contradicts. */
const evidenceOf = (a: IrPolicy, b: IrPolicy): Pick<Finding, 'confidence' | 'severity'> =>
  directoryOf(a.place.uri) === directoryOf(b.place.uri)
    ? { confidence: 'proven' }
    : { confidence: 'possible', severity: 'information' };

/** Two rules that can match the same connection and say different things. */
interface Clash {
  readonly own: IrRule;
  readonly theirs: IrRule;
  readonly other: IrPolicy;
}

/** A rule of each that can match the same connection and say different things; null where there are none. */
function clashOf(a: IrPolicy, b: IrPolicy): Omit<Clash, 'other'> | null {
  if (a.rules.length * b.rules.length > MOST_COMPARED * MOST_COMPARED) return null;
  for (const own of a.rules)
    for (const theirs of b.rules)
      if (
        own.verdict !== theirs.verdict &&
        own.unsure === null &&
        theirs.unsure === null &&
        rulesCanMeet(own, theirs) &&
        // What an earlier rule of either policy takes wholly is that rule's to compare.
        !isTaken(a, own, theirs) &&
        !isTaken(b, theirs, own)
      )
        return { own, theirs };
  return null;
}

/** Whether a rule of the policy before `rule` matches all of `rule`, or all of the other policy's rule. */
const isTaken = (policy: IrPolicy, rule: IrRule, other: IrRule): boolean =>
  policy.rules.some(
    (earlier) =>
      earlier.direction === rule.direction &&
      earlier.index < rule.index &&
      [rule, other].some((narrow) => covers(earlier, narrow)),
  );

const covers = (wide: IrRule, narrow: IrRule): boolean =>
  coversPorts(wide.ports, narrow.ports) &&
  (wide.peers === 'everyone' ||
    (narrow.peers !== 'everyone' &&
      narrow.peers.every((peer) =>
        (wide.peers as Exclude<IrRule['peers'], 'everyone'>).some((outer) =>
          coversPeer(outer, peer),
        ),
      )));
