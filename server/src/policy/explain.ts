import { capital } from '../base/words.ts';
import type { Place } from '../model/finding.ts';
import type { Assumptions } from './assumptions.ts';
import { connect, type TiersFor } from './connect.ts';
import { NONE, intersect, isEmpty, subtract, union, type Conns } from './conns.ts';
import { isNode, type Endpoint } from './endpoint.ts';
import { EXEMPT } from './exemptions.ts';
import type { Answer, Because, Direction, Tier } from './ir.ts';
import { guarded, type Guard } from './host/guards.ts';
import type { HttpRequest } from './http.ts';
import { resolverOf } from './resolver.ts';
import { assumptionText, reasonText, type Reason, type Scene } from './reasons.ts';
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

/** What else is told of a connection: the request that it carries, and the hosts that have a word on it. */
interface Besides {
  readonly request?: HttpRequest | undefined;
  readonly guards?: readonly Guard[];
}

/**
 * Says what becomes of the connections `asked` from one end to another, and who decides it on either side.
 */
export function explain(
  source: Endpoint,
  destination: Endpoint,
  asked: Conns,
  tiersFor: TiersFor,
  assumptions: Assumptions,
  { request, guards = [] }: Besides = {},
): Explanation {
  const resolver = resolverOf(assumptions);
  const connection = guarded(
    connect(source, destination, tiersFor, assumptions, resolver, request),
    guards,
  );
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
    const guarding = guards.filter(({ side }) => side === direction);
    const tiers = subject.kind === 'external' ? [] : tiersFor(subject.namespace.key);
    const answer = connection[direction];
    // Of a process of a host nothing else is to be told than what the host says.
    const isHost = subject.kind === 'external' || isNode(subject, assumptions);
    const own =
      isHost && guarding.length > 0
        ? []
        : stepsOf(chained(reasonsOf(answer, asked), tiers, asked), {
            ...scene,
            chain: isChain(tiers),
          });
    const last = own.at(-1);
    const assumed = last === undefined ? '' : assumptionText(answer, turned[direction], scene);
    return [
      ...own.map((step) => (step === last ? { ...step, text: step.text + assumed } : step)),
      ...guarding.flatMap((guard) => stepsOfGuard(guard, { ...scene, direction: guard.direction })),
    ];
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

/** Reasons in their order as steps. */
const stepsOf = (
  reasons: readonly Reason[],
  scene: Scene & { readonly chain: boolean },
): readonly Step[] =>
  reasons.map((reason, index) => ({
    ...reason,
    place: reason.policy && {
      ...reason.policy.place,
      span: reason.rule?.span ?? reason.policy.place.span,
    },
    text: reasonText(reason, reasons.slice(0, index), scene),
  }));

/** The steps of hosts, in the order of the lists that they ask; what no policy says stands where the host is described. */
function stepsOfGuard(guard: Guard, scene: Scene): readonly Step[] {
  if (guard.unsure !== null) return [stepOfMany(guard, guard.unsure, scene)];
  const {
    answer,
    hosts: [host],
    tiers,
  } = guard;
  const levelOf = ({ tier, policy, verdict }: Reason): number =>
    policy === null
      ? verdict === 'isolated'
        ? tiers.length
        : -1
      : tiers.findIndex(
          ({ name, ranks }) =>
            name === tier && ranks.some((rank) => rank.some((one) => one.place === policy.place)),
        );
  const reasons = [...reasonsOf(answer, scene.asked)].sort((a, b) => levelOf(a) - levelOf(b));
  return stepsOf(reasons, { ...scene, host, chain: true }).map((step) =>
    step.policy === null ? { ...step, place: host.place } : step,
  );
}

/** What hosts say of which it is not known which one is meant. */
function stepOfMany(
  { answer, hosts }: Guard,
  { which, why }: NonNullable<Guard['unsure']>,
  { asked }: Scene,
): Step {
  const verdicts = new Set([
    ...answer.decisions.flatMap(({ conns, verdict }) =>
      isEmpty(intersect(conns, asked)) ? [] : [verdict],
    ),
    ...answer.doubts.flatMap(({ conns }) => (isEmpty(intersect(conns, asked)) ? [] : [null])),
  ]);
  const [verdict] = verdicts;
  const told = capital(which);
  const isCertain = verdicts.size === 1 && verdict !== null;
  return {
    tier: 'host',
    policy: null,
    rule: null,
    verdict: 'default',
    conns: asked,
    doubt: isCertain ? [] : [why],
    place: hosts[0].place,
    text: isCertain
      ? `${told}; either way this is ${verdict === 'allow' ? 'allowed' : 'denied'}.`
      : `In doubt: ${why}.`,
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
