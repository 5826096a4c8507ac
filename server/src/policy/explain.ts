import type { Place } from '../model/finding.ts';
import type { Assumptions } from './assumptions.ts';
import { connect, type TiersFor } from './connect.ts';
import { NONE, intersect, isEmpty, subtract, union, type Conns } from './conns.ts';
import type { Endpoint } from './endpoint.ts';
import { EXEMPT } from './exemptions.ts';
import type { Answer, Because, Direction, Tier } from './ir.ts';
import type { HttpRequest } from './http.ts';
import { resolverOf } from './resolve.ts';
import { assumptionText, reasonText, type Reason } from './reasons.ts';
import { asideTurned, TIERS } from './tiers.ts';

/** One reason, on one side of a connection, or that a tier has none. */
export interface Step extends Reason {
  /** Where it stands: the rule, or the policy's name; null where no policy speaks. */
  readonly place: Place | null;
  /** The reason in a sentence or two. */
  readonly text: string;
}

/** What becomes of the connections asked for: one verdict for all of them, or `partly` where some are allowed. */
export interface Explanation {
  readonly verdict: 'allow' | 'deny' | 'partly' | 'unknown';
  readonly allowed: Conns;
  readonly denied: Conns;
  readonly doubtful: Conns;
  readonly egress: readonly Step[];
  readonly ingress: readonly Step[];
}

/**
 * Says what becomes of the connections `asked` from one end to another, and who decides it on either side; of those that
 * carry an HTTP request where one is told.
 */
export function explain(
  source: Endpoint,
  destination: Endpoint,
  asked: Conns,
  tiersFor: TiersFor,
  assumptions: Assumptions,
  request?: HttpRequest,
): Explanation {
  const resolver = resolverOf(assumptions);
  const connection = connect(source, destination, tiersFor, assumptions, resolver, request);
  const exist = [source, destination].every((end) => end.kind === 'external' || !end.unsure);
  const certain = exist ? asked : NONE;
  const [allowed, denied] = [
    intersect(certain, connection.allowed),
    intersect(certain, connection.denied),
  ];
  const doubtful = subtract(asked, union(allowed, denied));
  const turned = connect(
    source,
    destination,
    (key) => asideTurned(tiersFor(key)),
    assumptions,
    resolver,
    request,
  );
  const steps = (direction: Direction): Step[] => {
    const subject = direction === 'egress' ? source : destination;
    const scene = { direction, source, destination, asked, assumptions };
    const tiers = subject.kind === 'external' ? [] : tiersFor(subject.namespace.key);
    const reasons = chained(reasonsOf(connection[direction], asked), tiers, asked);
    return reasons.map((reason, index) => ({
      ...reason,
      place: reason.policy && {
        ...reason.policy.place,
        span: reason.rule?.span ?? reason.policy.place.span,
      },
      text:
        reasonText(reason, reasons.slice(0, index), { ...scene, chain: isChain(tiers) }) +
        (index < reasons.length - 1
          ? ''
          : assumptionText(connection[direction], turned[direction], scene)),
    }));
  };
  return {
    verdict: !isEmpty(doubtful)
      ? 'unknown'
      : isEmpty(allowed)
        ? 'deny'
        : isEmpty(denied)
          ? 'allow'
          : 'partly',
    allowed,
    denied,
    doubtful,
    egress: steps('egress'),
    ingress: steps('ingress'),
  };
}

/** The reasons of one side's answer for the connections `asked`, one for each policy and rule that has a say. */
function reasonsOf(answer: Answer, asked: Conns): Reason[] {
  const reasons: Reason[] = [];
  const say = (because: Because, conns: Conns, doubt: readonly string[]): void => {
    const { tier, policy, rule, verdict } = because;
    const index = reasons.findIndex(
      (reason) =>
        reason.tier === tier &&
        reason.policy === policy &&
        reason.rule === rule &&
        reason.verdict === verdict,
    );
    const before = reasons[index];
    const reason = {
      ...because,
      conns: union(before?.conns ?? NONE, conns),
      doubt: [...new Set([...(before?.doubt ?? []), ...doubt])],
    };
    if (before === undefined) reasons.push(reason);
    else reasons[index] = reason;
  };
  for (const { conns, because } of answer.decisions) {
    const part = intersect(conns, asked);
    if (!isEmpty(part)) for (const one of because) say(one, part, []);
  }
  for (const { conns, because, why } of answer.doubts) {
    const part = intersect(conns, asked);
    if (!isEmpty(part)) for (const one of because) say(one, part, why);
  }
  return reasons;
}

/** Whether more than NetworkPolicy has a say, so that the way through the tiers is worth telling. */
const isChain = (tiers: readonly Tier[]): boolean =>
  tiers.some(({ name }) => name !== 'NetworkPolicy');

/** The reasons in the order of their tiers, with those tiers between that were asked and have nothing to say. */
function chained(reasons: readonly Reason[], tiers: readonly Tier[], asked: Conns): Reason[] {
  // Other tiers than the usual ones are those of an enforcer that has all its policies in them.
  const names = tiers.every(({ name }) => TIERS.includes(name))
    ? TIERS
    : tiers.map(({ name }) => name);
  // A tier may be called as the end of all tiers is.
  const levelOf = ({ tier, policy, verdict }: Reason): number =>
    tier === EXEMPT.default && policy === null && verdict === 'default'
      ? names.length
      : names.indexOf(tier);
  const last = Math.max(...reasons.map(levelOf));
  const silent = (isChain(tiers) ? names.slice(0, Math.max(0, last)) : [])
    .filter((tier) => !reasons.some((reason) => reason.tier === tier))
    .map((tier): Reason => ({
      tier,
      policy: null,
      rule: null,
      verdict: 'none',
      conns: asked,
      doubt: [],
    }));
  return [...reasons, ...silent].sort((a, b) => levelOf(a) - levelOf(b));
}
