import type { Finding } from '../model/finding.ts';
import type { NetworkPolicy } from '../model/networkPolicy.ts';
import type { Direction, IrPolicy, IrRule } from '../policy/ir.ts';
import { portsText } from '../policy/print.ts';
import { matchesPods } from '../policy/resolve.ts';
import { directoryOf } from '../workspace/uri.ts';
import type { World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { coversPods, coversPorts } from './support/covers.ts';
import { listedRules } from './support/lists.ts';
import { meaningOf, ruleAt } from './support/meaning.ts';
import { policiesText } from './support/policies.ts';

/** Rules for everyone beside narrower ones, which they make void. */
export default worldRule<NetworkPolicy>(
  {
    code: 'allow-all-defeats-policy',
    title: 'A rule for everyone that makes narrower rules void',
    category: 'too-open',
    severity: 'warning',
    docs: `Policies only add: what one of them lets through no other takes back. A rule without peers lets everyone in (or
everything out), on its ports or on all, and every narrower rule for the same pods, in this policy or in another of the
namespace, then changes nothing.`,
    since: '0.1.0',
    fixable: false,
  },
  ['NetworkPolicy'],
  function* (member, world) {
    const own = meaningOf(member);
    const narrow = own.rules.filter(({ peers }) => peers !== 'everyone');
    for (const { direction, index, list } of listedRules(member.resource)) {
      const wide = ruleAt(own, direction, index);
      if (wide === undefined || wide.peers !== 'everyone' || wide.unsure !== null) continue;
      const within = narrow.filter((rule) => rule.direction === direction && isVoid(wide, rule));
      const others = defeated(own, wide, world);
      if (within.length + others.length > 0)
        yield findingOf(member, direction, wide, list[index]!, within.length, others);
    }
  },
);

/** Whether the wide rule lets through all that a rule with named peers does. */
const isVoid = (wide: IrRule, rule: IrRule): boolean =>
  rule !== wide &&
  rule.peers !== 'everyone' &&
  rule.unsure === null &&
  coversPorts(wide.ports, rule.ports);

/**
 * Other policies for some of the same pods, all of whose rules of this direction name peers and are void. That holds of
 * each of two that share a name, whichever is in force.
 */
const defeated = (own: IrPolicy, wide: IrRule, world: World): IrPolicy[] =>
  world.policies(own.namespace!).filter((other) => {
    // Two of one name are never there together.
    if (other.name === own.name) return false;
    const rules = other.rules.filter(({ direction }) => direction === wide.direction);
    return (
      rules.length > 0 &&
      coversPods(own.subject, other.subject) &&
      rules.every((rule) => isVoid(wide, rule)) &&
      (folderOf(own) === folderOf(other) || hasPods(other, world))
    );
  });

const hasPods = ({ subject, namespace }: IrPolicy, world: World): boolean =>
  world
    .inventory(namespace!)
    .pods.some((pod) => matchesPods(subject, pod, world.settings.assumptions).truth === 'yes');

/** Policies of different folders may never meet, unless the workspace shows the pods that both are for. */
const folderOf = ({ place }: IrPolicy): string => directoryOf(place.uri);

function findingOf(
  { resource }: MemberOf<NetworkPolicy>,
  direction: Direction,
  wide: IrRule,
  rule: object,
  within: number,
  others: readonly IrPolicy[],
): Finding {
  const where = wide.ports === 'all' ? '' : ` on ${portsText(wide.ports)}`;
  const everyone =
    direction === 'ingress' ? `lets everyone in${where}` : `lets everything out${where}`;
  const voids = [
    within === 0
      ? []
      : [within === 1 ? 'the narrower rule beside it' : `the ${within} narrower rules beside it`],
    others.length === 0 ? [] : [`the ${direction} rules of ${policiesText(others)}`],
  ].flat();
  const [first] = Object.keys(rule);
  return {
    span: first === undefined ? resource.source.of(rule) : resource.source.key(rule, first),
    confidence: others.length > 0 ? 'supported' : 'proven',
    message: `This rule ${everyone}, so ${voids.join(' and ')} ${within === 1 && others.length === 0 ? 'changes' : 'change'} nothing. Name the peers here, or remove what has no effect.`,
    also: others.map((other) => ({
      ...other.place,
      message: `${other.name}: its ${direction} rules have no effect`,
    })),
  };
}
