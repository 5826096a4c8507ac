import { derive, derive2 } from '../base/derive.ts';
import type { Assumptions } from './assumptions.ts';
import { candidatesOf } from './candidates.ts';
import { ALL, NONE, intersect, isEmpty, subtract, union, type Conns } from './conns.ts';
import type { Endpoint, PodEndpoint, Subject } from './endpoint.ts';
import type {
  Answer,
  Because,
  Decision,
  Direction,
  Doubt,
  HttpPattern,
  IrPolicy,
  IrRule,
  Tier,
  Verdict,
} from './ir.ts';
import { EXEMPT, exempt, exemptions } from './exemptions.ts';
import { matchesPatterns } from './cilium/http.ts';
import { matchesRequest, type HttpRequest } from './http.ts';
import { matchesName } from './fqdn.ts';
import { portNames } from './ports.ts';
import { code, list, patternsText, policyText } from './print.ts';
import { NO, YES, type Match } from './match.ts';
import { resolverOf, type Resolver } from './resolve.ts';

/*
 * Who decides about a connection. Every claim (a rule that matches, an isolation, the default) is recorded with the
 * connections it hits. A certain claim takes them off the table; an unsure one leaves them open for what comes next.
 * So each way in which the unknown can turn out ends in one of the recorded claims: connections with only allows
 * recorded are allowed, with only denies denied, and with both in doubt. Unknowns count as independent of each other:
 * that can doubt too much, never too little.
 */

/** What is asked: whether `subject` may be reached by (`ingress`) or reach (`egress`) `peer`. */
export interface Question<Asked extends Subject = PodEndpoint> {
  readonly subject: Asked;
  readonly peer: Endpoint;
  readonly direction: Direction;
  /** The request that the connection carries, if that is known. */
  readonly request?: HttpRequest;
}

/** What is asked of one policy, and why the addresses of the name that is asked for may not be known. */
interface Scene extends Question<Subject> {
  readonly unseen: string | null;
}

/** What one rule, isolation, default or exemption says. */
export interface Claim {
  readonly hit: Conns;
  readonly verdict: Verdict;
  /** What would have to be known; empty for a certain claim. */
  readonly why: readonly string[];
  readonly because: Because;
}

/** What one policy says of the connections that were open when it was asked. */
interface Opinion {
  readonly governor: Governor;
  readonly claims: readonly Claim[];
  /** What it surely denies, whatever its unsure rules match. */
  readonly denied: Conns;
  /** Its isolation, to be applied to what is open after the tier; null where it isolates nothing. */
  readonly isolation: Claim | null;
  /** What its rules decide whenever it is in force, so that its isolation never comes to it. */
  readonly decided: Conns;
}

/** Decides every connection between a pod and a peer, on the pod's side, and says why. */
export const decide = (
  tiers: readonly Tier[],
  question: Question,
  assumptions: Assumptions,
  resolver: Resolver = resolverOf(assumptions),
): Answer =>
  decideAfter(exemptions(question, assumptions, tiers), tiers, question, assumptions, resolver);

/** The same of any subject, after what holds whatever policies say. */
export function decideAfter(
  exempted: readonly Claim[],
  tiers: readonly Tier[],
  question: Question<Subject>,
  assumptions: Assumptions,
  resolver: Resolver = resolverOf(assumptions),
): Answer {
  const recorded = [...exempted];
  let open = recorded.reduce(without, ALL);
  const unseen =
    assumptions.dnsRules === 'elsewhere' ? null : unseenName(tiers, question, resolver);
  for (const tier of tiers) {
    if (isEmpty(open)) break;
    let passed = NONE;
    const opinions: Opinion[] = [];
    for (const rank of governorsUnder(resolver.selects)(tier, question.subject)) {
      const ranked = rank.map((governor) =>
        opinionOf(tier, governor, open, { ...question, unseen }, resolver, assumptions),
      );
      const claims = tier.tie === 'deny-wins' ? denyFirst(ranked) : claimsIn(ranked);
      recorded.push(...claims);
      passed = sum(
        passed,
        claims.filter(({ verdict }) => verdict === 'pass'),
      );
      open = claims.reduce(without, open);
      opinions.push(...ranked);
    }
    if (tier.rest === 'deny') {
      const isolations = opinions.flatMap((opinion) => isolationIn(opinion, open));
      recorded.push(...isolations);
      open = isolations.reduce(without, open);
    }
    if (tier.isolatesAll && !isEmpty(open)) {
      recorded.push({ hit: open, verdict: 'deny', why: [], because: isolatedIn(tier) });
      open = NONE;
    }
    if (tier.aside === 'allow' && !isEmpty(open)) {
      const settled = opinions.flatMap((opinion) => settledIn(opinion, tier, open));
      recorded.push(...settled);
      open = settled.reduce(without, open);
    }
    open = union(open, passed);
  }
  if (!isEmpty(open)) recorded.push(exempt(EXEMPT.default, open));
  return answerOf(recorded);
}

