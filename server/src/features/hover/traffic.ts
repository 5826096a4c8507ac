import type { Assumptions } from '../../policy/assumptions.ts';
import { classesOf, type ClassOf } from '../../policy/classes.ts';
import { externalEndpoints } from '../../policy/cidr.ts';
import { decided, type SidedDoubt } from '../../policy/connect.ts';
import { connector } from '../../policy/connector.ts';
import { ALL, NONE, intersect, isEmpty, subtract, union, type Conns } from '../../policy/conns.ts';
import type { Endpoint, ExternalEndpoint, PodEndpoint } from '../../policy/endpoint.ts';
import { formatConns } from '../../policy/format.ts';
import { isCalico } from '../../policy/calicoTiers.ts';
import type { Direction, IrPolicy, IrRule, Tier } from '../../policy/ir.ts';
import { policyText } from '../../policy/print.ts';
import { certainPortsAt } from '../../policy/ports.ts';
import { blocksInUse } from '../../policy/borders.ts';
import { matchesPods } from '../../policy/resolve.ts';
import { isOfCilium } from '../../policy/tiers.ts';
import type { World } from '../../workspace/world.ts';
import { endsOf, everyPod, type WidePeer } from './trafficEnds.ts';
import { rowsIn, type Ends, type Row } from './trafficRows.ts';

/*
 * Who may connect to some pods, or what they may connect to. Only the ends that a rule speaks of are walked over.
 */

/** The policies of one tier that govern some pods, in their order. */
export interface Layer {
  readonly tier: Tier;
  readonly policies: readonly IrPolicy[];
}

/** What becomes of the connections of some pods in one direction. */
export interface Traffic {
  /** The policies that surely or perhaps restrict any of them. */
  readonly governing: readonly IrPolicy[];
  /**
   * Those policies tier by tier, where more than NetworkPolicies of Kubernetes have a say: others deny, too, and what
   * they say holds without isolation. Null where the pods are only isolated, and all policies add to what is allowed.
   */
  readonly chain: readonly Layer[] | null;
  /** Whether any of their rules denies, so that they restrict without isolation, too. */
  readonly denies: boolean;
  /** The pods that some policy surely isolates, and those that one perhaps does. */
  readonly isolated: readonly PodEndpoint[];
  readonly perhapsIsolated: readonly PodEndpoint[];
  /** What every end may do, inside the cluster and outside, with each of the pods, as far as it is theirs to say. */
  readonly everyone: Conns;
  /** What further ends may do beyond that, by the word of both sides, whatever the uncertain of `governing` say. */
  readonly rows: readonly Row[];
  /** Rules with peers of too many pods to ask about each; these are told by the words of the rule. */
  readonly wide: readonly WidePeer[];
  /** Ends that are let through here, but not by the policies of their own. */
  readonly heldBack: readonly PodEndpoint[];
  /** Whether too many ends would have to be asked about, so that there are no rows. */
  readonly tooMany: boolean;
}

/** Finds who may connect to `subjects` (`ingress`), or what they may connect to (`egress`). All are of one namespace. */
export function trafficOf(
  subjects: readonly PodEndpoint[],
  direction: Direction,
  world: World,
): Traffic {
  const { assumptions } = world.settings;
  const home = subjects[0]?.namespace.key;
  const policies = home === undefined ? [] : policiesIn(home, world);
  const selected = (policy: IrPolicy, pod: PodEndpoint): 'yes' | 'no' | 'perhaps' => {
    const { truth } = matchesPods(policy.subject, pod, assumptions);
    return truth === 'no' ? 'no' : truth === 'yes' && policy.unsure === null ? 'yes' : 'perhaps';
  };
  const speaks = (policy: IrPolicy): boolean =>
    policy.isolates[direction] || policy.rules.some((rule) => rule.direction === direction);
  const governing = policies.filter(
    (policy) => speaks(policy) && subjects.some((pod) => selected(policy, pod) !== 'no'),
  );
  const isolating = governing.filter(({ isolates }) => isolates[direction]);
  const isolatedBy = (pod: PodEndpoint, how: 'yes' | 'perhaps'): boolean =>
    isolating.some((policy) => selected(policy, pod) === how);
  const isolated = subjects.filter((pod) => isolatedBy(pod, 'yes'));
  const perhapsIsolated = subjects.filter(
    (pod) => !isolatedBy(pod, 'yes') && isolatedBy(pod, 'perhaps'),
  );
  const chain = governing.every(isAdditive) ? null : layersOf(home, governing, world);
  const rules = rulesOf(governing, direction);
  const denies = rules.some(({ verdict }) => verdict === 'deny');
  const common = { governing, chain, denies, isolated, perhapsIsolated, tooMany: false };
  const none = { rows: [], wide: [], heldBack: [] };
  if (chain !== null || denies) {
    // What is denied is denied to some ends only, so nothing is everyone's before each is asked about.
    const others = everyPod(world);
    if (others === null) return { ...common, ...none, everyone: NONE, tooMany: true };
    const walk = { subjects, others, rules, direction, everyone: NONE };
    return { ...common, everyone: NONE, wide: [], ...walked(walk, world) };
  }
  if (isolated.length + perhapsIsolated.length === 0) return { ...common, ...none, everyone: ALL };

  const everyone = subjects
    .map((pod) => {
      if (!isolatedBy(pod, 'yes') && !isolatedBy(pod, 'perhaps')) return ALL;
      const certain = governing.filter((policy) => selected(policy, pod) === 'yes');
      return openToEveryone(rulesOf(certain, direction), pod, direction, assumptions);
    })
    .reduce(intersect, ALL);
  const { others, wide } = endsOf(rules, direction, world);
  const walk = { subjects, others, rules, direction, everyone };
  return { ...common, everyone, wide, ...walked(walk, world) };
}

