import type { Place } from '../model/finding.ts';
import type { Assumptions } from './assumptions.ts';
import { connect, type TiersFor } from './connect.ts';
import { NONE, intersect, isEmpty, subtract, union, type Conns } from './conns.ts';
import type { Endpoint } from './endpoint.ts';
import { EXEMPT } from './exemptions.ts';
import { formatConns } from './format.ts';
import type { Answer, Because, Direction, IrPolicy, IrRule } from './ir.ts';
import { endpointText, list, peersText, policyText, portsText } from './print.ts';

/** One reason, on one side of a connection. */
export interface Step {
  readonly tier: string;
  readonly policy: IrPolicy | null;
  readonly rule: IrRule | null;
  readonly verdict: Because['verdict'];
  /** The connections asked for that it speaks of. */
  readonly conns: Conns;
  /** Where it stands: the rule, or the policy's name; null where no policy speaks. */
  readonly place: Place | null;
  /** What would have to be known for it to be certain, as clauses; empty for a certain one. */
  readonly doubt: readonly string[];
  /** The reason as a sentence. */
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

/** Says what becomes of the connections `asked` from one end to another, and who decides it on either side. */
export function explain(
  source: Endpoint,
  destination: Endpoint,
  asked: Conns,
  tiersFor: TiersFor,
  assumptions: Assumptions,
): Explanation {
  const connection = connect(source, destination, tiersFor, assumptions);
  const exist = [source, destination].every((end) => end.kind === 'external' || !end.unsure);
  const certain = exist ? asked : NONE;
  const [allowed, denied] = [
    intersect(certain, connection.allowed),
    intersect(certain, connection.denied),
  ];
  const doubtful = subtract(asked, union(allowed, denied));
  const steps = (direction: Direction): Step[] =>
    stepsOf(connection[direction], direction, asked, { source, destination }, assumptions);
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

/** The two ends of a connection. */
export interface Ends {
  readonly source: Endpoint;
  readonly destination: Endpoint;
}

/** The reasons of one side's answer for the connections `asked`, one step for each policy and rule that has a say. */
export function stepsOf(
  answer: Answer,
  direction: Direction,
  asked: Conns,
  ends: Ends,
  assumptions: Assumptions,
): Step[] {
  const steps: Omit<Step, 'text'>[] = [];
  const say = (because: Because, conns: Conns, doubt: readonly string[]): void => {
    const { tier, policy, rule, verdict } = because;
    const index = steps.findIndex(
      (step) =>
        step.tier === tier &&
        step.policy === policy &&
        step.rule === rule &&
        step.verdict === verdict,
    );
    const before = steps[index];
    const place = policy && { ...policy.place, span: rule?.span ?? policy.place.span };
    const step = {
      tier,
      policy,
      rule,
      verdict,
      conns: union(before?.conns ?? NONE, conns),
      place,
      doubt: [...new Set([...(before?.doubt ?? []), ...doubt])],
    };
    if (before === undefined) steps.push(step);
    else steps[index] = step;
  };
  for (const { conns, because } of answer.decisions) {
    const part = intersect(conns, asked);
    if (!isEmpty(part)) for (const one of because) say(one, part, []);
  }
  for (const { conns, because, why } of answer.doubts) {
    const part = intersect(conns, asked);
    if (!isEmpty(part)) for (const one of because) say(one, part, why);
  }
  return steps.map((step) => ({ ...step, text: sentence(step, direction, ends, assumptions) }));
}

function sentence(
  step: Omit<Step, 'text'>,
  direction: Direction,
  ends: Ends,
  assumptions: Assumptions,
): string {
  const said = reasonText(step, direction, ends, assumptions);
  return step.doubt.length === 0 ? said : `${said} In doubt: ${list(step.doubt)}.`;
}

function reasonText(
  { tier, policy, rule, verdict, conns }: Omit<Step, 'text'>,
  direction: Direction,
  { source, destination }: Ends,
  assumptions: Assumptions,
): string {
  const subject = direction === 'egress' ? source : destination;
  if (policy === null) return exemption(tier, direction, subject);
  const name = policyText(policy);
  if (rule === null)
    return `${name} isolates ${endpointText(subject)} for ${direction}, and no rule of it allows ${formatConns(conns, assumptions.protocols)} ${towards(direction, source, destination)}.`;
  const does = { allow: 'allows', deny: 'denies', pass: 'hands on', isolated: '', default: '' }[
    verdict
  ];
  const which =
    rule.name === null
      ? `${direction} rule ${rule.index + 1}`
      : `${direction} rule \`${rule.name}\``;
  const peers = `${direction === 'egress' ? 'to' : 'from'} ${peersText(rule.peers)}`;
  return `${name} ${does} this: ${which} speaks of ${portsText(rule.ports)} ${peers}.`;
}

const towards = (direction: Direction, source: Endpoint, destination: Endpoint): string =>
  direction === 'egress' ? `to ${endpointText(destination)}` : `from ${endpointText(source)}`;

function exemption(tier: string, direction: Direction, subject: Endpoint): string {
  const end = endpointText(subject);
  switch (tier) {
    case EXEMPT.outside:
      return `${end} is outside the cluster, where no policy holds.`;
    case EXEMPT.hostNetwork:
      return `${end} is on the network of its node, where policies do not hold.`;
    case EXEMPT.sameNode:
      return `A node always reaches the pods that run on it.`;
    case EXEMPT.loopback:
      return `A pod always reaches itself.`;
    default:
      return direction === 'egress'
        ? `No policy restricts what ${end} may reach, so it may reach everything.`
        : `No policy restricts who may reach ${end}, so everything may.`;
  }
}
