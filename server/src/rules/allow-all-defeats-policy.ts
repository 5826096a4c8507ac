import type { Finding } from '../model/finding.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import { CILIUM_POLICIES, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import type { NetworkPolicy } from '../model/networkPolicy.ts';
import { namespaceName } from '../model/namespace.ts';
import type { Resource } from '../model/resource.ts';
import type { IrPolicy, IrRule, Peer } from '../policy/ir.ts';
import { peersText, portsText } from '../policy/print.ts';
import type { World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { ciliumBeside, rulesInForce } from './support/ciliumPolicies.ts';
import { coversPeer, coversPods, coversPorts } from './support/covers.ts';
import { listedRules, MOST_COMPARED } from './support/lists.ts';
import { meaningOf, ruleAt } from './support/meaning.ts';
import { meeting } from './support/specificity.ts';
import { areTogether, policiesText } from './support/policies.ts';

/** Rules for everyone beside narrower ones, which they make void. */
export default worldRule(
  {
    code: 'allow-all-defeats-policy',
    title: 'A rule for everyone that makes narrower rules void',
    category: 'too-open',
    severity: 'warning',
    docs: `Policies only add: what one of them lets through no other takes back. A rule without peers lets everyone in (or
everything out), on its ports or on all, and every narrower rule for the same pods, in this policy or in another of the
namespace, then changes nothing. The same holds of a rule for named peers and of another policy that names only some of
them, which is an information. In Cilium's policies \`fromEntities: [all]\` is everyone.`,
    since: '0.1.0',
    fixable: false,
  },
  [...KUBERNETES_SHAPED, ...CILIUM_POLICIES],
  function* (member, world) {
    const { resource } = member;
    if (isOf(resource, CILIUM_POLICIES)) yield* ofCilium({ ...member, resource }, world);
    else if (isOf(resource, KUBERNETES_SHAPED)) yield* ofKubernetes({ ...member, resource }, world);
  },
);

function* ofKubernetes(member: MemberOf<NetworkPolicy>, world: World): Generator<Finding> {
  const own = meaningOf(member);
  const narrow = own.rules.filter(({ peers }) => peers !== 'everyone');
  for (const { direction, index, list } of listedRules(member.resource)) {
    const wide = ruleAt(own, direction, index);
    if (wide === undefined || wide.unsure !== null) continue;
    // Within one policy a rule for named peers that another covers is only longer than it need be.
    const within =
      wide.peers === 'everyone'
        ? narrow.filter((rule) => rule.direction === direction && isVoid(wide, rule))
        : [];
    // One that is only tried out makes none void that is in force.
    const others =
      member.resource.kind.dialect === 'calico'
        ? []
        : defeated(own, wide, world.policies(own.namespace!), world);
    if (within.length + others.length > 0)
      yield findingOf(member.resource, wide, list[index]!, within.length, others);
  }
}

function* ofCilium(member: MemberOf<CiliumPolicy>, world: World): Generator<Finding> {
  for (const { rule, policy: own } of rulesInForce(member, world)) {
    if (own.unsure !== null || own.subject.onlyHosts) continue;
    for (const wide of own.rules) {
      const item = rule[wide.direction]?.[wide.index];
      if (item === undefined || !isPlainAllow(wide) || wide.peers !== 'everyone') continue;
      const within = own.rules.filter(
        (one) => one.direction === wide.direction && isVoid(wide, one),
      );
      // Policies without a namespace are often examples, each to be tried by itself.
      const others = defeated(own, wide, ciliumBeside(own.subject, world).filter(isPlaced), world);
      if (within.length + others.length > 0)
        yield findingOf(member.resource, wide, item, within.length, others);
    }
  }
}

const isPlaced = ({ namespace }: IrPolicy): boolean =>
  namespace === null || namespaceName(namespace) !== null;

/** Whether a rule lets through what it speaks of, whatever is asked there: what looks into requests does more. */
const isPlainAllow = ({ verdict, unsure, requests, queries }: IrRule): boolean =>
  verdict === 'allow' && unsure === null && requests === undefined && queries === undefined;

/** Whether the wide rule lets through all that a rule with named peers does. */
const isVoid = (wide: IrRule, rule: IrRule): boolean =>
  rule !== wide &&
  rule.peers !== 'everyone' &&
  isPlainAllow(rule) &&
  coversPorts(wide.ports, rule.ports) &&
  (wide.peers === 'everyone' || coversAll(wide.peers, rule.peers));

const coversAll = (wide: readonly Peer[], narrow: readonly Peer[]): boolean =>
  Math.max(wide.length, narrow.length) <= MOST_COMPARED &&
  narrow.every((peer) => wide.some((other) => coversPeer(other, peer)));

/**
 * Other policies for some of the same pods, all of whose rules of this direction name peers and are void. That holds of
 * each of two that share a name, whichever is in force.
 */
const defeated = (
  own: IrPolicy,
  wide: IrRule,
  beside: readonly IrPolicy[],
  world: World,
): IrPolicy[] =>
  meeting(beside, own.subject).filter((other) => {
    // Two of one name are never there together.
    if (other.name === own.name || !coversPods(own.subject, other.subject)) return false;
    const rules = other.rules.filter(({ direction }) => direction === wide.direction);
    return (
      rules.length > 0 &&
      rules.every((rule) => isVoid(wide, rule)) &&
      // Two that say the same are none of them wider.
      !(coversPods(other.subject, own.subject) && rules.some((rule) => isVoid(rule, wide))) &&
      areTogether(own, other, world)
    );
  });

function findingOf(
  resource: Resource,
  wide: IrRule,
  rule: object,
  within: number,
  others: readonly IrPolicy[],
): Finding {
  const { direction } = wide;
  const where = wide.ports === 'all' ? '' : ` on ${portsText(wide.ports)}`;
  const whom =
    wide.peers !== 'everyone'
      ? `lets ${direction === 'ingress' ? 'in' : 'out to'} ${peersText(wide.peers)}`
      : direction === 'ingress'
        ? 'lets everyone in'
        : 'lets everything out';
  const voids = [
    within === 0
      ? []
      : [within === 1 ? 'the narrower rule beside it' : `the ${within} narrower rules beside it`],
    others.length === 0 ? [] : [`the ${direction} rules of ${policiesText(others)}`],
  ].flat();
  const [first] = Object.keys(rule);
  return {
    span: first === undefined ? resource.source.of(rule) : resource.source.key(rule, first),
    // Some write a narrower policy down beside a wider one on purpose, but not beside one for everyone.
    severity: wide.peers === 'everyone' ? 'warning' : 'information',
    confidence: others.length > 0 ? 'supported' : 'proven',
    message: `This rule ${whom}${where}, so ${voids.join(' and ')} ${within === 1 && others.length === 0 ? 'changes' : 'change'} nothing. ${wide.peers === 'everyone' ? 'Name the peers' : 'Name fewer'} here, or remove what has no effect.`,
    also: others.map((other) => ({
      ...other.place,
      message: `${other.name}: its ${direction} rules have no effect`,
    })),
  };
}
