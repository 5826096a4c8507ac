import { derive, derive2 } from '../../base/derive.ts';
import type { Assumptions } from '../../policy/assumptions.ts';
import type { PodEndpoint } from '../../policy/endpoint.ts';
import type { IrPolicy, IrRule } from '../../policy/ir.ts';
import { isWholeFamily, parseBlock } from '../../policy/cidr.ts';
import { meetingAny } from '../../policy/fqdn.ts';
import { matchesPods } from '../../policy/resolve.ts';
import type { World } from '../../workspace/world.ts';
import { isForNames } from './ciliumDnsRules.ts';
import { ciliumBeside } from './ciliumPolicies.ts';
import { coversPods, coversPorts } from './covers.ts';
import { dnsOf, isAstray, notAstray } from './dns.ts';
import { hostPodsOf } from './pods.ts';
import type { Placed } from './shadows.ts';

/*
 * Whether Cilium learns the addresses of the names that its policies speak of. It knows those that it has seen in answers of
 * DNS, and sees only queries that a rule for the same pods has its proxy look at (Cilium documentation, "DNS based").
 */

/** What becomes of the DNS queries of pods for the names that a rule of a policy is for. */
export interface Learning {
  /** The rules for names that nothing wider opens anyway. */
  readonly rules: readonly IrRule[];
  /** The pods of which nobody looks at the queries: `all` that the policy selects, or some of them. */
  readonly unseen: 'all' | readonly PodEndpoint[];
  /** A rule that lets those pods ask DNS without a look at what they ask; null where there are no such pods, too. */
  readonly blind: Placed | null;
  /** A rule that looks at those of them alone that Cilium leads to other pods; likewise. */
  readonly astray: Placed | null;
  /** For pods of which somebody looks at the queries, the names that they may ask for; none where they may ask for any. */
  readonly asked: readonly (readonly string[])[];
}

/** What becomes of the queries of a policy's pods; null where it cannot be told, or no name needs any. */
export function learningUnder(policy: IrPolicy, world: World): Learning | null {
  const named = policy.rules.filter(isForNames);
  const company = named.length === 0 ? null : companyOf(policy, world);
  if (company === null) return null;
  const { beside, others, groups } = company;
  const wider = [...openingOutside(beside), ...openingOutside(others)];
  const rules = named.filter((rule) => !wider.some(({ ports }) => coversPorts(ports, rule.ports)));
  if (rules.length === 0) return null;
  const lists = [...new Set(groups.map(({ policies }) => policies))];
  const seen = lists.filter((policies) => looking(policies, world).length > 0);
  const unseen = groups.filter(({ policies }) => !seen.includes(policies));
  const pods = unseen.flatMap((group) => group.pods);
  /** The first of some rules for all those pods. */
  const first = (among: typeof inspectors, isWanted: (rule: IrRule) => boolean): Placed | null =>
    unseen.length === 0
      ? null
      : firstRule(
          [policy, ...among(beside), ...among(others)],
          isWanted,
          (other) => other === policy || coversAll(other, policy, pods, world),
        );
  return {
    rules,
    unseen: unseen.length === groups.length ? 'all' : pods,
    blind: first(openPorts, (rule) => isBlind(rule, world)),
    astray: first(inspectors, (rule) => inspects(rule) && isAstray(rule, world)),
    asked: seen.flatMap((policies) => {
      const names = askedIn(policies, others, world);
      return names === null ? [] : [names];
    }),
  };
}

/**
 * The names that pods which a policy selects may ask DNS for, for each group of them with the same policies; null where it
 * cannot be told, where no pod is known, or where some may ask for any name or for none.
 */
export function askedNames(policy: IrPolicy, world: World): readonly (readonly string[])[] | null {
  const company = companyOf(policy, world);
  if (company === null || company.groups.some(({ pods }) => pods.length === 0)) return null;
  const { groups, others } = company;
  const asked = groups.map(({ policies }) =>
    looking(policies, world).length > 0 ? askedIn(policies, others, world) : null,
  );
  return asked.every((names) => names !== null) ? asked : null;
}

