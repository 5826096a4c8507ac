import { externalEndpoints } from '../../policy/cidr.ts';
import { classesOf, type ClassOf } from '../../policy/classes.ts';
import { intersect, isEmpty } from '../../policy/conns.ts';
import type { Endpoint, PodEndpoint } from '../../policy/endpoint.ts';
import { decide } from '../../policy/evaluate.ts';
import type { Because, Decision, IrPolicy, IrRule, PodPeer, Tier } from '../../policy/ir.ts';
import { possiblePortsAt } from '../../policy/ports.ts';
import { blocksInUse } from '../../policy/borders.ts';
import { rememberingResolver } from '../../policy/resolver.ts';
import type { World } from '../../workspace/world.ts';

/*
 * What one rule decides in this workspace, found by asking the evaluator about the pods that it speaks of, with the
 * rule and without it.
 */

/** What a rule decides among the pods of this workspace, and who has the word before and behind it. */
export interface Effect {
  /** The pods that its policy surely selects. */
  readonly subjects: readonly PodEndpoint[];
  /** Those of them for which it decides anything. */
  readonly deciding: readonly PodEndpoint[];
  /** Whether any end that it speaks of was found. */
  readonly met: boolean;
  /** What decides before it of what it matches. */
  readonly before: readonly Because[];
  /** What would say otherwise, were the rule not there. */
  readonly overrides: readonly Because[];
  /** What would have to be known where it is not certain whether it decides, as clauses. */
  readonly why: readonly string[];
}

/** How many pods are looked at on either side, and how many pairs of unlike ones the evaluator is asked about. */
const MOST_PODS = 400;
const MOST_PAIRS = 300;

/** Finds what a rule decides for the pods of its policy; null where there are too many to ask about each. */
export function effectOf(rule: IrRule, subject: PodPeer, world: World): Effect | null {
  const subjects = world.podsOf(subject).pods;
  const pairs = pairsOf(rule, subjects, world);
  if (pairs === null) return null;
  const { assumptions } = world.settings;
  const resolver = rememberingResolver(assumptions);
  const without = withoutRule(rule, world);
  const [deciding, why] = [new Set<PodEndpoint>(), new Set<string>()];
  const [before, overrides] = [reasons(), reasons()];
  let met = false;
  for (const { group, one, peer } of pairs) {
    const [meeting, owning] = [resolver.meets(rule, peer), resolver.owns(rule, one)];
    const destination = rule.direction === 'ingress' ? one : peer;
    const matched = possiblePortsAt(rule.ports, destination, assumptions);
    if (meeting.truth === 'no' || owning.truth === 'no' || isEmpty(matched)) continue;
    met = true;
    const question = { subject: one, peer, direction: rule.direction };
    const tiers = world.tiers(one.namespace.key);
    const answer = decide(tiers, question, assumptions, resolver);
    // What becomes of what it surely handed on, nothing before it being in doubt, is no doubt about itself.
    const isSure = rule.verdict === 'pass' && meeting.truth === 'yes' && owning.truth === 'yes';
    const doubts = answer.doubts.filter(
      ({ conns, because: [first] }) =>
        !isEmpty(intersect(conns, matched)) &&
        !(isSure && first?.rule != null && isSame(first.rule, rule)),
    );
    for (const clause of [...meeting.why, ...owning.why, ...doubts.flatMap((doubt) => doubt.why)])
      why.add(clause);
    const said = answer.decisions.filter(({ conns }) => !isEmpty(intersect(conns, matched)));
    const own = said.filter((decision) => isBy(decision, rule));
    const level = levelOf(rule, tiers);
    const behind = new Set(tiers.slice(level + 1).map(({ name }) => name));
    for (const { because } of said.filter((decision) => !isBy(decision, rule)))
      before.add(because.filter(({ tier }) => !behind.has(tier)));
    if (own.length === 0) continue;
    for (const pod of group) deciding.add(pod);
    const spared = decide(without(one.namespace.key), question, assumptions, resolver);
    for (const decision of own)
      for (const other of spared.decisions)
        if (
          other.verdict !== decision.verdict &&
          !isEmpty(intersect(other.conns, intersect(decision.conns, matched)))
        )
          overrides.add(other.because.filter(({ verdict }) => verdict !== 'pass'));
  }
  const found = { before: before.list(), overrides: overrides.list(), why: [...why] };
  return { subjects, deciding: [...deciding], met, ...found };
}