/** The word of a tier in which every pod is isolated, whichever policies there are. */
const isolatedIn = ({ name }: Tier): Because => ({
  tier: name,
  policy: null,
  rule: null,
  verdict: 'isolated',
});

/**
 * `decide` for many peers of one pod. Peers that none of the rules which govern the pod tells from each other get the same
 * answer, the same object, and only the first of them is decided.
 */
export function deciderFor(
  tiers: readonly Tier[],
  subject: PodEndpoint,
  direction: Direction,
  assumptions: Assumptions,
  resolver: Resolver,
): (peer: Endpoint) => Answer {
  const policies = tiers
    .flatMap((tier) => governorsUnder(resolver.selects)(tier, subject).flat())
    .map(({ policy }) => policy);
  const rules = policies.flatMap((policy) =>
    policy.rules.filter((rule) => rule.direction === direction),
  );
  const isFree =
    rules.length === 0 &&
    policies.every(({ isolates }) => !isolates[direction]) &&
    tiers.every(({ aside, isolatesAll }) => aside === 'next' && !isolatesAll);
  const named = rules.some(({ ports }) => portNames(ports).length > 0);
  const answers = new Map<string, Answer>();
  return (peer) => {
    const question = { subject, peer, direction };
    if (exemptions(question, assumptions, tiers).length > 0)
      return decide(tiers, question, assumptions, resolver);
    if (isFree) return UNGOVERNED;
    const marks: string[] = [];
    for (const rule of rules) {
      const { truth, why } = resolver.meets(rule, peer);
      marks.push(truth === 'unknown' ? `?${why.join()}` : truth);
    }
    if (named && direction === 'egress') marks.push(portsKey(peer));
    const key = marks.join('|');
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = decide(tiers, question, assumptions, resolver);
      answers.set(key, answer);
    }
    return answer;
  };
}

/** What is said of a pod for which no policy has a word: one object, so that all pairs of such pods fare alike. */
const UNGOVERNED: Answer = {
  decisions: [{ conns: ALL, verdict: 'allow', because: [exempt(EXEMPT.default, ALL).because] }],
  doubts: [],
};

/** What of an end decides which numbers the names of ports stand for. */
export const portsKey = derive((end: Endpoint): string =>
  end.kind === 'external'
    ? `${end.first} ${end.last}`
    : JSON.stringify([end.ports, end.hostNetwork, end.hostNetwork && end.hostAddress]),
);

/** What a claim leaves open. */
const without = (open: Conns, { hit, why }: Claim): Conns =>
  why.length === 0 ? subtract(open, hit) : open;

const sum = (start: Conns, claims: readonly Claim[]): Conns =>
  claims.reduce((total, { hit }) => union(total, hit), start);

/** A policy that may select a pod, and how surely it does. */
interface Governor {
  readonly policy: IrPolicy;
  readonly selected: Match;
}

/**
 * Finds those of a tier that may select a pod, rank by rank, without the ranks that hold none; once for all its peers, as
 * of many policies few do.
 */
const governorsUnder = derive((selects: Resolver['selects']) =>
  derive2((tier: Tier, subject: Subject): readonly (readonly Governor[])[] => {
    const ranks = new Map<number, Governor[]>();
    const { policies, rankOf } = inOneList(tier);
    for (const policy of candidatesOf(policies)(subject)) {
      const selected = selects(policy, subject);
      if (selected.truth === 'no') continue;
      const rank = rankOf.get(policy)!;
      const beside = ranks.get(rank);
      if (beside === undefined) ranks.set(rank, [{ policy, selected }]);
      else beside.push({ policy, selected });
    }
    return [...ranks.values()];
  }),
);