/** Pods with the same policies of Cilium's; none where none is known. */
interface Group {
  readonly pods: readonly PodEndpoint[];
  readonly policies: readonly IrPolicy[];
}

/** Who has a word on the queries of the pods of a policy. */
interface Company {
  /** The policies of Cilium's. */
  readonly beside: readonly IrPolicy[];
  /** Those of Kubernetes and of administrators. */
  readonly others: readonly IrPolicy[];
  readonly groups: readonly Group[];
}

/** Who has a word on the queries of a policy's pods; null where that is not known, or nothing has to let them out. */
function companyOf(policy: IrPolicy, world: World): Company | null {
  const { assumptions } = world.settings;
  if (assumptions.policyEnforcement === 'never' || assumptions.dnsRules === 'elsewhere')
    return null;
  // Nodes resolve names in their own way.
  if (policy.subject.onlyHosts !== undefined || hostPodsOf(policy.subject, world).length > 0)
    return null;
  const beside = ciliumBeside(policy.subject, world);
  if (isAnyUnsure(beside) || !isIsolated(policy, beside, world)) return null;
  const groups = groupsUnder(assumptions)(beside, world.podsOf(policy.subject).pods);
  return { beside, others: kubernetesBeside(policy, world), groups };
}

/** Each pod by itself, found once for all policies for the same pods; those of the same policies share one list of them. */
const groupsUnder = derive((assumptions: Assumptions) =>
  derive2((beside: readonly IrPolicy[], pods: readonly PodEndpoint[]): readonly Group[] => {
    if (pods.length === 0) return [{ pods, policies: beside }];
    const lists = new Map<string, readonly IrPolicy[]>();
    return pods.map((pod) => {
      const places: number[] = [];
      for (const [place, { subject }] of beside.entries())
        if (matchesPods(subject, pod, assumptions).truth !== 'no') places.push(place);
      const key = places.join();
      const policies = lists.get(key) ?? places.map((place) => beside[place]!);
      lists.set(key, policies);
      return { pods: [pod], policies };
    });
  }),
);

function firstRule(
  policies: readonly IrPolicy[],
  isWanted: (rule: IrRule) => boolean,
  isFor: (policy: IrPolicy) => boolean,
): Placed | null {
  for (const policy of policies) {
    const rule = policy.rules.find(isWanted);
    if (rule !== undefined && isFor(policy)) return { policy, rule };
  }
  return null;
}

/**
 * The names that pods may ask for; null where any, as what one rule lets through unseen Cilium's proxy lets through
 * where another has it look.
 */
const askedIn = (
  policies: readonly IrPolicy[],
  others: readonly IrPolicy[],
  world: World,
): readonly string[] | null =>
  [policies, others].some((some) => isAnyOpenToDns(some, world))
    ? null
    : queriesOf(looking(policies, world));

/** Whether pods that Cilium looks at may ask for what a name or pattern stands for. */
export const isAskedFor = (text: string, { asked }: Learning): boolean =>
  asked.every((names) => meetingOne(names)(text));

const meetingOne = derive(meetingAny);

const isAnyUnsure = derive((policies: readonly IrPolicy[]): boolean =>
  policies.some(({ unsure }) => unsure !== null),
);

const isAllowedOut = ({ direction, verdict }: IrRule): boolean =>
  direction === 'egress' && verdict === 'allow';

/** Whether a policy has Cilium's proxy look at DNS queries of its pods, where they are led. */
export const looksAtQueries = ({ rules }: IrPolicy, world: World): boolean =>
  rules.some((rule) => inspects(rule) && !isAstray(rule, world));

/** Those of some policies that may. */
const inspectors = derive((policies: readonly IrPolicy[]) =>
  policies.filter(({ rules }) => rules.some(inspects)),
);

