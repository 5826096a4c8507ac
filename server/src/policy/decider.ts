import { derive } from '../base/derive.ts';
import type { Assumptions } from './assumptions.ts';
import { ALL } from './conns.ts';
import type { Endpoint, PodEndpoint } from './endpoint.ts';
import { decide } from './evaluate.ts';
import { EXEMPT, exempt, exemptions } from './exemptions.ts';
import { governorsUnder } from './governors.ts';
import type { Answer, Direction, Tier } from './ir.ts';
import { portNames } from './ports.ts';
import type { Resolver } from './resolver.ts';

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
