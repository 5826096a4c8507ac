import type { AdminPolicy } from '../../model/adminPolicy.ts';
import type { CalicoPolicy, CalicoRule } from '../../model/calico.ts';
import type { Family } from '../../policy/cidr.ts';
import type { IrPolicy, IrRule, Peer, PortTerm } from '../../policy/ir.ts';
import { directoryOf } from '../../workspace/uri.ts';
import type { World } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';
import { standingOf, writtenRules, type Standing } from './administrative.ts';
import { coversPeer, coversPods, coversPort } from './covers.ts';
import { asksForFamily, isFamily } from './families.ts';
import { MOST_COMPARED } from './lists.ts';
import { isCatchAll, podsCanMeet, rulesMayMeet } from './meets.ts';
import { areTogether, coversSubjectIn } from './policies.ts';
import { turnOf } from './turn.ts';

/*
 * Which rules are asked in vain: of policies that are tried one after the other, and of the rules inside one, the first
 * that matches has the word.
 */

/** A rule and the policy that it stands in. */
export interface Placed {
  readonly policy: IrPolicy;
  readonly rule: IrRule;
}

/** A rule as it is written, and those that are asked before it about every pod that it speaks of. */
export interface AskedRule extends Placed {
  readonly written: object;
  /** The list it stands in. */
  readonly list: readonly object[];
  readonly earlier: readonly Placed[];
  /** The IP families of the cluster, where addresses stand for pods, too; none where they need not. */
  readonly families: readonly Family[];
}

/** The rules of an administrator's policy. */
export function adminRules(member: MemberOf<AdminPolicy>, world: World): readonly AskedRule[] {
  const standing = standingOf(member, world);
  if (standing === null || standing.policy.unsure !== null) return [];
  const { policy } = standing;
  const rules = writtenRules(member, policy);
  if (rules.reduce((sum, { peers }) => sum + peers.length, 0) > MOST_COMPARED) return [];
  const [before, above] = [standing.before, standing.above].map((policies) =>
    rulesIn(
      policies.filter(
        (other) => other.unsure === null && coversPods(other.subject, policy.subject),
      ),
    ),
  ) as [Placed[], Placed[]];
  const passes = passesOf(standing);
  return rules.map(({ rule, written, list }, at) => {
    const inside = rules.slice(0, at).map((one) => ({ policy, rule: one.rule }));
    // What a tier above passes on is still to be decided below.
    const isPassed = passes.some((pass) => pass.unsure !== null || rulesMayMeet(pass, rule));
    return {
      policy,
      rule,
      written,
      list,
      earlier: [...inside, ...(isPassed ? [] : above), ...before],
      families: [],
    };
  });
}

/** The rules by which tiers above may pass on connections of the policy's pods. */
const passesOf = ({ policy, above }: Standing): IrRule[] =>
  above
    .filter(({ subject, unsure }) => unsure !== null || podsCanMeet(subject, policy.subject))
    .flatMap(({ rules }) => rules.filter(({ verdict }) => verdict === 'pass'));

/**
 * The rules of a policy of Calico's. Those behind another policy's rule for everything are left out: that it comes before
 * them is said of it, once.
 */
export function calicoRules(member: MemberOf<CalicoPolicy>, world: World): readonly AskedRule[] {
  const turn = turnOf(member, member.namespace, world);
  if (turn === null || turn.policy.unsure !== null) return [];
  const { policy, before } = turn;
  const { spec } = member.resource.body;
  const outside = rulesIn(
    before.filter(
      (other) =>
        other.unsure === null &&
        coversSubjectIn(other, policy, world) &&
        areTogether(other, policy, world),
    ),
  );
  if (policy.rules.length * (policy.rules.length + outside.length) > MOST_COMPARED ** 2) return [];
  return policy.rules.flatMap((rule, at) => {
    const list = spec[rule.direction] ?? [];
    const written = list[rule.index];
    const others = outside.filter(
      (one) =>
        one.rule.direction === rule.direction &&
        // Of manifests in different folders either may be used without the other.
        (one.rule.verdict !== rule.verdict || areNeighbours(one.policy, policy)),
    );
    if (written === undefined || rule.unsure !== null) return [];
    if (others.some((one) => isCatchAll(one.rule))) return [];
    const inside = policy.rules.slice(0, at).map((one) => ({ policy, rule: one }));
    const { ipFamilies: families } = world.settings.assumptions;
    return [{ policy, rule, written, list, earlier: [...inside, ...others], families }];
  });
}