/** The rules of some policies that do. */
const looking = (policies: readonly IrPolicy[], world: World): readonly IrRule[] =>
  notAstray(inspecting(policies), world);

const inspecting = derive((policies: readonly IrPolicy[]): readonly IrRule[] =>
  rulesOf(policies).filter(inspects),
);

const queriesOf = derive((rules: readonly IrRule[]): readonly string[] =>
  rules.flatMap(({ queries = [] }) => queries),
);

const rulesOf = (policies: readonly IrPolicy[]): readonly IrRule[] =>
  policies.flatMap(({ rules }) => rules);

const inspects = (rule: IrRule): boolean => isAllowedOut(rule) && (rule.queries?.length ?? 0) > 0;

/** Whether egress of the pods of a policy is denied but for what is allowed. */
const isIsolated = (policy: IrPolicy, beside: readonly IrPolicy[], world: World): boolean =>
  world.settings.assumptions.policyEnforcement === 'always' ||
  [policy, ...beside].some(
    ({ isolates, subject }) => isolates.egress && coversPods(subject, policy.subject),
  );

/** The policies of Kubernetes and of administrators that may be for pods of a policy, as what they allow adds to it. */
const kubernetesBeside = ({ subject }: IrPolicy, world: World): readonly IrPolicy[] => [
  ...world.spokenOf(subject.namespaces).flatMap((key) => world.policies(key)),
  ...world.clusterPolicies(),
];

/** The rules of some policies that open addresses outside of the cluster. */
const openingOutside = derive((policies: readonly IrPolicy[]): readonly IrRule[] =>
  rulesOf(policies).filter(opensOutside),
);

/** Whether a rule opens addresses outside of the cluster whatever their names. */
const opensOutside = (rule: IrRule): boolean =>
  isAllowedOut(rule) &&
  (rule.peers === 'everyone' ||
    rule.peers.some(
      (peer) =>
        (peer.kind === 'entities' && peer.entities.some((entity) => entity.startsWith('world'))) ||
        (peer.kind === 'addresses' && peer.blocks.some(({ cidr }) => isEveryAddress(cidr))),
    ));

function isEveryAddress(cidr: string): boolean {
  const block = parseBlock(cidr);
  return block === null || isWholeFamily(block);
}

/** Whether a policy surely selects pods: those given, or where none is known all that another one does. */
const coversAll = (
  other: IrPolicy,
  policy: IrPolicy,
  pods: readonly PodEndpoint[],
  world: World,
): boolean =>
  pods.length === 0
    ? coversPods(other.subject, policy.subject)
    : pods.every(
        (pod) => matchesPods(other.subject, pod, world.settings.assumptions).truth === 'yes',
      );

/**
 * Whether some policy lets DNS out unseen: what one rule lets through so Cilium's proxy lets through where another has it
 * look.
 */
const isAnyOpenToDns = (policies: readonly IrPolicy[], world: World): boolean =>
  isDns(unlookedIn(policies), world);

const unlookedIn = derive((policies: readonly IrPolicy[]): readonly IrRule[] =>
  rulesOf(policies).filter(isUnlooked),
);

const isUnlooked = (rule: IrRule): boolean => isAllowedOut(rule) && rule.queries === undefined;

function isDns(rules: readonly IrRule[], world: World): boolean {
  const { UDP, TCP } = dnsOf(rules, world);
  return UDP || TCP;
}

/** Whether a rule is for the ports of DNS, and has nobody look at the queries. */
const isBlind = (rule: IrRule, world: World): boolean => opensPorts(rule) && isDns([rule], world);

const opensPorts = (rule: IrRule): boolean => rule.ports !== 'all' && isUnlooked(rule);

/** Those of some policies that may have such a rule. */
const openPorts = derive((policies: readonly IrPolicy[]) =>
  policies.filter(({ rules }) => rules.some(opensPorts)),
);
