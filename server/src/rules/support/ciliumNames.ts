import type { PodEndpoint } from '../../policy/endpoint.ts';
import type { IrPolicy, IrRule } from '../../policy/ir.ts';
import { isWholeFamily, parseBlock } from '../../policy/cidr.ts';
import { patternsMeet } from '../../policy/fqdn.ts';
import { matchesPods } from '../../policy/resolve.ts';
import type { World } from '../../workspace/world.ts';
import { isForNames } from './ciliumDnsRules.ts';
import { ciliumBeside } from './ciliumPolicies.ts';
import { coversPods, coversPorts } from './covers.ts';
import { dnsOf, isAstray } from './dns.ts';
import { hostPodsOf } from './pods.ts';

/*
 * Whether Cilium learns the addresses of the names that its policies speak of. It knows those that it has seen in answers of
 * DNS, and sees only queries that a rule for the same pods has its proxy look at (Cilium documentation, "DNS based").
 */

/** A rule, and the policy that it is of. */
interface RuleOf {
  readonly policy: IrPolicy;
  readonly rule: IrRule;
}

/** What becomes of the DNS queries of pods for the names that a rule of a policy is for. */
export interface Learning {
  /** The rules for names that nothing wider opens anyway. */
  readonly rules: readonly IrRule[];
  /** The pods of which nobody looks at the queries: `all` that the policy selects, or some of them. */
  readonly unseen: 'all' | readonly PodEndpoint[];
  /** A rule that lets those pods ask DNS without a look at what they ask. */
  readonly blind: RuleOf | null;
  /** A rule that looks at those of them alone that Cilium leads to other pods. */
  readonly astray: RuleOf | null;
  /** For pods of which somebody looks at the queries, the names that they may ask for; none where they may ask for any. */
  readonly asked: readonly (readonly string[])[];
}

/** What becomes of the queries of a policy's pods; null where it cannot be told, or no name needs any. */
export function learningUnder(policy: IrPolicy, world: World): Learning | null {
  const named = policy.rules.filter(isForNames);
  const company = named.length === 0 ? null : companyOf(policy, world);
  if (company === null) return null;
  const { beside, others, groups } = company;
  const wider = [...beside, ...others].flatMap((one) => one.rules).filter(opensOutside);
  const rules = named.filter((rule) => !wider.some(({ ports }) => coversPorts(ports, rule.ports)));
  if (rules.length === 0) return null;
  const unseen = groups.filter((group) => !isSeen(group, world));
  const isAll = unseen.length === groups.length;
  const theirs = [policy, ...beside, ...others]
    .filter((other) => other === policy || coversAll(other, policy, unseen, world))
    .flatMap((other) => other.rules.map((rule) => ({ policy: other, rule })));
  return {
    rules,
    unseen: isAll ? 'all' : unseen.flatMap((group) => group.pods),
    blind: theirs.find(({ rule }) => isBlind(rule, world)) ?? null,
    astray: theirs.find(({ rule }) => inspects(rule) && isAstray(rule, world)) ?? null,
    asked: groups
      .filter((group) => !unseen.includes(group))
      .flatMap((group) => {
        const names = askedIn(group, others, world);
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
  const asked = groups.map((group) =>
    isSeen(group, world) ? askedIn(group, others, world) : null,
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
  if (beside.some(({ unsure }) => unsure !== null) || !isIsolated(policy, beside, world))
    return null;
  const { pods } = world.podsOf(policy.subject);
  const groups =
    pods.length === 0
      ? [{ pods, policies: beside }]
      : pods.map((pod) => ({
          pods: [pod],
          policies: beside.filter(
            ({ subject }) => matchesPods(subject, pod, assumptions).truth !== 'no',
          ),
        }));
  return { beside, others: kubernetesBeside(policy, world), groups };
}

const isSeen = ({ policies }: Group, world: World): boolean =>
  policies.some((one) => looksAtQueries(one, world));

/** The names that pods may ask for; null where any, as what one rule lets through unseen Cilium's proxy lets through where another has it look. */
function askedIn(
  { policies }: Group,
  others: readonly IrPolicy[],
  world: World,
): readonly string[] | null {
  const rules = [...policies, ...others].flatMap((one) => one.rules);
  return rules.some((rule) => isOpenToDns(rule, world))
    ? null
    : rules.filter((rule) => !isAstray(rule, world)).flatMap(({ queries = [] }) => queries);
}

/** Whether pods that Cilium looks at may ask for what a name or pattern stands for. */
export const isAskedFor = (text: string, { asked }: Learning): boolean =>
  asked.every((names) => names.some((name) => patternsMeet(name, text)));

const isAllowedOut = ({ direction, verdict }: IrRule): boolean =>
  direction === 'egress' && verdict === 'allow';

/** Whether a policy has Cilium's proxy look at DNS queries of its pods, where they are led. */
export const looksAtQueries = ({ rules }: IrPolicy, world: World): boolean =>
  rules.some((rule) => inspects(rule) && !isAstray(rule, world));

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
  groups: readonly { readonly pods: readonly PodEndpoint[] }[],
  world: World,
): boolean => {
  const pods = groups.flatMap((group) => group.pods);
  return pods.length === 0
    ? coversPods(other.subject, policy.subject)
    : pods.every(
        (pod) => matchesPods(other.subject, pod, world.settings.assumptions).truth === 'yes',
      );
};

function isOpenToDns(rule: IrRule, world: World): boolean {
  if (!isAllowedOut(rule) || rule.queries !== undefined) return false;
  const { UDP, TCP } = dnsOf([rule], world);
  return UDP || TCP;
}

/** Whether a rule is for the ports of DNS, and has nobody look at the queries. */
const isBlind = (rule: IrRule, world: World): boolean =>
  rule.ports !== 'all' && isOpenToDns(rule, world);
