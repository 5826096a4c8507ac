import type { Assumptions } from './assumptions.ts';
import { answerOf, without, type Claim } from './claims.ts';
import { unseenName } from './cilium/unseenNames.ts';
import { ALL, NONE, isEmpty, union, type Conns } from './conns.ts';
import type { Subject } from './endpoint.ts';
import { EXEMPT, exempt, exemptions } from './exemptions.ts';
import { governorsUnder } from './governors.ts';
import type { Answer, Because, Tier } from './ir.ts';
import { claimsIn, denyFirst, isolationIn, opinionOf, settledIn, type Opinion } from './opinion.ts';
import type { Question } from './question.ts';
import { resolverOf, type Resolver } from './resolver.ts';

/*
 * Who decides about a connection. Every claim (a rule that matches, an isolation, the default) is recorded with the
 * connections it hits. A certain claim takes them off the table; an unsure one leaves them open for what comes next.
 * So each way in which the unknown can turn out ends in one of the recorded claims: connections with only allows
 * recorded are allowed, with only denies denied, and with both in doubt. Unknowns count as independent of each other:
 * that can doubt too much, never too little.
 */

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
  const scene = { question, unseen, resolver, assumptions };
  for (const tier of tiers) {
    if (isEmpty(open)) break;
    let passed = NONE;
    const opinions: Opinion[] = [];
    for (const rank of governorsUnder(resolver.selects)(tier, question.subject)) {
      const ranked = rank.map((governor) => opinionOf(tier, governor, open, scene));
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

const sum = (start: Conns, claims: readonly Claim[]): Conns =>
  claims.reduce((total, { hit }) => union(total, hit), start);
