import { ALL, intersect, isEmpty, subtract, type Conns } from './conns.ts';
import type { Answer, Because, Decision, Doubt, Verdict } from './ir.ts';
import { list, policyText } from './print.ts';

/** What one rule, isolation, default or exemption says. */
export interface Claim {
  readonly hit: Conns;
  readonly verdict: Verdict;
  /** What would have to be known; empty for a certain claim. */
  readonly why: readonly string[];
  readonly because: Because;
}

/** What a claim leaves open of the connections that were: an unsure one all of them. */
export const without = (open: Conns, { hit, why }: Claim): Conns =>
  why.length === 0 ? subtract(open, hit) : open;

/** Cuts all connections into parts with the same claims, and judges each part. */
export function answerOf(recorded: readonly Claim[]): Answer {
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