/** The policies of a tier in the order of their ranks, which candidates among them keep. */
const inOneList = derive(({ ranks }: Tier) => ({
  policies: ranks.length === 1 ? ranks[0]! : ranks.flat(),
  rankOf: new Map(ranks.flatMap((rank, index) => rank.map((policy) => [policy, index] as const))),
}));

function opinionOf(
  tier: Tier,
  governor: Governor,
  open: Conns,
  question: Scene,
  resolver: Resolver,
  assumptions: Assumptions,
): Opinion {
  const { subject, peer, direction } = question;
  const { policy, selected } = governor;
  const inForce = [...selected.why, ...reason(policy.unsure)];
  const destination = direction === 'ingress' ? subject : peer;
  const claims: Claim[] = [];
  let [left, decided, denied, clouded] = [open, NONE, NONE, NONE];
  for (const rule of policy.rules) {
    const met = rule.direction === direction ? resolver.meets(rule, peer) : NO;
    const owned = met.truth === 'no' ? NO : resolver.owns(rule, subject);
    if (owned.truth === 'no') continue;
    const request = requestIn(rule, question, assumptions);
    if (request.truth === 'no') continue;
    const because = { tier: tier.name, policy, rule, verdict: rule.verdict };
    for (const { conns, why } of resolver.ports(rule, destination)) {
      const hit = intersect(left, conns);
      if (isEmpty(hit)) continue;
      const unsure = [
        ...met.why,
        ...owned.why,
        ...request.why,
        ...reason(rule.unsure),
        ...why,
        ...(isForNames(rule) ? reason(question.unseen) : []),
      ];
      claims.push({ hit, verdict: rule.verdict, why: [...inForce, ...unsure], because });
      if (unsure.length > 0) clouded = union(clouded, hit);
      else {
        left = subtract(left, hit);
        decided = union(decided, hit);
        if (rule.verdict === 'deny' && inForce.length === 0)
          denied = union(denied, subtract(hit, clouded));
      }
    }
  }
  const because = { tier: tier.name, policy, rule: null, verdict: 'isolated' } as const;
  const isolation = policy.isolates[direction]
    ? { hit: ALL, verdict: 'deny' as const, why: inForce, because }
    : null;
  return { governor, claims, denied, isolation, decided };
}

/**
 * Whether a rule speaks of the request. Where nothing looks into connections, it counts as if it said nothing of HTTP
 * (felix renders the rule without that clause).
 */
function requestIn(
  { http, requests }: IrRule,
  { request }: Question<Subject>,
  { httpRules }: Assumptions,
): Match {
  if (requests !== undefined) return patternIn(requests, request);
  if (http === undefined) return YES;
  if (request === undefined)
    return {
      truth: 'unknown',
      why: ['it depends on the HTTP request that the connection carries'],
    };
  if (matchesRequest(http, request)) return YES;
  if (httpRules === 'enforced') return NO;
  return {
    truth: 'unknown',
    why: [
      'the rule is for other HTTP requests, and whether the cluster looks at them is not known here (setting `calico.httpRules`)',
    ],
  };
}

/** Whether a rule of Cilium's is for the request; its proxy refuses what none is for. */
function patternIn(patterns: readonly HttpPattern[], request: HttpRequest | undefined): Match {
  const truth = request === undefined ? 'unknown' : matchesPatterns(patterns, request);
  return truth !== 'unknown'
    ? { truth, why: [] }
    : { truth, why: [`it holds only for ${patternsText(patterns)}`] };
}

const isForNames = ({ peers }: IrRule): boolean =>
  peers !== 'everyone' &&
  peers.some((peer) => peer.kind === 'names' && peer.vocabulary === 'cilium');

/**
 * Why Cilium may know no address of the name that is asked for: it knows those that it has seen in answers, and sees only
 * queries that a rule has it look at (Cilium documentation, "DNS proxy"). Null where one does.
 */