/** What some rules for a pod let through whoever the other end is. */
const openToEveryone = (
  rules: readonly IrRule[],
  pod: PodEndpoint,
  direction: Direction,
  assumptions: Assumptions,
): Conns => {
  const destination = direction === 'ingress' ? pod : NOWHERE;
  return rules
    .filter(isForEveryone)
    .map(({ ports }) => certainPortsAt(ports, destination, assumptions))
    .reduce(union, NONE);
};

/** Whether a policy only isolates and allows, as NetworkPolicies of Kubernetes do. */
const isAdditive = (policy: IrPolicy): boolean =>
  isOfCilium(policy) || (policy.namespace !== null && !isCalico(policy));

/** The policies that govern some pods of a namespace, tier by tier. */
const layersOf = (
  home: string | undefined,
  governing: readonly IrPolicy[],
  world: World,
): readonly Layer[] =>
  (home === undefined ? [] : world.tiers(home))
    .map((tier) => ({
      tier,
      policies: tier.ranks.flat().filter((policy) => governing.includes(policy)),
    }))
    .filter(({ policies }) => policies.length > 0);

const rulesOf = (policies: readonly IrPolicy[], direction: Direction): IrRule[] =>
  policies.flatMap(({ rules }) => rules.filter((rule) => rule.direction === direction));

const policiesIn = (namespace: string, world: World): IrPolicy[] =>
  world.tiers(namespace).flatMap(({ ranks }) => ranks.flat());

const isForEveryone = ({ peers, unsure, verdict, http, requests }: IrRule): boolean =>
  peers === 'everyone' &&
  unsure === null &&
  verdict === 'allow' &&
  http === undefined &&
  requests === undefined;

/** An end that has no port names. */
const NOWHERE: ExternalEndpoint = { kind: 'external', family: 'IPv4', first: 0n, last: 0n };

const ownerKey = ({ namespace, owner }: PodEndpoint): string =>
  `${namespace.key} ${owner.kind} ${owner.name}`;

interface Walk {
  readonly subjects: readonly PodEndpoint[];
  readonly others: readonly PodEndpoint[];
  readonly rules: readonly IrRule[];
  readonly direction: Direction;
  readonly everyone: Conns;
}

/** Asks the evaluator about each class of other ends with each class of subjects, and puts equal answers together. */
function walked(
  { subjects, others, rules, direction, everyone }: Walk,
  world: World,
): Pick<Traffic, 'rows' | 'heldBack'> {
  const { assumptions } = world.settings;
  const tiersFor = (key: string): ReturnType<World['tiers']> => world.tiers(key);
  const homes = new Set([...subjects, ...others].map(({ namespace }) => namespace.key));
  const policies = new Set([...homes].flatMap((key) => policiesIn(key, world)));
  const classOf = classesOf([...policies], assumptions);
  const connectionOf = connector(classOf, tiersFor, assumptions);
  const subjectGroups = groupsOf(subjects, classOf);
  const rows = rowsIn(subjects, (conns) => formatConns(conns, assumptions.protocols));
  const heldBack: PodEndpoint[] = [];

  const ask = (other: Endpoint, of: Ends): void => {
    let [here, through] = [false, false];
    for (const group of subjectGroups) {
      const [subject] = group as [PodEndpoint];
      // A pod always reaches itself, and the pods of one workload are not told apart.
      if (other.kind === 'pods' && ownerKey(other) === ownerKey(subject)) continue;
      const connection =
        direction === 'ingress' ? connectionOf(other, subject) : connectionOf(subject, other);
      const allowed = subtract(connection.allowed, everyone);
      const why = [subject, other].flatMap((end) =>
        end.kind === 'pods' && end.unsure ? [end.unsure] : [],
      );
      rows.add(of, allowed, group, why);
      for (const doubt of connection.doubts) {
        const conns = subtract(doubt.conns, everyone);
        const clauses = clausesOf(doubt, direction);
        if (clauses.length > 0) rows.add(of, conns, group, clauses);
        through ||= !isEmpty(conns);
      }
      here ||= !isEmpty(subtract(decided(connection[direction], 'allow'), everyone));
      through ||= !isEmpty(allowed);
    }
    if (here && !through) heldBack.push(...of.pods);
  };
  for (const pods of groupsOf(others, classOf)) ask(pods[0]!, { pods, blocks: [] });
  for (const piece of externalEndpoints(assumptions.ipFamilies, blocksInUse([{ rules }])))
    ask(piece, { pods: [], blocks: [piece] });
  return { rows: rows.list(), heldBack };
}

/**
 * The reasons of a doubt, with the policies that they speak of. That a policy of the subjects is not certain is no
 * reason here: it is one for all other ends alike, and is told once.
 */
function clausesOf({ why, because, direction: side }: SidedDoubt, direction: Direction): string[] {
  return why.flatMap((clause) => {
    const policy = because.find((one) => one.policy?.unsure === clause)?.policy ?? null;
    if (policy === null) return [clause];
    return side === direction ? [] : [`${policyText(policy)} is not certain (${clause})`];
  });
}

const groupsOf = (
  pods: readonly PodEndpoint[],
  classOf: ClassOf,
): readonly (readonly PodEndpoint[])[] => {
  const groups = new Map<string, PodEndpoint[]>();
  for (const pod of pods) {
    const key = `${classOf(pod)} ${ownerKey(pod)} ${pod.unsure ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pod]);
    else group.push(pod);
  }
  return [...groups.values()];
};
