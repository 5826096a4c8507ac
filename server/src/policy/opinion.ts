import type { Assumptions } from './assumptions.ts';
import type { Claim } from './claims.ts';
import { matchesPatterns } from './cilium/http.ts';
import { ALL, NONE, intersect, isEmpty, subtract, union, type Conns } from './conns.ts';
import type { Subject } from './endpoint.ts';
import type { Governor } from './governors.ts';
import { matchesRequest, type HttpRequest } from './http.ts';
import type { HttpPattern, IrRule, Tier } from './ir.ts';
import { NO, YES, unknown, type Match } from './match.ts';
import { speaksOfNames } from './namePeers.ts';
import { patternsText } from './print.ts';
import type { Question } from './question.ts';
import type { Resolver } from './resolver.ts';

/** What is asked of each policy, and how it is found out. */
export interface Scene {
  readonly question: Question<Subject>;
  /** Why Cilium may know no address of the name that is asked for; null where it does, or none is. */
  readonly unseen: string | null;
  readonly resolver: Resolver;
  readonly assumptions: Assumptions;
}

/** What one policy says of the connections that were open when it was asked. */
export interface Opinion {
  readonly governor: Governor;
  readonly claims: readonly Claim[];
  /** What it surely denies, whatever its unsure rules match. */
  readonly denied: Conns;
  /** Its isolation, to be applied to what is open after the tier; null where it isolates nothing. */
  readonly isolation: Claim | null;
  /** What its rules decide whenever it is in force, so that its isolation never comes to it. */
  readonly decided: Conns;
}

/** What a policy of a tier says of the connections that are open, its first matching rule first. */
export function opinionOf(tier: Tier, governor: Governor, open: Conns, scene: Scene): Opinion {
  const { subject, peer, direction } = scene.question;
  const { policy, selected } = governor;
  const inForce = [...selected.why, ...reason(policy.unsure)];
  const destination = direction === 'ingress' ? subject : peer;
  const claims: Claim[] = [];
  let [left, decided, denied, clouded] = [open, NONE, NONE, NONE];
  for (const rule of policy.rules) {
    const doubts = doubtsOf(rule, scene);
    if (doubts === null) continue;
    const because = { tier: tier.name, policy, rule, verdict: rule.verdict };
    for (const { conns, why } of scene.resolver.ports(rule, destination)) {
      const hit = intersect(left, conns);
      if (isEmpty(hit)) continue;
      const unsure = [...doubts, ...why];
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

/** What would have to be known for a rule to match on some ports; null where it matches on none. */
function doubtsOf(rule: IrRule, scene: Scene): readonly string[] | null {
  const { question, unseen, resolver, assumptions } = scene;
  if (rule.direction !== question.direction) return null;
  const met = resolver.meets(rule, question.peer);
  if (met.truth === 'no') return null;
  const owned = resolver.owns(rule, question.subject);
  if (owned.truth === 'no') return null;
  const request = requestIn(rule, question, assumptions);
  if (request.truth === 'no') return null;
  return [
    ...met.why,
    ...owned.why,
    ...request.why,
    ...reason(rule.unsure),
    ...(speaksOfNames(rule) ? reason(unseen) : []),
  ];
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
    return unknown('it depends on the HTTP request that the connection carries');
  if (matchesRequest(http, request)) return YES;
  if (httpRules === 'enforced') return NO;
  return unknown(
    'the rule is for other HTTP requests, and whether the cluster looks at them is not known here (setting `calico.httpRules`)',
  );
}

/** Whether a rule of Cilium's is for the request; its proxy refuses what none is for. */
function patternIn(patterns: readonly HttpPattern[], request: HttpRequest | undefined): Match {
  const truth = request === undefined ? 'unknown' : matchesPatterns(patterns, request);
  if (truth === 'unknown') return unknown(`it holds only for ${patternsText(patterns)}`);
  return truth === 'yes' ? YES : NO;
}

const reason = (unsure: string | null): readonly string[] => (unsure === null ? [] : [unsure]);

/** The claims of policies that are tried at once, none of which wins. */
export const claimsIn = (opinions: readonly Opinion[]): Claim[] =>
  opinions.flatMap(({ claims }) => claims);

/** The claims of policies among which a deny wins: the others lose what is surely denied. */
export function denyFirst(opinions: readonly Opinion[]): Claim[] {
  const denied = opinions.reduce((total, opinion) => union(total, opinion.denied), NONE);
  if (isEmpty(denied)) return claimsIn(opinions);
  return claimsIn(opinions)
    .map((claim) =>
      claim.verdict === 'deny' ? claim : { ...claim, hit: subtract(claim.hit, denied) },
    )
    .filter(({ hit }) => !isEmpty(hit));
}

/** What a policy denies of what is open after its tier, because it isolates the pod. */
export function isolationIn({ isolation, decided }: Opinion, open: Conns): Claim[] {
  if (isolation === null) return [];
  const hit = subtract(open, decided);
  return isEmpty(hit) ? [] : [{ ...isolation, hit }];
}

/** What a policy that selects the pod lets through, because it isolates the other direction only. */
export function settledIn({ governor, isolation }: Opinion, tier: Tier, open: Conns): Claim[] {
  const { policy, selected } = governor;
  if (isolation !== null) return [];
  const because = { tier: tier.name, policy, rule: null, verdict: 'default' } as const;
  const why = [...selected.why, ...reason(policy.unsure)];
  return [{ hit: open, verdict: 'allow', why, because }];
}