const isBy = ({ because }: Decision, rule: IrRule): boolean =>
  because.some((one) => one.rule !== null && isSame(one.rule, rule));

/** Whether two rules are one, perhaps with other surroundings filled in, as those of Cilium's are for each namespace. */
const isSame = (one: IrRule, other: IrRule): boolean =>
  one === other ||
  (one.span === other.span && one.ports === other.ports && one.verdict === other.verdict);

/** A pod of a class of subjects, which stands for the others, and another end. */
interface Pair {
  readonly group: readonly PodEndpoint[];
  readonly one: PodEndpoint;
  readonly peer: Endpoint;
}

/** Each class of subjects with each class of ends that a rule may speak of; null where there are too many. */
function pairsOf(
  rule: IrRule,
  subjects: readonly PodEndpoint[],
  world: World,
): readonly Pair[] | null {
  const { assumptions } = world.settings;
  const others = podsMet(rule, world);
  if (others === null || subjects.length > MOST_PODS || others.length > MOST_PODS) return null;
  const homes = new Set(subjects.map(({ namespace }) => namespace.key));
  const policies = new Set(
    [...homes].flatMap((key) => world.tiers(key).flatMap(({ ranks }) => ranks.flat())),
  );
  const classOf = classesOf([...policies], assumptions);
  const groups = grouped(subjects, classOf);
  const outside = externalEndpoints(assumptions.ipFamilies, blocksInUse([...policies]));
  const ends: readonly (readonly Endpoint[])[] = [
    ...grouped(others, classOf),
    ...outside.map((end) => [end]),
  ];
  if (groups.length * ends.length > MOST_PAIRS) return null;
  return groups.flatMap((group) =>
    ends.flatMap((end) => {
      const one = group[0]!;
      // The pods of one class are alike, and none of them is its own peer here.
      const peer = end.find((other) => other !== one);
      return peer === undefined ? [] : [{ group, one, peer }];
    }),
  );
}

/** The pods that a rule may speak of; null where there are more than can be asked about. */
function podsMet(rule: IrRule, world: World): readonly PodEndpoint[] | null {
  if (rule.peers !== 'everyone' && rule.peers.every(({ kind }) => kind === 'pods'))
    return [
      ...new Set(
        rule.peers.flatMap((peer) => (peer.kind === 'pods' ? world.podsOf(peer).pods : [])),
      ),
    ];
  // Addresses, nodes and names may be those of any pod.
  const all: PodEndpoint[] = [];
  for (const { key } of world.namespaces()) {
    all.push(...world.inventory(key).pods);
    if (all.length > MOST_PODS) return null;
  }
  return all;
}

/** Pods of one class together. */
function grouped(
  pods: readonly PodEndpoint[],
  classOf: ClassOf,
): readonly (readonly PodEndpoint[])[] {
  const groups = new Map<number, PodEndpoint[]>();
  for (const pod of pods) {
    const group = groups.get(classOf(pod));
    if (group === undefined) groups.set(classOf(pod), [pod]);
    else group.push(pod);
  }
  return [...groups.values()];
}

/** The place of a rule's tier among all. */
const levelOf = (rule: IrRule, tiers: readonly Tier[]): number =>
  tiers.findIndex(({ ranks }) =>
    ranks.flat().some(({ rules }) => rules.some((one) => isSame(one, rule))),
  );

/** The tiers of a namespace as they were without a rule, found once for each. */
function withoutRule(rule: IrRule, world: World): (namespace: string) => readonly Tier[] {
  const known = new Map<string, readonly Tier[]>();
  const spared = (policy: IrPolicy): IrPolicy =>
    policy.rules.some((one) => isSame(one, rule))
      ? { ...policy, rules: policy.rules.filter((one) => !isSame(one, rule)) }
      : policy;
  return (namespace) => {
    let tiers = known.get(namespace);
    if (tiers === undefined) {
      tiers = world
        .tiers(namespace)
        .map((tier) => ({ ...tier, ranks: tier.ranks.map((rank) => rank.map(spared)) }));
      known.set(namespace, tiers);
    }
    return tiers;
  };
}

/** Gathers who has a say, each policy or rule once; exemptions and the default are nobody's. */
function reasons(): { add: (because: readonly Because[]) => void; list: () => Because[] } {
  const found = new Map<object, Because>();
  return {
    add(because) {
      for (const one of because)
        if (one.policy !== null) found.set(one.rule ?? one.policy.place, one);
    },
    list: () => [...found.values()],
  };
}