const areNeighbours = (a: IrPolicy, b: IrPolicy): boolean =>
  directoryOf(a.place.uri) === directoryOf(b.place.uri);

const rulesIn = (policies: readonly IrPolicy[]): Placed[] =>
  policies.flatMap((policy) => policy.rules.map((rule) => ({ policy, rule })));

/**
 * The earlier rules that together match all that a rule does, each of its peers and ports as a whole; null where they
 * do not.
 */
export function shadowsOf(asked: AskedRule): readonly Placed[] | null {
  const { rule } = asked;
  const candidates = candidatesOf(asked);
  const families = asksForFamily(rule) ? [] : asked.families;
  if (candidates.length === 0) return null;
  const by = new Set<Placed>();
  for (const peer of rule.peers === 'everyone' ? [null] : rule.peers)
    for (const port of rule.ports === 'all' ? [null] : rule.ports) {
      const whole = candidates.find((one) => isCovered(one.rule, peer, port));
      const found = whole === undefined ? ofEachFamily(candidates, families, port) : [whole];
      if (found.length === 0) return null;
      for (const one of found) by.add(one);
    }
  return [...by];
}

/**
 * The rule of the same list that denies every IPv4 connection before a rule that allows connections of any family; null
 * where there is none. One that names its family, or is for IPv6, hardly takes it for everything outside of the cluster.
 */
export function halfShadowOf(asked: AskedRule): IrRule | null {
  const { policy, rule, list, families } = asked;
  if (rule.verdict !== 'allow' || families.length < 2 || asksForFamily(rule)) return null;
  const denial = candidatesOf(asked).find(
    (one) =>
      one.policy === policy &&
      one.rule.verdict === 'deny' &&
      (list[one.rule.index] as CalicoRule).ipVersion === undefined &&
      (rule.ports === 'all' ? [null] : rule.ports).every((port) =>
        isOfFamily(one.rule, 'IPv4', port),
      ),
  );
  return denial?.rule ?? null;
}

/** The earlier rules of the same direction that hold for all pods that a rule does. */
const candidatesOf = ({ policy, rule, earlier }: AskedRule): readonly Placed[] =>
  earlier.filter(
    (one) =>
      one.rule.direction === rule.direction &&
      one.rule.unsure === null &&
      one.rule.http === undefined &&
      coversOwn(one.rule, rule, policy),
  );

/** Rules that say the same of every address, one for each family; none where there are not such. */
function ofEachFamily(
  candidates: readonly Placed[],
  families: readonly Family[],
  port: PortTerm | null,
): readonly Placed[] {
  const found = families.flatMap(
    (family) => candidates.find((one) => isOfFamily(one.rule, family, port)) ?? [],
  );
  const isComplete = found.length === families.length;
  return isComplete && found.every(({ rule }) => rule.verdict === found[0]!.rule.verdict)
    ? found
    : [];
}

/** Whether a rule is for every address of a family, at a port or at all. */
const isOfFamily = (wide: IrRule, family: Family, port: PortTerm | null): boolean =>
  wide.peers !== 'everyone' &&
  wide.peers.some((peer) => isFamily(peer, family)) &&
  coversPortOf(wide, port);

/** Whether a rule speaks of all pods of its policy that another one does. */
const coversOwn = (wide: IrRule, narrow: IrRule, { subject }: IrPolicy): boolean =>
  wide.own === undefined ||
  coversPeer(wide.own, { ...subject, span: wide.span }) ||
  (narrow.own !== undefined && coversPeer(wide.own, narrow.own));

const coversPortOf = ({ ports }: IrRule, port: PortTerm | null): boolean =>
  ports === 'all' || (port !== null && ports.some((outer) => coversPort(outer, port)));

const isCovered = (wide: IrRule, peer: Peer | null, port: PortTerm | null): boolean =>
  coversPortOf(wide, port) &&
  (wide.peers === 'everyone' ||
    (peer !== null && wide.peers.some((outer) => coversPeer(outer, peer))));
