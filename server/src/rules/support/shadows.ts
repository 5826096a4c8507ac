import type { AdminPolicy } from '../../model/adminPolicy.ts';
import type { CalicoPolicy } from '../../model/calico.ts';
import type { IrPolicy, IrRule, Peer, PortTerm } from '../../policy/ir.ts';
import { directoryOf } from '../../workspace/uri.ts';
import type { World } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';
import { standingOf, writtenRules, type Standing } from './administrative.ts';
import { coversPeer, coversPods, coversPort } from './covers.ts';
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
    return [{ policy, rule, written, list, earlier: [...inside, ...others] }];
  });
}

const areNeighbours = (a: IrPolicy, b: IrPolicy): boolean =>
  directoryOf(a.place.uri) === directoryOf(b.place.uri);

const rulesIn = (policies: readonly IrPolicy[]): Placed[] =>
  policies.flatMap((policy) => policy.rules.map((rule) => ({ policy, rule })));

/** The earlier rules that together match all that a rule does, each of its peers and ports as a whole; null where they do not. */
export function shadowsOf({ policy, rule, earlier }: AskedRule): readonly Placed[] | null {
  const candidates = earlier.filter(
    (one) =>
      one.rule.direction === rule.direction &&
      one.rule.unsure === null &&
      one.rule.http === undefined &&
      coversOwn(one.rule, rule, policy),
  );
  if (candidates.length === 0) return null;
  const by = new Set<Placed>();
  for (const peer of rule.peers === 'everyone' ? [null] : rule.peers)
    for (const port of rule.ports === 'all' ? [null] : rule.ports) {
      const found = candidates.find((one) => isCovered(one.rule, peer, port));
      if (found === undefined) return null;
      by.add(found);
    }
  return [...by];
}

/** Whether a rule speaks of all pods of its policy that another one does. */
const coversOwn = (wide: IrRule, narrow: IrRule, { subject }: IrPolicy): boolean =>
  wide.own === undefined ||
  coversPeer(wide.own, { ...subject, span: wide.span }) ||
  (narrow.own !== undefined && coversPeer(wide.own, narrow.own));

const isCovered = (wide: IrRule, peer: Peer | null, port: PortTerm | null): boolean =>
  (wide.ports === 'all' ||
    (port !== null && wide.ports.some((outer) => coversPort(outer, port)))) &&
  (wide.peers === 'everyone' ||
    (peer !== null && wide.peers.some((outer) => coversPeer(outer, peer))));