function unseenName(
  tiers: readonly Tier[],
  { subject, peer }: Question<Subject>,
  resolver: Resolver,
): string | null {
  if (peer.kind !== 'external' || peer.name === undefined) return null;
  const { name, unlearned = null } = peer;
  if (unlearned !== null) return unlearned;
  const isSeen = tiers
    .flatMap((tier) => governorsUnder(resolver.selects)(tier, subject).flat())
    .some(
      ({ policy, selected }) =>
        selected.truth === 'yes' &&
        policy.unsure === null &&
        policy.rules.some(
          ({ direction, queries = [] }) =>
            direction === 'egress' && queries.some((pattern) => matchesName(pattern, name)),
        ),
    );
  return isSeen
    ? null
    : `no rule here has Cilium look at the pod's DNS queries for ${code(name.replace(/\.$/, ''))}, and without one it knows no address of it`;
}

const reason = (unsure: string | null): readonly string[] => (unsure === null ? [] : [unsure]);

const claimsIn = (opinions: readonly Opinion[]): Claim[] =>
  opinions.flatMap(({ claims }) => claims);

/** The claims of policies among which a deny wins: the others lose what is surely denied. */
function denyFirst(opinions: readonly Opinion[]): Claim[] {
  const denied = opinions.reduce((total, opinion) => union(total, opinion.denied), NONE);
  if (isEmpty(denied)) return claimsIn(opinions);
  return claimsIn(opinions)
    .map((claim) =>
      claim.verdict === 'deny' ? claim : { ...claim, hit: subtract(claim.hit, denied) },
    )
    .filter(({ hit }) => !isEmpty(hit));
}

function isolationIn({ isolation, decided }: Opinion, open: Conns): Claim[] {
  if (isolation === null) return [];
  const hit = subtract(open, decided);
  return isEmpty(hit) ? [] : [{ ...isolation, hit }];
}

/** What a policy that selects the pod lets through, because it isolates the other direction only. */
function settledIn({ governor, isolation }: Opinion, tier: Tier, open: Conns): Claim[] {
  const { policy, selected } = governor;
  if (isolation !== null) return [];
  const because = { tier: tier.name, policy, rule: null, verdict: 'default' } as const;
  const why = [...selected.why, ...reason(policy.unsure)];
  return [{ hit: open, verdict: 'allow', why, because }];
}

/** Cuts all connections into parts with the same claims, and judges each part. */
function answerOf(recorded: readonly Claim[]): Answer {
  let parts: { readonly conns: Conns; readonly claims: readonly Claim[] }[] = [
    { conns: ALL, claims: [] },
  ];
  for (const claim of recorded)
    parts = parts.flatMap(({ conns, claims }) => {
      const inside = intersect(conns, claim.hit);
      if (isEmpty(inside)) return [{ conns, claims }];
      const outside = subtract(conns, claim.hit);
      const hit = { conns: inside, claims: [...claims, claim] };
      return isEmpty(outside) ? [hit] : [hit, { conns: outside, claims }];
    });
  const decisions: Decision[] = [];
  const doubts: Doubt[] = [];
  for (const { conns, claims } of parts) {
    const verdicts = new Set(claims.map((claim) => claim.verdict));
    // What is passed on is decided by a later claim.
    verdicts.delete('pass');
    const [verdict, other] = verdicts;
    if (other === undefined) {
      const certain = claims.filter(({ why }) => why.length === 0);
      decisions.push({
        conns,
        verdict: verdict === 'deny' ? 'deny' : 'allow',
        because: certain.map(({ because }) => because),
      });
    } else {
      const why = [...new Set(claims.flatMap((claim) => claim.why))];
      doubts.push({
        conns,
        because: claims.map(({ because }) => because),
        why: why.length > 0 ? why : [contradiction(claims)],
      });
    }
  }
  return { decisions, doubts };
}

const contradiction = (claims: readonly Claim[]): string => {
  const tied = claims.filter((claim) => claims.some((other) => contradicts(claim, other)));
  const policies = new Set(tied.flatMap(({ because }) => because.policy ?? []));
  return `${list([...policies].map(policyText))} have the same priority and contradict each other, so which of them decides is not specified`;
};

/** Whether two claims are those of policies that are tried at once, and of different verdicts. */
const contradicts = (a: Claim, b: Claim): boolean =>
  a.verdict !== b.verdict &&
  a.because.tier === b.because.tier &&
  a.because.policy !== b.because.policy &&
  a.because.policy?.priority === b.because.policy?.priority;
